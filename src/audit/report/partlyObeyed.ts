/** Inferred relations that most rows of a table obey and some do not: figures are wrong there, or rows are not printed. Said, never as an error. */
import type { Unearned } from '../outcome/earned';
import { moneyText } from '../rules/kinds/money';
import type { EquationContext, Placed } from './context';
import { fingerprint } from './fingerprint';
import type { FindingCell } from './model';

/** A relation that fewer sums obey is none of the table's. */
const leastHeld = 2;

/** So many sums of one table that hold, and no fewer than fail, make it likely that figures are wrong. */
const likelyHeld = 3;

/** A sum of at least so many figures, the total included, that is the table's only check or nearly so. */
const mostAlone = 1;
const leastAlone = 4;

const mostTold = 6;

/** Whether the table shows the relation although it does not obey it everywhere. One row that lacks something may lack a part that is not printed, but not where a row stands there without a figure, nor where its columns lack amounts unlike each other. */
export function isPartlyObeyed({ held, broken, brokenRows, shortest, unlisted, hasBlankRow, isUnlike }: Unearned): boolean {
  if (unlisted) return false;
  if (isUnlike && held > broken && shortest >= leastAlone) return true;
  return (held >= leastHeld && brokenRows > 1) || (held < leastHeld && (broken <= mostAlone || hasBlankRow) && shortest >= leastAlone);
}

/** Equations of the sums that a table obeys only in part and that fail. */
export const partlyObeyedSums = (unearned: readonly Unearned[]): Set<number> => new Set(unearned.filter(isPartlyObeyed).flatMap(({ members }) => members));

/** One finding for each relation and table: which totals are at odds with it. */
export function partlyObeyed(context: EquationContext, unearned: readonly Unearned[]): Placed[] {
  const used = new Map<string, number>();
  return unearned.filter(isPartlyObeyed).map((own) => {
    const { recognition, rules } = context;
    const { table } = recognition.blocks[own.block];
    const base = `partly|${rules[own.rule].id}|${table.id}|${table.fields.get('项目名称')?.text ?? ''}`;
    const times = used.get(base) ?? 0;
    used.set(base, times + 1);
    return placed(context, own, fingerprint(times === 0 ? base : `${base}#${times}`));
  });
}

function placed(context: EquationContext, own: Unearned, id: string): Placed {
  const { recognition, rules, equations, lang } = context;
  const { table } = recognition.blocks[own.block];
  const firsts = [...new Map(own.members.map((e) => [equations.cell[equations.start[e]], e])).values()];
  const cells = firsts.map((e) => cellOf(context, equations.cell[equations.start[e]]));
  const shown = firsts.slice(0, mostTold).map((e) => differenceOf(context, e));
  const { text } = rules[own.rule];
  const rest = cells.length > shown.length ? (lang === 'zh' ? ` 等 ${cells.length} 处` : ` and others, ${cells.length} in all`) : '';
  return {
    equation: -1, sums: own.members, rule: own.rule, table: recognition.tables.indexOf(table), row: recognition.amounts.row[equations.cell[equations.start[own.members[0]]]],
    finding: {
      id, rule: rules[own.rule].id, severity: isLikely(context, own) ? 'warning' : 'hint', outcome: 'insufficient', table: table.id,
      message: lang === 'zh'
        ? `${cells[0].sheet} 的“${text.zh}”有 ${own.held} 项成立、${own.broken} 项不成立：${shown.join('、')}${rest}。多半是几个数有误，或有的行没有列出、错了位；这项关系是按表样推断的，不算差错，请核对`
        : `${cells[0].sheet}: “${text.en}” holds ${own.held} times and fails ${own.broken} times: ${shown.join(', ')}${rest}. Probably figures are wrong, or rows are missing or out of place; the relation is inferred from the form, so this is no error; please check`,
      left: null, right: null, difference: null, cells,
    },
  };
}

/** Between tables one of them may hold other money. */
function isLikely(context: EquationContext, { held, broken, members }: Unearned): boolean {
  if (held < likelyHeld || held < broken) return false;
  const { equations, recognition: { amounts } } = context;
  // Of a figure that has nothing on the other side it is not known that anything belongs there.
  if (members.some((e) => equations.start[e + 1] - equations.start[e] < 2)) return false;
  const sheets = new Set(members.flatMap((e) => [...equations.cell.subarray(equations.start[e], equations.start[e + 1])].map((a) => amounts.sheet[a])));
  return sheets.size === 1 && !isReadAmiss(context, members) && !failsByRows(context, members);
}

/** One sum has too much just what another lacks, and no figure stands in both: a row was read below the wrong one. */
function isReadAmiss({ equations, evaluation }: EquationContext, members: readonly number[]): boolean {
  const cells = (e: number): number[] => [...equations.cell.subarray(equations.start[e], equations.start[e + 1])];
  return members.some((e) => {
    const own = new Set(cells(e));
    return members.some((other) => Math.abs(evaluation.difference[e] + evaluation.difference[other]) <= evaluation.tolerance[e] + evaluation.tolerance[other] && !cells(other).some((a) => own.has(a)));
  });
}

/** Each total that fails lacks the same in two columns at least: a whole row is not below it, or below the wrong one; wrong figures stand in one column each. */
function failsByRows({ equations, evaluation, recognition: { amounts } }: EquationContext, members: readonly number[]): boolean {
  const rows = new Map<number, number[]>();
  for (const e of members) {
    const row = amounts.row[equations.cell[equations.start[e]]];
    rows.set(row, [...(rows.get(row) ?? []), e]);
  }
  return [...rows.values()].every((own) => own.some((e, i) => own.some((other, j) => j > i && Math.abs(evaluation.difference[e] - evaluation.difference[other]) <= evaluation.tolerance[e] + evaluation.tolerance[other])));
}

function cellOf({ names }: EquationContext, amount: number): FindingCell {
  return { sheet: names.sheet(amount), address: names.address(amount), role: 'total', value: names.decimal(amount), label: names.label(amount), unit: names.unit(amount) };
}

/** "E22（相差 -61.28）". */
function differenceOf({ names, equations, evaluation, lang }: EquationContext, e: number): string {
  const amount = equations.cell[equations.start[e]];
  const difference = moneyText(evaluation.difference[e], names.unit(amount));
  return lang === 'zh' ? `${names.address(amount)}（相差 ${difference}）` : `${names.address(amount)} (off by ${difference})`;
}
