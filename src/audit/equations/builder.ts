import { Relation, type EquationStore } from './model';

/** A growing array of numbers that ends as a typed array. */
class Numbers {
  private data = new Float64Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.data.length) {
      const larger = new Float64Array(this.data.length * 2);
      larger.set(this.data);
      this.data = larger;
    }
    this.data[this.length++] = value;
  }

  view(): Float64Array {
    return this.data.subarray(0, this.length);
  }
}

/** What an equation is besides its terms. */
export interface EquationNotes {
  /** Terms before this one stand on the left. */
  readonly leftCount: Uint32Array;
  /** Which of the rule's checks it comes from. */
  readonly check: Uint16Array;
  /** Index of the block whose finding it is. */
  readonly block: Int32Array;
  /** Equation → what a join did not find: "表5 中没有 205 行". */
  readonly absent: ReadonlyMap<number, readonly AbsentRow[]>;
  /** Equation → the plain numbers on its two sides, in 分 (own rules: 合计 ≤ 1000000). */
  readonly constants: ReadonlyMap<number, SideConstants>;
  /** Equation → why a difference of it proves nothing. */
  readonly soft: ReadonlyMap<number, Softness>;
}

/** extraMoney, extraColumn = a form with unidentified lines or columns that carry money; shallow = a table that does not go down as far as the other one. */
export type Softness = 'extraMoney' | 'extraColumn' | 'shallow';

export interface SideConstants {
  readonly left: number;
  readonly right: number;
}

export interface AbsentRow {
  readonly block: number;
  readonly key: string;
  readonly side: 'left' | 'right';
}

const RELATION = { '=': Relation.equal, '≤': Relation.atMost, '≥': Relation.atLeast } as const;

const NO_CONSTANTS: SideConstants = { left: 0, right: 0 };

/** Collects equations; `begin`, terms left then right, `commit`. */
export class EquationBuilder {
  private readonly rules = new Numbers();
  private readonly relations = new Numbers();
  private readonly starts = new Numbers();
  private readonly cells = new Numbers();
  private readonly coefficients = new Numbers();
  private readonly lefts = new Numbers();
  private readonly checks = new Numbers();
  private readonly blocks = new Numbers();
  private readonly absent = new Map<number, AbsentRow[]>();
  private readonly soft = new Map<number, Softness>();
  private readonly constants = new Map<number, SideConstants>();
  private from = 0;
  private left = 0;

  get count(): number {
    return this.rules.length;
  }

  begin(): void {
    this.from = this.cells.length;
    this.left = 0;
  }

  /** side 1 = left, −1 = right. */
  term(amount: number, coefficient: number, side: 1 | -1): void {
    this.cells.push(amount);
    this.coefficients.push(side * coefficient);
    if (side === 1) this.left++;
  }

  get terms(): number {
    return this.cells.length - this.from;
  }

  commit(rule: number, check: number, relation: '=' | '≤' | '≥', block: number, absent: readonly AbsentRow[], soft: Softness | null, constants: SideConstants = NO_CONSTANTS): void {
    const equation = this.rules.length;
    this.rules.push(rule);
    this.relations.push(RELATION[relation]);
    this.starts.push(this.from);
    this.lefts.push(this.left);
    this.checks.push(check);
    this.blocks.push(block);
    if (absent.length > 0) this.absent.set(equation, [...absent]);
    if (soft) this.soft.set(equation, soft);
    if (constants.left !== 0 || constants.right !== 0) this.constants.set(equation, constants);
  }

  /** Drops the terms since `begin`. */
  abort(): void {
    this.cells.length = this.from;
    this.coefficients.length = this.from;
  }

  finish(): { equations: EquationStore; notes: EquationNotes } {
    this.starts.push(this.cells.length);
    return {
      equations: {
        count: this.rules.length,
        rule: Uint16Array.from(this.rules.view()),
        relation: Uint8Array.from(this.relations.view()),
        start: Uint32Array.from(this.starts.view()),
        cell: Uint32Array.from(this.cells.view()),
        coefficient: Float64Array.from(this.coefficients.view()),
      },
      notes: {
        leftCount: Uint32Array.from(this.lefts.view()),
        check: Uint16Array.from(this.checks.view()),
        block: Int32Array.from(this.blocks.view()),
        absent: this.absent,
        soft: this.soft,
        constants: this.constants,
      },
    };
  }
}
