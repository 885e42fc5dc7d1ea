import { amountOfCell } from '../amounts';
import { linkCodes } from '../derive/tree';
import type { CodeSystem } from '../definitions';
import type { BoundRow } from '../model';
import type { CodedColumns } from './codedColumns';
import type { BindContext } from './context';
import { linkProjects } from './projectTree';

/** Sets each row's parent; answers why the levels are doubtful, or "". Totals have none. */
export function linkHierarchy(system: CodeSystem, rows: BoundRow[], context: BindContext, bound: CodedColumns): string {
  if (system === 'project') {
    const { grid, unit } = context;
    const column = bound.amounts[0]?.column ?? -1;
    return linkProjects(rows, rows.map(({ row }) => amountOfCell(grid, grid.at(row, column), unit)));
  }
  if (system === 'procurement' || bound.unitCode >= 0) linkProcurement(rows);
  else linkCodes(rows, system === 'unit' ? 'unit' : 'subject');
  return '';
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
    const rank = rankOf(row, byUnit);
    while (stack.length > 0 && stack[stack.length - 1].rank >= rank) stack.pop();
    if (stack.length > 0) row.parent = stack[stack.length - 1].index;
    stack.push({ index, rank });
  });
}

/** Rows of the things themselves stand lowest. */
const ITEM = 99;

function rankOf(row: BoundRow, byUnit: boolean): number {
  if (row.departmentCode !== '') return ITEM;
  if (byUnit) return row.unitCode === '' ? ITEM : row.unitCode.length;
  return row.code === '' ? ITEM : row.code.length;
}
