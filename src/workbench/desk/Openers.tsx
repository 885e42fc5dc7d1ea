import { Button } from '@fluentui/react-components';
import { useRef } from 'react';
import type { RosterEntry, RosterProblem } from '../../desk';
import { fileErrorText } from '../../files/errorTexts';
import type { Language } from '../../taskpane/text';
import { openErrands } from '../errands';
import { chosenFiles, filesIn, incomingOf, type FileStore } from '../files';
import type { WorkbenchTexts } from '../workbenchTexts';
import { canPickFolder, isClosed, pickFolderToRead } from './folderPicker';

export interface OpenersProps {
  readonly fileStore: FileStore;
  readonly texts: WorkbenchTexts & { readonly language: Language };
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
    void chosenFiles([...(input.files ?? [])]).then((found) => fileStore.add(found));
    input.value = ''; // the same file may be chosen again
  };
  // A folder that the browser can hold is not asked for again when explanations are written back to it; other browsers hand over its files alone.
  const openFolder = async (): Promise<void> => {
    if (!canPickFolder()) return folder.current?.click();
    onProblem('');
    try {
      const held = await pickFolderToRead();
      const adding = fileStore.add(await filesIn(held));
      fileStore.store.dispatch({ type: 'folderHeld', folder: held, isChosen: false });
      await adding;
    } catch (error) {
      if (!isClosed(error)) onProblem(texts.desk.folderRefused);
    }
  };
  const take = (found: readonly RosterEntry[] | RosterProblem): void => {
    if (!('kind' in found)) fileStore.setRoster(found);
    onProblem('kind' in found ? texts.desk.rosterProblem[found.kind](found.columns.join('、')) : '');
  };
  const readRoster = async (input: HTMLInputElement): Promise<void> => {
    const file = input.files?.[0];
    input.value = '';
    if (!file) return;
    const errands = openErrands();
    try {
      const answer = await errands.run({ kind: 'roster', bytes: await incomingOf(file).bytes(), name: file.name });
      if (answer.kind === 'refused') onProblem(fileErrorText(answer.code, texts.language, answer.details));
      else if (answer.kind === 'roster') take(answer.roster);
    } catch {
      onProblem(texts.desk.rosterProblem.empty());
    } finally {
      errands.close();
    }
  };
  return (
    <>
      <Button size="small" onClick={() => files.current?.click()}>{texts.openFiles}</Button>
      <Button size="small" onClick={() => void openFolder()}>{texts.desk.openFolder}</Button>
      <Button size="small" title={texts.desk.rosterHint} onClick={() => roster.current?.click()}>{texts.desk.roster}</Button>
      <input ref={files} type="file" multiple hidden accept={ACCEPTED} data-testid="picker" onChange={(event) => add(event.target)} />
      <input ref={folder} type="file" multiple hidden data-testid="folder" {...{ webkitdirectory: '' }} onChange={(event) => add(event.target)} />
      <input ref={roster} type="file" hidden accept=".xlsx,.xlsm,.xls,.xlsb,.ods,.et,.csv,.txt" data-testid="roster-picker" onChange={(event) => void readRoster(event.target)} />
    </>
  );
}
