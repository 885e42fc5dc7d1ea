import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { Openers } from '../desk/Openers';
import { RunLine } from '../desk/RunLine';
import { BatchExport } from './BatchExport';
import { FileList, type FileListProps } from './FileList';
import { useWorkbenchStyles } from './styles';

/** Beside an open workbook: the other files, and the way back to the table of all. */
export function FilePanel({ fileStore, texts, files, chosen }: FileListProps) {
  const styles = useWorkbenchStyles();
  const [problem, setProblem] = useState('');
  return (
    <nav className={styles.files} aria-label={texts.files}>
      <p className={styles.title}>{texts.title}</p>
      {files.some(({ isExample }) => !isExample) && (
        <Button size="small" appearance="primary" onClick={() => fileStore.store.dispatch({ type: 'deskShown' })}>{texts.desk.toDesk}</Button>
      )}
      <div className={styles.exports}>
        <Openers fileStore={fileStore} texts={texts} onProblem={setProblem} />
      </div>
      {problem !== '' && <p className={styles.small} role="alert">{problem}</p>}
      <RunLine fileStore={fileStore} texts={texts} />
      <FileList fileStore={fileStore} texts={texts} files={files} chosen={chosen} />
      <BatchExport fileStore={fileStore} files={files} texts={texts} />
      <p className={styles.small}>{texts.dropHere}</p>
    </nav>
  );
}
