import { Button, Checkbox, ProgressBar } from '@fluentui/react-components';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Language } from '../../../taskpane/text';
import { copyMany, openErrands, type CopiesMade, type CopySink, type Errands } from '../../errands';
import { folderSink, zipSink } from '../../errands/sinks';
import { download, type FileStore } from '../../files';
import type { DeskRow } from '../deskState';
import { useDeskStyles } from '../deskStyles';
import { copiesTexts } from './texts';
import { canPickFolder, isClosed, pickFolder } from '../folderPicker';

export interface CopiesPanelProps {
  readonly fileStore: FileStore;
  /** The selected files, or all that are shown. */
  readonly rows: readonly DeskRow[];
  readonly language: Language;
  readonly onClose: () => void;
}

/** A copy of each file with its marks, as one .zip or into a folder: what it keeps is said first. */
export function CopiesPanel({ fileStore, rows, language, onClose }: CopiesPanelProps) {
  const styles = useDeskStyles();
  const texts = useMemo(() => copiesTexts(language), [language]);
  const [notes, setNotes] = useState(true);
  const [sheet, setSheet] = useState(true);
  const [done, setDone] = useState<number | null>(null);
  const [said, setSaid] = useState('');
  const [remarks, setRemarks] = useState<readonly string[]>([]);
  const errands = useRef<Errands | null>(null);
  const group = useRef<HTMLDivElement>(null);
  const stop = (): void => {
    errands.current?.close();
    errands.current = null;
  };
  useEffect(() => {
    group.current?.focus();
    return stop;
  }, []);
  const ids = new Map(rows.map(({ entry, submission }) => [submission.file.path, { id: entry.id, isKnown: submission.state !== 'unknown' }]));

  const make = async (sink: CopySink): Promise<CopiesMade | null> => {
    const own = openErrands();
    errands.current = own;
    setDone(0);
    setRemarks([]);
    setSaid('');
    try {
      const made = await copyMany(own, {
        paths: [...ids.keys()],
        material: (path) => fileStore.material(ids.get(path)?.id ?? -1),
        reportOf: (path) => (ids.get(path)?.isKnown ? fileStore.packedReport(ids.get(path)?.id ?? -1) : null),
        options: { lang: language, notes, sheet },
        sink,
        onProgress: setDone,
      });
      setSaid(made.copies > 0 ? texts.done(made.copies, made.markedCells) : texts.none);
      setRemarks(made.remarks);
      return made;
    } catch {
      setSaid(errands.current === own ? texts.failed : texts.stopped);
      return null;
    } finally {
      own.close();
      if (errands.current === own) errands.current = null;
      setDone(null);
    }
  };
  const toZip = async (): Promise<void> => {
    const sink = zipSink();
    const made = await make(sink);
    if (made && made.copies > 0) download({ name: `${texts.zipName}.zip`, type: 'application/zip', bytes: sink.finish() });
  };
  const toFolder = async (): Promise<void> => {
    let folder: FileSystemDirectoryHandle | null = null;
    try {
      folder = await pickFolder(fileStore.store.getState().held);
    } catch (error) {
      if (!isClosed(error)) setSaid(texts.noFolder);
    }
    if (folder) await make(folderSink(folder));
  };
  return (
    <div ref={group} tabIndex={-1} className={styles.panel} role="group" aria-label={texts.title} data-testid="copies">
      <p className={styles.panelText}>{texts.about(rows.length)}</p>
      <div className={styles.panelLine}>
        <Checkbox label={texts.notes} checked={notes} onChange={(_, { checked }) => setNotes(checked === true)} />
        <Checkbox label={texts.sheet} checked={sheet} onChange={(_, { checked }) => setSheet(checked === true)} />
        <Button size="small" appearance="primary" disabled={done !== null || rows.length === 0} onClick={() => void toZip()}>{texts.toZip}</Button>
        {canPickFolder() && <Button size="small" disabled={done !== null || rows.length === 0} onClick={() => void toFolder()}>{texts.toFolder}</Button>}
        {done === null ? <Button size="small" onClick={onClose}>{texts.close}</Button> : <Button size="small" onClick={stop}>{texts.stop}</Button>}
        {done !== null && <ProgressBar style={{ width: 140 }} max={rows.length} value={done} aria-label={texts.progress(done, rows.length)} />}
        <span role="status">{done === null ? said : texts.progress(done, rows.length)}</span>
      </div>
      {remarks.length > 0 && <ul className={styles.remarks}>{remarks.map((remark) => <li key={remark}>{remark}</li>)}</ul>}
    </div>
  );
}
