import type { WorkbookReport } from '../../src/audit/report/model';
import type { WorkbookSnapshot } from '../../src/audit/workbook';
import { generateNational, type NationalBook, type NationalOptions } from '../generate/national';
import { Random } from '../generate/random';
import { faultsAtOnce, formFaults, withFormFaults, type FormFault } from './faults';
import { brief, judge } from './judge';
import { Tally, type Note } from './tally';

export type Audit = (snapshot: WorkbookSnapshot) => WorkbookReport;
export type Choice = Omit<NationalOptions, 'seed'>;

export interface CleanResult {
  readonly workbooks: number;
  /** Workbooks without an error and without a warning. */
  readonly spotless: number;
  readonly errors: number;
  readonly warnings: number;
  readonly byPlace: Tally;
  readonly byRule: Tally;
  readonly byConcept: Tally;
  /** Tables with amounts, how many of them were read as a table of a family, and workbooks taken for final accounts. */
  readonly tables: { readonly all: number; readonly read: number };
  readonly wrongKind: number;
  readonly notes: readonly Note[];
}

/** Audits clean workbooks: every error or warning is false. */
export function measureClean(audit: Audit, seed: string, count: number, choice: Choice): CleanResult {
  const byPlace = new Tally();
  const byRule = new Tally();
  const byConcept = new Tally();
  const notes: Note[] = [];
  const sum = { spotless: 0, errors: 0, warnings: 0, all: 0, read: 0, wrongKind: 0 };
  for (let i = 0; i < count; i++) {
    const name = `${seed}.${i}`;
    const { snapshot, truth, style } = generateNational({ ...choice, seed: name });
    const report = audit(snapshot);
    // M3 on figures stored as texts is no false finding where they are.
    const said = report.findings.filter((f) => f.severity !== 'hint' && !(f.rule === 'M3' && style.numbers !== 'number'));
    const errors = said.filter((f) => f.severity === 'error');
    sum.errors += errors.length;
    sum.warnings += said.length - errors.length;
    if (said.length === 0) sum.spotless++;
    byPlace.add(truth.place, said.length === 0);
    for (const finding of said) {
      byRule.add(`${finding.severity} ${finding.rule}`, false);
      notes.push({ seed: name, place: truth.place, text: brief(finding) });
    }
    const readSheets = new Set(report.tables.filter((t) => t.id !== 'G').map((t) => t.sheet));
    for (const { sheet, concept, empty } of truth.tables) {
      if (!empty) sum.all++;
      if (!empty && readSheets.has(sheet)) sum.read++;
      byConcept.add(concept, !said.some((f) => f.cells.some((c) => c.sheet === sheet)));
    }
    if (report.family !== null && /final/.test(report.family)) sum.wrongKind++;
  }
  return { workbooks: count, spotless: sum.spotless, errors: sum.errors, warnings: sum.warnings, byPlace, byRule, byConcept, tables: { all: sum.all, read: sum.read }, wrongKind: sum.wrongKind, notes };
}

export interface FaultResult {
  readonly all: Tally;
  readonly byConcept: Tally;
  readonly byPlace: Tally;
  readonly byKind: Tally;
  /** Wrong figures, and wrong codes and names. */
  readonly byNature: Tally;
  /** Found faults whose cell is named as the cause; amounts for which a value is proposed, and the right one. */
  readonly named: number;
  readonly proposed: number;
  readonly right: number;
  readonly elsewhere: number;
  readonly notes: readonly Note[];
}

const PER_WORKBOOK = 8;

/** Puts faults into generated workbooks: each into its own copy, or several figures into one. */
export function measureFaults(audit: Audit, seed: string, count: number, choice: Choice, atOnce = 1): FaultResult {
  const [all, byConcept, byPlace, byKind, byNature] = [new Tally(), new Tally(), new Tally(), new Tally(), new Tally()];
  const notes: Note[] = [];
  const sum = { named: 0, proposed: 0, right: 0, elsewhere: 0 };
  for (let made = 0, i = 0; made < count; i++) {
    const name = `${seed}.${i}`;
    const book = generateNational({ ...choice, seed: name });
    const before = audit(book.snapshot);
    const random = new Random(`fault ${name}`);
    const sets: FormFault[][] = atOnce > 1 ? [faultsAtOnce(book, random, atOnce)] : [...formFaults(book, random, Math.min(PER_WORKBOOK, count - made))].map((f) => [f]);
    for (const { fault, after } of sets.flatMap((set) => audited(audit, book, set))) {
      made++;
      const { verdict, named, proposed, fresh } = judge(before, after, fault.spots);
      const found = verdict === 'found';
      for (const [tally, key] of [[all, 'all'], [byConcept, fault.concept], [byPlace, book.truth.place], [byKind, fault.kind], [byNature, fault.kind.startsWith('wrong') ? 'codes and names' : 'figures']] as const) tally.add(key, found);
      if (named) sum.named++;
      if (proposed !== null && !fault.kind.startsWith('wrong')) {
        sum.proposed++;
        if (Math.abs(Number(proposed) - Number(fault.original)) < 1e-7) sum.right++;
      }
      if (verdict === 'elsewhere') sum.elsewhere++;
      if (!found) {
        const [spot] = fault.spots;
        notes.push({ seed: name, place: book.truth.place, text: `${fault.concept} ${fault.kind} ${spot.sheet}!${String.fromCharCode(65 + spot.column)}${spot.row + 1}: ${fault.original} → ${fault.mutated}; ${verdict}${fresh[0] ? `: ${brief(fresh[0])}` : ''}` });
      }
    }
  }
  return { all, byConcept, byPlace, byKind, byNature, ...sum, notes };
}

/** The report on a workbook with a set of faults, once for each of them. */
function audited(audit: Audit, book: NationalBook, set: readonly FormFault[]): { fault: FormFault; after: WorkbookReport }[] {
  const after = audit(withFormFaults(book, set));
  return set.map((fault) => ({ fault, after }));
}
