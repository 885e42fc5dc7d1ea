import type { Sheet } from '../grid';
import { grouped } from '../money';
import type { Item, Ledger } from './ledger';
import type { Place } from './place';
import { both, itemsOf, keyOf, matches, total, type Select } from './select';
import { depth, leaves, type Column, type Panel, type Row, type Table } from './spec';
import type { Style } from './style';
import type { AmountCell, CodeCell, PercentCell, Relation, Spot } from './truth';

/** Writes tables on sheets and notes down what is true of every cell. */
export class Writer {
  readonly amounts: AmountCell[] = [];
  readonly codes: CodeCell[] = [];
  readonly percents: PercentCell[] = [];
  readonly relations: Relation[] = [];
  private rowItems: { row: Row | null; of: string; items: readonly Item[] } = { row: null, of: '', items: [] };

  constructor(readonly ledger: Ledger, readonly place: Place, readonly style: Style) {}

  /** Header and rows from a row on; the answer is the first free row. */
  body(sheet: Sheet, table: Table, top: number): number {
    const numbered = this.style.rowNumbers && table.panels.some((p) => p.rows.length > 1) ? 1 : 0;
    const first = this.header(sheet, table, top, numbered);
    const height = Math.max(...table.panels.map((p) => p.rows.length));
    const breakAt = this.style.pageBreaks && height > 14 ? 8 + (height % 5) : -1;
    const rowAt: number[] = [];
    let row = first;
    for (let i = 0; i < height; i++) {
      if (i === breakAt) row = this.header(sheet, table, row + 1, numbered);
      if (this.style.gaps && i > 0 && table.panels.length === 1 && table.panels[0].rows[i].code?.code.length === 3) row++;
      rowAt.push(row++);
    }
    if (numbered) rowAt.forEach((r, i) => sheet.set(r, 0, i + 1));
    let column = numbered;
    for (const panel of table.panels) {
      this.panel(sheet, table, panel, rowAt, column);
      column += leaves(panel.heads).length + leaves(panel.columns).length;
    }
    return row;
  }

  private header(sheet: Sheet, table: Table, top: number, numbered: number): number {
    const over = table.panels.some((p) => p.over !== undefined) ? 1 : 0;
    const deep = over + Math.max(...table.panels.map((p) => depth([...p.heads, ...p.columns])));
    const bottom = top + deep - 1;
    if (numbered) this.head(sheet, top, 0, bottom, 0, '序号');
    let column = numbered;
    for (const panel of table.panels) {
      const all = [...panel.heads, ...panel.columns];
      const width = leaves(all).length;
      if (over) this.head(sheet, top, column, top, column + width - 1, panel.over ?? '');
      this.columns(sheet, all, top + over, bottom, column);
      column += width;
    }
    return this.indexRow(sheet, table, bottom + 1, numbered);
  }

  private columns(sheet: Sheet, columns: readonly Column[], top: number, bottom: number, left: number): void {
    let at = left;
    for (const column of columns) {
      const width = column.parts ? leaves(column.parts).length : 1;
      this.head(sheet, top, at, column.parts ? top : bottom, at + width - 1, column.text);
      if (column.parts) this.columns(sheet, column.parts, top + 1, bottom, at);
      at += width;
    }
  }

  private head(sheet: Sheet, top: number, left: number, bottom: number, right: number, text: string): void {
    const shown = this.style.spaced && /^[\u4e00-\u9fff]{2}$/.test(text) ? `${text[0]} ${text[1]}` : text;
    sheet.set(top, left, shown);
    if (this.style.merges === 'merged') sheet.merge(top, left, bottom, right);
  }

  private indexRow(sheet: Sheet, table: Table, row: number, numbered: number): number {
    const { index } = this.place.furniture;
    if (index === 'none' || table.panels.length > 1) return row;
    let column = numbered;
    let n = 0;
    for (const panel of table.panels) {
      leaves(panel.heads).forEach((_, i) => sheet.set(row, column + i, index === '**' ? '**' : index === '栏次' ? (i === 0 ? '栏次' : null) : String(++n)));
      column += leaves(panel.heads).length;
      leaves(panel.columns).forEach((_, i) => sheet.set(row, column + i, ++n));
      column += leaves(panel.columns).length;
    }
    return row + 1;
  }

  private panel(sheet: Sheet, table: Table, panel: Panel, rowAt: readonly number[], left: number): void {
    const texts = leaves(panel.heads).length;
    const columns = leaves(panel.columns);
    const grid = panel.rows.map((row, i) => {
      this.texts(sheet, table, row, rowAt[i], left);
      return columns.map((column, c) => this.amount(sheet, table, row, column, rowAt[i], left + texts + c));
    });
    panel.rows.forEach((row, r) => {
      this.sums(panel.columns, columns, grid[r]);
      columns.forEach((column, c) => this.change(sheet, column, columns, grid[r], rowAt[r], left + texts + c));
      if (!row.sums) return;
      columns.forEach((column, c) => {
        if (column.change?.kind !== 'percent') this.relate('column', [grid[r][c], ...(row.sums ?? []).map((other) => grid[other][c])]);
      });
    });
  }

  private texts(sheet: Sheet, table: Table, row: Row, at: number, left: number): void {
    row.texts.forEach((text, i) => {
      const spaced = this.style.spaced && row.total && /^[\u4e00-\u9fff]{2,4}$/.test(text);
      const indent = this.style.indent && row.code?.nameAt === i && row.code.codeAt !== i ? '  '.repeat(Math.max(0, (row.code.code.length - 3) / 2)) : '';
      const number = this.style.numericCodes && row.code?.codeAt === i && /^[1-9]\d*$/.test(text);
      sheet.set(at, left + i, number ? Number(text) : spaced ? [...text].join(' ') : `${indent}${text}`);
    });
    if (!row.code) return;
    const spot = (i: number | null): Spot | null => (i === null ? null : { sheet: sheet.name, row: at, column: left + i });
    this.codes.push({ concept: table.concept, code: row.code.code, name: row.code.name, codeAt: spot(row.code.codeAt), nameAt: spot(row.code.nameAt) });
  }

  /** Index of the amount, or -1 where the row has none. */
  private amount(sheet: Sheet, table: Table, row: Row, column: Column, at: number, where: number): number {
    if (row.select === null || column.change?.kind === 'percent') return -1;
    const unit = table.wanyuan && this.place.furniture.unit === 'yuan' ? 'wan6' : this.place.furniture.unit;
    const step = unit === 'wan2' ? 10_000 : 1;
    const value = (select: Select): number => rounded(total(this.ledger, both(row.select ?? {}, select), this.ofRow(row, select.of)), step);
    const printed = column.change ? value(column.change.now) - value(column.change.before) : value(column.select ?? {});
    const blank = printed === 0 && this.place.furniture.zero === 'blank';
    const key = column.change || column.role === 'loose' ? null : keyOf(this.ledger, both(row.select, column.select ?? {}));
    if (!blank) this.put(sheet, at, where, printed, unit);
    return this.amounts.push({ sheet: sheet.name, row: at, column: where, concept: table.concept, key, printed, step, decimals: unit === 'wan6' ? 6 : 2, blank }) - 1;
  }

  /** The items of a row, found once for all its columns. */
  private ofRow(row: Row, of: Select['of']): readonly Item[] {
    const list = of ?? row.select?.of ?? 'this';
    if (this.rowItems.row !== row || this.rowItems.of !== list) {
      const select = row.select ?? {};
      this.rowItems = { row, of: list, items: itemsOf(this.ledger, list).filter((item) => matches(select, item)) };
    }
    return this.rowItems.items;
  }

  private put(sheet: Sheet, row: number, column: number, printed: number, unit: Place['furniture']['unit']): void {
    const decimals = unit === 'wan6' ? 6 : 2;
    const value = printed / 10 ** decimals;
    if (this.style.numbers === 'number') sheet.set(row, column, value, decimals === 2 ? '#,##0.00' : 'General');
    else sheet.set(row, column, this.style.numbers === 'grouped' ? grouped(value, decimals) : value.toFixed(decimals));
  }

  private change(sheet: Sheet, column: Column, columns: readonly Column[], cells: readonly number[], row: number, where: number): void {
    const { change } = column;
    if (!change) return;
    const at = (select: Select): number => cells[columns.findIndex((c) => c.select !== undefined && keyOf(this.ledger, c.select) === keyOf(this.ledger, select))];
    const [now, before] = [at(change.now), at(change.before)];
    if (change.kind === 'difference') {
      const own = cells[columns.indexOf(column)];
      if (own >= 0) this.relations.push({ kind: 'change', terms: [[own, -1], [now, 1], [before, -1]], tolerance: 0 });
      return;
    }
    if (!this.amounts[before] || this.amounts[before].printed === 0) return;
    const hundredths = Math.round(((this.amounts[now].printed - this.amounts[before].printed) * 10_000) / this.amounts[before].printed);
    sheet.set(row, where, this.style.percentAsText ? `${(hundredths / 100).toFixed(2)}%` : hundredths / 100);
    this.percents.push({ sheet: sheet.name, row, column: where, now, before });
  }

  /** 合计 = the columns beside it, in every group. */
  private sums(columns: readonly Column[], all: readonly Column[], cells: readonly number[]): void {
    const index = (c: Column): number => cells[all.indexOf(c)];
    const worth = (c: Column): number[] => {
      if (!c.parts) return c.role === 'part' || c.change ? [] : [index(c)];
      const sum = c.parts.find((p) => p.role === 'total');
      return sum ? [index(sum)] : c.parts.flatMap(worth);
    };
    for (const column of columns) if (column.parts) this.sums(column.parts, all, cells);
    const sum = columns.find((c) => c.role === 'total');
    if (sum && index(sum) >= 0) this.relate('row', [index(sum), ...columns.filter((c) => c !== sum).flatMap(worth)]);
  }

  /** The first amount is the sum of the others. */
  relate(kind: Relation['kind'], [sum, ...parts]: readonly number[]): void {
    if (sum === undefined || sum < 0) return;
    const terms: (readonly [number, number])[] = [[sum, -1], ...parts.filter((p) => p >= 0).map((p) => [p, 1] as const)];
    const steps = new Set(terms.map(([i]) => this.amounts[i].step));
    const rounds = this.style.roundedSums && steps.has(10_000);
    this.relations.push({ kind, terms, tolerance: rounds ? terms.reduce((t, [i]) => t + this.amounts[i].step / 2, 0) : 0 });
  }
}

/** Half away from zero. */
export function rounded(cents: number, step: number): number {
  return Math.sign(cents) * Math.floor((Math.abs(cents) + step / 2) / step);
}
