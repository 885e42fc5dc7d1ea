import { Button, mergeClasses } from '@fluentui/react-components';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import { verdictText, type Texts } from '../../taskpane/text';
import type { FileEntry, FileStore } from '../files';
import type { WorkbenchTexts } from '../workbenchTexts';
import { useWorkbenchStyles } from './styles';

export interface FileListProps {
  readonly fileStore: FileStore;
  readonly texts: Texts & WorkbenchTexts;
  /** In the order of the desk. */
  readonly files: readonly FileEntry[];
  readonly chosen: number | null;
}

/** Every file with its unit, what was found and how far it is. One tab stop: arrow keys move, Enter opens, Delete takes off. */
export function FileList({ fileStore, texts, files, chosen }: FileListProps) {
  const styles = useWorkbenchStyles();
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<VirtualizerHandle>(null);
  const at = files.findIndex(({ id }) => id === chosen);
  useEffect(() => {
    if (at >= 0) list.current?.scrollToIndex(at, { align: 'nearest' });
  }, [at]);
  const remove = (file: FileEntry): void => {
    if (!file.edited || window.confirm(texts.removeEdited(file.name))) void fileStore.remove(file.id);
  };
  const focus = (index: number): void => {
    list.current?.scrollToIndex(index, { align: 'nearest' });
    requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-file="${index}"]`)?.focus());
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const index = Number((event.target as HTMLElement).dataset.file ?? Number.NaN);
    if (Number.isNaN(index)) return;
    const targets: Readonly<Record<string, number>> = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: files.length - 1 };
    const target = targets[event.key];
    if (event.key === 'Delete') remove(files[index]);
    else if (target !== undefined && files[target]) focus(target);
    else return;
    event.preventDefault();
  };
  return (
    <div ref={scroller} className={styles.fileList} role="list" onKeyDown={onKeyDown}>
      <Virtualizer ref={list} scrollRef={scroller} data={files} keepMounted={at >= 0 ? [at] : []}>
        {(file, index) => (
          <div key={file.id} role="listitem" aria-setsize={files.length} aria-posinset={index + 1} className={mergeClasses(styles.file, file.id === chosen && styles.fileChosen)}>
            <button
              type="button"
              data-file={index}
              className={styles.fileButton}
              aria-current={file.id === chosen}
              tabIndex={index === Math.max(0, at) ? 0 : -1}
              title={`${file.submission.file.path}\n${texts.desk.removeKey}`}
              onClick={() => fileStore.choose(file.id)}
            >
              <span className={styles.fileName}>{file.isExample ? `${texts.example} ${file.name}` : file.name}</span>
              {file.submission.unit !== null && <span className={styles.small}>{file.submission.unit}</span>}
              <span className={mergeClasses(styles.small, (file.submission.verdict?.errors ?? 0) > 0 && styles.bad)}>{statusOf(file, texts)}</span>
            </button>
            <Button size="small" appearance="subtle" className={styles.remove} tabIndex={-1} aria-label={texts.remove(file.name)} onClick={() => remove(file)}>
              ×
            </Button>
          </div>
        )}
      </Virtualizer>
    </div>
  );
}

function statusOf({ status, submission, edited }: FileEntry, texts: FileListProps['texts']): string {
  const words = {
    waiting: texts.waiting,
    reading: texts.reading,
    auditing: texts.auditing,
    opened: texts.notAudited,
    audited: submission.verdict ? verdictText(submission.verdict, texts) : '',
    failed: texts.failed,
  };
  return [words[status], edited ? texts.edited : ''].filter(Boolean).join(' · ');
}
