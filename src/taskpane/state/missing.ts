import type { WorkbookReport } from '../../audit/report/model';

export type MissingTable = WorkbookReport['missing'][number];
/** Declared empty in the 目录 · listed there all the same · no word about it. */
export type MissingKind = 'missingEmpty' | 'missingListed' | 'missingAbsent';

/** A table that ought to be there; one that the 目录 declares empty may be left out. */
export function isMissing(table: MissingTable): boolean {
  return !table.declaredEmpty;
}

export function missingTables(report: WorkbookReport): readonly MissingTable[] {
  return report.missing.filter(isMissing);
}

/** Why a table is on the list of those the workbook does not hold. */
export function missingKind(report: WorkbookReport, table: MissingTable): MissingKind {
  if (table.declaredEmpty) return 'missingEmpty';
  // The 目录 names tables with the level before the title: 单位综合预算收入总表.
  const listed = report.findings.some(
    ({ cells }) =>
      cells.some(({ role }) => role === 'declaration') &&
      cells.some(({ role, value }) => (role === 'subject' || role === 'declaration') && sameTitle(value, table.title)),
  );
  return listed ? 'missingListed' : 'missingAbsent';
}

function sameTitle(listed: string, title: string): boolean {
  const bare = (text: string): string => text.replace(/\s/g, '');
  return bare(listed).endsWith(bare(title));
}
