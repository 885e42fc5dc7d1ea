import { familyList } from '../../audit/audit';
import type { BetweenReport, BookIdentity, Comparison } from '../../audit/between';
import type { Finding, FindingCell, FindingGroup, TableReport, WorkbookReport } from '../../audit/report/model';
import type { PrintedDocument } from '../../files/printed';
import type { Submission } from '../model';
import { ordered } from '../order';
import { submissionOf } from '../submission';
import type { DeskLanguage } from '../words';
import { batchChecklist } from './batch';
import { checklistNames, summaryName, type Against } from './names';
import { summaryDocument } from './summary';
import { unitChecklist, type ChecklistOptions } from './unitChecklist';
import { checklistWords } from './words';

/** What goes back of findings between workbooks, as documents to be written. */
export interface BetweenChecklists {
  /** A 检查表 for each workbook that something was found in, worst first. */
  readonly units: readonly { readonly name: string; readonly document: PrintedDocument }[];
  readonly summary: { readonly name: string; readonly document: PrintedDocument };
  /** All of them in one workbook. */
  readonly together: PrintedDocument;
}

/** The 检查表 of a roll-up or of a year against the last: of the workbook itself, and of every unit that a cause names. */
export function betweenChecklists(report: BetweenReport, options: ChecklistOptions): BetweenChecklists {
  return checklistsOf(betweenReports(report, options.lang), report.relation, [...(report.warning === null ? [] : [report.warning]), ...report.notes], options);
}

/** The 检查表 of a workbook handed in again: what is still wrong, each with what became of it. `report`: of the new workbook, with its 情况说明. */
export function versionChecklists(comparison: Comparison, report: WorkbookReport, options: ChecklistOptions): BetweenChecklists {
  return checklistsOf([versionReport(comparison, report, options.lang)], 'versions', [...(comparison.warning === null ? [] : [comparison.warning]), ...comparison.notes], options);
}

function checklistsOf(reports: readonly WorkbookReport[], against: Against, remarks: readonly string[], options: ChecklistOptions): BetweenChecklists {
  const byPath = new Map(reports.map((report) => [report.file, report]));
  const all = ordered(reports.map((report, i): Submission => submissionOf(report, { path: report.file, size: 0, digest: String(i), changed: '' })));
  const asked = all.filter(({ file }) => (byPath.get(file.path)?.findings.length ?? 0) > 0);
  const names = checklistNames(asked, options.lang, against);
  const extras = { roster: null, remarks };
  return {
    units: asked.flatMap(({ file }, i) => {
      const report = byPath.get(file.path);
      return report ? [{ name: names[i], document: unitChecklist(report, options) }] : [];
    }),
    summary: { name: summaryName(options.lang, against), document: summaryDocument(all, options, extras) },
    together: batchChecklist(all, (path) => (asked.some(({ file }) => file.path === path) ? (byPath.get(path) ?? null) : null), options, extras),
  };
}

/** A report a workbook, the first of the department or of this year: findings between workbooks as those of one workbook, cells of others under their unit's name. */
export function betweenReports(report: BetweenReport, lang: DeskLanguage): readonly WorkbookReport[] {
  const behind = report.relation === 'rollup' ? report.others : [];
  return [ownReport(report, lang), ...behind.map((other) => otherReport(report, other, lang))];
}

function ownReport(report: BetweenReport, lang: DeskLanguage): WorkbookReport {
  const shown = placesFor(report, report.book.file, lang);
  return {
    ...emptyReport(report, report.book, lang),
    tables: tablesOf([...report.tables, ...report.findings.flatMap(({ cells }) => cells.map(shown))]),
    outcomes: report.outcomes,
    findings: report.findings.map((finding) => ({ ...finding, cells: finding.cells.map(shown) })),
    groups: report.groups.map((group) => ({ ...group, suspects: group.suspects.map(shown) })),
    unchecked: report.unchecked,
  };
}

/** What a unit has to look into: causes that name a cell of its workbook. */
function otherReport(report: BetweenReport, other: BookIdentity, lang: DeskLanguage): WorkbookReport {
  const shown = placesFor(report, other.file, lang);
  const groups = report.groups.flatMap((group): FindingGroup[] => {
    const suspects = group.suspects.filter(({ file }) => file === other.file);
    return suspects.length > 0 ? [{ ...group, suspects: suspects.map(shown) }] : [];
  });
  const ids = new Set(groups.flatMap(({ findings }) => findings));
  const findings = report.findings.filter(({ id }) => ids.has(id)).map((finding): Finding => ({ ...finding, cells: ownFirst(finding.cells, other.file).map(shown) }));
  return {
    ...emptyReport(report, other, lang),
    tables: tablesOf([...report.tables, ...findings.flatMap(({ cells }) => cells)]),
    outcomes: { ...report.outcomes, inconsistent: findings.length },
    findings,
    groups,
  };
}

const ownFirst = (cells: readonly FindingCell[], file: string): readonly FindingCell[] => [...cells.filter((cell) => cell.file === file), ...cells.filter((cell) => cell.file !== file)];

/** A cell or suspect as the workbook `file` sees it: its own by the sheet, those of others with the name of their unit. */
function placesFor({ book, others }: BetweenReport, file: string, lang: DeskLanguage): <T extends { readonly sheet: string; readonly file?: string }>(cell: T) => T {
  const names = new Map([book, ...others].map((one) => [one.file, one.unit ?? one.file]));
  return ({ file: own = book.file, ...cell }) => ({ ...cell, sheet: own === file ? cell.sheet : checklistWords[lang].elsewhere(names.get(own) ?? own, cell.sheet) }) as never;
}

function emptyReport({ relation, rules }: BetweenReport, { file, family, level, year, unit }: BookIdentity, lang: DeskLanguage): WorkbookReport {
  const known = familyList().find(({ id }) => id === family);
  return {
    file, family, level, year, unit, rules,
    familyName: [known?.[lang] ?? '', checklistWords[lang].against[relation]].filter(Boolean).join(' · '),
    kind: known?.kind ?? null,
    tables: [], warning: null, missing: [], outcomes: { consistent: 0, inconsistent: 0, rounding: 0, notApplicable: 0, insufficient: 0 }, findings: [], groups: [], unchecked: [],
    coverage: { amountCells: 0, coveredCells: 0, uncovered: [] },
    notes: [],
  };
}

/** A table for each sheet that is spoken of, with its unit. */
function tablesOf(places: readonly { readonly sheet: string; readonly unit?: TableReport['unit']; readonly id?: string; readonly title?: string }[]): TableReport[] {
  const bySheet = new Map<string, TableReport>();
  for (const { sheet, unit, id = '', title = '' } of places) {
    if (unit === undefined || bySheet.has(sheet)) continue;
    bySheet.set(sheet, {
      id, name: title, title, sheet, unit, family: '', familyName: '', range: '', confidence: 1, reason: '', header: null, panels: [], columns: [], figures: 1,
      rows: { total: 0, item: 0, coded: [], ofWhich: 0, extra: 0, notes: 0, unread: 0 },
    });
  }
  return [...bySheet.values()];
}

/** The report of the new workbook, each finding and cause beginning with 未改, 未改正，金额有变 or 新出现. */
function versionReport({ findings }: Comparison, report: WorkbookReport, lang: DeskLanguage): WorkbookReport {
  const { standing: words, colon } = checklistWords[lang];
  const standings = new Map(findings.flatMap(({ standing, new: now }) => (now === null || standing === 'mended' || standing === 'unchecked' ? [] : [[now.id, words[standing]] as const])));
  const said = (standing: string | undefined, text: string): string => (standing === undefined ? text : `${standing}${colon}${text}`);
  return {
    ...report,
    findings: report.findings.map((finding) => ({ ...finding, message: said(standings.get(finding.id), finding.message) })),
    groups: report.groups.map((group) => ({ ...group, headline: said(commonOf(group.findings.map((id) => standings.get(id))), group.headline) })),
  };
}

/** Of a cause the standing of its findings, where it is one for all. */
function commonOf(standings: readonly (string | undefined)[]): string | undefined {
  const [first] = standings;
  return standings.every((one) => one === first) ? first : undefined;
}
