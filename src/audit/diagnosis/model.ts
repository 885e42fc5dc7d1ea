/**
 * What error localisation takes and gives. Cells and equations are indices into the stores of `../equations/model`;
 * all money is in whole 分. Nothing here knows sheets, rules or texts: `explain.ts` turns a result into report groups.
 */
import type { AmountStore, EquationStore } from '../equations/model';
import type { MassCause } from './mass/model';

/**
 * How an equation came out; the audit's outcome codes. `idle` (不适用: all its cells are blank) must stay true like any
 * other that holds; `skipped` (取数不足) takes no part at all; `disputed` is a failing relation that was only inferred and that its
 * table does not obey: nobody has to explain it, but no value is proved that leaves it failing. `inferred` is one that its table obeys in
 * part: the same, except that it bears witness where many figures were moved at once.
 */
export const Verdict = { holds: 0, fails: 1, rounding: 2, idle: 3, skipped: 4, disputed: 5, inferred: 6 } as const;

/** Amount indices of the cells around a cell; −1 where there is none. */
export interface Neighbours {
  readonly left: number;
  readonly right: number;
  readonly above: number;
  readonly below: number;
}

/** A cause that is no wrong figure (missing 款 row, duplicated row, wrong code), found by someone else. */
export interface StructuralCause {
  readonly cells: readonly number[];
  readonly kind: string;
  /** A whole sentence for the reader, in the language the report is written in. */
  readonly explanation: string;
  /** Equations that it would settle. */
  readonly equations: readonly number[];
}

export interface LocaliseLimits {
  /** Above this many failing equations in one connected component the search is greedy. */
  readonly exactEquations: number;
  /** Largest set of cells with unrelated corrections that is searched. */
  readonly maximumCells: number;
  /** Largest set of cells that all carry the same amount (row left out, money moved, totals not updated). */
  readonly maximumChain: number;
  /** Search steps for each component and each set size before the search gives up and goes greedy. */
  readonly steps: number;
}

export interface LocaliseInput {
  readonly amounts: AmountStore;
  readonly equations: EquationStore;
  /** A `Verdict` for each equation; computed with `judge` when left out. */
  readonly outcome?: Uint8Array;
  /** How far each equation may be off through rounding, in 分; from the figures' steps when left out. */
  readonly tolerance?: Float64Array;
  readonly isTotal?: (cell: number) => boolean;
  /** Price of changing a cell; 1 = ordinary, more = trusted (a formula, a signed-off table), less = doubtful. */
  readonly weight?: (cell: number) => number;
  /** Taken from the places of the cells when left out. */
  readonly neighbours?: (cell: number) => Neighbours;
  readonly structural?: readonly StructuralCause[];
  /** The table and the block (a run of columns with its rows) a cell belongs to; its sheet when left out. */
  readonly tableOf?: (cell: number) => number;
  readonly blockOf?: (cell: number) => number;
  /** Cells whose figures decided that the equation applies at all; empty where it always does. */
  readonly conditionsOf?: (equation: number) => ReadonlySet<number>;
  readonly limits?: Partial<LocaliseLimits>;
}

/** The same with all limits set. */
export interface DiagnosisInput extends LocaliseInput {
  readonly limits: LocaliseLimits;
}

/** What seems to have happened to a figure. The texts stand in `texts.ts`. */
export type ErrorKind =
  | 'rowLeftOut' | 'countedTwice' | 'digitsSwapped' | 'digitDropped' | 'digitAdded' | 'digitDoubled' | 'digitWrong'
  | 'timesTen' | 'tenth' | 'sign' | 'unit' | 'neighbour' | 'moved' | 'blank' | 'surplus' | 'copyDiffers'
  | 'totalStale' | 'other';

export interface SuspectCell {
  readonly cell: number;
  readonly currentFen: number;
  /** The one value that closes everything; null where no single value is determined. */
  readonly proposedFen: number | null;
  /** A value that would do, also where others would; null where even that is unknown. */
  readonly nearFen: number | null;
  readonly kind: ErrorKind;
  /** The part left out, the neighbour that holds the figure, the cell that carries the same figure; −1 = none. */
  readonly related: number;
  /** Failing equations with this cell that hold after the correction of its cause. */
  readonly closes: number;
  /** Equations with this cell that held and would not any more. */
  readonly breaks: number;
}

export interface CauseGroup {
  /** Failing equations that this cause settles, ascending. */
  readonly equations: readonly number[];
  /** Cells to be changed together, best explanation first found; ascending by cell. */
  readonly suspects: readonly SuspectCell[];
  /** Other sets of cells that explain the same equations as well. */
  readonly alternatives: readonly (readonly SuspectCell[])[];
  readonly ambiguous: boolean;
  /** false: found by the greedy search, a smaller explanation may exist. */
  readonly exact: boolean;
  /** Shape of the cause as a whole. */
  readonly shape: 'cell' | 'cells' | 'transfer' | 'missingRow' | 'surplusRow' | 'structural' | 'mass' | 'unknown';
  readonly structural: StructuralCause | null;
  /** Shape `mass`: the cause that moves many figures at once. */
  readonly mass: MassCause | null;
  /** Shape `missingRow`: a total of the parent row; −1 otherwise. */
  readonly parent: number;
}

export interface Localisation {
  readonly groups: readonly CauseGroup[];
  /** Failing equations in no group: what is wrong there is finer than a 分. */
  readonly unexplained: readonly number[];
}

export type { Move } from './move';

/** Findings with one cause (diagnosis). */
export interface FindingGroup {
  readonly id: string;
  readonly findings: readonly string[];
  readonly suspects: readonly Suspect[];
  readonly ambiguous: boolean;
  /** One sentence: "疑似 表6!E16 … 应为 425,400.00，可解释 5 项不符". */
  readonly headline: string;
  /** The headline without the figures and counts that stand in the suspects and findings; left out where it holds none of them. */
  readonly title?: string;
}

export interface Suspect {
  readonly sheet: string;
  readonly address: string;
  readonly current: string;
  /** null where no single value is determined. */
  readonly proposed: string | null;
  /** The formula in the cell, without "="; null where it holds no formula. */
  readonly formula: string | null;
  /** A formula, without "=", that yields the proposed figure; null where none is known. */
  readonly proposedFormula: string | null;
  readonly kind: string;
  readonly explanation: string;
  /** Failing identities that the proposal closes. */
  readonly closes: number;
  /** Identities that held and would break. */
  readonly breaks: number;
  /** Only where it stands in another workbook than the report's own. */
  readonly file?: string;
}
