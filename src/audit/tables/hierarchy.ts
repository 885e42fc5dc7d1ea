import type { BindContext } from './binding';
import type { CodedColumns } from './bindCoded';
import type { CodeSystem } from './definitions';
import type { BoundRow } from './model';
import { linkProjects } from './projectTree';

/** Sets each row's parent; answers why the levels are doubtful, or "". Totals have none. */
export function linkHierarchy(
  system: CodeSystem,
  rows: BoundRow[],
  context: BindContext,
  bound: CodedColumns,
): string {
  if (system === 'project') return linkProjects(rows, context, bound);
  if (system === 'procurement' || bound.unitCode >= 0) linkProcurement(rows);
  else linkByPrefix(rows);
  return '';
}

/** A row's parent is the nearest row above whose code begins its own; a missing 款 leaves its 项 under the 类. */
function linkByPrefix(rows: BoundRow[]): void {
  const stack: number[] = [];
  rows.forEach((row, index) => {
    if (row.kind !== 'item' || row.code === '') return;
    while (stack.length > 0) {
      const above = rows[stack[stack.length - 1]].code;
      if (row.code.length > above.length && row.code.startsWith(above)) break;
      stack.pop();
    }
    if (stack.length > 0) row.parent = stack[stack.length - 1];
    stack.push(index);
  });
}

/**
 * 政府采购, 结转资金: 资金性质 (1 全额) > 单位 (3 or 6 digits) > 项目 (no unit code). A shorter unit code stands higher.
 * Without unit codes, 类 > 款 > 项 of the functional code stand above what is bought.
 */
function linkProcurement(rows: BoundRow[]): void {
  const stack: { index: number; rank: number }[] = [];
  const byUnit = rows.some((row) => row.unitCode !== '');
  rows.forEach((row, index) => {
    if (row.kind !== 'item') return;
    const rank = !byUnit ? (row.code === '' || row.departmentCode !== '' ? 99 : row.code.length) : row.unitCode === '' || row.departmentCode !== '' ? 99 : row.unitCode.length;
    while (stack.length > 0 && stack[stack.length - 1].rank >= rank) stack.pop();
    if (stack.length > 0) row.parent = stack[stack.length - 1].index;
    stack.push({ index, rank });
  });
}
