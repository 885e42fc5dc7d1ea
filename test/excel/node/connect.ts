import type { OfficeApi } from '../../../src/excel';
import { createExcelHost } from '../../../src/excel';
import type { WorkbookSnapshot } from '../../../src/audit/workbook';
import type { WorkbookHost } from '../../../src/host/workbookHost';
import { simWorkbook } from '../sim/model/fromSnapshot';
import type { SimWorkbook } from '../sim/model/workbook';
import { minorOf } from '../sim/requirementSets';
import { type SimulationOptions, SimulatedExcel } from '../sim/simulatedExcel';
import { type ClientFile, loadOffice, type OfficeLibrary } from './loadOffice';
import { addNotes } from './notes';

export interface ExcelSetup extends SimulationOptions {
  readonly client?: ClientFile;
}

export interface ConnectedExcel {
  readonly host: WorkbookHost;
  readonly excel: SimulatedExcel;
  readonly library: OfficeLibrary;
}

/** Our host, on the real client library, on a simulated Excel with this workbook. */
export function connectedExcel(workbook: WorkbookSnapshot | SimWorkbook, setup: ExcelSetup = {}): ConnectedExcel {
  const book = 'nextId' in workbook ? workbook : simWorkbook(workbook);
  const excel = new SimulatedExcel(book, setup);
  const library = loadOffice(excel.apiSet, setup.client);
  if (minorOf(excel.apiSet) >= 18) addNotes(library);
  connect(library, excel);
  const api: OfficeApi = {
    run: (options, batch) => library.Excel.run(options, batch),
    runIn: (context, batch) => library.Excel.run(context as Excel.RequestContext, batch),
    supports: (version) => minorOf(version) <= minorOf(excel.apiSet),
  };
  return { host: createExcelHost(() => api), excel, library };
}

/** Takes the place of the function that hands a batch to Office; production traffic passes through it too. */
function connect(library: OfficeLibrary, excel: SimulatedExcel): void {
  const { RichApi } = library.OSF.DDA;
  RichApi.executeRichApiRequestAsync = (safeArray, callback) => {
    const outcome = excel.execute(String(safeArray[4]));
    // Never in the same turn: a real answer takes its time.
    setTimeout(() => {
      if ('refused' in outcome) callback({ status: 'failed', error: { code: outcome.refused, message: `refused: ${outcome.refused}` } });
      else callback({ status: 'succeeded', value: { data: [200, [], outcome.body] } });
    }, 0);
  };
  const listeners: ((message: unknown) => void)[] = [];
  RichApi.richApiMessageManager = { register: async (listener) => void listeners.push(listener) };
  excel.events.deliver = (entries) => {
    for (const listener of listeners) listener({ entries: structuredClone(entries) });
  };
}
