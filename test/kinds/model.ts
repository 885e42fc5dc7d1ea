import type { Finding, WorkbookReport } from '../../src/audit/report/model';
import type { AuditState } from '../../src/audit/state';
import type { Random } from '../generate/random';
import { Parts } from './parts';

/** A workbook in which kinds of trouble are planted. */
export interface Base {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly state: AuditState;
  readonly report: WorkbookReport;
}

export const partsOf = (base: Base): Parts => new Parts(base.bytes);

/** The whole book written anew holds no formulas, whose results are gone where none were stored; a cluster of texts has fewer cells where rows are gone. */
export const isOfWriting = (base: Base, { rule, cells }: Finding): boolean =>
  (rule === 'M6a' && base.state.formulas.computed.length > 0) || (rule === 'M3' && base.report.findings.some((f) => f.rule === 'M3' && f.cells.length >= cells.length));

/** Something an audit must say: a finding of a rule at a cell ("表6!E16"; any of several). */
export interface Saying {
  /** Of several rules any will do: "M8a|M1". */
  readonly rule: string;
  readonly at: readonly string[];
}

export interface Planted {
  readonly file: Uint8Array;
  /** How the file is called; .xlsx unless it is another kind. */
  readonly name?: string;
  readonly what: string;
  readonly says?: readonly Saying[];
  /** Other new findings that are true as well. */
  readonly mayToo?: (finding: Finding) => boolean;
  /** Findings of the base that may go. */
  readonly mayGo?: boolean;
  /** Notes beyond those of the base: each must be there, and no other. Left out: any. */
  readonly notes?: readonly RegExp[];
  /** At least as many relations are decided as in the base. */
  readonly decidesAll?: boolean;
}

/** A kind of trouble; null from `plant` where the workbook gives no occasion. */
export interface Kind {
  readonly name: string;
  readonly plant: (base: Base, random: Random) => Planted | null | Promise<Planted | null>;
}
