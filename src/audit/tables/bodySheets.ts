import type { SheetGrid } from '../workbook';
import { normaliseText } from '../workbook';
import type { Body } from './bodies';

/** Rows at the top of a sheet in which it may say whose it is. */
const HEAD_ROWS = 8;

/** Which body a sheet belongs to, by number; -1 where that is not certain. */
export interface BodyOfSheets {
  /** A sheet that stands in front of its body's tables (目录), or behind them (自评表). */
  readonly of: (sheet: number, side: 'before' | 'after') => number;
}

/** Sheets go with the tables on them, with the name that they print, or with the tables next to them where the bodies do not take turns. */
export function bodiesBySheet(bodies: readonly Body[], grids: readonly SheetGrid[]): BodyOfSheets {
  const onSheet = new Map<number, number>();
  bodies.forEach(({ tables }, at) => {
    for (const { sheet } of tables) onSheet.set(sheet, onSheet.has(sheet) && onSheet.get(sheet) !== at ? -1 : at);
  });
  const sheets = [...onSheet.keys()].sort((a, b) => a - b);
  const changes = sheets.filter((sheet, i) => i === 0 || onSheet.get(sheet) !== onSheet.get(sheets[i - 1])).length;
  const takeTurns = changes > bodies.length;
  const names = bodies.map(({ name }) => normaliseText(name));
  const named = (sheet: number): number => {
    const found = bodies.flatMap((_, at) => (names[at] !== '' && names.indexOf(names[at]) === names.lastIndexOf(names[at]) && says(grids[sheet], names[at]) ? [at] : []));
    // 某市水利局 is also the beginning of 某市水利局信息中心.
    const whole = found.filter((at) => !found.some((other) => other !== at && names[other].includes(names[at])));
    return whole.length === 1 ? whole[0] : -1;
  };
  return {
    of: (sheet, side) => {
      const own = onSheet.get(sheet) ?? named(sheet);
      if (own >= 0 || onSheet.has(sheet)) return own;
      if (takeTurns) return -1;
      const next = side === 'before' ? sheets.find((other) => other > sheet) : sheets.filter((other) => other < sheet).pop();
      return next === undefined ? -1 : onSheet.get(next) ?? -1;
    },
  };
}

function says(grid: SheetGrid, name: string): boolean {
  return [...grid.rowsBetween(0, HEAD_ROWS)].some((row) => {
    const [from, to] = grid.cellsOf(row);
    return Array.from({ length: to - from }, (_, i) => from + i).some((cell) => grid.isText(cell) && grid.normOf(cell).includes(name));
  });
}
