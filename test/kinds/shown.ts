/** What is stored and what the reader sees: merged areas, number formats, units, hidden copies. */
import type { SheetSnapshot } from '../../src/audit/workbook';
import type { Finding } from '../../src/audit/report/model';
import type { BoundTable } from '../../src/audit/tables';
import type { Random } from '../generate/random';
import { toXlsx } from '../forms/xlsx';
import { isOfWriting, partsOf, type Base, type Kind } from './model';
import { amountsOf, drawFigure, drawTable, placeOfAmount, placeOf, storedAt, tablesOf, type Place } from './places';

const INVISIBLE = [';;;', ';;', ';;;@', '""', '"";""', '" "', '_ ', '[=0]"";""', '"—"'];

/** Formats that show a figure divided by 10^power. */
const SCALED: Readonly<Record<number, readonly string[]>> = {
  3: ['#,##0.00,', '0.000,', '#,##0,', '0!.000', '0"."000', '[Red]#,##0.00,'],
  4: ['0!.0000', '0"."0000', '0\\.0000', '#!.0000', '0\\.0,', '0!.0,'],
  6: ['#,##0.00,,', '0.000000,,'],
};
const UNIT_WORDS: Readonly<Record<number, readonly string[]>> = { 3: ['千元'], 4: ['万元'], 6: ['百万元'] };

interface InYuan {
  readonly table: BoundTable;
  readonly cells: readonly { readonly place: Place; readonly value: number }[];
  readonly unit: Place;
  readonly words: string;
}

/** A table in 元 that stands alone on its sheet, has a unit line, and holds enough figures to be known by their size. */
function drawYuan(base: Base, random: Random): InYuan | null {
  const table = drawTable(base, random, (t) => t.unit === 'yuan' && t.unitCell !== null && t.unitDoubt === '' && t.definition.shape !== 'form' && t.definition.shape !== 'tasks' && tablesOf(base).filter((o) => o.sheet === t.sheet).length === 1);
  if (!table?.unitCell) return null;
  const { owners, blocks } = base.state.recognition;
  const amounts = amountsOf(base, table).filter((a) => blocks[owners.block[a]].columns[owners.column[a]].role !== 'quantity');
  const cells = amounts.flatMap((a) => {
    const value = storedAt(base, a);
    return value === null ? [] : [{ place: placeOfAmount(base, a), value }];
  });
  const grid = base.state.grids[table.sheet];
  return cells.length < 6 || cells.length !== amounts.length ? null : { table, cells, unit: placeOf(base, table.unitCell), words: grid.raw(table.unitCell.row, table.unitCell.column) };
}

const withUnit = (words: string, unit: string): string => words.replace(/元(?!.*元)/, unit);

/** One table in another unit than the rest may be said; tails against rounded figures are told where both sides are in 万元. */
const onlyUnit = (cell: string) => (f: Finding): boolean => f.severity === 'hint' && ((f.rule === 'M2' && f.cells.some((c) => `${c.sheet}!${c.address}` === cell)) || f.outcome === 'rounding');

export const SHOWN: readonly Kind[] = [
  {
    name: 'amount under a merged area',
    plant: (base, random) => {
      const drawn = drawFigure(base, random);
      if (!drawn) return null;
      const { place, amount } = drawn;
      const grid = base.state.grids[base.state.workbook.sheets.findIndex((s) => s.name === place.sheet)];
      const above = placeOf(base, { sheet: grid.index, row: place.row - 1, column: place.column });
      if (grid.mergeAt(place.row, place.column) || grid.mergeAt(above.row, above.column) || !grid.isNumber(grid.at(above.row, above.column))) return null;
      const parts = partsOf(base).merge(place.sheet, `${above.address}:${place.address}`);
      const isNew = random.chance(0.5);
      if (isNew) parts.number(place.sheet, place.address, random.int(1000, 9999));
      // Where the hidden figure is another, relations that need it fail with reason, and say that it is not seen.
      const touches = (f: { rule: string; message: string; cells: readonly { sheet: string; address: string; side?: string }[] }): boolean =>
        isNew && f.cells.some((c) => c.sheet === place.sheet && c.address === place.address) && (/看不到|盖住/.test(f.message) || !f.cells.some((c) => c.address === place.address && c.side));
      return { file: parts.zip(), what: `${above.name}:${place.address} ${isNew ? 'new figure' : 'as it was'} ${amount}`, says: [{ rule: 'M3', at: [place.name] }], mayToo: touches };
    },
  },
  ...[3, 4, 6].map((power): Kind => ({
    name: `元 shown as ${UNIT_WORDS[power][0]}, unit line with it`,
    plant: (base, random) => {
      const drawn = drawYuan(base, random);
      if (!drawn) return null;
      const { cells, unit, words } = drawn;
      const code = random.pick(SCALED[power]);
      const parts = partsOf(base).format(unit.sheet, cells.map((c) => c.place.address), code).words(unit.sheet, unit.address, withUnit(words, random.pick(UNIT_WORDS[power])));
      return { file: parts.zip(), what: `${unit.sheet} ${code}`, decidesAll: true, mayToo: onlyUnit(unit.name) };
    },
  })),
  {
    name: 'format scales, unit line does not say so',
    plant: (base, random) => {
      const drawn = drawYuan(base, random);
      if (!drawn) return null;
      const power = random.pick([3, 4, 6]);
      const few = random.sample(drawn.cells, random.int(1, drawn.cells.length));
      return { file: partsOf(base).format(drawn.unit.sheet, few.map((c) => c.place.address), random.pick(SCALED[power])).zip(), what: `${drawn.unit.sheet} ${few.length} cells`, says: [{ rule: 'M2', at: few.slice(0, 20).map((c) => c.place.name) }], decidesAll: true };
    },
  },
  {
    name: 'format hides amounts',
    plant: (base, random) => {
      const table = drawTable(base, random);
      const all = table ? amountsOf(base, table).filter((a) => storedAt(base, a) !== null) : [];
      if (all.length === 0) return null;
      const places = random.sample(all, random.int(1, 8)).map((a) => placeOfAmount(base, a));
      const code = random.pick(INVISIBLE);
      return { file: partsOf(base).format(places[0].sheet, places.map((p) => p.address), code).zip(), what: `${places[0].name} ${code}`, says: places.map((p) => ({ rule: 'M3', at: [p.name] })), decidesAll: true, notes: [] };
    },
  },
  ...[3, 4, 6].map((power): Kind => ({
    name: `amounts in ${UNIT_WORDS[power][0]} with all decimals`,
    plant: (base, random) => {
      const drawn = drawYuan(base, random);
      if (!drawn) return null;
      const { cells, unit, words } = drawn;
      const parts = partsOf(base).words(unit.sheet, unit.address, withUnit(words, UNIT_WORDS[power][0]));
      for (const { place, value } of cells) parts.number(place.sheet, place.address, Number((value / 10 ** power).toFixed(power + 2)));
      return { file: parts.zip(), what: unit.sheet, decidesAll: true, mayToo: onlyUnit(unit.name) };
    },
  })),
  {
    name: 'hidden old copy in front',
    plant: (base, random) => {
      const { workbook } = base.state;
      const drawn = drawFigure(base, random);
      const index = workbook.sheets.findIndex((s) => s.name === drawn?.place.sheet);
      const found = workbook.sheets[index];
      if (!drawn || !found || found.visibility !== 'visible') return null;
      const by = random.pick([1000, 130_000, 0.5]);
      const old: SheetSnapshot = { ...found, name: found.name, visibility: random.pick(['hidden', 'veryHidden'] as const), numbers: found.numbers.map((n, i) => (n > by * 2 && found.formats[i] >= 0 && isAmount(base, index, i) ? Math.round((n - by) * 100) / 100 : n)) };
      const now = { ...found, name: `${found.name} (2)` };
      const at = random.pick([0, index]);
      const sheets = workbook.sheets.map((s) => (s === found ? now : s));
      sheets.splice(at, 0, old);
      const file = toXlsx({ ...workbook, sheets });
      const onOld = (f: { rule: string; cells: readonly { sheet: string }[] }): boolean => f.rule === 'M3' && f.cells.every((c) => c.sheet === old.name);
      // Findings on the sheet itself go on under its new name.
      const renamed = (f: { cells: readonly { sheet: string }[] }): boolean => f.cells.some((c) => c.sheet === now.name);
      return { file, what: `${found.name} at ${at}`, says: [{ rule: 'M3', at: tablesOf(base).filter((t) => t.sheet === index).flatMap((t) => amountsOf(base, t)).map((a) => placeOfAmount(base, a).name) }], mayToo: (f) => onOld(f) || isOfWriting(base, f) || (renamed(f) && base.report.findings.some((b) => b.rule === f.rule && b.cells.length === f.cells.length)), mayGo: true, decidesAll: true, notes: undefined };
    },
  },
];

function isAmount(base: Base, sheet: number, cell: number): boolean {
  const grid = base.state.grids[sheet];
  const { amounts } = base.state.recognition;
  for (let a = 0; a < amounts.count; a++) if (amounts.sheet[a] === sheet && grid.at(amounts.row[a], amounts.column[a]) === cell) return true;
  return false;
}

