import { isTotalLabel, normaliseText } from '../workbook';
import { isNoteRow, makeBlock, makeRow, NO_FIELDS, ref, totalLabelCell, type BindContext, type Binding, type UnownedBlock } from './binding';
import { codeText } from './codes';
import { assignColumns, columnPatterns, findHeader, headerWords, isColumnNumbers, type Header } from './headers';
import type { BoundColumn, BoundRow } from './model';

interface Group {
  readonly id: string;
  readonly header: string;
}

/** A column group called by its year: 2024年, 2024年度预算数. */
const YEAR_GROUP = /^20\d\d年(度)?(部门|单位)?(预算|决算)?(数|安排|安排数|情况|金额)?$/;

/**
 * “三公”表: the same set of columns for several groups (上年 / 当年 / 增减; 预算数 / 决算数). The groups stand side by side
 * as column groups, or below one another as rows; each becomes a block.
 */
export function bindMatrix(context: BindContext): Binding | null {
  const { grid, definition, from, to } = context;
  const cells = definition.cells ?? [];
  const words = headerWords([...(definition.columns ?? []), ...cells], ['20\\d\\d年.{0,8}', ...(definition.groups ?? []).map((g) => g.header).filter((h) => !h.startsWith('.*')), '小计', '合计', '项目']);
  const header = findHeader(grid, from, to, (text) => words(text) || /三公|公务用车|因公出国/.test(text));
  if (!header) return null;
  const labels = assignColumns(columnPatterns(definition.columns ?? []), header.paths);
  const labelColumn = [...labels].find(([d]) => d.role === 'name')?.[1] ?? -1;
  const codeColumn = [...labels].find(([d]) => d.role === 'code')?.[1] ?? -1;
  const groups = withYears(definition.groups ?? [], header);
  const sideBySide = groups.filter((g) => [...header.paths.values()].some((path) => path.some((word) => new RegExp(`^(?:${g.header})$`).test(word))));
  const blocks: UnownedBlock[] =
    sideBySide.length > 0
      ? sideBySide.map((group) => columnGroup(context, header, group, codeColumn, labelColumn))
      : rowGroups(context, header, labelColumn);
  const bound = blocks.filter((b) => b.columns.length > 0);
  if (bound.length === 0) return null;
  const found = Math.max(...bound.map((b) => b.columns.length));
  return {
    blocks: bound,
    fields: NO_FIELDS,
    headerTop: header.top,
    headerBottom: header.bottom,
    lastRow: Math.max(header.bottom, ...bound.flatMap((b) => b.rows.map((r) => r.row))),
    left: Math.min(...header.paths.keys()),
    right: Math.max(...header.paths.keys()),
    fit: found / cells.length,
    reason: `认出 ${bound.length} 组（${bound.map((b) => b.id).join('、')}），每组 ${found}/${cells.length} 栏`,
  };
}

/** 2023年 | 2024年 | 增减 instead of 上年 | 当年 | 增减: the earlier year is the previous one. */
function withYears(groups: readonly Group[], header: Header): readonly Group[] {
  const words = [...new Set([...header.paths.values()].flat())].filter((word) => YEAR_GROUP.test(word));
  const years = [...new Set(words.map((word) => word.slice(0, 4)))].sort();
  if (years.length !== 2 || !groups.some((g) => g.id === '上年')) return groups;
  const ofYear = (year: string): string => words.filter((word) => word.startsWith(year)).map((word) => word.replace(/[()]/g, '\\$&')).join('|');
  return groups.map((g) => (g.id === '上年' ? { ...g, header: `${g.header}|${ofYear(years[0])}` } : g.id === '当年' ? { ...g, header: `${g.header}|${ofYear(years[1])}` } : g));
}

function columnsOf(context: BindContext, paths: ReadonlyMap<number, readonly string[]>): BoundColumn[] {
  const assigned = assignColumns(columnPatterns(context.definition.cells ?? []), paths);
  return [...assigned]
    .map(([definition, column]) => ({ id: definition.id, label: definition.id, role: definition.role ?? ('part' as const), column }))
    .sort((a, b) => a.column - b.column);
}

function columnGroup(
  context: BindContext,
  header: Header,
  group: Group,
  codeColumn: number,
  labelColumn: number,
): UnownedBlock {
  const { grid, to } = context;
  const pattern = new RegExp(`^(?:${group.header})$`);
  const own = new Map([...header.paths].filter(([, path]) => path.some((word) => pattern.test(word))).map(([c, path]) => [c, path.filter((w) => !pattern.test(w))] as const));
  const columns = columnsOf(context, own);
  const rows: BoundRow[] = [];
  const first = Math.min(...[...header.paths].filter(([, p]) => p.some((w) => pattern.test(w))).map(([c]) => c));
  for (let row = header.bottom + 1; row <= to; row++) {
    const [start, end] = grid.cellsOf(row);
    if (start === end || isNoteRow(grid, row) || isColumnNumbers(grid, start, end)) continue;
    const code = codeColumn >= 0 ? codeText(grid.norm(row, codeColumn)) : '';
    const total = totalLabelCell(grid, row, codeColumn >= 0 || labelColumn >= 0 ? Math.max(codeColumn, labelColumn) + 1 : first);
    const hasAmount = columns.some((c) => grid.at(row, c.column) >= 0);
    const label = labelColumn >= 0 ? grid.raw(row, labelColumn).trim() : '';
    if (code === '' && total < 0 && !hasAmount) continue;
    // Without unit rows the one row of figures is the total.
    const isTotal = total >= 0 || (code === '' && rows.length === 0 && codeColumn < 0);
    rows.push(
      makeRow({
        row,
        key: isTotal ? '合计' : code || label,
        code,
        codeCell: code ? ref(grid, row, codeColumn) : null,
        label: isTotal ? '合计' : label || code,
        labelCell: labelColumn >= 0 ? ref(grid, row, labelColumn) : null,
        kind: isTotal ? 'total' : code !== '' ? 'item' : 'extra',
      }),
    );
  }
  // A single unit's only row is the total as well.
  if (rows.length === 1 && rows[0].kind === 'item') rows[0] = { ...rows[0], key: '合计', join: '合计', kind: 'total' };
  linkUnits(rows);
  return makeBlock(context, group.id, columns, rows);
}

function linkUnits(rows: BoundRow[]): void {
  const stack: number[] = [];
  rows.forEach((row, index) => {
    if (row.kind !== 'item') return;
    while (stack.length > 0 && !(row.code.length > rows[stack[stack.length - 1]].code.length && row.code.startsWith(rows[stack[stack.length - 1]].code))) stack.pop();
    if (stack.length > 0) row.parent = stack[stack.length - 1];
    stack.push(index);
  });
}

/** 预算数 and 决算数 as rows: one block a row. */
function rowGroups(context: BindContext, header: Header, labelColumn: number): UnownedBlock[] {
  const { grid, definition, to } = context;
  const columns = columnsOf(context, header.paths);
  const blocks: UnownedBlock[] = [];
  for (let row = header.bottom + 1; row <= to; row++) {
    const [start, end] = grid.cellsOf(row);
    if (start === end || isNoteRow(grid, row) || isColumnNumbers(grid, start, end)) continue;
    const at = labelColumn >= 0 ? labelColumn : grid.sheet.columns[start];
    const label = normaliseText(grid.raw(row, at));
    const group = (definition.groups ?? []).find((g) => new RegExp(`^(?:${g.header})$`).test(label));
    if (!group || blocks.some((b) => b.id === group.id) || isTotalLabel(label)) continue;
    blocks.push(makeBlock(context, group.id, columns, [makeRow({ row, key: '合计', label: grid.raw(row, at).trim(), labelCell: ref(grid, row, at), kind: 'total' })]));
  }
  return blocks;
}
