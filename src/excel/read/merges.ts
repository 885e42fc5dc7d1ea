import type { Rect } from '../../audit/workbook';
import { halves, parseAreas, rangeOf } from '../areas';
import { asHostError, isRefusedAsAWhole } from '../errors';

/** The question for the merged areas of a range; it fails where there are more than 512 (Microsoft's documentation). */
interface MergeQuestion {
  readonly areas: Excel.RangeAreas;
}

const MAX_SPLITS = 64;

/** Asks for the merged areas of a whole sheet (ExcelApi 1.13); read them with `mergesOf` after the next sync. */
export function askMerges(sheet: Excel.Worksheet): MergeQuestion {
  return ask(sheet.getUsedRangeOrNullObject(false));
}

/** null where the address text came back cut, so that the sheet has to be asked in parts. */
export function mergesOf({ areas }: MergeQuestion): Rect[] | null {
  if (areas.isNullObject) return [];
  const rects = parseAreas(areas.address);
  return rects?.length === areas.areaCount ? rects : null;
}

/** The merged areas of sheets of which at least one has too many for one question: found by halving the list. */
export async function readMerges(context: Excel.RequestContext, sheets: readonly Excel.Worksheet[]): Promise<(Rect[] | null)[]> {
  if (sheets.length <= 1) return Promise.all(sheets.map((sheet) => readMergesInParts(context, sheet)));
  const middle = Math.ceil(sheets.length / 2);
  const first = await readTogether(context, sheets.slice(0, middle));
  return [...first, ...(await readTogether(context, sheets.slice(middle)))];
}

async function readTogether(context: Excel.RequestContext, sheets: readonly Excel.Worksheet[]): Promise<(Rect[] | null)[]> {
  try {
    const questions = sheets.map(askMerges);
    await context.sync();
    return questions.map(mergesOf);
  } catch (error) {
    if (isRefusedAsAWhole(error)) throw asHostError(error);
    return readMerges(context, sheets);
  }
}

/**
 * The merged areas of a sheet with too many of them for one question: by halves, each in a round trip of its own.
 * null where even that fails; the audit then does without.
 */
async function readMergesInParts(context: Excel.RequestContext, sheet: Excel.Worksheet): Promise<Rect[] | null> {
  const used = sheet.getUsedRangeOrNullObject(false);
  used.load('rowIndex,columnIndex,rowCount,columnCount');
  await context.sync();
  if (used.isNullObject) return [];
  const { rowIndex: top, columnIndex: left, rowCount, columnCount } = used;
  const open: Rect[] = [{ top, left, bottom: top + rowCount - 1, right: left + columnCount - 1 }];
  const found = new Map<string, Rect>();
  for (let splits = 0; open.length > 0; ) {
    const rect = open.pop() as Rect;
    const merges = await readPart(context, rangeOf(sheet, rect));
    const parts = merges ? null : halves(rect);
    if (merges) for (const merge of merges) found.set(JSON.stringify(merge), merge);
    else if (!parts || ++splits > MAX_SPLITS) return null;
    else open.push(...parts);
  }
  return joinOverlapping([...found.values()]);
}

async function readPart(context: Excel.RequestContext, range: Excel.Range): Promise<Rect[] | null> {
  try {
    const question = ask(range);
    await context.sync();
    return mergesOf(question);
  } catch (error) {
    if (isRefusedAsAWhole(error)) throw asHostError(error);
    return null;
  }
}

function ask(range: Excel.Range): MergeQuestion {
  const areas = range.getMergedAreasOrNullObject();
  areas.load('address,areaCount');
  return { areas };
}

/** A merge across the cut may be answered once from either side, whole or clipped. */
function joinOverlapping(rects: readonly Rect[]): Rect[] {
  const inside = (a: Rect, b: Rect): boolean =>
    a !== b && a.top >= b.top && a.bottom <= b.bottom && a.left >= b.left && a.right <= b.right;
  return rects.filter((rect) => !rects.some((other) => inside(rect, other)));
}
