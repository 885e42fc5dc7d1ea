import { createAuditor, openAudit, type CellEdit } from '../../src/audit/audit';
import { generateDepartmentBudget, Random } from '../generate';
import { broken } from './paneFiles';

/** Edits measured; the first ones run cold. */
const EDITS = 48;

export interface RecheckRow {
  readonly name: string;
  readonly edits: number;
  /** Processor time of one edit's re-check, ms. */
  readonly medianMs: number;
  readonly p90Ms: number;
  readonly mostMs: number;
  /** The whole audit and diagnosis it is held against, ms. */
  readonly wholeMs: number;
  readonly ratio: number;
}

/** Figures changed at random in the workbook of 300 units with 984 wrong figures, each re-checked without a new search for causes; processor time. */
export function benchRechecks(): RecheckRow {
  const snapshot = broken(generateDepartmentBudget({ seed: 7, year: 2024, units: 300 }));
  const from = process.cpuUsage();
  const session = openAudit(snapshot, {}, createAuditor());
  const wholeMs = since(from);
  const { amounts } = session.state.recognition;
  const filled = Array.from({ length: amounts.count }, (_, a) => a).filter((a) => amounts.fen[a] !== 0);
  const random = new Random(11);
  const times = random.sample(filled, EDITS).map((a) => {
    const edit: CellEdit = { cell: { sheet: amounts.sheet[a], row: amounts.row[a], column: amounts.column[a] }, content: { kind: 'number', value: amounts.fen[a] / 100 + random.int(1, 9_999) / 10 } };
    const start = process.cpuUsage();
    session.recheck([edit]);
    return since(start);
  }).sort((x, y) => x - y);
  const medianMs = times[Math.floor(EDITS / 2)];
  return { name: '300 units, 984 wrong figures', edits: EDITS, medianMs, p90Ms: times[Math.floor(EDITS * 0.9)], mostMs: times[EDITS - 1], wholeMs, ratio: medianMs / wholeMs };
}

function since(from: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
}
