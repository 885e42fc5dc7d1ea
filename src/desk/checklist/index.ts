/**
 * What goes back: the 检查表 of a unit (`unitChecklist`), the 汇总表 of all (`summaryDocument`), both in one for a batch
 * (`batchChecklist`), and the name of a unit's file (`checklistNames`); `isChecklist` knows what has come back. Documents of `files/printed`, written there.
 */
export { unitChecklist, type ChecklistOptions } from './unitChecklist';
export { summaryDocument, type SummaryExtras } from './summary';
export { batchChecklist, reportChecklist } from './batch';
export { betweenChecklists, betweenReports, versionChecklists, type BetweenChecklists } from './between';
export { isChecklist } from './own';
export { checklistNames, summaryName } from './names';
export { checklistWords } from './words';
