import type { EquationNotes, Softness } from '../equations/builder';
import { AmountState, type EquationStore } from '../equations/model';
import { OutcomeCode, type Evaluation } from '../outcome/evaluate';
import type { CheckResult } from '../rules/kinds';
import type { CompiledRules, Obstacle } from '../rules/compile';
import type { RuleDefinition } from '../rules/model';
import { looseKinds, type FamilyDefinition, type Recognition } from '../tables';
import { lackedByBodies, looseTables } from './bodies';
import type { Doubted } from './doubts';
import type { AmountNames } from './labels';
import type { Unchecked } from './model';

export interface UncheckedResult {
  readonly list: readonly Unchecked[];
  readonly notApplicable: number;
  readonly insufficient: number;
}

/** What was not checked, with the reason: tables that are missing, rows and columns not found, figures that cannot be read. */
export function uncheckedOf(
  rules: readonly RuleDefinition[],
  compiled: CompiledRules,
  evaluation: Evaluation,
  recognition: Recognition,
  checks: readonly CheckResult[],
  names: AmountNames,
  doubt: Pick<Doubted, 'equations' | 'unchecked'>,
  lang: 'zh' | 'en',
): UncheckedResult {
  const list: Unchecked[] = [];
  let notApplicable = 0;
  let insufficient = 0;
  const declaredEmpty = declaredEmptyTables(recognition);
  const tableNames = tableNamesOf(recognition.families);
  const loose = looseKinds(recognition.tables);
  for (const [index, obstacles] of compiled.obstacles) {
    const reasons = new Set<string>();
    for (const obstacle of obstacles) {
      if (isHarmless(obstacle, declaredEmpty, recognition)) notApplicable++;
      else insufficient++;
      if (obstacle.kind === 'table' && (!isDue(obstacle.table, recognition) || obstacle.body !== undefined || loose.has(obstacle.table))) continue;
      if (obstacle.kind !== 'condition') reasons.add(reasonOf(obstacle, tableNames, declaredEmpty.has(obstacle.kind === 'unknownCondition' ? '' : obstacle.table), lang));
    }
    for (const reason of reasons) list.push({ rule: rules[index].id, reason });
  }
  list.push(...lackedByBodies(rules, compiled, recognition, tableNames, (table) => isDue(table, recognition) && !loose.has(table), lang), ...looseTables(rules, recognition, tableNames, lang));
  list.push(...unreadable(rules, compiled.equations, compiled.notes, evaluation, recognition, names, doubt.equations, lang), ...doubt.unchecked);
  for (const check of checks) for (const u of check.unchecked) {
    insufficient++;
    list.push({ rule: u.rule, reason: u.reason[lang] });
  }
  list.push(...childless(recognition, lang));
  return { list, notApplicable, insufficient };
}

/** Tables that the 目录 declares empty. */
export function declaredEmptyTables(recognition: Recognition): ReadonlySet<string | null> {
  return new Set(recognition.catalogue?.entries.filter((e) => e.declaredEmpty).map((e) => e.tableId));
}

/** A condition that is not met, a table that is declared empty or that is not due: the rule does not apply. */
export function isHarmless(obstacle: Obstacle, declaredEmpty: ReadonlySet<string | null>, recognition: Recognition): boolean {
  return obstacle.kind === 'condition' || (obstacle.kind === 'table' && (declaredEmpty.has(obstacle.table) || !isDue(obstacle.table, recognition)));
}

/**
 * Whether a workbook of this kind ought to hold a table: 财政拨款结转资金支出表 is one of 部门 workbooks only; what some places print beyond
 * the Ministry's form is due where the 目录 lists it.
 */
export function isDue(table: string, { level, families, catalogue }: Recognition): boolean {
  if (table === 'B11c') return level === 'department';
  const isLocal = families.some((family) => family.tables.some(({ id, local }) => id === table && local));
  return !isLocal || (catalogue?.entries.some(({ tableId }) => tableId === table) ?? false);
}

function tableNamesOf(families: readonly FamilyDefinition[]): Map<string, string> {
  return new Map(families.flatMap((f) => f.tables.map((t) => [t.id, t.name] as const)));
}

function reasonOf(obstacle: Obstacle, names: ReadonlyMap<string, string>, empty: boolean, lang: 'zh' | 'en'): string {
  const name = (id: string): string => `“${names.get(id) ?? id}”`;
  switch (obstacle.kind) {
    case 'table':
      if (empty) return lang === 'zh' ? `${name(obstacle.table)}在目录中声明为空表，工作簿中没有` : `${name(obstacle.table)} is declared empty and not in the workbook`;
      return lang === 'zh' ? `${name(obstacle.table)}不在工作簿中` : `${name(obstacle.table)} is not in the workbook`;
    case 'block': return lang === 'zh' ? `${name(obstacle.table)}中没有认出“${obstacle.block}”一栏组` : `the block ${obstacle.block} of ${name(obstacle.table)} was not recognised`;
    case 'row': return lang === 'zh' ? `${name(obstacle.table)}中没有“${obstacle.row}”行` : `${name(obstacle.table)} has no row ${obstacle.row}`;
    case 'column': return lang === 'zh' ? `${name(obstacle.table)}中没有认出“${obstacle.column}”栏` : `the column ${obstacle.column} of ${name(obstacle.table)} was not recognised`;
    case 'condition': return '';
    case 'unknownCondition': return lang === 'zh' ? '规则的前提条件读不出来' : "the rule's condition cannot be read";
  }
}

/** Equations whose figures could not be taken, a line for each rule. */
function unreadable(
  rules: readonly RuleDefinition[],
  equations: EquationStore,
  notes: EquationNotes,
  evaluation: Evaluation,
  recognition: Recognition,
  names: AmountNames,
  doubted: ReadonlySet<number>,
  lang: 'zh' | 'en',
): Unchecked[] {
  const lines = new Map<string, { rule: string; count: number; first: number; kind: 'text' | 'blank' | Softness }>();
  for (let e = 0; e < equations.count; e++) {
    if (evaluation.outcome[e] !== OutcomeCode.insufficient || doubted.has(e)) continue;
    const cells = [...equations.cell.subarray(equations.start[e], equations.start[e + 1])];
    const bad = cells.find((c) => recognition.amounts.state[c] === AmountState.unreadable);
    const kind = bad !== undefined ? 'text' : notes.soft.get(e) ?? 'blank';
    const rule = rules[equations.rule[e]].id;
    const key = `${rule}|${kind}|${names.sheet(cells[0])}`;
    const line = lines.get(key);
    if (line) line.count++;
    else lines.set(key, { rule, count: 1, first: bad ?? cells[0], kind });
  }
  return [...lines.values()].map(({ rule, count, first, kind }) => {
    const place = `${names.place(first)} ${names.label(first)}`;
    const zh = {
      text: `${place} 不是数，涉及 ${count} 项核对`,
      extraMoney: `${names.sheet(first)} 有未认出的行带金额，${count} 项核对不能下结论（${place}）`,
      extraColumn: `${names.sheet(first)} 有未认出的栏带金额，${count} 项核对不能下结论（${place}）`,
      shallow: `另一张表没有列到下级科目，${place} 等 ${count} 项没有可比的行`,
      blank: `${place} 等 ${count} 项：一侧全部空白，无法核对`,
    }[kind];
    const en = {
      text: `${place} is not a number (${count} checks)`,
      extraMoney: `${names.sheet(first)} has unidentified rows with amounts; ${count} checks are undecided (${place})`,
      extraColumn: `${names.sheet(first)} has unidentified columns with amounts; ${count} checks are undecided (${place})`,
      shallow: `the other table does not go down to the lower codes: ${place} and others (${count}) have no row to be compared with`,
      blank: `${place} and others (${count}): one side is wholly blank`,
    }[kind];
    return { rule, reason: lang === 'zh' ? zh : en };
  });
}

/** A 类 or 款 with money but no listed child: its sum cannot be checked. */
function childless(recognition: Recognition, lang: 'zh' | 'en'): Unchecked[] {
  const list: Unchecked[] = [];
  for (const block of recognition.blocks) {
    const { codes, shape } = block.table.definition;
    if (shape !== 'coded' || (codes !== 'function' && codes !== 'department')) continue;
    const leaf = codes === 'function' ? 7 : 5;
    const open = block.rows.flatMap((row, index) => {
      if (row.kind !== 'item' || row.code.length >= leaf || block.children[index].length > 0) return [];
      const filled = block.columns.some((_, c) => {
        const amount = block.amounts[index * block.columns.length + c];
        return amount >= 0 && recognition.amounts.fen[amount] !== 0;
      });
      return filled ? [row.code] : [];
    });
    if (open.length === 0) continue;
    const shown = open.slice(0, 10).join('、') + (open.length > 10 ? '…' : '');
    list.push({
      rule: `${block.table.id}.2`,
      reason: lang === 'zh' ? `“${block.table.definition.name}”中科目 ${shown} 没有列出下级科目，其合计没有核对` : `children of ${shown} are not listed in ${block.table.title}; their sums were not checked`,
    });
  }
  return list;
}
