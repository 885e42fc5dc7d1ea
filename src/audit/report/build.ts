import { allSteps, type CauseGroup, type Localisation, type Steps } from '../diagnosis';
import { OutcomeCode } from '../outcome/evaluate';
import type { CheckResult } from '../rules/kinds';
import { UNITS, type AmountUnit, type BoundTable, type Recognition } from '../tables';
import type { AuditState } from '../state';
import { bodyNotes } from './bodies';
import { carriedOver, changedAmounts } from './carried';
import { ceilingGroups } from './ceilings';
import { coverageOf } from './coverage';
import { doubted, type Doubted } from './doubts';
import { draftFindings } from './draftFindings';
import type { EquationContext, Placed } from './context';
import { fileNotes } from './fileNotes';
import { settingsNotes } from './settingsNote';
import { equationFindings, type ToldBefore, type ToldEquation } from './equationFindings';
import { copyNotes } from './copies';
import { tornTableNotes } from './tornTables';
import { causesInSteps, failingOf, groupsOf, MOST_SEARCHED, type Causes } from './groups';
import { AmountNames } from './labels';
import { longNameNotes } from './longNames';
import type { FindingGroup, Outcome, Severity, TableReport, WorkbookReport } from './model';
import { partialReading } from './partial';
import { partlyObeyed, partlyObeyedSums } from './partlyObeyed';
import { readingReport, tableReports, type TablesBefore } from './reading';
import { numberingOf, SAME } from './renumbered';
import { roundingFindings } from './rounding';
import { ruleOutcomes } from './ruleOutcomes';
import { suspicionsInSteps } from './suspicions';
import { unearnedOf } from './unearned';
import { isDue, uncheckedOf } from './unchecked';

const WEIGHT: Readonly<Record<Severity, number>> = { error: 0, warning: 1, hint: 2 };

/** A report, and what was told in it that need not be told anew after an edit. */
export interface Told {
  readonly state: AuditState;
  readonly report: WorkbookReport;
  /** Failing relations by equation. */
  readonly told: ReadonlyMap<number, ToldEquation>;
  readonly tables: ReadonlyMap<BoundTable, TableReport>;
  readonly groups: ReadonlyMap<CauseGroup, FindingGroup>;
}

/** The same, and what was found out for it that outlives an edit. */
export interface Diagnosed extends Told {
  /** What explains all failures. */
  readonly all: Localisation;
  /** What explains those that are not doubted. */
  readonly causes: Causes;
}

/** The report of an audited workbook: findings by weight, then in the order of tables and rows. */
export function buildReport(state: AuditState): WorkbookReport {
  return allSteps(reportInSteps(state)).report;
}

/** The same, looking up between the steps of the diagnosis, which is most of the work. */
export function* reportInSteps(state: AuditState): Steps<Diagnosed> {
  const all = yield* causesInSteps(state);
  const doubt = doubted(state, all);
  const certain = doubt.state === state ? all : yield* causesInSteps(doubt.state);
  yield;
  const causes = { certain, suspected: yield* suspicionsInSteps(doubt.state, certain) };
  return { ...reportOf(doubt, causes, failingOf(state), null), state, all, causes };
}

/**
 * The report after edits while the causes are not yet looked for again: those found before stand as far as they still can. null where the tables are
 * others. `last`: the report before the last edits, causes looked for or not.
 */
export function reportMeanwhile(state: AuditState, diagnosed: Diagnosed, last: Told): Told | null {
  const { state: before, all, causes } = diagnosed;
  const numbering = numberingOf(before, state);
  if (numbering === null) return null;
  const since = changedAmounts(before.recognition.amounts, state.recognition.amounts, numbering);
  const carried = carriedOver(all, state, numbering, since);
  const doubt = doubted(state, carried);
  const certain = causes.certain === all && doubt.state === state ? carried : carriedOver(causes.certain, doubt.state, numbering, since);
  const own = { certain, suspected: carriedOver(causes.suspected, state, numbering, since, partlyObeyedSums(state.unearned)) };
  // Numbers of equations and amounts are those of the last report only where nothing was compiled anew.
  if (last.state.compiled !== state.compiled) return { ...reportOf(doubt, own, failingOf(state), { ...NOTHING_TOLD, tables: { tables: last.tables, changed: null } }), state };
  const changed = last.state === before ? since : changedAmounts(last.state.recognition.amounts, state.recognition.amounts, SAME);
  return { ...reportOf(doubt, own, failingOf(state), { ...last, changed, tables: { tables: last.tables, changed } }), state };
}

const NOTHING_TOLD = { told: new Map<number, ToldEquation>(), groups: new Map<CauseGroup, FindingGroup>(), changed: new Set<number>() };

/** `failing`: relations that fail, doubted ones included. */
function reportOf(doubt: Doubted, causes: Causes, failing: number, before: (ToldBefore & Pick<Told, 'groups'> & { readonly tables: TablesBefore }) | null): Told {
  const { state } = doubt;
  const lang = state.auditor.options.lang ?? 'zh';
  const { recognition, workbook, compiled, evaluation, rules } = state;
  const names = new AmountNames(workbook, recognition);
  const context: EquationContext = { rules, equations: compiled.equations, notes: compiled.notes, evaluation, recognition, grids: state.grids, names, lang };
  const checks = [...state.checks.values()];
  const told = new Map<number, ToldEquation>();
  const groups = new Map<CauseGroup, FindingGroup>();
  const placed: Placed[] = [
    ...equationFindings(context, before, told),
    ...roundingFindings(context),
    ...draftFindings(checks, rules, recognition, workbook, state.grids, lang).map((p) => (doubt.tables.has(p.table) ? milder(p) : p)),
    ...doubt.findings,
    ...partlyObeyed(context, state.unearned),
  ];
  placed.sort((a, b) => WEIGHT[a.finding.severity] - WEIGHT[b.finding.severity] || a.table - b.table || a.row - b.row || a.rule - b.rule || (a.finding.id < b.finding.id ? -1 : 1));
  const unchecked = uncheckedOf(rules, compiled, evaluation, recognition, checks, names, doubt, lang);
  const family = recognition.families[0] ?? null;
  const tables = tableReports(state, before?.tables);
  const reading = readingReport(state, tables);
  const { note, warning } = partialReading(reading, lang);
  const found = groupsOf(state, causes, placed, names, lang, before && { causes: before.groups, changed: before.changed }, groups);
  const report: WorkbookReport = {
    file: workbook.name,
    family: family ? mainFamily(recognition) : recognition.genericSheets.length > 0 ? 'generic' : null,
    familyName: familyName(recognition, lang),
    kind: recognition.families.find((f) => f.family === mainFamilyOrNull(recognition))?.kind ?? null,
    level: recognition.level,
    year: state.year,
    unit: recognition.unitName,
    tables: reading.sheets.flatMap((sheet) => sheet.tables),
    warning,
    missing: missingTables(recognition),
    outcomes: outcomesOf(state, checks, unchecked),
    rules: ruleOutcomes(state, lang),
    findings: placed.map((p) => p.finding),
    groups: [...found, ...ceilingGroups(state, placed, new Set(found.flatMap(({ findings }) => findings)))],
    unchecked: [...unchecked.list, ...unearnedOf(state.unearned, rules, recognition, workbook, lang)],
    coverage: coverageOf(recognition, compiled.equations, workbook),
    notes: [...(note === null ? [] : [note]), ...unsearchedNote(failing, lang), ...notesOf(state, lang)],
  };
  return { state, report, told, tables, groups };
}

function unsearchedNote(failing: number, lang: 'zh' | 'en'): string[] {
  if (failing <= MOST_SEARCHED) return [];
  return [lang === 'zh'
    ? `勾稽不符共 ${failing} 项，超过 ${MOST_SEARCHED} 项，没有推断是哪些格的错；多半是表读错了或换了表样，请先看各表是否读对`
    : `${failing} relations fail, more than ${MOST_SEARCHED}: causes were not looked for; tables were probably misread or are of another form; please look at how they were read first`];
}

/** In a table that was probably misread nothing is certain. */
function milder(placed: Placed): Placed {
  return placed.finding.severity === 'error' ? { ...placed, finding: { ...placed.finding, severity: 'warning' } } : placed;
}

/** The family most of the tables belong to. */
function mainFamily(recognition: Recognition): string {
  const counts = recognition.families.map((f) => ({ id: f.family, n: recognition.tables.filter((t) => t.family === f).length }));
  return counts.sort((a, b) => b.n - a.n)[0].id;
}

function familyName(recognition: Recognition, lang: 'zh' | 'en'): string {
  const family = recognition.families.find((f) => f.family === mainFamilyOrNull(recognition));
  if (!family) return recognition.genericSheets.length > 0 ? (lang === 'zh' ? '含科目编码的表' : 'Sheets with account codes') : lang === 'zh' ? '没有认出' : 'Not recognised';
  const level = family.family === 'shaanxi-budget' && recognition.level ? (lang === 'zh' ? (recognition.level === 'unit' ? '单位' : '部门') : recognition.level === 'unit' ? 'Unit: ' : 'Department: ') : '';
  return level + family.name[lang];
}

const mainFamilyOrNull = (recognition: Recognition): string | null => (recognition.families.length > 0 ? mainFamily(recognition) : null);

function missingTables(recognition: Recognition): WorkbookReport['missing'] {
  const present = new Set(recognition.tables.map((t) => t.id));
  const empty = new Set(recognition.catalogue?.entries.filter((e) => e.declaredEmpty).map((e) => e.tableId));
  const main = mainFamilyOrNull(recognition);
  return recognition.families
    .filter((f) => f.family === main)
    .flatMap((f) => f.tables)
    .filter((t) => !present.has(t.id) && isDue(t.id, recognition))
    .map((t) => ({ id: t.id, title: t.name, declaredEmpty: empty.has(t.id) }));
}

function outcomesOf(state: AuditState, checks: readonly CheckResult[], unchecked: { notApplicable: number; insufficient: number }): Record<Outcome, number> {
  const counts = [0, 0, 0, 0, 0];
  for (const code of state.evaluation.outcome) counts[code]++;
  const sum = (of: (c: CheckResult) => number): number => checks.reduce((n, c) => n + of(c), 0);
  return {
    consistent: counts[OutcomeCode.consistent] + sum((c) => c.consistent),
    inconsistent: counts[OutcomeCode.inconsistent] + sum((c) => c.drafts.reduce((n, { count }) => n + (count ?? 1), 0)),
    rounding: counts[OutcomeCode.rounding],
    notApplicable: counts[OutcomeCode.notApplicable] + sum((c) => c.notApplicable) + unchecked.notApplicable,
    insufficient: counts[OutcomeCode.insufficient] + unchecked.insufficient,
  };
}

function notesOf(state: AuditState, lang: 'zh' | 'en'): string[] {
  const { recognition, workbook } = state;
  const notes = [...recognition.notes, ...fileNotes(state, lang), ...settingsNotes(workbook, lang), ...copyNotes(recognition, workbook, lang), ...tornTableNotes(recognition, workbook, lang), ...longNameNotes(recognition, workbook, lang), ...bodyNotes(recognition, lang)];
  const assumed = recognition.tables.filter((t) => t.unitCell === null && t.definition.unit === undefined && t.family.family !== 'generic');
  const byUnit = new Map<AmountUnit, string[]>();
  for (const t of assumed) byUnit.set(t.unit, [...(byUnit.get(t.unit) ?? []), workbook.sheets[t.sheet].name]);
  for (const [unit, sheets] of byUnit) {
    const word = UNITS[unit].zh;
    notes.push(lang === 'zh' ? `${[...new Set(sheets)].join('、')} 没有写金额单位，按“${word}”核对` : `${[...new Set(sheets)].join(', ')}: no unit printed, ${word} assumed`);
  }
  if (recognition.families.length > 1) {
    const listed = recognition.families.map((f) => f.name[lang]).join(lang === 'zh' ? '、' : ', ');
    notes.push(lang === 'zh' ? `工作簿里有两类报表（${listed}），各按各的规则核对；建议分成两个文件` : `The workbook holds two families of tables (${listed}); each was checked by its own rules`);
  }
  if (state.year === null && recognition.tables.length > 0) {
    notes.push(lang === 'zh' ? '没有找到年度，科目编码按最接近的年度核对，只作提示；请指定年度' : 'No year was found: codes were checked against the closest chart, as hints only; please choose the year');
  }
  return notes;
}
