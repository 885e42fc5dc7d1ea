import { useCallback, useDeferredValue, useEffect, useReducer, useRef, useState } from 'react';
import { Pane } from '../../taskpane/view';
import type { Texts } from '../../taskpane/text';
import { useDesk, type DeskStore } from '../desk';
import { download, type FileEntry, type FileStore } from '../files';
import type { WorkbenchTexts } from '../workbenchTexts';
import { Divider } from './Divider';
import { FilePanel } from './FilePanel';
import { nextWithProblems } from './nextFile';
import { SheetArea } from './SheetArea';
import { useWorkbenchStyles } from './styles';
import { useWorkbenchKeys } from './workbenchKeys';

export interface OpenWorkbookProps {
  readonly fileStore: FileStore;
  readonly deskStore: DeskStore;
  readonly texts: Texts & WorkbenchTexts;
  readonly dark: boolean;
}

/** Files left, sheets in the middle, the pane right. */
export function OpenWorkbook({ fileStore, deskStore, texts, dark }: OpenWorkbookProps) {
  const styles = useWorkbenchStyles();
  const { files: state, rows } = useDesk(fileStore, deskStore);
  const { chosen } = state;
  const [paneWidth, setPaneWidth] = useState(420);
  const page = useRef<HTMLDivElement>(null);
  const paneRoot = useRef<HTMLDivElement>(null);
  const open = chosen === null ? null : fileStore.open(chosen);
  // Drawn in slices, the sheets first: what is drawn for the first time takes long, and the page answers meanwhile.
  const drawn = useDeferredValue(open);
  const paned = useDeferredValue(drawn);
  // React keeps what it drew before, too; drawn once more, it lets go of a workbook that was closed.
  const [, drawAgain] = useReducer((times: number) => times + 1, 0);
  useEffect(() => drawAgain(), [open, drawn, paned]);
  const entry = state.files.find((file) => file.id === chosen) ?? null;
  const listed: readonly FileEntry[] = [...state.files.filter(({ isExample }) => isExample), ...rows.shown.map((row) => row.entry)];

  useWorkbenchKeys(open, page, paneRoot);
  useEffect(() => {
    // Past the last problem F8 goes on in the next file.
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'F8' || event.defaultPrevented) return;
      const direction = event.shiftKey ? -1 : 1;
      const next = open && !open.control.navigation.isLastStop(direction) ? null : nextWithProblems(rows.shown, chosen, direction);
      if (next === null) return;
      event.preventDefault();
      void fileStore.walkTo(next, direction);
    };
    // Before the pane's own keys.
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, [open, rows.shown, chosen, fileStore]);

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
  return (
    <div ref={page} className={styles.workbench}>
      <FilePanel fileStore={fileStore} texts={texts} files={listed} chosen={chosen} />
      <section className={styles.middle} data-part="sheets" aria-label={texts.sheets}>
        <div className={styles.sheets}>
          {open && open === drawn ? (
            <SheetArea key={chosen} host={open.host} control={open.control} texts={texts} copyKind={copyKind} onSave={save} />
          ) : (
            <p className={styles.empty} role="status">{entry?.submission.failure || (entry ? texts.loading : texts.noFile)}</p>
          )}
        </div>
        <Divider label={texts.resizePane} width={paneWidth} onWidth={setPaneWidth} />
      </section>
      <div ref={paneRoot} className={styles.pane} style={{ width: paneWidth }}>
        {open && open === paned && <Pane key={chosen} control={open.control} dark={dark} />}
      </div>
    </div>
  );
}
