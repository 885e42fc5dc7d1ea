import { damaged } from '../errors';
import type { Element } from './outline';
import { insertion, type Edit } from './edits';

/** Children of a worksheet in the order the schema demands (ISO/IEC 29500-1 section 18.3.1.99). */
const WORKSHEET =
  'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate ' +
  'customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks ' +
  'colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst';
/** The same of a workbook (section 18.2.27) and of styles (section 18.8.39). */
const WORKBOOK =
  'fileVersion fileSharing workbookPr alternateContent workbookProtection bookViews sheets functionGroups externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches';
const STYLES = 'numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst';

const ORDERS = { worksheet: WORKSHEET.split(' '), workbook: WORKBOOK.split(' '), styleSheet: STYLES.split(' ') } as const;

/** Where a child of that name belongs: behind the last one that may stand before it or is of the same name. */
export function placeFor(root: Element, order: keyof typeof ORDERS, child: string): number {
  if (root.isEmpty) throw damaged(order, 'it is empty');
  const names: readonly string[] = ORDERS[order];
  const rank = names.indexOf(child);
  const before = root.children.filter(({ name }) => names.includes(name) && names.indexOf(name) <= rank);
  return before.length > 0 ? before[before.length - 1].to : root.openTo;
}

/** Puts XML at the end of an element's content; a self-closing one is opened for it. */
export function append(element: Element, xml: string): readonly Edit[] {
  if (!element.isEmpty) return [insertion(element.closeFrom, xml)];
  return [{ at: element.to - 2, remove: 2, text: `>${xml}</${element.prefix}${element.name}>` }];
}
