import type { Rect, Visibility } from '../../audit/workbook';
import { HostError } from '../../host/workbookHost';
import { cellCount, halves, rangeOf } from '../areas';

/** A part of a sheet that may hold values, and whether any of its rows or columns are hidden. */
export interface UsedPart {
  readonly rect: Rect;
  readonly rows: HiddenShare;
  readonly columns: HiddenShare;
}
/** null = some, which costs a closer look. */
export type HiddenShare = 'all' | 'none' | null;

export interface SheetOutline {
  readonly id: string;
  readonly name: string;
  readonly visibility: Visibility;
  readonly isProtected: boolean;
  readonly parts: readonly UsedPart[];
}

export interface WorkbookOutline {
  readonly name: string;
  readonly sheets: readonly SheetOutline[];
}

/** A used range above this is cut up first: one stray value at XFD1048576 must not make us read 17 billion cells. */
const MAX_PART_CELLS = 1_000_000;
/** What we are ready to read in all; Excel itself refuses single reads above 5,000,000 cells. */
const MAX_SHEET_CELLS = 5_000_000;
/** More separate islands of values than this are no table. */
const MAX_PARTS = 64;

type SheetHead = Omit<SheetOutline, 'parts'> & { readonly sheet: Excel.Worksheet };

/** First round trip: the sheets, and whether results may be old. */
export async function readSheetHeads(context: Excel.RequestContext): Promise<{ name: string; isManual: boolean; heads: SheetHead[] }> {
  const { workbook } = context;
  workbook.load('name');
  workbook.application.load('calculationMode');
  workbook.worksheets.load('items/id,items/name,items/visibility,items/protection/protected');
  await context.sync();
  return {
    name: workbook.name,
    isManual: workbook.application.calculationMode === 'Manual',
    heads: workbook.worksheets.items.map((sheet) => ({
      sheet,
      id: sheet.id,
      name: sheet.name,
      visibility: visibilityOf(sheet.visibility),
      isProtected: sheet.protection.protected,
    })),
  };
}

/** Asks for the part of a sheet or range that holds values; read it with `usedPart` after the next sync. */
export function askUsed(of: Excel.Worksheet | Excel.Range): Excel.Range {
  const range = of.getUsedRangeOrNullObject(true);
  range.load('rowIndex,columnIndex,rowCount,columnCount,rowHidden,columnHidden');
  return range;
}

export function usedPart(range: Excel.Range): UsedPart | null {
  if (range.isNullObject) return null;
  const { rowIndex: top, columnIndex: left } = range;
  return {
    rect: { top, left, bottom: top + range.rowCount - 1, right: left + range.columnCount - 1 },
    rows: hiddenShare(range.rowHidden),
    columns: hiddenShare(range.columnHidden),
  };
}

/** Cuts parts that are too large to read until only what holds values is left; no round trip for ordinary sheets. */
export async function cutToSize(context: Excel.RequestContext, head: SheetHead, part: UsedPart | null): Promise<UsedPart[]> {
  let parts = part ? [part] : [];
  while (parts.some(isLarge)) {
    parts = await cutOnce(context, head.sheet, parts);
    if (parts.length > MAX_PARTS) throw new HostError('tooLarge', `${head.name}: values in more than ${MAX_PARTS} distant places`);
  }
  const total = parts.reduce((sum, { rect }) => sum + cellCount(rect), 0);
  if (total > MAX_SHEET_CELLS) throw new HostError('tooLarge', `${head.name}: ${total} cells in use`);
  return parts;
}

async function cutOnce(context: Excel.RequestContext, sheet: Excel.Worksheet, parts: readonly UsedPart[]): Promise<UsedPart[]> {
  const small = parts.filter((part) => !isLarge(part));
  const asked = parts.filter(isLarge).flatMap(({ rect }) => (halves(rect) ?? []).map((half) => askUsed(rangeOf(sheet, half))));
  await context.sync();
  return [...small, ...asked.map(usedPart).filter((part) => part !== null)];
}

function isLarge({ rect }: UsedPart): boolean {
  return cellCount(rect) > MAX_PART_CELLS;
}

function hiddenShare(hidden: boolean | null): HiddenShare {
  return hidden === null ? null : hidden ? 'all' : 'none';
}

function visibilityOf(visibility: string): Visibility {
  return visibility === 'Hidden' ? 'hidden' : visibility === 'VeryHidden' ? 'veryHidden' : 'visible';
}
