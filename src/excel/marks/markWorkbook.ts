import { type CellPosition } from '../../audit/workbook';
import { distinctMarks, joinCells, markStyles } from '../../host/marks';
import { HostError, type HostErrorCode, type Mark, type MarkResult } from '../../host/workbookHost';
import { throwIfAborted } from '../../host/throwIfAborted';
import { asHostError, isRefusedAsAWhole } from '../errors';
import type { OfficeApi } from '../officeApi';
import { listSheets, type SheetName } from '../sheets';
import { addFormats } from './conditionalFormat';
import { addExplanations } from './explanations';
import { findOurMarks, type OurMarks, removeMarks, removeOneByOne } from './ourMarks';

export interface MarkOptions {
  readonly explanations?: boolean;
  readonly signal?: AbortSignal;
}

interface Refusal {
  readonly sheet: SheetName;
  readonly code: HostErrorCode;
}

/**
 * Replaces all marks of ours by new ones: three or four round trips for any number of sheets and cells.
 * `known` are the sheets in the order the marks count them; earlier marks are looked for on all sheets there are now, for a
 * marked sheet may have been copied. A sheet that refuses keeps what it has and is reported.
 */
export async function markWorkbook(
  context: Excel.RequestContext,
  api: OfficeApi,
  known: readonly SheetName[],
  marks: readonly Mark[],
  options: MarkOptions,
): Promise<MarkResult> {
  const check = (): void => throwIfAborted(options.signal);
  const bySheet = groupBySheet(known, marks);
  const sheets = await listSheets(context);
  check();
  const gone = known.filter(({ id }) => bySheet.has(id) && !sheets.some((sheet) => sheet.id === id));
  const refusals: Refusal[] = gone.map((sheet) => ({ sheet, code: 'sheetGone' }));
  refusals.push(...(await replaceMarks(context, api, sheets, bySheet, check)));
  const placed = [...bySheet].filter(([id]) => !refusals.some(({ sheet }) => sheet.id === id));
  if (options.explanations) {
    const wanted = placed.flatMap(([sheetId, list]) => list.map((mark) => ({ sheetId, mark })));
    await addExplanations(context, api, wanted.filter(({ mark }) => mark.note !== ''), check);
  }
  return {
    markedCells: placed.reduce((sum, [, list]) => sum + list.length, 0),
    refused: refusals.map(({ sheet, code }) => ({ sheet: sheet.name, code })),
  };
}

/** Removes every mark of ours; sheets that refuse keep theirs, and are named in the error once the others are clean. */
export async function clearWorkbook(context: Excel.RequestContext, api: OfficeApi): Promise<{ removed: number }> {
  const counted = { removed: 0 };
  const refusals = await replaceMarks(context, api, await listSheets(context), new Map(), () => undefined, counted);
  if (refusals.length > 0) {
    throw new HostError(refusals[0].code, `marks left on ${refusals.map(({ sheet }) => sheet.name).join(', ')}; ${counted.removed} removed`);
  }
  return counted;
}

/**
 * One request for all sheets; where Excel refuses it half-way, the halves are tried again, so that one bad sheet costs the
 * others nothing. Every try looks anew for what is there, so a half-written one leaves nothing behind.
 */
async function replaceMarks(
  context: Excel.RequestContext,
  api: OfficeApi,
  sheets: readonly SheetName[],
  bySheet: ReadonlyMap<string, readonly Mark[]>,
  check: () => void,
  counted = { removed: 0 },
): Promise<Refusal[]> {
  const refusals: Refusal[] = [];
  let removed = 0;
  try {
    const found = await findOurMarks(context, api, sheets.map(({ id }) => context.workbook.worksheets.getItem(id)));
    check();
    found.forEach((ours, i) => {
      const wanted = bySheet.get(sheets[i].id) ?? [];
      if (!ours.refuses) {
        removed += removeMarks(ours);
        addMarks(ours, wanted);
      } else if (wanted.length + ours.formats.length + ours.explanations.length > 0) {
        refusals.push({ sheet: sheets[i], code: 'protected' });
      }
    });
    await context.sync();
    counted.removed += removed;
    return refusals;
  } catch (error) {
    if (isRefusedAsAWhole(error)) throw asHostError(error);
    if (sheets.length === 1) return replaceOnOne(context, api, sheets[0], bySheet.get(sheets[0].id) ?? [], counted, error);
    const middle = Math.ceil(sheets.length / 2);
    const first = await replaceMarks(context, api, sheets.slice(0, middle), bySheet, check, counted);
    return [...first, ...(await replaceMarks(context, api, sheets.slice(middle), bySheet, check, counted))];
  }
}

/**
 * A sheet that refused: its marks are removed one by one, then the new ones are tried once more. What is refused again is
 * taken back as far as Excel lets us; the rest stays findable by its fingerprint.
 */
async function replaceOnOne(
  context: Excel.RequestContext,
  api: OfficeApi,
  sheet: SheetName,
  marks: readonly Mark[],
  counted: { removed: number },
  first: unknown,
): Promise<Refusal[]> {
  const refusal = { sheet, code: asHostError(first).code };
  const find = async (): Promise<OurMarks> => (await findOurMarks(context, api, [context.workbook.worksheets.getItem(sheet.id)]))[0];
  try {
    const before = await find();
    const removed = await removeOneByOne(context, before);
    counted.removed += removed;
    if (removed < before.formats.length + before.explanations.length) return [refusal];
    if (marks.length > 0) addMarks(before, marks);
    await context.sync();
    return [];
  } catch (error) {
    if (isRefusedAsAWhole(error)) throw asHostError(error);
    await find().then((ours) => removeOneByOne(context, ours), () => 0);
    return [refusal];
  }
}

function addMarks({ sheet }: OurMarks, marks: readonly Mark[]): void {
  // Weakest first: the format added last is the first in Excel's order.
  for (const style of [...markStyles].reverse()) {
    const cells: CellPosition[] = marks.filter((mark) => mark.style === style).map(({ cell }) => cell);
    if (cells.length > 0) addFormats(sheet, style, joinCells(cells));
  }
}

function groupBySheet(known: readonly SheetName[], marks: readonly Mark[]): Map<string, Mark[]> {
  const bySheet = new Map<string, Mark[]>();
  for (const mark of distinctMarks(marks)) {
    const id = known[mark.cell.sheet]?.id;
    if (id === undefined) throw new HostError('sheetGone', `sheet ${mark.cell.sheet} of ${known.length}`);
    const list = bySheet.get(id);
    if (list) list.push(mark);
    else bySheet.set(id, [mark]);
  }
  return bySheet;
}
