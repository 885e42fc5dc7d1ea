import { read } from '@e965/xlsx';
import { WorkbookBuilder, type WorkbookSnapshot } from '../../src/audit/workbook';
import { readWorkbook, writeWorkbookXlsx } from '../../src/files';

export interface BenchRow {
  readonly name: string;
  readonly medianMs: number;
  readonly nsPerCell: number;
  /** Time relative to the baseline, @e965/xlsx in dense mode; below 1 is faster. */
  readonly ratioToBaseline: number;
}

const SHEETS = 10;
const ROWS = 1_000;
const COLUMNS = 20;
const RUNS = 7;

/** Reads a generated workbook of 200,000 cells (178k amounts, 20k texts, 2k formulas) with both readers, by turns. */
export async function benchReadFiles(): Promise<BenchRow[]> {
  const snapshot = benchWorkbook();
  const bytes = writeWorkbookXlsx(snapshot);
  const contenders: readonly (readonly [name: string, run: () => Promise<unknown>])[] = [
    ['@e965/xlsx dense', async () => read(bytes, { type: 'array', dense: true, cellNF: true, cellText: false, cellHTML: false })],
    ['readWorkbook', () => readWorkbook(bytes, 'bench.xlsx')],
    ['writeWorkbookXlsx', async () => writeWorkbookXlsx(snapshot)],
  ];
  const times = contenders.map((): number[] => []);
  for (let run = 0; run < RUNS; run++) {
    for (const [i, [, task]] of contenders.entries()) {
      const start = performance.now();
      await task();
      times[i].push(performance.now() - start);
    }
  }
  const medians = times.map((list) => list.sort((a, b) => a - b)[RUNS >> 1]);
  return contenders.map(([name], i) => ({
    name,
    medianMs: Math.round(medians[i]),
    nsPerCell: Math.round((medians[i] * 1e6) / (SHEETS * ROWS * COLUMNS)),
    ratioToBaseline: Number((medians[i] / medians[0]).toFixed(3)),
  }));
}

function benchWorkbook(): WorkbookSnapshot {
  const workbook = new WorkbookBuilder('bench.xlsx');
  let seed = 12_345;
  const random = (): number => (seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0) / 4_294_967_296;
  for (let s = 0; s < SHEETS; s++) {
    const sheet = workbook.sheet(`表${s + 1}`);
    for (let row = 0; row < ROWS; row++) {
      sheet.text(row, 0, `科目名称${Math.floor(random() * 5_000)}`);
      sheet.text(row, 1, String(2_010_101 + Math.floor(random() * 300_000)));
      for (let column = 2; column < COLUMNS; column++) {
        const value = Math.round(random() * 1e9) / 100;
        const formula = column === 2 && row % 5 === 0 ? `SUM(D${row + 1}:T${row + 1})` : undefined;
        sheet.number(row, column, value, '#,##0.00', formula);
      }
    }
    workbook.add(sheet.finish());
  }
  return workbook.finish();
}
