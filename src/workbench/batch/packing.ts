import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import type { WorkbookReport } from '../../audit/report/model';
import type { PackedReport } from './model';

export function packReport(report: WorkbookReport): PackedReport {
  return deflateSync(strToU8(JSON.stringify(report)), { level: 1 });
}

/** The report as JSON text. */
export function reportText(packed: PackedReport): string {
  return strFromU8(inflateSync(packed));
}

export function unpackReport(packed: PackedReport): WorkbookReport {
  return JSON.parse(reportText(packed)) as WorkbookReport;
}
