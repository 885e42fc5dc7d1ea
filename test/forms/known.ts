import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Finding, WorkbookReport } from '../../src/audit/report/model';
import type { WorkbookSnapshot } from '../../src/audit/workbook';
import { readFixture } from '../mutate/readFixture';
import type { Audit } from './measure';

/** What is true of a real or hand-made workbook; truth.json beside the workbooks holds one a file. */
export interface Known {
  /** Sheets that hold amounts of a table. */
  readonly amountSheets: number;
  readonly kind: 'budget' | 'final';
  /** Sheet!A1 of figures, codes and names that are wrong in the document itself. */
  readonly trueCells: readonly string[];
  /** Sheets that are wrong as a whole: any error on them is true. */
  readonly trueSheets?: readonly string[];
  readonly year?: number;
  /** The publishing body as the workbook prints it; absent where it prints none. */
  readonly unit?: string;
}

export interface KnownWorkbook {
  readonly name: string;
  readonly snapshot: WorkbookSnapshot;
  readonly known: Known;
}

/** The .xlsx of a folder that its truth.json names, in the order of their names. */
export function* knownWorkbooks(folder: string): Generator<KnownWorkbook> {
  const truth = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')) as Record<string, Known>;
  for (const file of readdirSync(folder).filter((f) => f.endsWith('.xlsx')).sort()) {
    const name = basename(file, '.xlsx');
    if (name in truth) yield { name, snapshot: readFixture(join(folder, file), file), known: truth[name] };
  }
}

export interface KnownResult {
  readonly name: string;
  readonly falseErrors: readonly Finding[];
  readonly trueErrors: number;
  readonly warnings: readonly Finding[];
  /** Sheets read as a table of a family, at most those that hold amounts. */
  readonly read: number;
  readonly sheets: number;
  /** Share of the amounts that some relation checks. */
  readonly covered: number;
  readonly kindRight: boolean;
  readonly yearRight: boolean;
  readonly unitRight: boolean;
  readonly family: string | null;
}

export function judgeKnown({ name, known }: KnownWorkbook, report: WorkbookReport): KnownResult {
  const cells = new Set(known.trueCells);
  const isTrue = (f: Finding): boolean => f.cells.some((c) => cells.has(`${c.sheet}!${c.address.replaceAll('$', '')}`) || (known.trueSheets ?? []).includes(c.sheet));
  // M1 compares the 目录 with the tables; what a rebuilt workbook lost is no error of its own.
  const errors = report.findings.filter((f) => f.severity === 'error' && !f.rule.startsWith('M1'));
  const read = new Set(report.tables.filter((t) => t.id !== 'G').map((t) => t.sheet)).size;
  const { family, coverage } = report;
  return {
    name, family, falseErrors: errors.filter((f) => !isTrue(f)), trueErrors: errors.filter(isTrue).length, warnings: report.findings.filter((f) => f.severity === 'warning'),
    read: Math.min(read, known.amountSheets), sheets: known.amountSheets, covered: coverage.amountCells === 0 ? 1 : coverage.coveredCells / coverage.amountCells,
    kindRight: family !== null && family !== 'generic' && family.includes('final') === (known.kind === 'final'),
    yearRight: known.year === undefined || report.year === known.year,
    unitRight: known.unit === undefined || (report.unit ?? '').includes(known.unit),
  };
}

export const measureKnown = (audit: Audit, folder: string): KnownResult[] => [...knownWorkbooks(folder)].map((w) => judgeKnown(w, audit(w.snapshot)));
