import { parseCellAddress, type CellPosition } from '../../audit/workbook';

/** "E16", "表6!E16", "'表 6'!E16" → a cell; null where there is none such. */
export function cellFromText(text: string, sheetNames: readonly string[], current: number): CellPosition | null {
  const match = /^(?:'((?:[^']|'')+)'|([^!]+))!(.+)$/.exec(text.trim());
  const name = match ? (match[1]?.replace(/''/g, "'") ?? match[2]) : null;
  const sheet = name === null ? current : sheetNames.indexOf(name);
  const cell = parseCellAddress((match ? match[3] : text).trim());
  return sheet < 0 || !cell ? null : { sheet, row: cell.row, column: cell.column };
}
