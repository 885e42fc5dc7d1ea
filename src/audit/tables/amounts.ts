import Decimal from 'decimal.js';
import { AmountState, type AmountStore } from '../equations/model';
import { CellKind, formatEffect, parseAmountText, type SheetGrid } from '../workbook';
import { fenPerUnit, UNITS, type AmountUnit } from './amountUnits';

/** A stored residue below 0.000001 (元 or 万元) is a trace of binary arithmetic, not a digit (rules.md, Tolerance). */
const RESIDUE = 1e-6;

/** The same in 分. */
const RESIDUE_FEN = 1e-4;

export interface CellAmount {
  readonly fen: number;
  readonly state: number;
  readonly step: number;
  /** Exact 分 where the figure has digits beyond the 分. */
  readonly fraction: string | null;
}

const BLANK: CellAmount = { fen: 0, state: AmountState.blank, step: 0, fraction: null };
const UNREADABLE: CellAmount = { fen: 0, state: AmountState.unreadable, step: 0, fraction: null };

/** The amount of a number in a table's unit. */
export function amountOfNumber(value: number, unit: AmountUnit): CellAmount {
  if (!Number.isFinite(value)) return UNREADABLE;
  const perUnit = fenPerUnit(unit);
  const snapped = Math.round(value * 100) / 100;
  // Of larger units less than a 分 is a residue.
  const exact = Math.abs(value - snapped) < Math.min(RESIDUE, 1 / perUnit) ? snapped : value;
  const scaled = exact * perUnit;
  if (!Number.isFinite(scaled)) return UNREADABLE;
  const fen = Math.round(scaled);
  const excess = Math.abs(scaled - fen) > Math.max(RESIDUE_FEN, Math.abs(scaled) * 1e-15);
  if (unit === 'yuan') {
    return excess
      ? { fen, state: AmountState.number, step: 1, fraction: new Decimal(value).times(100).toFixed() }
      : { fen, state: AmountState.number, step: 0, fraction: null };
  }
  return {
    fen,
    state: AmountState.number,
    step: fen === 0 ? 0 : roundingStep(fen, perUnit / 100),
    // Below the 分 figures in larger units have only residue.
    fraction: null,
  };
}

/** 0.01 of the unit, or finer where the stored figure is finer: then it is known better. */
function roundingStep(fen: number, hundredth: number): number {
  let step = hundredth;
  while (step > 1 && fen % step !== 0) step /= 10;
  return step;
}

/** The amount in a cell of a grid (index -1 = blank). */
export function amountOfCell(grid: SheetGrid, cell: number, unit: AmountUnit): CellAmount {
  if (cell < 0) return BLANK;
  const { kinds, numbers, texts } = grid.sheet;
  switch (kinds[cell]) {
    case CellKind.number:
      return amountOfNumber(numbers[cell], storedUnit(grid, cell, unit));
    case CellKind.text: {
      const parsed = parseAmountText(grid.texts.strings[texts[cell]]);
      if (!parsed) return UNREADABLE;
      if (parsed.decimal === '') return BLANK;
      return amountOfNumber(Number(parsed.decimal), parsed.unit ?? unit);
    }
    default:
      return UNREADABLE;
  }
}

/** A number whose format shows 元 in the table's unit (0!.0000 under 单位：万元) is stored in 元. */
export function storedUnit(grid: SheetGrid, cell: number, unit: AmountUnit): AmountUnit {
  if (unit === 'yuan' || !grid.isNumber(cell)) return unit;
  return formatEffect(grid.formatOf(cell), grid.sheet.numbers[cell]).scale === UNITS[unit].power ? 'yuan' : unit;
}

/** Powers of ten by which the reader sees less of a figure than it is, in the unit that its format or its table prints. */
export function shownShort(grid: SheetGrid, cell: number, unit: AmountUnit): number {
  if (!grid.isNumber(cell)) return 0;
  const shown = formatEffect(grid.formatOf(cell), grid.sheet.numbers[cell]);
  const { power } = UNITS[unit];
  return UNITS[storedUnit(grid, cell, unit)].power + shown.scale - (shown.unit ?? power);
}

/** Excel's limit: a sheet and a column make one number. */
const COLUMNS = 16_384;

/** Numbers amount cells while tables are bound; `grid` is that of the table. */
export interface AmountPlaces {
  add(grid: SheetGrid, row: number, column: number, unit: AmountUnit): number;
}

/** The places of the amounts of one table in its grid, in the order in which they were met. */
export interface Places {
  readonly at: Float64Array;
  readonly units: readonly AmountUnit[];
}

/** Adds them to the amounts of a workbook; answers their numbers there. */
export function addPlaces({ at, units }: Places, grid: SheetGrid, amounts: AmountPlaces): Int32Array {
  return Int32Array.from(at, (place, i) => amounts.add(grid, Math.floor(place / COLUMNS), place % COLUMNS, units[i]));
}

/** Collects them while the table is bound by itself. */
export class PlaceCollector implements AmountPlaces {
  private readonly places: number[] = [];
  private readonly units: AmountUnit[] = [];
  private readonly known = new Map<number, number>();

  add(_grid: SheetGrid, row: number, column: number, unit: AmountUnit): number {
    const place = row * COLUMNS + column;
    const known = this.known.get(place);
    if (known !== undefined) return known;
    const index = this.places.length;
    this.known.set(place, index);
    this.places.push(place);
    this.units.push(unit);
    return index;
  }

  finish(): Places {
    return { at: Float64Array.from(this.places), units: this.units };
  }
}

/** The amounts of a workbook, by cell. */
export class AmountCollector implements AmountPlaces {
  private readonly sheets: number[] = [];
  private readonly rows: number[] = [];
  private readonly columns: number[] = [];
  private readonly fens: number[] = [];
  private readonly states: number[] = [];
  private readonly steps: number[] = [];
  private readonly fractions = new Map<number, string>();
  /** Cells that stand under two names are one amount: by sheet and column, then by row. Keys stay small integers, which are found fastest. */
  private readonly byPlace = new Map<number, Map<number, number>>();

  get count(): number {
    return this.sheets.length;
  }

  add(grid: SheetGrid, row: number, column: number, unit: AmountUnit): number {
    const elsewhere = grid.isJoined ? grid.placeOf(row) : null;
    const [sheet, own] = [elsewhere?.sheet ?? grid.index, elsewhere?.row ?? row];
    const place = sheet * COLUMNS + column;
    let byRow = this.byPlace.get(place);
    if (!byRow) this.byPlace.set(place, (byRow = new Map()));
    const known = byRow.get(own);
    if (known !== undefined) return known;
    const amount = amountOfCell(grid, grid.at(row, column), unit);
    const index = this.sheets.length;
    byRow.set(own, index);
    this.sheets.push(sheet);
    this.rows.push(own);
    this.columns.push(column);
    this.fens.push(amount.fen);
    this.states.push(amount.state);
    this.steps.push(amount.step);
    if (amount.fraction !== null) this.fractions.set(index, amount.fraction);
    return index;
  }

  finish(): AmountStore {
    return {
      count: this.sheets.length,
      sheet: Uint16Array.from(this.sheets),
      row: Uint32Array.from(this.rows),
      column: Uint16Array.from(this.columns),
      fen: Float64Array.from(this.fens),
      state: Uint8Array.from(this.states),
      step: Float64Array.from(this.steps),
      fractions: this.fractions,
    };
  }
}
