import type { SheetGrid } from '../workbook';
import { isNoteRow, makeBlock, makeRow, NO_FIELDS, ref, type BindContext, type Binding } from './binding';
import { bindCoded } from './bindCoded';
import { CodeReader } from './codes';
import { columnPatterns, findHeader, headerWords, isColumnNumbers, matchesPath, type Header } from './headers';
import { linkHierarchy } from './hierarchy';
import type { BoundColumn, BoundRow } from './model';

interface Segment {
  readonly code: number;
  readonly name: number;
  readonly amount: number;
  /** Id of the column its amounts belong to (人员经费, 公用经费). */
  readonly id: string;
}

/**
 * 公开06表, present form: 编码 | 名称 | 金额 two or three times side by side below 人员经费 and 公用经费.
 * All rows become one list; each row's amount stands in the column of its own run. Other layouts: `bindCoded`.
 */
export function bindSegments(context: BindContext): Binding | null {
  const { grid, definition, from, to } = context;
  const columns = definition.columns ?? [];
  const header = findHeader(grid, from, to, headerWords(columns, ['决算数', '金额', '人员经费', '公用经费', '科目编码']));
  const segments = header ? segmentsOf(context, header) : [];
  if (!header || segments.length < 2) return bindCoded(context);
  const ids = [...new Set(segments.map((s) => s.id))];
  const bound: BoundColumn[] = ids.map((id) => ({ id, label: id, role: 'part', column: segments.find((s) => s.id === id)?.amount ?? 0 }));
  const rows: BoundRow[] = [];
  const placed: { readonly id: string; readonly column: number }[] = [];
  const totals = new Map<string, { row: number; column: number }>();
  let last = header.bottom;
  for (const segment of segments) {
    const reader = new CodeReader(grid, [segment.code]);
    for (let row = header.bottom + 1; row <= to; row++) {
      const [start, end] = grid.cellsOf(row);
      if (start === end || isNoteRow(grid, row) || isColumnNumbers(grid, start, end)) continue;
      const total = totalOf(grid, row, segment);
      if (total) {
        if (!totals.has(total.id)) totals.set(total.id, { row, column: total.column });
        last = Math.max(last, row);
        continue;
      }
      const code = reader.read(row);
      const label = grid.raw(row, segment.name).trim();
      if (code === '' && (label === '' || grid.at(row, segment.amount) < 0)) continue;
      if (header.paths.get(segment.name)?.includes(grid.norm(row, segment.name))) continue;
      last = Math.max(last, row);
      placed.push({ id: segment.id, column: segment.amount });
      rows.push(makeRow({ row, key: code || label, code, codeCell: ref(grid, row, segment.code), label, labelCell: ref(grid, row, segment.name), kind: code ? 'item' : 'extra' }));
    }
  }
  linkHierarchy('department', rows, context, { code: [], name: -1, gov: [], govName: -1, unitCode: -1, department: [], amounts: bound, firstAmount: 0 });
  for (const [id, at] of totals) {
    placed.push({ id, column: at.column });
    rows.push(makeRow({ row: at.row, key: '合计', label: `${id}合计`, kind: 'total' }));
  }
  return {
    blocks: [makeBlock(context, '', bound, rows, { columnOf: (r, c) => (placed[r].id === ids[c] ? placed[r].column : -1) })],
    fields: NO_FIELDS,
    headerTop: header.top,
    headerBottom: header.bottom,
    lastRow: last,
    left: segments[0].code,
    right: segments[segments.length - 1].amount,
    fit: ids.length / 2,
    reason: `认出并列的 ${segments.length} 栏组（${segments.map((s) => s.id).join('、')}）`,
  };
}

function segmentsOf(context: BindContext, header: Header): Segment[] {
  const patterns = columnPatterns(context.definition.columns ?? []);
  const of = (role: string): number[] => {
    const pattern = patterns.find((p) => p.definition.role === role);
    return [...header.paths].filter(([, path]) => pattern?.alternatives.some((a) => matchesPath(a, path))).map(([column]) => column).sort((a, b) => a - b);
  };
  const codes = of('code');
  if (codes.length < 2) return [];
  const segments: Segment[] = [];
  codes.forEach((code, i) => {
    const next = codes[i + 1] ?? Math.max(...header.paths.keys()) + 1;
    const name = of('name').find((column) => column > code && column < next) ?? code + 1;
    const amount = [...header.paths.keys()].sort((a, b) => a - b).find((c) => c > name && c < next && !/备注|说明/.test(header.paths.get(c)?.join('/') ?? ''));
    if (amount === undefined) return;
    const path = [...(header.paths.get(code) ?? []), ...(header.paths.get(amount) ?? [])].join('/');
    segments.push({ code, name, amount, id: path.includes('人员') ? '人员经费' : path.includes('公用') ? '公用经费' : segments.length === 0 ? '人员经费' : '公用经费' });
  });
  return segments;
}

/** 人员经费合计 | … | 公用经费合计: the figure stands in the first amount cell right of the label. */
function totalOf(grid: SheetGrid, row: number, segment: Segment): { id: string; column: number } | null {
  for (const column of [segment.code, segment.name]) {
    const match = /^(人员|公用)(支出|经费)?(支出)?合计$/.exec(grid.norm(row, column));
    if (!match) continue;
    const [, end] = grid.cellsOf(row);
    for (let i = grid.at(row, column) + 1; i < end; i++) {
      if (grid.isNumber(i)) return { id: `${match[1]}经费`, column: grid.sheet.columns[i] };
      if (grid.isText(i) && /合计$/.test(grid.normOf(i))) break;
      if (grid.isText(i)) return { id: `${match[1]}经费`, column: grid.sheet.columns[i] };
    }
    return { id: `${match[1]}经费`, column: segment.amount };
  }
  return null;
}
