/** Signs that no one sees, codes and figures written as texts. */
import { partsOf, type Base, type Kind, type Planted } from './model';
import { amountsOf, codedBlocksOf, drawFigure, drawTable, placeOf, placeOfAmount, storedAt, tablesOf } from './places';
import type { Random } from '../generate/random';

const UNSEEN = ['\u200b', '\u200c', '\u200d', '\u200e', '\u200f', '\u202a', '\u202b', '\u202c', '\u202d', '\u202e', '\u2060', '\u2066', '\u2069', '\ufeff', '\u00ad', '\u061c', '\u180e', '\ufe0f', '\u034f', '\u3164', '\u115f', '\u2063', '\u00a0', '\u3000'];

function hide(text: string, random: Random): string {
  const at = random.int(0, text.length);
  return `${text.slice(0, at)}${random.pick(UNSEEN)}${text.slice(at)}${random.pick(['', random.pick(UNSEEN)])}`;
}

/** A text of the workbook with invisible signs in it, which change nothing. */
function unseenIn(base: Base, at: { sheet: number; row: number; column: number } | null | undefined, random: Random): Planted | null {
  if (!at) return null;
  const place = placeOf(base, at);
  const grid = base.state.grids[at.sheet];
  const cell = grid.at(at.row, at.column);
  const text = grid.isNumber(cell) ? String(grid.sheet.numbers[cell]) : grid.raw(at.row, at.column);
  if (text.trim() === '') return null;
  const written = hide(text, random);
  return { file: partsOf(base).words(place.sheet, place.address, written).zip(), what: `${place.name} ${JSON.stringify(written).slice(0, 60)}`, decidesAll: true, notes: [] };
}

function asText(base: Base, random: Random, write: (value: number, random: Random) => string, says: 'error' | 'warning'): Planted | null {
  const drawn = drawFigure(base, random);
  if (!drawn) return null;
  const { place, value, table } = drawn;
  const text = write(value, random);
  // A column that is text throughout is told as one hint.
  const alone = amountsOf(base, table).filter((a) => storedAt(base, a) !== null).length > 3;
  if (!alone || Number(text) === value && text === '') return null;
  return { file: partsOf(base).words(place.sheet, place.address, text).zip(), what: `${place.name} "${text}"`, says: [{ rule: 'M3', at: [place.name] }], decidesAll: says === 'warning', mayGo: says === 'error', notes: [] };
}

const grouped = (value: number): string => value.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 6 });

/** 378,0026.30 */
const byTenThousand = (value: number): string => {
  const [whole, rest] = Math.abs(value).toFixed(2).split('.');
  return `${value < 0 ? '-' : ''}${whole.replace(/\B(?=(\d{4})+$)/g, ',')}.${rest}`;
};

const wide = (text: string): string => text.replace(/[0-9.,]/g, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0));

export const TEXTS: readonly Kind[] = [
  {
    name: 'code with a decimal tail',
    plant: (base, random) => {
      const blocks = [3, 5, 7].flatMap((digits) => codedBlocksOf(base, digits));
      if (blocks.length === 0) return null;
      const { block, rows } = random.pick(blocks);
      const parts = partsOf(base);
      const plain = rows.filter((r) => base.state.grids[block.table.sheet].norm(block.rows[r].row, block.rows[r].codeCell?.column ?? 0) === block.rows[r].code);
      if (plain.length === 0) return null;
      const changed = random.sample(plain, random.int(1, 4)).map((r) => block.rows[r]);
      for (const row of changed) if (row.codeCell) parts.words(placeOf(base, row.codeCell).sheet, placeOf(base, row.codeCell).address, `${row.code}${random.pick(['.0', '.00', '．0', '.000'])}`);
      return { file: parts.zip(), what: `${block.table.id} ${changed.map((r) => r.code).join(' ')}`, decidesAll: true, notes: [] };
    },
  },
  { name: 'invisible sign in an amount', plant: (base, random) => asText(base, random, (value, r) => `${r.pick(UNSEEN)}${r.pick([String(value), grouped(value)])}${r.pick(UNSEEN)}`, 'warning') },
  {
    name: 'invisible sign in a code',
    plant: (base, random) => {
      const blocks = [3, 5, 7].flatMap((digits) => codedBlocksOf(base, digits));
      if (blocks.length === 0) return null;
      const { block, rows } = random.pick(blocks);
      return unseenIn(base, block.rows[random.pick(rows)].codeCell, random);
    },
  },
  {
    name: 'invisible sign in a label',
    plant: (base, random) => {
      const rows = tablesOf(base).flatMap((t) => t.blocks).flatMap((b) => b.rows).filter((r) => r.labelCell);
      return rows.length === 0 ? null : unseenIn(base, random.pick(rows).labelCell, random);
    },
  },
  {
    name: 'invisible sign in a header',
    plant: (base, random) => {
      const table = drawTable(base, random, (t) => t.reading.header !== null);
      const header = table?.reading.header;
      if (!table || !header) return null;
      const grid = base.state.grids[table.sheet];
      const cells = [...grid.rowsBetween(header.top, header.bottom)].flatMap((row) => {
        const [from, to] = grid.cellsOf(row);
        return Array.from({ length: to - from }, (_, i) => from + i).filter((cell) => grid.isText(cell)).map((cell) => ({ sheet: table.sheet, row, column: grid.sheet.columns[cell] }));
      });
      return cells.length === 0 ? null : unseenIn(base, random.pick(cells), random);
    },
  },
  {
    name: 'invisible sign in title, unit or name line',
    plant: (base, random) => {
      const table = drawTable(base, random);
      return table && unseenIn(base, random.pick([table.titleCell, table.unitCell, table.unitNameCell].filter((c) => c !== null)), random);
    },
  },
  {
    name: 'invisible sign in the 目录 or cover',
    plant: (base, random) => {
      const { catalogue, yearCell } = base.state.recognition;
      const cells = [yearCell, ...(catalogue?.entries ?? []).flatMap((e) => [e.titleCell, e.flagCell, e.reasonCell])].filter((c) => c !== null);
      return cells.length === 0 ? null : unseenIn(base, random.pick(cells), random);
    },
  },
  { name: 'decimal comma', plant: (base, random) => asText(base, random, (value) => Math.abs(value).toLocaleString('de-DE', { minimumFractionDigits: 2, maximumFractionDigits: 2 }), 'error') },
  { name: 'footnote mark behind a figure', plant: (base, random) => asText(base, random, (value, r) => `${value}${r.pick(['①', '②', '³', '⁴', '*', '（注）', '¹', '❶', '⒈', '#', '注1'])}`, 'error') },
  { name: 'wrong thousands groups', plant: (base, random) => asText(base, random, (value, r) => (Math.abs(value) < 10_000 ? '1,23,456.00' : `${Math.trunc(Math.abs(value) / 10)},${r.int(10, 99)}.00`), 'error') },
  { name: 'amount as text', plant: (base, random) => asText(base, random, (value, r) => r.pick([String(value), grouped(value), wide(grouped(value)), byTenThousand(value), ` ${value} `, `'${value}`.slice(1)]), 'warning') },
  {
    name: 'a column of texts is one hint',
    plant: (base, random) => {
      const drawn = drawFigure(base, random);
      if (!drawn) return null;
      const { place, table } = drawn;
      const column = amountsOf(base, table).filter((a) => placeOfAmount(base, a).column === place.column);
      const values = column.map((a) => storedAt(base, a));
      if (column.length < 4 || values.includes(null)) return null;
      const parts = partsOf(base);
      column.forEach((a, i) => parts.words(place.sheet, placeOfAmount(base, a).address, grouped(values[i] ?? 0)));
      // Zeros in between are figures of the column as well.
      const zeros = table.blocks.some((b) => [...b.amounts].some((a) => a >= 0 && base.state.recognition.amounts.state[a] === 1 && base.state.recognition.amounts.fen[a] === 0 && placeOfAmount(base, a).column === place.column));
      if (zeros) return null;
      return { file: parts.zip(), what: `${place.sheet} column of ${place.address}`, says: [{ rule: 'M3', at: column.slice(0, 30).map((a) => placeOfAmount(base, a).name) }], decidesAll: true, notes: [] };
    },
  },
];
