import { CHECK_WORDS } from '../../words';
import type { BoundRow, FieldValue } from '../model';
import type { BindContext, Binding } from './context';
import { makeBlock, makeRow, ref } from './make';
import { wholeText } from '../wholeText';

/** The fields of a 绩效目标表 stand within so many rows of its title. */
const FIELD_ROWS = 14;

/** Binds a form of labelled fields (项目名称 | …; 实施期资金总额： | …). */
export function bindFields(context: BindContext): Binding | null {
  const { grid, definition, layout } = context;
  const { from, to } = layout;
  const fields = new Map<string, FieldValue>();
  const rows: BoundRow[] = [];
  const valueColumns: number[] = [];
  let last = from;
  let left = Infinity;
  let right = 0;
  const labels = (definition.fields ?? []).map((field) => ({ field, pattern: wholeText(field.label) }));
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
    headerBottom: from,
    range: { top: from, bottom: Math.max(last, to), left, right },
    fit: fields.size / (definition.fields?.length ?? 1),
    reason: { zh: `认出 ${[...fields.keys()].join('、')}`, en: `known: ${[...fields.keys()].join(', ')}` },
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
    return /[:]$/.test(text) || CHECK_WORDS.fields.part.test(text) ? -1 : column;
  }
  return label + 1;
}
