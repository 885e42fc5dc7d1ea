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

/**
 * Edits at random in the workbook of 300 units with 984 wrong figures, each re-checked without a new search for causes; processor time. Figures that
 * become other figures, and cells whose kind changes: a figure becomes text, another figure, blank and what it was.
 */
export function benchRechecks(): RecheckRow[] {
  const snapshot = broken(generateDepartmentBudget({ seed: 7, year: 2024, units: 300 }));
  const from = process.cpuUsage();
  const session = openAudit(snapshot, {}, createAuditor());
  const wholeMs = since(from);
  const { amounts } = session.state.recognition;
  const filled = Array.from({ length: amounts.count }, (_, a) => a).filter((a) => amounts.fen[a] !== 0);
  const random = new Random(11);
  const edit = (a: number, content: CellEdit['content']): CellEdit => ({ cell: { sheet: amounts.sheet[a], row: amounts.row[a], column: amounts.column[a] }, content });
  const figure = (a: number, other: number): CellEdit['content'] => ({ kind: 'number', value: amounts.fen[a] / 100 + other });
  const row = (name: string, edits: readonly CellEdit[]): RecheckRow => {
    const times = edits.map((one) => {
      const start = process.cpuUsage();
      session.recheck([one]);
      return since(start);
    }).sort((x, y) => x - y);
    const medianMs = times[Math.floor(times.length / 2)];
    return { name, edits: times.length, medianMs, p90Ms: times[Math.floor(times.length * 0.9)], mostMs: times[times.length - 1], wholeMs, ratio: medianMs / wholeMs };
  };
  return [
    row('300 units, 984 wrong figures: other figures', random.sample(filled, EDITS).map((a) => edit(a, figure(a, random.int(1, 9_999) / 10)))),
    row('the same: other kinds', random.sample(filled, EDITS / 4).flatMap((a) => [{ kind: 'text', value: '见附件' } as const, { kind: 'number', value: 12.5 } as const, null, figure(a, 0)].map((content) => edit(a, content)))),
  ];
}

function since(from: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
}
