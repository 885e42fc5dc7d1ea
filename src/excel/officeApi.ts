import { HostError } from '../host/workbookHost';

/** The parts of office.js this adapter stands on. */
export interface OfficeApi {
  /** `Excel.run`; the namespace itself is a global of office.js. */
  run<T>(options: { delayForCellEdit: boolean }, batch: (context: Excel.RequestContext) => Promise<T>): Promise<T>;
  /** Continues in the context of an event handler, the only one that can remove it. */
  runIn<T>(context: OfficeExtension.ClientRequestContext, batch: (context: Excel.RequestContext) => Promise<T>): Promise<T>;
  /** "1.14" → whether ExcelApi 1.14 is there. */
  supports(version: string): boolean;
}

/** The API sets that change what we do, newest first; the first one supported is the one reported. */
const apiSets = [20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9].map((minor) => `1.${minor}`);

/** The highest ExcelApi set from 1.9 on, "" below it. */
export function highestApiSet(api: OfficeApi): string {
  return apiSets.find((version) => api.supports(version)) ?? '';
}

/** office.js as the page loaded it. Rejects where it did not load, or where this is not Excel. */
export function officeApi(): OfficeApi {
  if (typeof Office === 'undefined' || typeof Excel === 'undefined') {
    throw new HostError('officeUnreachable', 'office.js is not loaded, or the host is not Excel');
  }
  return {
    run: (options, batch) => Excel.run(options, batch),
    runIn: (context, batch) => Excel.run(context as Excel.RequestContext, batch),
    supports: (version) => Office.context.requirements.isSetSupported('ExcelApi', version),
  };
}
