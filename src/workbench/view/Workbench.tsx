import { Button, FluentProvider } from '@fluentui/react-components';
import { useEffect, useRef, useState, useSyncExternalStore, type DragEvent } from 'react';
import { themeOf } from '../../taskpane/view';
import { DeskView } from '../desk';
import { droppedFiles } from '../files';
import { focusWhenShown } from './focusWhenShown';
import { KeptLine } from './KeptLine';
import { OpenWorkbook, type OpenWorkbookProps } from './OpenWorkbook';
import { useWorkbenchStyles } from './styles';

/** The table of all files, or one of them with grid and pane; files and folders are dropped on either. */
export function Workbench({ dark, ...props }: OpenWorkbookProps) {
  return (
    <FluentProvider theme={themeOf(dark)} style={{ height: '100%' }}>
      <Parts dark={dark} {...props} />
    </FluentProvider>
  );
}

function Parts({ fileStore, deskStore, texts, dark }: OpenWorkbookProps) {
  const styles = useWorkbenchStyles();
  // Nothing else: while many files are audited, the rest of the state changes all the time.
  const view = useSyncExternalStore(fileStore.store.subscribe, () => fileStore.store.getState().view);
  const notice = useSyncExternalStore(fileStore.store.subscribe, () => fileStore.store.getState().notice);
  const [dropping, setDropping] = useState(false);
  const before = useRef(view);
  useEffect(() => {
    if (before.current === view) return undefined;
    before.current = view;
    return focusWhenShown(view === 'desk' ? 'desk' : 'grid');
  }, [view]);
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setDropping(false);
    void droppedFiles(event.dataTransfer).then(({ files, folder }) => {
      const adding = fileStore.add(files);
      if (folder) fileStore.store.dispatch({ type: 'folderHeld', folder, isChosen: false });
      return adding;
    });
  };
  return (
    <div
      className={styles.page}
      onDragOver={(event) => {
        event.preventDefault();
        setDropping(true);
      }}
      onDragLeave={(event) => {
        if (event.relatedTarget === null) setDropping(false);
      }}
      onDrop={onDrop}
    >
      <KeptLine fileStore={fileStore} texts={texts} />
      {notice !== '' && (
        <div className={styles.kept} role="status">
          <span>{notice}</span>
          <Button size="small" onClick={() => fileStore.store.dispatch({ type: 'noticed', notice: '' })}>{texts.close}</Button>
        </div>
      )}
      {view === 'desk' ? (
        <DeskView fileStore={fileStore} deskStore={deskStore} texts={texts} />
      ) : (
        <OpenWorkbook fileStore={fileStore} deskStore={deskStore} texts={texts} dark={dark} />
      )}
      {dropping && <div className={styles.drop} aria-hidden>{texts.dropNow}</div>}
    </div>
  );
}
