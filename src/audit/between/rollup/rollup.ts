import type { Finding } from '../../report/model';
import type { FactBook } from '../facts';
import { byWeight, noOutcomes, ruleOutcomes, sumOutcomes } from '../ledger';
import { identityOf } from '../identity';
import type { BetweenReport } from '../model';
import { listText, type Language } from '../texts';
import { causeGroup } from './causeGroups';
import { causesOf } from './causes';
import { gapFinding, unitName } from './gapFindings';
import { admitted } from './admitted';
import { scopeOf, unitsWithout, type LackingTables } from './scope';
import { scopeFindings } from './scopeFindings';
import { tableSums, type Gap, type TableSums } from './sums';
import { rosterOf } from './units';

/**
 * Whether the department's tables are the sums of its units', and where they are not, the unit behind it. `unread` names units whose workbooks
 * could not be read: what they might explain is not held against anyone.
 */
export function rollUp(department: FactBook, given: readonly FactBook[], lang: Language, unread: readonly string[] = []): BetweenReport {
  const { units, notes } = admitted(department, given, lang);
  // Further tables of one kind stand for single projects, or they are copies.
  const first = department.tables.filter((table, i) => department.tables.findIndex((t) => t.id === table.id && t.family === table.family) === i);
  const tables = first.map((table) => tableSums(department, table, units));
  const roster = rosterOf(department, units, unread);
  const scope = scopeOf(tables, units, roster);
  const netted = nettedSizes(scope.rest);
  const findings = new Map(scope.rest.map((gap) => [gap, gapFinding(gap, lang, gap.isNetted || netted.has(Math.abs(gap.difference)))] as const));
  const about = scopeFindings(scope, roster, lang);
  const open = new Set([...scope.absent, ...scope.lacking.flatMap((l) => l.gaps), ...scope.doubted.flatMap((d) => d.gaps), ...scope.wholes.flatMap((w) => w.gaps)]);
  const outcomes = tables.map((t) => withGaps(t, open));
  const h2 = { ...noOutcomes(), consistent: about.length === 0 && units.length > 0 ? 1 : 0, inconsistent: about.length };
  const compared = tables.filter((t) => t.reason === '').map((t) => t.table.id);
  return {
    relation: 'rollup',
    book: identityOf(department),
    others: units.map(identityOf),
    warning: units.length > 0 ? null : lang === 'zh' ? '没有一个单位的文件参加汇总，没有核对：请核对单位的文件和部门的文件是不是同一年度、同一类报表' : "No unit's workbook took part, nothing was compared: check that they are of the department's year and kind of form",
    outcomes: sumOutcomes([...outcomes, h2]),
    rules: ruleOutcomes('H', (rule) => (rule === 'H1' ? sumOutcomes(outcomes) : h2), compared, lang),
    findings: byWeight([...about, ...inOrder(tables, findings)]),
    groups: causesOf(scope.rest, department).map((cause) => causeGroup(cause, findings, department, lang)),
    unchecked: tables.flatMap((t) => uncheckedOf(t, lang)).map((reason) => ({ rule: 'H1', reason })),
    tables: tables.map((t, i) => ({
      id: t.table.id, title: t.table.title, sheet: t.table.sheet, unit: t.table.unit, books: t.books, outcomes: outcomes[i], reason: reasonText(t, lang),
    })),
    notes: [...notes, ...lackNotes(tables, units, scope.lacking, lang), ...(roster.unlisted.length > 0 ? [unlistedNote(roster.unlisted, lang)] : [])],
  };
}

/** Amounts of lines that may be netted: totals that are off by the same are so for the same reason. */
function nettedSizes(gaps: readonly Gap[]): ReadonlySet<number> {
  return new Set(gaps.filter((gap) => gap.isNetted).map((gap) => Math.abs(gap.difference)));
}

function inOrder(tables: readonly TableSums[], findings: ReadonlyMap<Gap, Finding>): Finding[] {
  return tables.flatMap((t) => t.gaps).flatMap((gap) => findings.get(gap) ?? []);
}

/** Gaps that one finding about the whole stands for are not counted figure by figure. */
function withGaps({ gaps, outcomes }: TableSums, open: ReadonlySet<Gap>): TableSums['outcomes'] {
  const left = gaps.filter((gap) => open.has(gap)).length;
  return { ...outcomes, inconsistent: gaps.length - left, insufficient: outcomes.insufficient + left };
}

function reasonText({ reason }: TableSums, lang: Language): string {
  const zh = lang === 'zh';
  switch (reason) {
    case '': return '';
    case 'singular': return zh ? '逐项目、逐任务的表，各单位的不能相加' : 'a table of single projects or tasks, which do not add up';
    case 'doubtful': return zh ? '部门的这张表多数勾稽不符，可能没有读懂，没有汇总核对' : "most identities of the department's own table fail: it was probably misread";
    case 'noUnitHasIt': return zh ? '各单位的文件里没有认出这张表' : 'recognised in no unit';
  }
}

function uncheckedOf(sums: TableSums, lang: Language): string[] {
  const { table, strange, unreadable } = sums;
  const zh = lang === 'zh';
  const reason = reasonText(sums, lang);
  return [
    ...(reason === '' ? [] : [`${table.sheet}${zh ? '：' : ': '}${reason}`]),
    ...(strange.length === 0 ? [] : [zh ? `${table.sheet}：栏目 ${listText(strange, lang)} 只有一方有，没有核对` : `${table.sheet}: columns ${listText(strange, lang)} are on one side only and were not compared`]),
    ...(unreadable.length === 0 ? [] : [zh ? `${table.sheet}：有金额读不出来（${listText(unreadable, lang, 3)}）` : `${table.sheet}: figures that cannot be read (${listText(unreadable, lang, 3)})`]),
  ];
}

/** A table that some units do not have counts as nothing there, where a finding does not say more of it. */
function lackNotes(tables: readonly TableSums[], units: readonly FactBook[], said: readonly LackingTables[], lang: Language): string[] {
  return tables.flatMap(({ table, books, reason }) => {
    if (reason !== '' || books === units.length || said.some((l) => l.tables.includes(table))) return [];
    const lacking = unitsWithout(table, units).map(unitName);
    return [lang === 'zh' ? `${table.sheet}：${listText(lacking, lang, 3)} 没有这张表，按没有数计` : `${table.sheet}: ${listText(lacking, lang, 3)} lack this table, which counts as nothing`];
  });
}

function unlistedNote(books: readonly FactBook[], lang: Language): string {
  const names = listText(books.map(unitName), lang);
  return lang === 'zh' ? `部门的表没有列出 ${names}` : `The department's tables do not list ${names}`;
}
