import { ApiError } from './wire/apiError';

/** The members we simulate that came after ExcelApi 1.9, by wire name. Source: Microsoft's requirement set tables. */
const since: Readonly<Record<string, number>> = {
  'Worksheet.Comments': 10,
  'Workbook.Comments': 10,
  'Range.GetMergedAreasOrNullObject': 13,
  'WorksheetCollection._RegisterEventNameChanged': 17,
  'WorksheetCollection._RegisterEventVisibilityChanged': 17,
  'WorksheetCollection._RegisterEventMoved': 17,
  'Worksheet.Notes': 18,
  'Workbook.Notes': 18,
};

/** "1.14" → 14. */
export function minorOf(version: string): number {
  return Number(version.split('.')[1] ?? 0);
}

/** What an Excel of this version says to a member it does not have. */
export function checkRequirementSet(member: string, apiSet: string): ApiError | null {
  const needed = since[member];
  return needed !== undefined && needed > minorOf(apiSet) ? new ApiError('ApiNotFound', `${member} needs ExcelApi 1.${needed}`, 404) : null;
}
