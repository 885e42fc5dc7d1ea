import { VARIATIONS } from '../generate/variations';
import { grouped } from '../generate/money';
import type { Workbook } from '../generate/grid';
import type { Random } from '../generate/random';
import type { Book } from './book';

/** A change that says nothing new; null from `draw` where the workbook gives no occasion. */
export interface HarmlessKind {
  readonly name: string;
  /** Named in the product's own list of harmless changes. */
  readonly listed: boolean;
  readonly draw: (book: Book, random: Random) => { readonly description: string; readonly apply: (workbook: Workbook) => void } | null;
}

const LISTED = /called anything|moved|remarks|codes as numbers|half-width brackets|grouped text/;

function oneAmount(name: string, write: (value: number) => string): HarmlessKind {
  return {
    name,
    listed: true,
    draw: ({ tables }, random) => {
      const table = random.pick(tables.filter((t) => t.area.kind !== 'self' && t.area.amounts.length > 0));
      const { row, column } = random.pick(table.area.amounts);
      const cell = table.sheet.get(row, column);
      if (typeof cell?.value !== 'number' || cell.value === 0) return null;
      const text = write(cell.value);
      return { description: `${table.sheet.name} (${row + 1},${column + 1}) "${text}"`, apply: (workbook) => workbook.sheets[table.sheetIndex].set(row, column, text, cell.format) };
    },
  };
}

export const HARMLESS_KINDS: readonly HarmlessKind[] = [
  // A snapshot holds no widths: the audit must give the same report for the same snapshot.
  { name: 'column widths', listed: true, draw: () => ({ description: 'nothing', apply: () => undefined }) },
  oneAmount('one amount typed as 3,780,026.30', (value) => grouped(value)),
  oneAmount('one amount stored as plain text', String),
  {
    name: 'one blank row',
    listed: true,
    draw: ({ tables }, random) => {
      const table = random.pick(tables.filter((t) => !/^B1[345]$|^self$/.test(t.area.kind) && t.area.bottom > t.area.firstData));
      const at = random.int(table.area.firstData + 1, table.area.bottom);
      return { description: `${table.sheet.name} before row ${at + 1}`, apply: (workbook) => workbook.sheets[table.sheetIndex].insertRows(at, 1) };
    },
  },
  ...VARIATIONS.map((variation): HarmlessKind => ({
    name: variation.name,
    listed: LISTED.test(variation.name),
    draw: (_, random) => ({ description: variation.name, apply: (workbook) => variation.apply(workbook, random) }),
  })),
];
