import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { ChecklistExport } from '../desk/ChecklistExport';
import { download, type FileEntry, type FileStore, type OutgoingFile } from '../files';
import type { WorkbenchTexts } from '../workbenchTexts';
import { useWorkbenchStyles } from './styles';

export interface BatchExportProps {
  readonly fileStore: FileStore;
  readonly files: readonly FileEntry[];
  readonly texts: WorkbenchTexts & { readonly cancel: string };
}

/** What was found in all files, as a 检查表 to pass on or as the report a program reads. */
export function BatchExport({ fileStore, files, texts }: BatchExportProps) {
  const styles = useWorkbenchStyles();
  const [problem, setProblem] = useState('');
  if (!files.some(({ status }) => status === 'audited')) return null;
  const hand = async (made: Promise<OutgoingFile>): Promise<void> => {
    try {
      download(await made);
      setProblem('');
    } catch {
      setProblem(texts.exportFailed);
    }
  };
  return (
    <div className={styles.exports}>
      <ChecklistExport fileStore={fileStore} make={() => fileStore.checklist()} label={texts.exportChecklist} hand={hand} texts={texts} />
      <Button size="small" onClick={() => void hand(fileStore.jsonReport())}>{texts.exportJson}</Button>
      <Button size="small" onClick={() => void hand(fileStore.explanations())}>{texts.exportExplanations}</Button>
      {problem !== '' && <p className={styles.small} role="alert">{problem}</p>}
    </div>
  );
}
