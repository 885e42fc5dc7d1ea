import { Button, mergeClasses } from '@fluentui/react-components';
import { useRef } from 'react';
import type { FileEntry, FileStore } from '../files';
import { verdictText, type Texts } from '../../taskpane/text';
import type { WorkbenchTexts } from '../workbenchTexts';
import { BatchExport } from './BatchExport';
import { incomingOf } from './incomingOf';
import { useWorkbenchStyles } from './styles';

export interface FilePanelProps {
  readonly fileStore: FileStore;
  readonly texts: Texts & WorkbenchTexts;
  readonly files: readonly FileEntry[];
  readonly chosen: number | null;
}

/** Every file with its unit, what was found and how far it is. */
export function FilePanel({ fileStore, texts, files, chosen }: FilePanelProps) {
  const styles = useWorkbenchStyles();
  const picker = useRef<HTMLInputElement>(null);
  const done = files.filter((file) => file.status === 'audited' || file.status === 'failed').length;
  return (
    <nav className={styles.files} aria-label={texts.files}>
      <p className={styles.title}>{texts.title}</p>
      <Button size="small" onClick={() => picker.current?.click()}>{texts.openFiles}</Button>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        accept=".xlsx,.xlsm,.xls,.xlsb,.ods,.et,.docx,.pdf,.txt,.md"
        data-testid="picker"
        onChange={(event) => {
          void fileStore.add([...(event.target.files ?? [])].map(incomingOf));
          event.target.value = ''; // the same file may be chosen again
        }}
      />
      {files.length > 1 && <div className={styles.small} role="status">{texts.progress(done, files.length)}</div>}
      <ul className={styles.list}>
        {files.map((file) => (
          <li key={file.id} className={mergeClasses(styles.file, file.id === chosen && styles.fileChosen)}>
            <button type="button" className={styles.fileButton} aria-current={file.id === chosen} onClick={() => fileStore.choose(file.id)}>
              <span className={styles.fileName}>{file.isExample ? `${texts.example} ${file.name}` : file.name}</span>
              {file.unit !== null && <span className={styles.small}>{file.unit}</span>}
              <span className={mergeClasses(styles.small, (file.verdict?.errors ?? 0) > 0 && styles.bad)}>{statusOf(file, texts)}</span>
            </button>
            <Button size="small" appearance="subtle" className={styles.remove} aria-label={texts.remove(file.name)} onClick={() => {
                if (!file.edited || window.confirm(texts.removeEdited(file.name))) void fileStore.remove(file.id);
              }}>
              ×
            </Button>
          </li>
        ))}
      </ul>
      <BatchExport fileStore={fileStore} files={files} texts={texts} />
      <p className={styles.small}>{texts.dropHere}</p>
    </nav>
  );
}

function statusOf(file: FileEntry, texts: FilePanelProps['texts']): string {
  const words = {
    waiting: texts.waiting,
    reading: texts.reading,
    auditing: texts.auditing,
    opened: texts.notAudited,
    audited: file.verdict ? verdictText(file.verdict, texts) : '',
    failed: texts.failed,
  };
  return [words[file.status], file.edited ? texts.edited : ''].filter(Boolean).join(' · ');
}
