import { normaliseText } from '../workbook';
import { makeBlock, makeRow, NO_FIELDS, ref, type BindContext, type Binding } from './binding';
import { bindColumns } from './bindCoded';
import { findHeader, headerWords, isColumnNumbers } from './headers';
import type { BoundRow, FieldValue } from './model';

/** The fields of a 绩效目标表 stand within so many rows of its title. */
const FIELD_ROWS = 14;

/** Binds a form of labelled fields (项目名称 | …; 实施期资金总额： | …). */
export function bindForm(context: BindContext): Binding | null {
  const { grid, definition, from, to } = context;
  const fields = new Map<string, FieldValue>();
  const rows: BoundRow[] = [];
  const valueColumns: number[] = [];
  let last = from;
  let left = Infinity;
  let right = 0;
  const labels = (definition.fields ?? []).map((field) => ({ field, pattern: new RegExp(`^(?:${field.label})$`) }));
  for (let row = from; row <= Math.min(to, from + FIELD_ROWS); row++) {
    const [start, end] = grid.cellsOf(row);
    for (let i = start; i < end; i++) {
      if (!grid.isText(i)) continue;
      const text = grid.normOf(i);
      const { base } = grid.texts.label(grid.sheet.texts[i]);
      const field = labels.find((l) => !fields.has(l.field.id) && (l.pattern.test(text) || l.pattern.test(base)))?.field;
      if (!field) continue;
      const column = valueColumn(context, row, grid.sheet.columns[i]);
      if (column < 0) continue;
      fields.set(field.id, { cell: ref(grid, row, column), text: grid.raw(row, column).trim() });
      if (field.kind === 'amount') {
        rows.push(makeRow({ row, key: field.id, label: grid.rawOf(i).trim(), labelCell: ref(grid, row, grid.sheet.columns[i]), kind: 'item' }));
        valueColumns.push(column);
      }
      last = row;
      left = Math.min(left, grid.sheet.columns[i]);
      right = Math.max(right, column);
    }
  }
  if (fields.size === 0) return null;
  return {
    blocks: [
      makeBlock(context, '', [{ id: '金额', label: '金额', role: 'total', column: valueColumns[0] ?? 0 }], rows, { columnOf: (r) => valueColumns[r] }),
    ],
    fields,
    headerTop: from,
    headerBottom: from,
    lastRow: Math.max(last, to),
    left,
    right,
    fit: fields.size / (definition.fields?.length ?? 1),
    reason: `认出 ${[...fields.keys()].join('、')}`,
  };
}

/** The first filled cell right of a label before the next label; its neighbour where all are blank. */
function valueColumn(context: BindContext, row: number, label: number): number {
  const { grid } = context;
  const [start, end] = grid.cellsOf(row);
  for (let i = start; i < end; i++) {
    const column = grid.sheet.columns[i];
    if (column <= label) continue;
    const text = grid.normOf(i);
    return /[:]$/.test(text) || /^其中/.test(text) ? -1 : column;
  }
  return label + 1;
}

/** Binds the tasks of the 整体支出绩效目标表: rows below the header down to 金额合计. */
export function bindTasks(context: BindContext): Binding | null {
  const { grid, definition, from, to } = context;
  const columns = definition.columns ?? [];
  const header = findHeader(grid, from, to, headerWords(columns, ['总额', '财政拨款', '其他资金', '预算金额.*']));
  if (!header) return null;
  const bound = bindColumns(columns, header.paths, false);
  if (!bound || bound.amounts.length === 0) return null;
  const note = [...header.paths].find(([, path]) => /主要内容/.test(path[path.length - 1]))?.[0] ?? -1;
  const rows: BoundRow[] = [];
  let closed = false;
  for (let row = header.bottom + 1; row <= to && !closed; row++) {
    const [start, end] = grid.cellsOf(row);
    if (start === end || isColumnNumbers(grid, start, end)) continue;
    const name = grid.norm(row, bound.name);
    const content = note >= 0 ? grid.raw(row, note).trim() : '';
    closed = /^(金额)?合计$/.test(name) || /^(金额)?合计$/.test(normaliseText(content)) || /^(金额)?合计$/.test(grid.norm(row, 0));
    const hasAmount = bound.amounts.some((a) => grid.at(row, a.column) >= 0);
    if (!closed && /^(年度)?(总体)?(绩效)?目标/.test(grid.norm(row, 0)) && !hasAmount) break;
    if (!closed && !hasAmount && name === '') continue;
    rows.push(
      makeRow({
        row,
        key: closed ? '合计' : `任务${rows.length + 1}`,
        label: closed ? '金额合计' : [grid.raw(row, bound.name).trim(), content].filter((t) => t !== '').join(' '),
        labelCell: ref(grid, row, bound.name),
        kind: closed ? 'total' : 'item',
      }),
    );
  }
  return {
    blocks: [makeBlock(context, '', bound.amounts, rows)],
    fields: NO_FIELDS,
    headerTop: header.top,
    headerBottom: header.bottom,
    lastRow: rows.length ? rows[rows.length - 1].row : header.bottom,
    left: Math.min(...header.paths.keys()),
    right: Math.max(...header.paths.keys()),
    fit: bound.amounts.length / 3,
    reason: `认出任务 ${rows.filter((r) => r.kind === 'item').length} 项`,
  };
}
