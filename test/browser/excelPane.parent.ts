import { readWorkbook } from '../../src/files';
import { parseCellAddress, rectAddress, type WorkbookSnapshot } from '../../src/audit/workbook';
import { startSimulatedExcel, type WindowedExcel } from '../excel/browser/startSimulatedExcel';
import { visibleContent } from '../excel/sim/model/compare';
import { simWorkbook } from '../excel/sim/model/fromSnapshot';
import { cellAt, findSheet, newId } from '../excel/sim/model/workbook';

export interface StartOptions {
  readonly pane: string;
  readonly apiSet: string;
  readonly locale: string;
  /** Names of sheets that are protected. */
  readonly protect: readonly string[];
  readonly readOnly: boolean;
  readonly isCellEdited: boolean;
}

declare global {
  interface Window {
    simulation: WindowedExcel;
    start(options: StartOptions): Promise<void>;
    visible(): string;
    /** What our conditional formats cover, as "表6 E16:E17". */
    marked(): string[];
    value(sheet: string, address: string): unknown;
  }
}

const frame = document.querySelector('iframe') as HTMLIFrameElement;
const book = () => window.simulation.excel.book;

/** The page around the pane: Excel with test/fixtures/002.xlsx, in which the user has a conditional format and a comment. */
window.start = async (options) => {
  const bytes = new Uint8Array(await (await fetch('/fixtures/002.xlsx')).arrayBuffer());
  const opened = simWorkbook((await readWorkbook(bytes, '002.xlsx')) satisfies WorkbookSnapshot);
  opened.readOnly = options.readOnly;
  for (const name of options.protect) sheetOf(opened, name).protection = { allowFormatCells: false, allowEditObjects: false };
  const own = sheetOf(opened, '表6');
  own.formats.push({ id: newId(opened), type: 'Custom', areas: [{ top: 15, left: 4, bottom: 15, right: 4 }], settings: { 'Rule.Formula': '=E16>0' } });
  opened.comments.push({ id: newId(opened), sheet: own, row: 15, column: 4, content: '请核对', replies: [] });
  window.simulation = startSimulatedExcel(frame, opened, { paneUrl: options.pane, apiSet: options.apiSet, locale: options.locale, payloadLimit: 5_000_000 });
  window.simulation.excel.faults.isCellEdited = options.isCellEdited;
};
window.visible = () => JSON.stringify(visibleContent(book()));
window.marked = () =>
  book().sheets.flatMap(({ name, formats }) =>
    formats
      .filter(({ settings }) => Object.values(settings).some((value) => String(value).includes('gouji:')))
      .flatMap(({ areas }) => areas.map((area) => `${name} ${rectAddress(area)}`)),
  );
window.value = (sheet, address) => {
  const at = parseCellAddress(address);
  return at && cellAt(sheetOf(book(), sheet), at.row, at.column)?.value;
};

function sheetOf(of: ReturnType<typeof simWorkbook>, name: string) {
  const sheet = findSheet(of, name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}
