import type { Outcome } from '../../audit/report/model';
import { listRows, type PaneState, type Row } from '../state';
import type { Texts } from '../text';

/** The rows of the present state; computed again only when something they depend on has changed. */
export function createRowCache(texts: Texts): (state: PaneState) => readonly Row[] {
  const names = {
    wholeWorkbook: texts.wholeWorkbook,
    severity: { error: texts.error, warning: texts.warning, hint: texts.hint },
    rule: texts.ruleIs,
    missing: texts.uncheckedMissing,
    uncovered: texts.uncheckedCells,
    notes: texts.uncheckedNotes,
    declaredEmpty: texts.uncheckedEmpty,
    missingKind: { missingEmpty: texts.missingEmpty, missingListed: texts.missingListed, missingAbsent: texts.missingAbsent },
    passedTable: texts.passedTable,
    blankTable: texts.blankTable,
    passedAll: texts.passedAll,
    rulesPassed: texts.rulesPassed,
    rulesFailed: texts.rulesFailed,
    rulesNotApplied: texts.rulesNotApplied,
    notApplied: texts.notApplied,
    nothingToCheck: texts.nothingToCheck,
    listComma: texts.listComma,
    listSemicolon: texts.listSemicolon,
    heldReading: texts.heldReading,
    heldNone: texts.heldNone,
    heldMore: texts.heldMore,
    outcomeCount: (outcome: Outcome, n: number) => `${texts[outcome]} ${n}`,
  };
  let inputs: readonly unknown[] = [];
  let rows: readonly Row[] = [];
  return (state) => {
    const { view } = state;
    const now = [
      state.report, state.held, state.mended, state.settings.explained,
      view.tab, view.grouping, view.severity, view.table, view.outcome, view.rule, view.query, view.passedBy, view.toggled,
    ];
    if (now.some((input, i) => input !== inputs[i])) {
      inputs = now;
      rows = listRows(state, names);
    }
    return rows;
  };
}
