import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger, mergeClasses } from '@fluentui/react-components';
import { useState } from 'react';
import { EXPLANATIONS_NAME, stateNames, type DecidedState } from '../../desk';
import type { Language } from '../../taskpane/text';
import { download, type FileStore, type OutgoingFile } from '../files';
import type { WorkbenchTexts } from '../workbenchTexts';
import type { Relation } from '../errands';
import { actedOn, type DeskRow, type DeskState, type DeskStore } from './deskState';
import { ChecklistExport } from './ChecklistExport';
import { useDeskStyles } from './deskStyles';
import { canPickFolder, isClosed, mayWrite, pickFolder } from './folderPicker';
import { writeBack } from './writeBack';

export interface DeskBulkProps {
  readonly shown: readonly DeskRow[];
  readonly desk: DeskState;
  readonly deskStore: DeskStore;
  readonly fileStore: FileStore;
  readonly texts: WorkbenchTexts & { readonly language: Language; readonly cancel: string };
}

const RELATIONS: readonly Relation[] = ['versions', 'rollup', 'years'];

/** What is done with the selected files, or with all that are shown: a state, a 检查表, reports. */
export function DeskBulk({ shown, desk, deskStore, fileStore, texts }: DeskBulkProps) {
  const styles = useDeskStyles();
  const [said, setSaid] = useState('');
  const chosen = shown.filter(({ entry }) => desk.selected.has(entry.id));
  const rows = actedOn(shown, desk);
  const ids = rows.map(({ entry }) => entry.id);
  const decide = (state: DecidedState | null): void => {
    // What nobody could read or audit is not passed by a click on all.
    const able = state === null ? rows : rows.filter(({ submission }) => submission.verdict !== null || state !== 'passed');
    fileStore.decide(able.map(({ entry }) => entry.id), state);
    setSaid(state === null ? texts.desk.undecidedNow(able.length) : texts.desk.decidedNow(able.length, stateNames[texts.language][state]));
  };
  const hand = async (made: Promise<OutgoingFile>): Promise<void> => {
    try {
      download(await made);
      setSaid('');
    } catch {
      setSaid(texts.exportFailed);
    }
  };
  const toFolder = async (): Promise<void> => {
    try {
      const { held } = fileStore.store.getState();
      const folder = held && (await mayWrite(held)) ? held : await pickFolder(held);
      fileStore.store.dispatch({ type: 'folderHeld', folder, isChosen: true });
      setSaid(texts.desk.writtenBack[await writeBack(folder, EXPLANATIONS_NAME, fileStore.store.getState().folder)](`${folder.name}/${EXPLANATIONS_NAME}`));
    } catch (error) {
      if (!isClosed(error)) setSaid(texts.desk.writtenBack.refused(EXPLANATIONS_NAME));
    }
  };
  return (
    <div className={mergeClasses(styles.bar, !desk.unfolded && styles.folded)} role="group" aria-label={texts.desk.actions}>
      <span>{chosen.length > 0 ? texts.desk.selected(chosen.length) : texts.desk.noneSelected(shown.length)}</span>
      <Button size="small" disabled={chosen.length === 0} onClick={() => decide('toReturn')}>{texts.desk.setToReturn}</Button>
      <Button size="small" disabled={chosen.length === 0} onClick={() => decide('returned')}>{texts.desk.setReturned}</Button>
      <Button size="small" disabled={chosen.length === 0} onClick={() => decide('passed')}>{texts.desk.setPassed}</Button>
      <Button size="small" disabled={!chosen.some(({ submission }) => submission.decision !== null)} onClick={() => decide(null)}>{texts.desk.takeDecision}</Button>
      <ChecklistExport fileStore={fileStore} make={() => fileStore.checklist(ids)} label={texts.desk.exportSelected} disabled={rows.length === 0} hand={hand} texts={texts} />
      <Button size="small" disabled={rows.length === 0} aria-pressed={desk.panel === 'copies'} onClick={() => deskStore.dispatch({ type: 'panelShown', panel: desk.panel === 'copies' ? null : 'copies' })}>{texts.desk.markedCopies}</Button>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button size="small" disabled={shown.length === 0}>{texts.desk.against}</Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {RELATIONS.map((relation) => <MenuItem key={relation} onClick={() => deskStore.dispatch({ type: 'panelShown', panel: relation })}>{texts.desk.relations[relation]}</MenuItem>)}
          </MenuList>
        </MenuPopover>
      </Menu>
      <Button size="small" onClick={() => void hand(fileStore.jsonReport())}>{texts.exportJson}</Button>
      <Button size="small" onClick={() => void hand(fileStore.explanations())}>{texts.exportExplanations}</Button>
      {canPickFolder() && <Button size="small" onClick={() => void toFolder()}>{texts.desk.writeBack}</Button>}
      <span role="status">{said}</span>
    </div>
  );
}
