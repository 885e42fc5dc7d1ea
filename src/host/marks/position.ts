import { parseCellAddress, parseRectAddress, type CellPosition } from '../../audit/workbook';

/** A place named in the report → a position of the host; null where the sheet is gone. */
export function positionOf(sheetNames: readonly string[], sheet: string, address: string): CellPosition | null {
  const index = sheetNames.indexOf(sheet);
  const cell = parseCellAddress(address) ?? firstOf(address);
  return index < 0 || !cell ? null : { sheet: index, row: cell.row, column: cell.column };
}

function firstOf(address: string): { row: number; column: number } | null {
  const rect = parseRectAddress(address);
  return rect && { row: rect.top, column: rect.left };
}
