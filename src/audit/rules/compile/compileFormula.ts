import type { AbsentRow, EquationBuilder, SideConstants, Softness } from '../../equations/builder';
import type { Blanks } from '../../outcome/evaluate';
import type { BoundBlock } from '../../tables';
import type { Formula, Reference, RowSelector, Sum, Term } from '../language/syntax';
import { columnIndex, columnRun, columnSteps, type ColumnRun } from './columns';
import { isObstacle, type Obstacle, type Places } from './places';
import { joinKey, selectRows } from './rows';
import { keysAbove, keysBelow } from './shallow';

const NO_ROWS: readonly number[] = [];

/** One term of a formula with its block found and its rows picked. */
class Prepared {
  readonly rows: readonly number[];
  readonly iterates: boolean;
  private keys: ReadonlyMap<string, readonly number[]> | null = null;

  constructor(
    readonly term: Term,
    readonly reference: Reference,
    readonly side: 1 | -1,
    /** null = an optional table that is not there. */
    readonly block: BoundBlock | null,
  ) {
    this.rows = block ? selectRows(block, reference.rows) : NO_ROWS;
    this.iterates = reference.rows.kind !== 'keys' && !(term.kind === 'call' && term.name === 'Σ');
  }

  /** Most formulas take their rows together and ask for no key. */
  get byKey(): ReadonlyMap<string, readonly number[]> {
    return (this.keys ??= this.iterates && this.block ? rowsByKey(this.term, this.reference, this.block, this.rows) : new Map<string, number[]>());
  }
}

export interface CompileTarget {
  readonly builder: EquationBuilder;
  readonly places: Places;
  readonly rule: number;
  readonly check: number;
  readonly blanks: Blanks;
  readonly hasUnknownMoney: (block: BoundBlock) => boolean;
  readonly hasUnknownColumn: (block: BoundBlock) => boolean;
}

/** Appends the equations of one formula; answers what stood in the way, or null. */
export function compileFormula(formula: Formula, instance: number, target: CompileTarget): Obstacle | null {
  const prepared: Prepared[] = [];
  for (const [sum, side] of [[formula.left, 1], [formula.right, -1]] as const) {
    for (const term of sum) {
      if (term.kind === 'number') continue;
      const reference = term.kind === 'reference' ? term : term.reference;
      const block = target.places.find(reference, instance);
      if (isObstacle(block)) return block;
      prepared.push(new Prepared(term, reference, side, block));
    }
  }
  const bare = prepared.find((p) => isRowSum(p) && p.block && !p.block.columns.some((c) => c.role === 'part'));
  if (bare) return { kind: 'column', table: bare.reference.table, column: '各项' };
  const steps = columnSteps(prepared.map((p) => ({ run: isRowSum(p) ? ROW_SUM : columnRun(p.reference, p.block), block: p.block })));
  let obstacle: Obstacle | null = null;
  for (const step of steps) obstacle = compileStep(formula, prepared, step, target) ?? obstacle;
  return obstacle;
}

/** 各栏 adds the part columns of a row whatever the step, so it opens no steps of its own. */
const ROW_SUM: ColumnRun = { ids: [''], optional: false };

const isRowSum = (p: Prepared): boolean => p.term.kind === 'call' && p.term.name === '各栏';

function rowsByKey(term: Term, reference: Reference, block: BoundBlock, rows: readonly number[]): Map<string, number[]> {
  const byKey = new Map<string, number[]>();
  for (const row of rows) {
    const key = term.kind === 'group' ? groupKey(block, row, term) : joinKey(block.rows[row], reference.rows);
    if (key === '') continue;
    const list = byKey.get(key);
    if (list) list.push(row);
    else byKey.set(key, [row]);
  }
  return byKey;
}

function groupKey(block: BoundBlock, row: number, term: Term & { kind: 'group' }): string {
  // What a subject pays for bears the subject's code.
  const bound = block.rows[row].code === '' && block.rows[row].parent >= 0 ? block.rows[block.rows[row].parent] : block.rows[row];
  const code = term.field === '政府编码' ? bound.govCode : term.field === '部门编码' ? bound.departmentCode : bound.code;
  return code.slice(0, term.digits);
}

/** One column step: every row, every key of a join, or the single instance of a formula without iteration. */
function compileStep(formula: Formula, prepared: readonly Prepared[], step: readonly string[], target: CompileTarget): Obstacle | null {
  const columns: number[] = [];
  for (const [index, p] of prepared.entries()) {
    const at = !p.block ? -1 : isRowSum(p) ? 0 : columnIndex(p.block, step[index]);
    if (at < 0 && p.block && !isOptional(p)) return { kind: 'column', table: p.reference.table, column: step[index] };
    columns.push(at);
  }
  if (sideIsGone(prepared, columns, 1) || sideIsGone(prepared, columns, -1)) return null;
  const run = new StepRun(formula, prepared, columns, target);
  const moving = prepared.filter((p) => p.iterates && p.block);
  if (moving.length === 0) return run.once();
  const first = moving[0];
  const together = moving.every((p) => p.block === first.block && sameSelector(p.reference.rows, first.reference.rows) && p.term.kind !== 'group');
  if (together) for (const row of first.rows) run.row(row);
  else {
    const keys = new Set<string>();
    for (const p of moving) for (const key of p.byKey.keys()) keys.add(key);
    const shallow = new Map(moving.map((p) => [p, incomparable(p, [...keys].filter((key) => !p.byKey.has(key)))]));
    for (const key of keys) run.key(key, shallow);
  }
  return null;
}

/** Changes go up and down: one of them may be more than all of them together. */
const mayCancel = (block: BoundBlock, column: number): boolean => block.columns[column].id.split('.').some((part) => part === '增减额');

const isOptional = (p: Prepared): boolean => p.reference.columns?.kind === 'list' ? p.reference.columns.optional : false;

/** A side of which every term is optional and missing says nothing. */
function sideIsGone(prepared: readonly Prepared[], columns: readonly number[], side: 1 | -1): boolean {
  let found = false;
  for (let i = 0; i < prepared.length; i++) {
    const p = prepared[i];
    if (p.side !== side) continue;
    found = true;
    if (columns[i] >= 0 && !(p.reference.rows.kind === 'keys' && p.reference.optional && p.rows.length === 0)) return false;
  }
  return found;
}

/** Of the keys that a reference does not have, those that its block lists on another level. */
function incomparable(p: Prepared, absent: readonly string[]): ReadonlySet<string> {
  const below = keysBelow(p.block as BoundBlock, absent);
  return p.reference.rows.kind === '末级' || p.reference.rows.kind === '顶级' ? new Set([...below, ...keysAbove(p.byKey.keys(), absent)]) : below;
}

function sameSelector(a: RowSelector, b: RowSelector): boolean {
  return a.kind === b.kind && (a.kind !== 'below' || (b.kind === 'below' && a.prefix === b.prefix));
}

const NOTHING_ABSENT: readonly AbsentRow[] = [];

const sumsRows = (term: Term): boolean => term.kind === 'call' && (term.name === '下级' || term.name === 'Σ');

/** The plain numbers of a side in 分; they are written in 元. */
function numbersOf(sum: Sum): number {
  return sum.reduce((fen, term) => (term.kind === 'number' ? fen + term.coefficient * term.value * 100 : fen), 0);
}

/** Emits the equations of one column step. */
class StepRun {
  /** Index of the block whose finding it is: the first that has the column. */
  private readonly owner: number;
  /** References that sum over a form with unidentified lines of money. */
  private readonly unsure: readonly boolean[];
  private readonly constants: SideConstants;

  constructor(
    private readonly formula: Formula,
    private readonly prepared: readonly Prepared[],
    private readonly columns: readonly number[],
    private readonly target: CompileTarget,
  ) {
    this.constants = { left: numbersOf(formula.left), right: numbersOf(formula.right) };
    const first = prepared.findIndex((p, i) => p.block !== null && columns[i] >= 0);
    this.owner = first < 0 ? -1 : target.places.indexOf(prepared[first].block as BoundBlock);
    this.unsure = prepared.map((p) => p.block !== null && sumsRows(p.term) && p.block.table.definition.shape === 'blocks' && target.hasUnknownMoney(p.block));
  }

  once(): Obstacle | null {
    const absent: AbsentRow[] = [];
    for (const p of this.prepared) {
      if (!p.block || p.rows.length > 0 || p.reference.rows.kind !== 'keys' || p.reference.optional) continue;
      // A code that a coded table does not list has no money; a line that a form does not have is unknown.
      const isCode = p.block.table.definition.shape === 'coded' && p.reference.rows.keys.every((key) => /^\d+$/.test(key));
      if (!isCode) return { kind: 'row', table: p.reference.table, row: p.reference.rows.keys.join('、') };
      if (this.target.blanks !== 'zero') return null;
      absent.push(this.absentRow(p, p.reference.rows.keys.join('、')));
    }
    this.emit(-1, null, absent, null);
    return null;
  }

  row(row: number): void {
    this.emit(row, null, NOTHING_ABSENT, null);
  }

  key(key: string, shallow: ReadonlyMap<Prepared, ReadonlySet<string>>): void {
    const absent: AbsentRow[] = [];
    let unsure: Softness | null = null;
    const isMissing = (p: Prepared): boolean => p.iterates && p.block !== null && !p.byKey.has(key);
    // A table need not print the 其中 of another.
    if (this.prepared.some(isMissing) && this.prepared.some((p) => p.byKey.get(key)?.some((row) => p.block?.rows[row].kind === 'ofWhich'))) return;
    for (const p of this.prepared) {
      if (!isMissing(p) || !p.block) continue;
      absent.push(this.absentRow(p, key));
      if (this.target.hasUnknownMoney(p.block)) unsure = 'extraMoney';
      else if (shallow.get(p)?.has(key)) unsure ??= 'shallow';
    }
    this.emit(-1, key, absent, unsure);
  }

  private absentRow(p: Prepared, key: string): AbsentRow {
    return { block: p.block ? this.target.places.indexOf(p.block) : -1, key, side: p.side === 1 ? 'left' : 'right' };
  }

  /** A line that a form need not have is absent, and money stands in a line that was not understood: it may be that one. */
  private mayBeUnread({ block, rows, reference }: Prepared): boolean {
    return block !== null && rows.length === 0 && reference.rows.kind === 'keys' && reference.optional && block.table.definition.shape === 'blocks' && this.target.hasUnknownMoney(block);
  }

  /** Emits one equation: for a row that all references share, for the key of a join, or for neither. */
  private emit(row: number, key: string | null, absent: readonly AbsentRow[], unsure: Softness | null): void {
    const { builder, rule, check } = this.target;
    builder.begin();
    let soft = unsure;
    for (let i = 0; i < this.prepared.length; i++) {
      const p = this.prepared[i];
      if (!p.block) continue;
      if (this.columns[i] < 0) {
        // The column that need not be there may be the one that was not understood.
        if (this.target.hasUnknownColumn(p.block)) soft ??= 'extraColumn';
        continue;
      }
      if (this.unsure[i] || this.mayBeUnread(p)) soft = 'extraMoney';
      if (p.iterates && row >= 0) {
        if (!this.addRow(p, i, row)) return builder.abort();
        continue;
      }
      const rows = p.iterates && key !== null ? p.byKey.get(key) ?? NO_ROWS : p.rows;
      if (p.term.kind === 'call' && p.term.name === 'Σ' && rows.length === 0) return builder.abort();
      for (const r of rows) if (!this.addRow(p, i, r)) return builder.abort();
    }
    if (builder.terms > 0) builder.commit(rule, check, this.formula.relation, this.owner, absent, soft, this.constants);
  }

  /** The terms one row gives to a reference; false where the equation does not exist for it (no children, no parent). */
  private addRow(p: Prepared, index: number, row: number): boolean {
    const block = p.block as BoundBlock;
    const column = this.columns[index];
    switch (p.term.kind === 'call' ? p.term.name : null) {
      case '下级': {
        const children = block.children[row];
        if (children.length === 0) return false;
        for (const child of children) this.addTerm(p, block, child, column);
        return true;
      }
      case '上级':
        if (block.rows[row].parent < 0 || mayCancel(block, column)) return false;
        this.addTerm(p, block, block.rows[row].parent, column);
        return true;
      case '各栏':
        block.columns.forEach((c, at) => {
          if (c.role === 'part') this.addTerm(p, block, row, at);
        });
        return true;
      case '整栏': {
        const { role, parent = -1 } = block.columns[column];
        if (role !== 'of' || parent < 0 || mayCancel(block, column)) return false;
        this.addTerm(p, block, row, parent);
        return true;
      }
      case '分栏': {
        const parts = block.columns.map((_, at) => at).filter((at) => block.columns[at].parent === column && block.columns[at].role !== 'of');
        if (parts.length === 0) return false;
        for (const at of parts) this.addTerm(p, block, row, at);
        return true;
      }
      default:
        this.addTerm(p, block, row, column);
        return true;
    }
  }

  private addTerm(p: Prepared, block: BoundBlock, row: number, column: number): void {
    const amount = block.amounts[row * block.columns.length + column];
    if (amount >= 0) this.target.builder.term(amount, p.term.coefficient, p.side);
  }
}
