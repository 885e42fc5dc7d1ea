import type { WorkbookBuilder } from '../../audit/workbook';
import type { Budget } from '../budget';
import type { SharedTexts } from './sharedTexts';
import type { Styles } from './styles';

/** What all sheets of a workbook share while it is read. */
export interface SheetContext {
  readonly workbook: WorkbookBuilder;
  readonly texts: SharedTexts;
  readonly styles: Styles;
  readonly is1904: boolean;
  readonly budget: Budget;
}
