import { stateNames, statesInOrder, type DeskSums } from '../../desk';
import type { Language } from '../../taskpane/text';
import type { WorkbenchTexts } from '../workbenchTexts';
import { useDeskStyles } from './deskStyles';

export interface DeskFootProps {
  readonly sums: DeskSums;
  readonly shown: number;
  readonly all: number;
  readonly texts: WorkbenchTexts & { readonly language: Language };
}

/** The sums of what is shown; older versions and copies count in none. */
export function DeskFoot({ sums, shown, all, texts }: DeskFootProps) {
  const styles = useDeskStyles();
  const counts: readonly (readonly [string, number])[] = [
    [texts.desk.errors, sums.errorCauses],
    [texts.desk.errorItems, sums.errors],
    [texts.desk.warnings, sums.warnings],
    [texts.desk.notChecked, sums.notChecked],
    [texts.desk.explainedCount, sums.explained],
  ];
  return (
    <div className={styles.foot} data-testid="sums">
      {shown < all && <span>{texts.desk.shown(shown, all)}</span>}
      <strong>{texts.desk.sums} {texts.desk.sumsFiles(sums.files - sums.setAside, sums.setAside)}</strong>
      <span>{texts.desk.withErrors(sums.withErrors)}</span>
      <span>{texts.desk.tables} {sums.tablesRead}/{sums.tablesDue}</span>
      {counts.map(([name, n]) => <span key={name}>{name} {n}</span>)}
      {statesInOrder.flatMap((state) => (sums.states[state] > 0 ? [<span key={state}>{texts.desk.stateLabel(stateNames[texts.language][state], sums.states[state])}</span>] : []))}
    </div>
  );
}
