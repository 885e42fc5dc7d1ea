import { workbookOf, fixtureWorkbook, type LiteralCell } from '../host/workbooks';
import type { Mark, WorkbookHost } from '../../src/host/workbookHost';
import { connectedExcel } from '../excel/node/connect';
import { settled } from '../excel/node/settled';
import type { WorkbookSnapshot } from '../../src/audit/workbook';

export interface ExcelHostFigure {
  readonly name: string;
  readonly roundTrips: number;
  readonly bytesUp: number;
  readonly bytesDown: number;
}

/** Excel on the web, the narrowest of them. */
const setup = { apiSet: '1.15', payloadLimit: 5_000_000 };

/** What reading and marking costs on the wire, counted behind the real office.js. */
export async function benchExcelHost(): Promise<ExcelHostFigure[]> {
  const sixteen = fixtureWorkbook('002.xlsx');
  const large = tableOf(10_000, 20);
  const empty = workbookOf({ 表1: [] });
  return [
    await measure(`read ${sixteen.sheets.length} tables`, sixteen, (host) => host.snapshot()),
    await measure('read 200,000 cells', large, (host) => host.snapshot()),
    await measure('mark 300 cells', empty, (host) => host.mark(scattered(300))),
    await measure('mark 5,000 cells', empty, (host) => host.mark(scattered(5_000))),
    await measure('mark 50,000 cells', empty, (host) => host.mark(scattered(50_000))),
    ...(await working(sixteen)),
  ];
}

/** What a user's hands cost in a workbook, in the order of a day: before there are marks, and with marks on all its sheets. */
async function working(workbook: WorkbookSnapshot): Promise<ExcelHostFigure[]> {
  const { host, excel } = connectedExcel(workbook, setup);
  const figures: ExcelHostFigure[] = [];
  const step = async (name: string, work: () => Promise<unknown>): Promise<void> => {
    excel.traffic.length = 0;
    await work();
    figures.push(figureOf(name, excel.traffic));
  };
  const type = (value: number) => async (): Promise<void> => {
    excel.userTypes(excel.book.sheets[3].name, 'C8', value);
    await settled();
  };
  const marks = (row: number): Mark[] => workbook.sheets.flatMap((_, sheet) => (['error', 'suspect'] as const).map((style, i): Mark => ({ cell: { sheet, row: row + 2 * i, column: 3 }, style, note: '' })));
  await host.snapshot();
  await host.onEdit(() => undefined);
  await step('focus check', () => host.fingerprint());
  await step('edit without news', type(1));
  await host.mark(marks(5));
  await step('edit while marks are shown', type(2));
  await step('its new marks', () => host.mark([...marks(5).slice(2), { ...marks(9)[0] }]));
  await step('focus check with marks', () => host.fingerprint());
  await step('mark again, nothing new', () => host.mark([...marks(5).slice(2), { ...marks(9)[0] }]));
  return figures;
}

async function measure(name: string, workbook: WorkbookSnapshot, work: (host: WorkbookHost) => Promise<unknown>): Promise<ExcelHostFigure> {
  const { host, excel } = connectedExcel(workbook, setup);
  if (name.startsWith('mark')) {
    // As in the pane: the workbook was read before anything is marked.
    await host.snapshot();
    excel.traffic.length = 0;
  }
  await work(host);
  return figureOf(name, excel.traffic);
}

function figureOf(name: string, traffic: readonly { readonly bytesUp: number; readonly bytesDown: number }[]): ExcelHostFigure {
  const sum = (key: 'bytesUp' | 'bytesDown'): number => traffic.reduce((total, exchange) => total + exchange[key], 0);
  return { name, roundTrips: traffic.length, bytesUp: sum('bytesUp'), bytesDown: sum('bytesDown') };
}

function tableOf(rows: number, columns: number): WorkbookSnapshot {
  const row = (r: number): LiteralCell[] => Array.from({ length: columns }, (_, c) => (c === 0 ? `科目 ${r}` : r * 100 + c / 100));
  return workbookOf({ 大表: Array.from({ length: rows }, (_, r) => row(r)) }, {}, '#,##0.00');
}

/** No two neighbours, so that nothing can be joined: the worst case. */
function scattered(count: number): Mark[] {
  const styles = ['error', 'warning', 'hint', 'suspect'] as const;
  return Array.from({ length: count }, (_, i) => ({ cell: { sheet: 0, row: (i >> 3) * 2, column: (i % 8) * 2 }, style: styles[i % 4], note: '' }));
}
