import { CodeReader, splitCode } from '../../layout';
import { outlineLabel, type SheetGrid } from '../../workbook';
import type { BoundRow } from '../model';
import { bodyTotal } from './bodyTotal';
import { codedColumns, type CodedColumns } from './codedColumns';
import { NO_FIELDS, type BindContext, type Binding } from './context';
import { linkHierarchy } from './hierarchy';
import { makeBlock, makeRow, ref, totalLabelCell } from './make';
import { leaveTotalAgain } from './totalAgain';

/** Binds a table of coded rows to a definition's columns. null where code or amount columns are missing. */
export function bindCoded(context: BindContext): Binding | null {
  const { definition, layout } = context;
  const columns = definition.columns ?? [];
  if (!layout.header) return null;
  const bound = codedColumns(context);
  if (!bound || bound.amounts.length === 0) return null;
  const rows = readRows(context, bound);
  leaveTotalAgain(context, rows, bound.amounts);
  const doubt = linkHierarchy(definition.codes ?? 'function', rows, context, bound);
  const expected = columns.filter((c) => c.role !== 'note' && c.role !== 'of').length;
  const coded = rows.filter((r) => r.code !== '').length;
  return {
    blocks: [makeBlock(context, '', bound.amounts, rows, { doubt })],
    fields: NO_FIELDS,
    headerBottom: layout.header.bottom,
    range: layout.range,
    fit: definition.extraParts ? Math.min(1, bound.found / 4) : bound.found / expected,
    reason: {
      zh: `表头认出 ${bound.found}/${expected} 栏，${coded} 行有编码`,
      en: `${bound.found} of ${expected} columns known by their header, ${coded} rows with a code`,
    },
  };
}

function readRows(context: BindContext, bound: CodedColumns): BoundRow[] {
  const { grid, layout, definition } = context;
  const reader = bound.code ? new CodeReader(grid, bound.code) : null;
  const gov = bound.gov ? new CodeReader(grid, bound.gov) : null;
  const department = bound.department ? new CodeReader(grid, bound.department) : null;
  const rows: BoundRow[] = [];
  const ofBody = bodyTotal(context, bound.firstAmount, bound.code !== null);
  let above = '';
  for (const row of layout.rows) {
    const code = reader?.read(row) ?? '';
    const labelColumn = bound.name >= 0 ? bound.name : bound.code?.columns[0] ?? 0;
    const raw = grid.raw(row, labelColumn).trim();
    const label = bound.code?.joined && labelColumn === bound.code.columns[0] ? splitCode(grid.norm(row, labelColumn)).name : raw || reader?.nameOf(row) || unitLabel(context, bound, row);
    const total = code === '' ? totalLabelCell(grid, row, bound.firstAmount, row === ofBody.row ? ofBody.isTotal : undefined) : -1;
    const hasAmount = bound.amounts.some((a) => grid.at(row, a.column) >= 0);
    if (code === '' && total < 0 && ((label === '' && !hasAmount) || isPartTotal(context, bound, row) || (definition.codes === 'procurement' && isLoneName(grid, row)))) continue;
    const govCode = gov?.read(row) ?? '';
    const listed = code !== '' || definition.codes === 'project' || definition.codes === 'procurement' || bound.unitCode >= 0;
    const kind = total >= 0 ? 'total' : listed ? 'item' : outlineLabel(grid.norm(row, labelColumn)).ofWhich ? 'ofWhich' : 'extra';
    if (code !== '') above = code;
    rows.push(
      makeRow({
        row,
        key: kind === 'total' ? '合计' : code || label,
        // 其中：政府采购 may stand below several subjects.
        join: kind === 'total' ? '合计' : govCode ? `${code}|${govCode}` : code || (kind === 'ofWhich' ? `${above}|${label}` : label),
        code,
        codeCell: reader ? ref(grid, row, reader.columnOf(row)) : null,
        label: total >= 0 ? grid.rawOf(total).trim() : label,
        labelCell: total >= 0 ? ref(grid, row, grid.sheet.columns[total]) : ref(grid, row, labelColumn),
        kind,
        govCode,
        govCodeCell: gov ? ref(grid, row, gov.columnOf(row)) : null,
        govName: bound.govName >= 0 ? grid.raw(row, bound.govName).trim() : '',
        govNameCell: bound.govName >= 0 ? ref(grid, row, bound.govName) : null,
        departmentCode: department?.read(row) ?? '',
        departmentCodeCell: department ? ref(grid, row, department.columnOf(row)) : null,
        unitCode: bound.unitCode >= 0 ? grid.norm(row, bound.unitCode) : '',
      }),
    );
  }
  return rows;
}

/** 人员经费合计, 公用经费合计 below a list: the 合计 row's columns once more, no row of their own. */
function isPartTotal({ grid, words }: BindContext, bound: CodedColumns, row: number): boolean {
  const [from, to] = grid.cellsOf(row);
  for (let i = from; i < to && grid.sheet.columns[i] < bound.firstAmount; i++) {
    const { concepts, known } = words.phrase(grid.normOf(i));
    if (known === 1 && concepts.some((c) => c.id === '合计') && concepts.some((c) => c.id === '人员经费' || c.id === '公用经费')) return true;
  }
  return false;
}

/** A row of one text is the rest of a name that was broken: whatever is bought has an amount. */
function isLoneName(grid: SheetGrid, row: number): boolean {
  const [from, to] = grid.cellsOf(row);
  const filled = Array.from({ length: to - from }, (_, i) => from + i).filter((cell) => grid.normOf(cell) !== '');
  return filled.length === 1 && grid.isText(filled[0]);
}

/** Where units are listed above their items, a unit's name stands beside its code. */
function unitLabel({ grid }: BindContext, bound: CodedColumns, row: number): string {
  const cell = bound.unitCode < 0 ? -1 : grid.at(row, bound.unitCode + 1);
  return grid.isText(cell) ? grid.rawOf(cell).trim() : '';
}
