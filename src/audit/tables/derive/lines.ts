import type { CodeKind, Panel } from '../../layout';
import { outlineLabel } from '../../workbook';
import type { BindContext, Binding, UnownedBlock } from '../bind/context';
import { NO_FIELDS } from '../bind/context';
import { makeBlock } from '../bind/make';
import type { BoundColumn } from '../model';
import { deriveColumns } from './columnTree';
import { impliedBy, isCompared } from './concepts';
import type { Line } from './lineTotals';
import { linkObeyed } from './obeyedTree';
import { readLines } from './readLines';

/** 收入 and 支出 side by side, and what is told of them besides. */
type Side = '收入' | '支出' | '用途' | '部门经济' | '政府经济';

/** Binds a form of line items in panels side by side (收支总表) whose lines and columns are named by the vocabulary. */
export function deriveLines(context: BindContext): Binding | null {
  const { layout } = context;
  const panels = layout.panels.filter((p) => p.names.length > 0 && p.amounts.length > 0);
  if (!layout.header || panels.length === 0) return null;
  const implied = impliedBy(layout.title?.core ?? '', context.words);
  const blocks: UnownedBlock[] = [];
  for (const { part, panel, stated } of partsOf(context, panels)) {
    const headed = stated ?? headedSide(context, panel);
    const read = readLines(part, panel, headed === null || headed === '支出', headed === '部门经济' || headed === '政府经济');
    const first = headed ?? sideOf(read);
    // 国有资本经营预算 in a list that turns out to be one of income is no class of expenditure.
    const rows = headed === null && first === '收入' ? readLines(part, panel, false, false) : read;
    // Both lists of 支出 stand below that word; where the second's own heading is not known, its lines say that it is 按用途.
    const side = first === '支出' && blocks.some((b) => b.id === first) && rows.some(isOfNature) ? '用途' : first;
    if (blocks.some((b) => b.id === side)) continue;
    const hangsOnAmounts = context.definition.openLines === true && linkObeyed(part, rows, moneyOf(panel));
    const columns = theAmount(deriveColumns(context, panel.amounts, implied), context);
    blocks.push(makeBlock(context, side, columns, rows.map((r) => r.row), { isStated: hangsOnAmounts || (BESIDES.includes(side) && isNumbered(rows)), hangsOnAmounts }));
  }
  return {
    blocks,
    fields: NO_FIELDS,
    headerBottom: layout.header.bottom,
    range: layout.range,
    fit: Math.min(1, blocks.length / 2),
    reason: {
      zh: `认出 ${blocks.length} 个栏组：${blocks.map((b) => `${b.id} ${b.rows.length} 行`).join('、')}`,
      en: `${blocks.length} groups of columns known: ${blocks.map((b) => `${b.id} with ${b.rows.length} rows`).join(', ')}`,
    },
  };
}

const moneyOf = ({ amounts }: Panel): number[] => amounts.flatMap(({ column, kind }) => (kind === 'amount' ? [column] : []));

/** A panel, or the lines of one above or below its 收入总计, and which side these are. */
interface Part {
  readonly part: BindContext;
  readonly panel: Panel;
  readonly stated: '收入' | '支出' | null;
}

/** 收入 above 支出 in one list: cut behind the last total of income, where totals of expenditure stand below it. */
function partsOf(context: BindContext, panels: readonly Panel[]): Part[] {
  const whole = panels.map((panel): Part => ({ part: context, panel, stated: null }));
  if (panels.length !== 1) return whole;
  const { grid, layout, words } = context;
  const totals = layout.rows.flatMap((row) => {
    const ids = words.phrase(outlineLabel(grid.norm(row, panels[0].names[0])).base).concepts.map((c) => c.id);
    const side = ids.includes('支出') ? '支出' : '收入';
    return ids.includes('合计') && ids.includes(side) && !(ids.includes('收入') && ids.includes('支出')) ? [{ row, side }] : [];
  });
  const first = totals.findIndex(({ side }) => side === '支出');
  if (first < 1 || totals.slice(first).some(({ side }) => side === '收入')) return whole;
  const cut = totals[first - 1].row;
  const within = (rows: readonly number[]): BindContext => ({ ...context, layout: { ...layout, rows } });
  return [{ part: within(layout.rows.filter((row) => row <= cut)), panel: panels[0], stated: '收入' }, { part: within(layout.rows.filter((row) => row > cut)), panel: panels[0], stated: '支出' }];
}

/** Sides of which rules between tables say nothing but the total. */
const BESIDES: readonly Side[] = ['用途', '部门经济', '政府经济'];

/** 一、 二、 三、 and totals, nothing else: what the totals sum is in no doubt. */
const isNumbered = (lines: readonly Line[]): boolean => lines.length > 0 && lines.every((line) => line.total !== '' || line.label.style === '一' || line.row.key === '结转下年');

/** The only amount of a list is its 合计, whatever the header calls it. */
function theAmount(columns: readonly BoundColumn[], { words }: BindContext): BoundColumn[] {
  const own = columns.filter((c) => !isCompared(c.id, words));
  return columns.map((c) => (own.length === 1 && c === own[0] ? { ...c, id: '合计' } : c));
}

/**
 * A table printed as one list of lines that ends in 收入总计 below 本年收入合计 (部门收入总体情况表 of some provinces). null where the rows
 * bear codes or there are no two such totals.
 */
export function deriveList(context: BindContext, panels: readonly Panel[]): Binding | null {
  const [panel] = panels;
  const { layout } = context;
  if (panels.length !== 1 || panel.codes.length > 0 || panel.names.length === 0 || !layout.header) return null;
  const lines = readLines(context, panel, false, false);
  const hangsOnAmounts = linkObeyed(context, lines, moneyOf(panel));
  const last = lines.map((line) => line.total).lastIndexOf('总计');
  if (last < 0 || !lines.some((line) => line.total === '本年合计' || line.row.key === '本年合计')) return null;
  const columns = theAmount(deriveColumns(context, panel.amounts, impliedBy(layout.title?.core ?? '', context.words)), context);
  const rows = lines.map((line, i) => (i === last ? { ...line.row, key: '合计', join: '合计', kind: 'total' as const } : line.row));
  return { blocks: [makeBlock(context, '', columns, rows, { isStated: hangsOnAmounts, hangsOnAmounts })], fields: NO_FIELDS, headerBottom: layout.header.bottom, range: layout.range, fit: 1, reason: { zh: `逐行列出，${rows.length} 行`, en: `listed row by row, ${rows.length} rows` } };
}

/** Which side a panel's header says it is; null where it does not. */
function headedSide(context: BindContext, panel: Panel): Side | null {
  const { layout, words } = context;
  const path = layout.header?.paths.get(panel.names[0]) ?? [];
  const ids = path.flatMap((word) => words.phrase(word).concepts.map((c) => c.id));
  if (ids.includes('支出用途')) return '用途';
  if (ids.includes('部门经济')) return '部门经济';
  if (ids.includes('政府经济')) return '政府经济';
  if (ids.includes('经济')) return economicSide(context, panel);
  if (ids.includes('收入') && !ids.includes('支出')) return '收入';
  return ids.includes('支出') && !ids.includes('收入') ? '支出' : null;
}

/** 按经济分类: of the two classifications the one that knows more of the names. */
function economicSide({ grid, layout, book }: BindContext, panel: Panel): Side {
  const names = layout.rows.map((row) => outlineLabel(grid.norm(row, panel.names[0])).base).filter((name) => name !== '');
  const known = (kind: CodeKind): number => names.filter((name) => book.codesOf(kind, name).length > 0).length;
  return known('government') > known('department') ? '政府经济' : '部门经济';
}

/** 基本支出, 项目支出. */
const isOfNature = ({ meaning }: Line): boolean => meaning.concepts.some((c) => c.dimension === 'nature');

/** Without a header that says so, the lines tell. */
function sideOf(lines: readonly Line[]): Side {
  return lines.filter((l) => l.row.isClass).length * 2 > lines.length || lines.some(isOfNature) ? '支出' : '收入';
}
