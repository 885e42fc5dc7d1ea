import { normaliseText } from '../../workbook';
import { CHECK_WORDS } from '../../words';
import type { BoundRow } from '../model';
import { codedColumns } from './codedColumns';
import { NO_FIELDS, type BindContext, type Binding } from './context';
import { makeBlock, makeRow, ref } from './make';

/** Binds the tasks of the 整体支出绩效目标表: rows below the header down to 金额合计. */
export function bindTasks(context: BindContext): Binding | null {
  const { grid, layout } = context;
  const { header } = layout;
  if (!header) return null;
  const bound = codedColumns(context);
  if (!bound || bound.amounts.length === 0) return null;
  const note = [...header.paths].find(([, path]) => path[path.length - 1] === '主要内容')?.[0] ?? -1;
  const rows: BoundRow[] = [];
  let closed = false;
  for (const row of layout.rows) {
    if (closed) break;
    const name = grid.norm(row, bound.name);
    const content = note >= 0 ? grid.raw(row, note).trim() : '';
    closed = [name, normaliseText(content), grid.norm(row, 0)].some((text) => CHECK_WORDS.tasks.total.test(text));
    const hasAmount = bound.amounts.some((a) => grid.at(row, a.column) >= 0);
    if (!closed && CHECK_WORDS.tasks.goals.test(grid.norm(row, 0)) && !hasAmount) break;
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
  const tasks = rows.filter((r) => r.kind === 'item').length;
  return {
    blocks: [makeBlock(context, '', bound.amounts, rows)],
    fields: NO_FIELDS,
    headerBottom: header.bottom,
    range: { ...layout.range, bottom: rows.length ? rows[rows.length - 1].row : header.bottom },
    fit: bound.amounts.length / 3,
    reason: { zh: `认出任务 ${tasks} 项`, en: `${tasks} tasks known` },
  };
}
