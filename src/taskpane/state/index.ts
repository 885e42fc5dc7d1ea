/**
 * What the pane knows and shows, without React and without a host: one reducer over `PaneState`, and pure functions
 * that turn a state into the rows of a list, a ledger, marks and a settings text.
 */
export type { Action } from './actions';
export { alignAmount, formatAmount, formatShare, type AlignedAmount } from './amounts';
export { placeOf } from './cells';
export { headlineOf, type Headline } from './headline';
export { isMissing, missingKind, missingTables, type MissingKind } from './missing';
export { isFiltered, matches } from './filter';
export { ledgerOf, type Ledger, type LedgerLine } from './ledger';
export { marksOf, positionOf, ticksOf } from '../../host/marks';
export * from './model';
export { shownFindings, type RowNames } from './problemRows';
export { uncheckedCount } from '../../audit/report/uncheckedCount';
export { explainedFindings, paneVerdict, severities } from './problems';
export { isProblem, type Verdict, type VerdictState } from '../../audit/report/verdict';
export { listRows, type ListNames } from './list';
export { targetOf } from './findingRows';
export { goneFindings } from './mended';
export { noProse, reduceProse, type ProseAction, type ProsePhase, type ProseState } from './prose';
export { reduce } from './reducer';
export { heldOf } from './held';
export { adoptable, isStop, type Proposal, type Row, type Target } from './rows';
export { tableKey, tableName } from './tables';
export { treePositions, type TreePosition } from './treePositions';
export { explanationOf, figuresOf, longestExplanation, longestName, type Explanation, type Explanations, type StandingExplanation } from '../../audit/report/explanations';
export { defaultSettings, families, readSettings, writeSettings, type Family, type Kept, type ReadSettings, type Settings } from './settings';
