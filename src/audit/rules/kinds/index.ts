/**
 * The checks that are no equations, by kind: codes against the chart, structure, form. Each takes a `CheckContext` and
 * answers drafts of findings and counts; each is a file of its own.
 */
import type { CheckKind } from '../model';
import { amountTexts } from './amountTexts';
import { catalogue } from './catalogue';
import { codes } from './codes';
import type { Check } from './context';
import { formulaPattern } from './formulaPattern';
import { formulas } from './formulas';
import { headings } from './headings';
import { indicators } from './indicators';
import { pairs, spendingClasses, unitKinds } from './pairs';
import { procurement } from './procurement';
import { projects } from './projects';
import { residue } from './residue';
import { selfEvaluation } from './selfEvaluation';
import { staleResults } from './staleResults';
import { structure } from './structure';
import { tasks } from './tasks';
import { textFormulas } from './textFormulas';
import { cover } from './cover';
import { tableNumbers } from './tableNumbers';
import { depth } from './depth';
import { organCodes } from './organCodes';
import { indicatorValues } from './indicatorValues';
import { changeRates } from './changeRates';
import { byBody } from './byBody';
import { blankTotals } from './blankTotals';
import { zeroTotals } from './zeroTotals';
import { staffing } from './staffing';
import { twins } from './twins';
import { emptyReasons } from './emptyReasons';
import { timeTargets } from './timeTargets';
import { tableOrder } from './tableOrder';
import { wording } from './wording';
import { purchases } from './purchases';
import { frugality } from './frugality';
import { vehicles } from './vehicles';
import { spendingZeros } from './spendingZeros';

export const CHECKS: Readonly<Record<CheckKind, Check>> = {
  codes,
  structure,
  pairs,
  unitKind: byBody(unitKinds, 'rest'),
  spendingClass: spendingClasses,
  projects: byBody(projects),
  tasks: byBody(tasks),
  procurement: byBody(procurement),
  catalogue: byBody(catalogue),
  headings,
  amountTexts,
  formulas,
  staleResults,
  formulaPattern,
  textFormulas,
  cover,
  tableNumbers: byBody(tableNumbers),
  depth,
  organCodes: byBody(organCodes),
  indicatorValues,
  zeroTotals,
  changeRates,
  selfEvaluation,
  staffing: byBody(staffing),
  twins,
  emptyReasons: byBody(emptyReasons),
  timeTargets,
  tableOrder: byBody(tableOrder),
  wording,
  purchases,
  frugality,
  vehicles,
  spendingZeros,
  blankTotals,
  residue: byBody(residue, 'rest'),
  indicators,
};

export { MOST_TOLD } from './context';
export type { CheckContext, CheckResult, Draft, DraftCell } from './context';
export { decimalText, wanyuanText, yuanText } from './money';
