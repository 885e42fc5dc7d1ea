import { FluentProvider } from '@fluentui/react-components';
import { useCallback, useRef, useState, useSyncExternalStore, type DragEvent } from 'react';
import { Pane, themeOf } from '../../taskpane/view';
import type { Texts } from '../../taskpane/text';
import { download, type FileStore } from '../files';
import type { WorkbenchTexts } from '../workbenchTexts';
import { FilePanel } from './FilePanel';
import { Divider } from './Divider';
import { incomingOf } from './incomingOf';
import { SheetArea } from './SheetArea';
import { useWorkbenchStyles } from './styles';
import { useWorkbenchKeys } from './workbenchKeys';

export interface WorkbenchProps {
  readonly fileStore: FileStore;
  readonly texts: Texts & WorkbenchTexts;
  readonly dark: boolean;
}

/** Files left, sheets in the middle, the pane right. */
export function Workbench({ fileStore, texts, dark }: WorkbenchProps) {
  return (
    <FluentProvider theme={themeOf(dark)} style={{ height: '100%' }}>
      <Parts fileStore={fileStore} texts={texts} dark={dark} />
    </FluentProvider>
  );
}

function Parts({ fileStore, texts, dark }: WorkbenchProps) {
  const styles = useWorkbenchStyles();
  const { files, chosen } = useSyncExternalStore(fileStore.store.subscribe, fileStore.store.getState);
  const [dropping, setDropping] = useState(false);
  const [paneWidth, setPaneWidth] = useState(420);
  const page = useRef<HTMLDivElement>(null);
  const paneRoot = useRef<HTMLDivElement>(null);
  const open = chosen === null ? null : fileStore.open(chosen);
  const entry = files.find((file) => file.id === chosen) ?? null;

  useWorkbenchKeys(open, page, paneRoot);

  const copyKind = useCallback(() => (chosen === null ? Promise.resolve(null) : fileStore.copyKind(chosen)), [chosen, fileStore]);
  const save = async (withMarks: boolean): Promise<string> => {
    try {
      const copy = chosen === null ? null : await fileStore.saveAs(chosen, withMarks);
      if (!copy) return '';
      download(copy.file);
      return copy.refused.length > 0 ? texts.saveRefused(copy.refused) : '';
    } catch {
      return texts.saveFailed;
    }
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setDropping(false);
    void fileStore.add([...event.dataTransfer.files].map(incomingOf));
  };
  return (
    <div
      ref={page}
      className={styles.workbench}
      onDragOver={(event) => {
        event.preventDefault();
        setDropping(true);
      }}
      onDragLeave={(event) => {
        if (event.relatedTarget === null) setDropping(false);
      }}
      onDrop={onDrop}
    >
      <FilePanel fileStore={fileStore} texts={texts} files={files} chosen={chosen} />
      <section className={styles.middle} data-part="sheets" aria-label={texts.sheets}>
        <div className={styles.sheets}>
          {open ? <SheetArea key={chosen} host={open.host} control={open.control} texts={texts} copyKind={copyKind} onSave={save} /> : <p className={styles.empty} role="status">{entry?.failure ?? (entry ? texts.loading : texts.noFile)}</p>}
        </div>
        <Divider label={texts.resizePane} width={paneWidth} onWidth={setPaneWidth} />
      </section>
      <div ref={paneRoot} className={styles.pane} style={{ width: paneWidth }}>
        {open && <Pane key={chosen} control={open.control} dark={dark} />}
      </div>
      {dropping && <div className={styles.drop} aria-hidden>{texts.dropNow}</div>}
    </div>
  );
}
