import type { CellPosition } from '../audit/workbook';

/** A cell as the key of a map. */
export const positionKey = ({ sheet, row, column }: CellPosition): string => `${sheet}:${row}:${column}`;
