import type { Explanations } from '../../audit/report/explanations';
import type { WorkbookReport } from '../../audit/report/model';
import { reviewRows } from '../../audit/report/reviewRows';
import type { WorkbookSnapshot } from '../../audit/workbook';
import { annotatePackage, copyKind, FileError, worksheetNames, writeWorkbookXlsx, type CopyKind, type ReviewSheet } from '../../files';
import { marksOf } from '../../host/marks';
import type { DeskLanguage } from '../words';
import { reviewSheetWords } from './words';

export interface CopyOptions {
  readonly lang: DeskLanguage;
  /** Explanations as notes, and a sheet of 审核意见. */
  readonly notes: boolean;
  readonly sheet: boolean;
}

export interface AnnotatedCopy {
  readonly bytes: Uint8Array;
  readonly kind: Exclude<CopyKind, 'encrypted'>;
  readonly markedCells: number;
  /** Rows of the 审核意见; null where there is none. */
  readonly rows: number | null;
  /** Sheets that got marks but no notes. */
  readonly withoutNotes: readonly string[];
}

/** Widths of the columns of the 审核意见, in characters: 序号 … 说明. */
const WIDTHS = [6, 14, 12, 16, 16, 64, 24];

/**
 * A copy of an audited file with its marks, by patching where it is an .xlsx or .xlsm, else built anew from `snapshot`. A file
 * that is encrypted gets none, for its copy would lie open. Throws `FileError`.
 */
export async function annotatedCopy(
  original: Uint8Array,
  report: WorkbookReport,
  explained: Explanations,
  snapshot: () => Promise<WorkbookSnapshot>,
  { lang, notes, sheet }: CopyOptions,
): Promise<AnnotatedCopy> {
  const kind = copyKind(original);
  if (kind === 'encrypted') throw new FileError('notAPackage', { fileName: report.file });
  const base = kind === 'rebuilt' ? writeWorkbookXlsx(await snapshot()) : original;
  const rows = sheet ? reviewRows(report, explained, lang) : null;
  const review = rows === null ? {} : { review: reviewSheet(report, rows, lang) };
  const { bytes, markedCells, withoutNotes } = annotatePackage(base, marksOf(report, worksheetNames(base), explained), { notes, ...review });
  return { bytes, kind, markedCells, rows: rows?.length ?? null, withoutNotes };
}

function reviewSheet(report: WorkbookReport, rows: ReviewSheet['rows'], lang: DeskLanguage): ReviewSheet {
  const { sheet, head, title, nothing } = reviewSheetWords[lang];
  // What was hardly read is no workbook without faults.
  const remark = report.warning ?? (rows.length === 0 ? nothing : null);
  return { name: sheet, title: title(report.unit, report.year), head, rows: [...(remark === null ? [] : [['', '', '', '', '', remark, '']]), ...rows], widths: WIDTHS };
}
