/** Small equation systems written as literal tables: cells by name ("表6!E16"), sums as [total, ...parts]. */
import { AmountState, Relation, type AmountStore, type EquationStore } from '../../../src/audit/equations/model';

export interface Drawn {
  readonly amounts: AmountStore;
  readonly equations: EquationStore;
  readonly names: readonly string[];
  at(name: string): number;
}

export class Drawing {
  private readonly index = new Map<string, number>();
  private readonly fen: number[] = [];
  private readonly blank: boolean[] = [];
  private readonly steps: number[] = [];
  private readonly rows: { cells: number[]; coefficients: number[]; relation: number }[] = [];

  /** `yuan` null = blank. `step` in 分. */
  cell(name: string, yuan: number | null, step = 0): this {
    this.index.set(name, this.fen.length);
    this.fen.push(Math.round((yuan ?? 0) * 100));
    this.blank.push(yuan === null);
    this.steps.push(step);
    return this;
  }

  cells(values: Readonly<Record<string, number | null>>, step = 0): this {
    for (const [name, yuan] of Object.entries(values)) this.cell(name, yuan, step);
    return this;
  }

  /** Figures in 万元 with two decimals: known to ±50 元. */
  wanyuan(values: Readonly<Record<string, number | null>>): this {
    for (const [name, value] of Object.entries(values)) this.cell(name, value === null ? null : Math.round(value * 100) * 100, 10_000);
    return this;
  }

  sum(total: string, ...parts: string[]): this {
    return this.row(total, parts, Relation.equal);
  }

  same(...names: string[]): this {
    for (let i = 1; i < names.length; i++) this.sum(names[0]!, names[i]!);
    return this;
  }

  atMost(small: string, large: string): this {
    return this.row(small, [large], Relation.atMost);
  }

  build(): Drawn {
    const start = new Uint32Array(this.rows.length + 1);
    this.rows.forEach((row, e) => (start[e + 1] = start[e]! + row.cells.length));
    const names = [...this.index.keys()];
    const place = names.map((name) => /^(?:(.*)!)?([A-Z]+)(\d+)$/.exec(name));
    const sheets = [...new Set(place.map((p) => p?.[1] ?? ''))];
    return {
      names,
      at: (name) => this.need(name),
      amounts: {
        count: this.fen.length,
        sheet: Uint16Array.from(place, (p) => sheets.indexOf(p?.[1] ?? '')),
        row: Uint32Array.from(place, (p, i) => (p ? Number(p[3]) - 1 : i)),
        column: Uint16Array.from(place, (p) => (p ? p[2]!.charCodeAt(0) - 65 : 0)),
        fen: Float64Array.from(this.fen),
        state: Uint8Array.from(this.blank, (b) => (b ? AmountState.blank : AmountState.number)),
        step: Float64Array.from(this.steps),
        fractions: new Map(),
      },
      equations: {
        count: this.rows.length,
        rule: new Uint16Array(this.rows.length),
        relation: Uint8Array.from(this.rows, (row) => row.relation),
        start,
        cell: Uint32Array.from(this.rows.flatMap((row) => row.cells)),
        coefficient: Float64Array.from(this.rows.flatMap((row) => row.coefficients)),
      },
    };
  }

  private row(total: string, parts: readonly string[], relation: number): this {
    this.rows.push({
      cells: [this.need(total), ...parts.map((part) => this.need(part))],
      coefficients: [1, ...parts.map(() => -1)],
      relation,
    });
    return this;
  }

  private need(name: string): number {
    const at = this.index.get(name);
    if (at === undefined) throw new Error(`no cell ${name}`);
    return at;
  }
}

/** The same system with other values: cell name → 元. */
export function withValues(drawn: Drawn, changes: ReadonlyMap<number, number>): Drawn {
  const fen = drawn.amounts.fen.slice();
  for (const [cell, value] of changes) fen[cell] = value;
  return { ...drawn, amounts: { ...drawn.amounts, fen } };
}
