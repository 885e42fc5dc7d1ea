import type { ReportError, WorkbookReport } from '../../audit/report/model';
import { TOOL } from '../../audit/version';
import { cleanJson, escapedJson } from './cleanText';
import type { OutputPart } from './outputPart';

const EMPTY_LIST = '"workbooks": []';

/** What stands before and behind a value in two lists, where it is indented as deep as a workbook is. */
const BEFORE = '[\n  [\n    '.length;
const AFTER = '\n  ]\n]'.length;

/** One workbook of it, made as soon as the workbook is audited: its text in UTF-8 takes a fraction of what the report does. */
export function workbookJson(report: WorkbookReport): Uint8Array {
  return new TextEncoder().encode(escapedJson([[report]]).slice(BEFORE, -AFTER));
}

/** The report as docs/report.md describes it; two spaces, a line feed at the end. Part by part: as a whole, that of many workbooks is too large. */
export function* jsonParts(workbooks: readonly Uint8Array[], errors: readonly ReportError[]): Generator<OutputPart> {
  const frame = cleanJson({ tool: TOOL, workbooks: [], errors });
  if (workbooks.length === 0) return yield frame;
  const at = frame.indexOf(EMPTY_LIST) + EMPTY_LIST.length - 1;
  yield frame.slice(0, at);
  for (const [i, workbook] of workbooks.entries()) {
    yield `${i === 0 ? '' : ','}\n    `;
    yield workbook;
  }
  yield `\n  ${frame.slice(at)}`;
}
