import { readFileSync, writeFileSync } from 'node:fs';
import { createAuditor, openAudit, type Auditor } from '../../src/audit/audit';
import { layoutRegion, regionsOf, titleLines } from '../../src/audit/layout';
import { OutcomeCode } from '../../src/audit/outcome/evaluate';
import { buildReport } from '../../src/audit/report/build';
import { auditSnapshot } from '../../src/audit/session';
import type { CellEdit } from '../../src/audit/audit';
import { gridsOf, withCells, type WorkbookSnapshot } from '../../src/audit/workbook';
import { readWorkbook, writeWorkbookXlsx } from '../../src/files';
import { generateBudgetOfCells, Random } from '../generate';

export interface AuditRow {
  readonly name: string;
  readonly cells: number;
  readonly readMs: number;
  readonly auditMs: number;
  /** Audit against reading the same file: the named baseline. */
  readonly ratio: number;
  readonly nsPerCell: number;
  /** Layout of every sheet, ns a cell; texts and words have been seen before. */
  readonly layoutNs: number;
}

const median = (times: number[]): number => times.sort((a, b) => a - b)[times.length >> 1];

async function timed<T>(runs: number, work: () => Promise<T> | T): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return median(times);
}

const cellsOf = (workbook: WorkbookSnapshot): number => workbook.sheets.reduce((n, s) => n + s.columns.length, 0);

/** Reading against auditing, from the example workbook to a million cells. The largest file is left at `keep`. */
export async function benchAudit(fixture: string, keep: string, sizes: readonly number[]): Promise<AuditRow[]> {
  const auditor = createAuditor();
  const rows: AuditRow[] = [await row('002.xlsx (16 tables)', new Uint8Array(readFileSync(fixture)), auditor, 41)];
  for (const size of sizes) {
    const bytes = writeWorkbookXlsx(generateBudgetOfCells(size, 1));
    if (size === sizes[sizes.length - 1]) writeFileSync(keep, bytes);
    rows.push(await row(`generated, ${size.toLocaleString('en')} cells`, bytes, auditor, size > 200_000 ? 3 : 7));
  }
  return rows;
}

async function row(name: string, bytes: Uint8Array, auditor: Auditor, runs: number): Promise<AuditRow> {
  const snapshot = await readWorkbook(bytes, 'bench.xlsx');
  const readMs = await timed(runs, () => readWorkbook(bytes, 'bench.xlsx'));
  const auditMs = await timed(runs, () => openAudit(snapshot, {}, auditor).report);
  const cells = cellsOf(snapshot);
  const layoutMs = await timed(runs, layoutOf(snapshot, auditor));
  return { name, cells, readMs, auditMs, ratio: auditMs / readMs, nsPerCell: (auditMs * 1e6) / cells, layoutNs: (layoutMs * 1e6) / cells };
}

/** Titles, regions and layout of every sheet, as recognition asks for them. */
function layoutOf(snapshot: WorkbookSnapshot, { words, book }: Auditor): () => number {
  const grids = gridsOf(snapshot);
  const once = (): number =>
    grids.reduce((rows, grid) => {
      const regions = regionsOf(grid, titleLines(grid, words), words);
      return rows + regions.reduce((n, region) => n + layoutRegion(grid, region, words, book).rows.length, 0);
    }, 0);
  once();
  return once;
}

export interface EditRow {
  readonly name: string;
  readonly fullMs: number;
  readonly editMs: number;
  readonly ratio: number;
}

/** One figure changed: re-audit of what depends on it against the whole audit. */
export async function benchEdits(fixture: string): Promise<EditRow[]> {
  const auditor = createAuditor();
  const rows: EditRow[] = [];
  for (const [name, snapshot] of [
    ['002.xlsx', await readWorkbook(new Uint8Array(readFileSync(fixture)), '002.xlsx')],
    ['generated, 100,000 cells', generateBudgetOfCells(100_000, 1)],
  ] as const) {
    const session = openAudit(snapshot, {}, auditor);
    const { amounts } = session.state.recognition;
    const plain = Array.from({ length: amounts.count }, (_, a) => a).filter((a) => {
      const block = session.state.recognition.blocks[session.state.recognition.owners.block[a]];
      return amounts.state[a] === 1 && block.table.definition.codes === 'function' && block.table.id === 'B05';
    });
    const fullMs = await timed(15, () => openAudit(snapshot, {}, auditor).report);
    let turn = 0;
    const editMs = await timed(31, () => {
      const a = plain[(turn++ * 7) % plain.length];
      const edit: CellEdit = { cell: { sheet: amounts.sheet[a], row: amounts.row[a], column: amounts.column[a] }, content: { kind: 'number', value: amounts.fen[a] / 100 + 1 } };
      session.apply([edit]);
      return session.apply([{ ...edit, content: { kind: 'number', value: amounts.fen[a] / 100 } }]);
    });
    rows.push({ name, fullMs, editMs: editMs / 2, ratio: editMs / 2 / fullMs });
  }
  return rows;
}

export interface BrokenRow {
  readonly name: string;
  readonly equations: number;
  readonly failing: number;
  readonly auditMs: number;
  /** Findings, causes and all, from the audited state. */
  readonly reportMs: number;
}

/** A large workbook with 984 figures altered: what the report costs when nearly everything has a cause to be found. */
export async function benchBroken(): Promise<BrokenRow> {
  const auditor = createAuditor();
  const clean = generateBudgetOfCells(930_000, 1);
  const { amounts } = auditSnapshot(clean, auditor).recognition;
  const random = new Random(7);
  const filled = Array.from({ length: amounts.count }, (_, a) => a).filter((a) => amounts.fen[a] !== 0);
  const edits = random.sample(filled, 984).map((a): CellEdit => ({
    cell: { sheet: amounts.sheet[a], row: amounts.row[a], column: amounts.column[a] }, content: { kind: 'number', value: amounts.fen[a] / 100 + random.int(1, 99_999) / 10 },
  }));
  const broken = withCells(clean, edits);
  const state = auditSnapshot(broken, auditor);
  const auditMs = await timed(3, () => auditSnapshot(broken, auditor));
  const reportMs = await timed(3, () => buildReport(state));
  const failing = state.evaluation.outcome.filter((code) => code === OutcomeCode.inconsistent).length;
  return { name: 'generated, 984 figures altered', equations: state.compiled.equations.count, failing, auditMs, reportMs };
}

/** Reads and audits one file in a fresh process; answers the peak resident memory in MB. */
export async function peakMemory(file: string): Promise<{ readonly readMb: number; readonly auditMb: number }> {
  const snapshot = await readWorkbook(new Uint8Array(readFileSync(file)), 'bench.xlsx');
  const readMb = process.resourceUsage().maxRSS / 1024;
  openAudit(snapshot).report.findings.length.toString();
  return { readMb, auditMb: process.resourceUsage().maxRSS / 1024 };
}
