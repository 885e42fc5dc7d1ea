import { Button } from '@fluentui/react-components';
import { useRef } from 'react';
import { rosterOf } from '../../desk';
import { incomingOf, type FileStore } from '../files';
import type { WorkbenchTexts } from '../workbenchTexts';

export interface OpenersProps {
  readonly fileStore: FileStore;
  readonly texts: WorkbenchTexts;
  /** A sentence for the user; "" clears it. */
  readonly onProblem: (sentence: string) => void;
}

const ACCEPTED = '.xlsx,.xlsm,.xls,.xlsb,.ods,.et,.docx,.pdf,.txt,.md,.json';

/** Buttons that open files, a folder with all that is in it, or a roster. */
export function Openers({ fileStore, texts, onProblem }: OpenersProps) {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const roster = useRef<HTMLInputElement>(null);
  const add = (input: HTMLInputElement): void => {
    onProblem('');
    void fileStore.add([...(input.files ?? [])].map((file) => incomingOf(file)));
    input.value = ''; // the same file may be chosen again
  };
  const readRoster = async (input: HTMLInputElement): Promise<void> => {
    const file = input.files?.[0];
    input.value = '';
    if (!file) return;
    try {
      const found = rosterOf(await fileStore.readRows(incomingOf(file)));
      if (!('kind' in found)) {
        fileStore.setRoster(found);
        onProblem('');
      } else onProblem(found.kind === 'empty' ? texts.desk.rosterEmpty : texts.desk.rosterNone(found.columns.join('、')));
    } catch {
      onProblem(texts.desk.rosterEmpty);
    }
  };
  return (
    <>
      <Button size="small" onClick={() => files.current?.click()}>{texts.openFiles}</Button>
      <Button size="small" onClick={() => folder.current?.click()}>{texts.desk.openFolder}</Button>
      <Button size="small" title={texts.desk.rosterHint} onClick={() => roster.current?.click()}>{texts.desk.roster}</Button>
      <input ref={files} type="file" multiple hidden accept={ACCEPTED} data-testid="picker" onChange={(event) => add(event.target)} />
      <input ref={folder} type="file" multiple hidden data-testid="folder" {...{ webkitdirectory: '' }} onChange={(event) => add(event.target)} />
      <input ref={roster} type="file" hidden accept=".xlsx,.xls,.csv,.txt" data-testid="roster-picker" onChange={(event) => void readRoster(event.target)} />
    </>
  );
}
