import type { LayoutColumn } from '../../layout';
import type { Words } from '../../words';
import { amountOfCell } from '../amounts';
import type { BindContext } from '../bind/context';
import type { ColumnRole } from '../definitions';
import type { BoundColumn } from '../model';
import { doubtsOf } from './columnDoubt';
import { earlierYearOf, meaningOf, type Meaning } from './concepts';

/** A relation that is only inferred counts where at least so many of the rows that can show it obey it. */
const OBEYED = 0.8;

/** Rows that break by one slip of the pen are fewer. */
const MANY_BROKEN = 3;

/** Fewer rows prove nothing by themselves. */
const FEW_ROWS = 4;

interface Node {
  readonly column: LayoutColumn;
  readonly meaning: Meaning;
  /** Header words without those that all columns share. */
  readonly path: readonly string[];
  /** The total of its group, though no word says so. */
  readonly isWordless: boolean;
  /** Neither a known word of its own nor a name of the chart stands above it. */
  readonly isUnsure: boolean;
}

/**
 * Names the amount columns of a panel and finds which is the sum of which: from the header tree (小计 below a group is the sum of the
 * group's others), then by what the figures themselves obey (其中 columns may or may not be all there is).
 */
export function deriveColumns(context: BindContext, amounts: readonly LayoutColumn[], implied: ReadonlySet<string>): BoundColumn[] {
  const { words } = context;
  const money = amounts.filter((c) => c.kind === 'amount' || c.kind === 'quantity');
  const year = earlierYearOf(context.layout.header?.paths.values() ?? [], words, context.layout.title?.core);
  const shared = sharedPrefix(money.map((c) => c.path));
  const doubts = doubtsOf(context, money);
  const nodes = money.map((column, i): Node => {
    const isWordless = doubts.isWordless(i);
    return { column, meaning: meaningOf(column.path, words, implied, year), path: [...column.path.slice(shared), ...(isWordless ? [SUBTOTAL] : [])], isWordless, isUnsure: doubts.isUnsure(i) };
  });
  const parents = new Int32Array(nodes.length).fill(-1);
  const ofWhich = new Set<number>();
  linkGroup(nodes, nodes.map((_, i) => i), 0, -1, parents, words);
  const ids = distinctIds(nodes, context);
  settle(context, nodes, parents, ofWhich);
  return nodes.map((node, i) => ({
    id: ids[i],
    label: node.column.path[node.column.path.length - 1] ?? ids[i],
    role: roleOf(node, i, parents, ofWhich),
    column: node.column.column,
    parent: parents[i],
    isUnsure: node.isUnsure,
  }));
}

/** Stands for the word that the total of a group lacks. */
const SUBTOTAL = '小计';

function roleOf(node: Node, i: number, parents: Int32Array, ofWhich: ReadonlySet<number>): ColumnRole {
  if (node.column.kind === 'quantity') return 'quantity';
  if (ofWhich.has(i)) return 'of';
  if (parents[i] < 0) return parents.includes(i) ? 'total' : 'other';
  return parents[parents[i]] < 0 ? 'part' : 'sub';
}

function sharedPrefix(paths: readonly (readonly string[])[]): number {
  if (paths.length < 2) return 0;
  let length = 0;
  while (paths.every((path) => path.length > length + 1 && path[length] === paths[0][length])) length++;
  return length;
}

/** Columns that compare years or leave something out are no part of a total. */
function standsApart(meaning: Meaning): boolean {
  return meaning.concepts.some((c) => c.id === '上年' || c.id === '增减额' || c.id === '增减率' || c.dimension === 'deduction');
}

/** Links the columns that share the words above `depth`; answers the column that stands for the whole group, or -1. */
function linkGroup(nodes: readonly Node[], members: readonly number[], depth: number, above: number, parents: Int32Array, words: Words): number {
  const groups: number[][] = [];
  for (const i of members) {
    const last = groups[groups.length - 1];
    if (last && nodes[i].path.length > depth + 1 && nodes[last[0]].path.length > depth + 1 && nodes[last[0]].path[depth] === nodes[i].path[depth]) last.push(i);
    else groups.push([i]);
  }
  const total = members.find((i) => isTotalOf(nodes[i], depth)) ?? -1;
  const whole = total >= 0 ? total : above;
  for (const group of groups) {
    if (group.length === 1 && nodes[group[0]].path.length <= depth + 1) {
      if (group[0] !== total && whole >= 0 && whole !== group[0] && comparable(nodes, group[0], whole)) parents[group[0]] = whole;
      continue;
    }
    // A group of one column needs no total of its own.
    const own = linkGroup(nodes, group, depth + 1, group.some((i) => comparable(nodes, i, whole)) ? whole : -1, parents, words);
    if (own >= 0 && whole >= 0 && own !== whole && comparable(nodes, own, whole)) parents[own] = whole;
  }
  return total;
}

/** Figures of last year are parts of last year's total only. */
function comparable(nodes: readonly Node[], part: number, whole: number): boolean {
  if (whole < 0) return false;
  const a = nodes[part];
  const b = nodes[whole];
  if (a.column.kind === 'quantity' || b.column.kind === 'quantity') return false;
  if (standsApart(a.meaning) !== standsApart(b.meaning)) return false;
  const kinds = (m: Meaning): string => m.concepts.filter((c) => c.id === '上年' || c.id === '增减额' || c.dimension === 'deduction').map((c) => c.id).join();
  return kinds(a.meaning) === kinds(b.meaning);
}

/** 合计, 小计, 总计, 金额 directly below the words of a group; “三公”经费合计 at the top. */
function isTotalOf(node: Node, depth: number): boolean {
  if (node.path.length !== depth + 1) return false;
  const { meaning } = node;
  return node.isWordless || (meaning.isTotal && !meaning.isOfWhich);
}

/** Ids must differ within a block: a second column of the same meaning takes its words along. */
function distinctIds(nodes: readonly Node[], { words, definition }: BindContext): string[] {
  const seen = new Map<string, number>();
  // 本年 tells nothing where it stands above all columns.
  const own = nodes.filter((n) => !standsApart(n.meaning));
  const isWhole = own.every((n) => n.meaning.concepts.some((c) => c.id === '本年')) && own.filter((n) => n.meaning.id === '本年' && (n.meaning.isTotal || own.length === 1)).length === 1;
  return nodes.map(({ meaning, column }) => {
    const isPlain = meaning.isTotal || column.path.length === 0 || nodes.length === 1 || meaning.concepts.some((c) => c.dimension === 'measure');
    if (besideCarried(nodes, column, words)) return `${meaning.id}.本年`;
    const subject = classOf(column.path, meaning, definition);
    if (subject !== '') return subject;
    const base = meaning.id === '本年' && isWhole ? '合计' : isPartOfNamed(nodes, meaning, column, words) ? column.path[column.path.length - 1] : meaning.id !== '' ? meaning.id : isPlain ? '合计' : column.path[column.path.length - 1];
    const count = (seen.get(base) ?? 0) + 1;
    seen.set(base, count);
    return count === 1 ? base : `${base}${count}`;
  });
}

/** 小计 below 工资福利支出, or that word by itself: the whole of that economic class, where the table is one of them; "" elsewhere. */
function classOf(path: readonly string[], { isTotal, isOfWhich }: Meaning, { classes }: BindContext['definition']): string {
  const word = path[path.length - (isTotal ? 2 : 1)] ?? '';
  return !isOfWhich && classes?.includes(word) ? word : '';
}

/** 一般公共预算 {本年, 上年结转}: neither column is that fund as a whole; nor where the word beside 本年 is not known. */
function besideCarried(nodes: readonly Node[], { path }: LayoutColumn, words: Words): boolean {
  const last = (list: readonly string[]): Meaning => meaningOf(list.slice(-1), words, NOTHING, null);
  if (path.length < 2 || last(path).id !== '本年') return false;
  const mayBeCarried = ({ id, concepts }: Meaning): boolean => id === '上年结转' || concepts.length === 0;
  return nodes.some(({ column }) => column.path !== path && column.path.length === path.length && path.slice(0, -1).every((word, i) => word === column.path[i]) && mayBeCarried(last(column.path)));
}

/** 工资福利支出 below 人员经费 is no 人员经费 itself, where others stand beside it below the same word. */
function isPartOfNamed(nodes: readonly Node[], meaning: Meaning, { path }: LayoutColumn, words: Words): boolean {
  if (path.length < 2 || meaning.id === '' || meaning.isTotal) return false;
  const own = meaningOf([path[path.length - 1]], words, NOTHING, null);
  // 其中：医疗收入 is at most a part of 事业收入, whatever stands beside it.
  if (own.id === '' && own.isOfWhich) return true;
  if (own.id !== '' || own.isTotal || own.concepts.some((c) => c.dimension === 'measure' || c.dimension === 'kind')) return false;
  return nodes.some((n) => n.meaning.id === meaning.id && n.column.path !== path && n.column.path.length === path.length && path.slice(0, -1).every((word, i) => word === n.column.path[i]));
}

const NOTHING: ReadonlySet<string> = new Set();

/** Each total keeps the parts that its own rows bear out; where no choice of parts does, it keeps none. */
function settle(context: BindContext, nodes: readonly Node[], parents: Int32Array, ofWhich: Set<number>): void {
  const { words } = context;
  const totals = [...new Set([...parents].filter((p) => p >= 0))];
  for (const total of totals) {
    const parts = nodes.map((_, i) => i).filter((i) => parents[i] === total);
    const marked = parts.filter((i) => nodes[i].meaning.isOfWhich);
    const plain = parts.filter((i) => !nodes[i].meaning.isOfWhich);
    const choices = marked.length === 0 || (plain.length === 0 && areOfSeveralKinds(marked.map((i) => nodes[i]), words)) ? [plain] : plain.length >= 2 ? [plain, parts] : [parts, plain];
    // “三公”经费合计 beside 会议费 and 培训费: the parts of what it names, unless the rows say so.
    const wholes = words.phrase(nodes[total].column.path[nodes[total].column.path.length - 1] ?? '').concepts;
    const named = plain.filter((i) => nodes[i].meaning.concepts.some((part) => wholes.some((whole) => words.comprises(whole.id, part.id))));
    const own = named.length > 1 && named.length < plain.length ? named : plain;
    if (own !== plain) choices.unshift(own);
    // 公务用车 and its 运行费 beside one another: a part's part is none of the total, unless the rows say so.
    const inner = own.filter((i) => own.some((whole) => whole !== i && words.comprises(nodes[whole].meaning.id, nodes[i].meaning.id)));
    if (inner.length > 0) choices.unshift(own.filter((i) => !inner.includes(i)));
    // A column of which nothing is known may be a part or none.
    const unsure = plain.filter((i) => nodes[i].isUnsure);
    if (unsure.length > 0 && unsure.length < plain.length) choices.push(plain.filter((i) => !unsure.includes(i)));
    const free = nodes.map((_, i) => i).filter((i) => nodes[i].isUnsure && parents[i] < 0 && i !== total && !totals.includes(i) && comparable(nodes, i, total));
    for (const i of free) choices.push([...plain, i]);
    // 结转下年 beside the year's expenditure may or may not be in its total.
    const closing = parts.filter((i) => nodes[i].meaning.concepts.some((c) => c.id === '结转下年'));
    if (closing.length > 0) choices.push(parts.filter((i) => !closing.includes(i)));
    // 上年结转 beside 基本支出 and 项目支出 may be paid from within them.
    const opening = parts.filter((i) => nodes[i].meaning.concepts.some((c) => c.id === '上年结转') && !hasNature(nodes[i]));
    if (opening.length > 0 && parts.some((i) => hasNature(nodes[i]))) choices.push(parts.filter((i) => !opening.includes(i)), parts.filter((i) => !opening.includes(i) && !unsure.includes(i)));
    const votes = choices.map((choice) => vote(context, nodes, total, choice));
    // One row among a few is a fault, not another form.
    const obeyed = (v: Vote): boolean => v.held + v.broken === 0 || v.held >= (v.held + v.broken) * OBEYED || (v.broken === 1 && v.held + v.broken >= FEW_ROWS);
    // The choice that fewest rows contradict; of equals the first.
    const fewest = Math.min(...votes.filter(obeyed).map((v) => v.broken));
    let chosen = votes.findIndex((v) => obeyed(v) && v.broken === fewest);
    if (chosen < 0) chosen = (votes[0].held + votes[0].broken < FEW_ROWS || votes[0].held > votes[0].broken) && isWhollyKnown(nodes, choices[0], parents, total) ? 0 : -1;
    const first = chosen < 0 ? [] : choices[chosen];
    const mended = chosen >= 0 && votes[chosen].broken > 1 ? mendedBy(context, nodes, parents, total, first) : first;
    // Of many rows that break one column makes all hold: it stands in another's group.
    const kept = nodes.some((node) => node.isUnsure) || (mended.length > 0 && votes[chosen]?.broken >= MANY_BROKEN) ? mended : first;
    for (const i of kept) parents[i] = total;
    for (const i of parts) {
      if (kept.includes(i)) continue;
      // 小计 | 其中：专项: what else is in it is not printed.
      if (nodes[i].meaning.isOfWhich && (chosen >= 0 || plain.length === 0)) ofWhich.add(i);
      else parents[i] = -1;
    }
  }
}

/** Where a header word was lost, a column may have come to stand in the wrong group: of all columns the one with which, or without which, every row holds; no parts where there is none. */
function mendedBy(context: BindContext, nodes: readonly Node[], parents: Int32Array, total: number, parts: readonly number[]): readonly number[] {
  const free = nodes.map((_, i) => i).filter((i) => i !== total && parents[i] < 0 && !parts.includes(i) && !parents.includes(i) && comparable(nodes, i, total));
  const choices = [...free.map((i) => [...parts, i]), ...(parts.length > 2 ? parts.map((i) => parts.filter((part) => part !== i)) : [])];
  return choices.find((choice) => vote(context, nodes, total, choice).broken === 0) ?? [];
}

/** 其中：上年结转 beside 其中：财政拨款: the one money may be in both, whatever the figures of a few rows do. */
function areOfSeveralKinds(marked: readonly Node[], words: Words): boolean {
  const kinds = marked.map(({ column }) => words.phrase(column.path[column.path.length - 1] ?? '').concepts.find((c) => KINDS.includes(c.dimension))?.dimension);
  return !kinds.includes(undefined) && new Set(kinds).size > 1;
}

const hasNature = ({ meaning }: Node): boolean => meaning.concepts.some((c) => c.dimension === 'nature');

/** What money is told apart by. */
const KINDS: readonly string[] = ['fund', 'period', 'nature', 'item'];

/** A table of few rows, or one of which more rows agree than do not, is believed where the vocabulary knows each column and none is missing. */
function isWhollyKnown(nodes: readonly Node[], parts: readonly number[], parents: Int32Array, total: number): boolean {
  const ids = parts.map((i) => nodes[i].meaning.id);
  // What is not known and stands in no group with a total of its own may belong to it or not.
  // “三公”经费、会议费、培训费, just what the title names; beside 因公出国 and 公务接待 the latter two may be in the total or not.
  const isTitled = parts.every((i) => nodes[i].meaning.id === '' && nodes[i].meaning.concepts.some((c) => KINDS.includes(c.dimension)));
  if ((ids.includes('') && !isTitled) || nodes.some((node, i) => node.isUnsure && (parents[i] < 0 || (parents[i] === total && nodes[total].path.length === 1)))) return false;
  const dimensions = new Set(parts.flatMap((i) => nodes[i].meaning.concepts.map((c) => c.dimension)));
  const has = (...any: string[]): boolean => any.some((id) => ids.includes(id));
  if (dimensions.has('nature') && has('项目支出') && !has('基本支出', '人员经费')) return false;
  if (dimensions.has('fund') && !has('一般公共预算', '财政拨款')) return false;
  // 按收入性质分 beside 按支出性质分: the same money twice.
  if (dimensions.has('fund') && dimensions.has('nature')) return false;
  return parts.length >= 2;
}

interface Vote {
  readonly held: number;
  readonly broken: number;
}

function vote({ grid, layout, unit }: BindContext, nodes: readonly Node[], total: number, parts: readonly number[]): Vote {
  let held = 0;
  let broken = 0;
  for (const row of layout.rows) {
    const cell = grid.at(row, nodes[total].column.column);
    if (cell < 0) continue;
    const whole = amountOfCell(grid, cell, unit);
    let sum = 0;
    let step = whole.step;
    let filled = 0;
    for (const i of parts) {
      const amount = amountOfCell(grid, grid.at(row, nodes[i].column.column), unit);
      if (amount.state !== 1) continue;
      filled++;
      sum += amount.fen;
      if (amount.fen !== 0) step += amount.step;
    }
    if (whole.state !== 1 || (whole.fen === 0 && sum === 0)) continue;
    if (filled > 0 && Math.abs(whole.fen - sum) <= step / 2) held++;
    else broken++;
  }
  return { held, broken };
}
