import { freeze, Sheet } from '../grid';
import type { WorkbookSnapshot } from '../../../src/audit/workbook';
import { drawLedger, type LedgerOptions } from '../national/drawLedger';
import { codeName, FISCAL, type Item, type Ledger } from '../national/ledger';

/** A row as one writes it down; null is an empty cell. */
export type Row = (string | number | null)[];
export type Pick = (item: Item) => boolean;

/** A table of a sheet: lines above, header, figures, notes below. */
export interface Part {
  readonly above: readonly Row[];
  readonly header: readonly Row[];
  readonly body: readonly Row[];
  readonly below?: readonly Row[];
}

export interface Page {
  readonly name: string;
  readonly parts: readonly Part[];
}

/** How a place prints: 元, 千元 or 万元 with so many decimals; header cells merged, or not known to be. */
export interface Manner {
  readonly unit: 'yuan' | 'thousand' | 'wan';
  readonly decimals: number;
  readonly zero: 'blank' | 'zero' | 'text';
  readonly merges: 'merged' | 'none' | 'unknown';
}

/** Sums of a ledger in a place's unit, and the rows that every place has in some form. */
export class Kit {
  constructor(readonly ledger: Ledger, readonly manner: Manner) {}

  get year(): number {
    return this.ledger.year;
  }

  get items(): readonly Item[] {
    return this.ledger.items;
  }

  /** A sum as printed. */
  m(pick: Pick, items: readonly Item[] = this.items): Row[number] {
    return this.printed(this.cents(pick, items));
  }

  cents(pick: Pick, items: readonly Item[] = this.items): number {
    return items.reduce((n, i) => (pick(i) ? n + i.cents : n), 0);
  }

  printed(cents: number): Row[number] {
    const { unit, decimals, zero } = this.manner;
    if (cents === 0) return zero === 'blank' ? null : zero === 'zero' ? 0 : (0).toFixed(decimals);
    const step = { yuan: 100, thousand: 100_000, wan: 1_000_000 }[unit] / 10 ** decimals;
    const value = (Math.sign(cents) * Math.floor(Math.abs(cents) / step + 0.5)) / 10 ** decimals;
    return zero === 'text' ? value.toFixed(decimals) : value;
  }

  name(code: string): string {
    return (this.year < 2019 ? FORMER.get(code) : undefined) ?? codeName(this.ledger, code);
  }

  /** Codes of these lengths over the leaves of some items, parents first. */
  codes(of: (item: Item) => string, pick: Pick, lengths: readonly number[] = [3, 5, 7], items: readonly Item[] = this.items): string[] {
    const found = new Set(items.filter(pick).flatMap((i) => lengths.filter((n) => n <= of(i).length).map((n) => of(i).slice(0, n))));
    return [...found].sort();
  }

  /** A row a code: what stands before the figures, and the figures of a selection. */
  tree(of: (item: Item) => string, pick: Pick, row: (code: string, name: string, below: Pick) => Row, lengths?: readonly number[], items?: readonly Item[]): Row[] {
    return this.codes(of, pick, lengths, items).map((code) => row(code, this.name(code), (i) => pick(i) && of(i).startsWith(code)));
  }
}

export const func = (i: Item): string => i.func;
export const econ = (i: Item): string => i.econ.slice(0, 5);
export const gov = (i: Item): string => i.gov;
export const all: Pick = () => true;
export const and = (...picks: readonly Pick[]): Pick => (i) => picks.every((p) => p(i));
export const fiscal: Pick = (i) => FISCAL.includes(i.source);
export const general: Pick = (i) => i.source === 'general';
export const fund: Pick = (i) => i.source === 'fund';
export const capital: Pick = (i) => i.source === 'capital';
export const other: Pick = (i) => !fiscal(i);
export const now: Pick = (i) => !i.carried;
export const carried: Pick = (i) => i.carried;
export const basic: Pick = (i) => i.nature === 'personnel' || i.nature === 'public';
export const personnel: Pick = (i) => i.nature === 'personnel';
export const publicMoney: Pick = (i) => i.nature === 'public';
export const project: Pick = (i) => i.nature === 'project';
export const source = (...s: readonly Item['source'][]): Pick => (i) => s.includes(i.source);
export const unit = (u: number): Pick => (i) => i.unit === u;
export const code = (prefix: string): Pick => (i) => i.func.startsWith(prefix);
export const eco = (...prefixes: readonly string[]): Pick => (i) => prefixes.some((p) => i.econ.startsWith(p));
export const govern = (...prefixes: readonly string[]): Pick => (i) => prefixes.some((p) => i.gov.startsWith(p));

export const pages = (...list: readonly (Page | null)[]): Page[] => list.flatMap((p) => p ?? []);
export const page = (name: string, ...parts: readonly Part[]): Page => ({ name, parts });

/** Lists beside each other, the shorter ones filled up. */
export function beside(...lists: readonly (readonly Row[])[]): Row[] {
  const height = Math.max(...lists.map((l) => l.length));
  const widths = lists.map((l) => Math.max(...l.map((r) => r.length)));
  return Array.from({ length: height }, (_, r) => lists.flatMap((l, k) => [...(l[r] ?? []), ...Array<null>(widths[k] - (l[r]?.length ?? 0)).fill(null)]));
}

/** Pads the lists to one height before their last rows, so that totals stand side by side. */
export function level(tail: number, ...lists: readonly (readonly Row[])[]): Row[] {
  const height = Math.max(...lists.map((l) => l.length));
  return beside(...lists.map((l) => [...l.slice(0, l.length - tail), ...Array.from({ length: height - l.length }, (): Row => []), ...l.slice(l.length - tail)]));
}

/** Last column of a part, for the unit at the right. */
export const right = (width: number, ...cells: Row): Row => [cells[0], ...Array<null>(Math.max(0, width - cells.length)).fill(null), ...cells.slice(1)];

/** Pages as a workbook; text cells of headers reach over the blanks right of and below them. */
export function bind(kit: Kit, list: readonly Page[], name: string): WorkbookSnapshot {
  const { merges } = kit.manner;
  const sheets = list.map(({ name: title, parts }) => {
    const sheet = new Sheet(title);
    if (merges === 'unknown') sheet.merges = null;
    let at = 0;
    for (const part of parts) {
      for (const row of part.above) put(sheet, at++, row);
      const top = at;
      for (const row of part.header) put(sheet, at++, row);
      if (merges === 'merged') mergeHeader(sheet, top, part.header.filter((row) => !row.some((v) => typeof v === 'number' && (v < 2000 || v > 2099))));
      for (const row of part.body) put(sheet, at++, row);
      for (const row of part.below ?? []) put(sheet, at++, row);
    }
    return sheet;
  });
  return freeze({ name, sheets });
}

function put(sheet: Sheet, at: number, row: Row): void {
  row.forEach((value, column) => sheet.set(at, column, value));
  if (row.length === 0) sheet.set(at, 0, null);
}

function mergeHeader(sheet: Sheet, top: number, header: readonly Row[]): void {
  const width = Math.max(...header.map((r) => r.length));
  const taken = header.map((r) => Array.from({ length: width }, (_, c) => (r[c] ?? null) !== null));
  header.forEach((row, r) =>
    row.forEach((value, c) => {
      if (value === null) return;
      let bottom = r;
      while (bottom + 1 < header.length && !taken[bottom + 1][c]) bottom++;
      if (bottom > r && bottom === header.length - 1) {
        for (let k = r; k <= bottom; k++) taken[k][c] = true;
        sheet.merge(top + r, c, top + bottom, c);
        return;
      }
      let end = c;
      while (end + 1 < width && !taken[r][end + 1] && header.slice(r + 1).some((below) => (below[end + 1] ?? null) !== null)) end++;
      for (let k = c; k <= end; k++) taken[r][k] = true;
      sheet.merge(top + r, c, top + r, end);
    }),
  );
}

/** The bundled chart begins in 2019: before, its codes with the classes' names of the time. */
export function ledgerOf(seed: string, options: Partial<LedgerOptions>): Ledger {
  const year = options.year ?? 2024;
  const ledger = drawLedger({ seed, level: 'department', units: 3, otherMoney: true, transfers: false, fund: true, capital: false, carry: 'none', kept: false, reserve: false, details: false, mixedNature: false, step: 10_000, ...options, year: Math.max(2019, year) });
  if (year >= 2019) return ledger;
  const items = ledger.items.map((i) => (i.func.startsWith('224') ? { ...i, func: '2010101' } : i));
  return { ...ledger, year, items };
}

const FORMER: ReadonlyMap<string, string> = new Map([['207', '文化体育与传媒支出'], ['210', '医疗卫生与计划生育支出'], ['215', '资源勘探信息等支出'], ['220', '国土海洋气象等支出']]);
