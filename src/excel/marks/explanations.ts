import { cellAddress } from '../../audit/workbook';
import { explanationText } from '../../host/marks';
import type { HostCapabilities, Mark } from '../../host/workbookHost';
import { isRefusedAsAWhole } from '../errors';
import type { OfficeApi } from '../officeApi';

/** A note or comment to write. */
export interface Explanation {
  readonly sheetId: string;
  readonly mark: Mark;
}

/** Above this, looking at the users' own remarks first costs more than it saves. */
const MAX_LOOKED_AT = 2_000;
/** About 250 bytes of request each, and Excel stays responsive between the round trips. */
const PER_REQUEST = 500;

export function explanationKind(api: OfficeApi): HostCapabilities['explanations'] {
  return api.supports('1.18') ? 'notes' : api.supports('1.10') ? 'comments' : 'none';
}

/**
 * Writes the explanations after our earlier ones are gone, and skips cells that hold a note or comment of the user: Excel refuses a second one.
 * A refusal stops a request half-way, so its halves are tried again; what was written already is refused there and skipped.
 */
export async function addExplanations(
  context: Excel.RequestContext,
  api: OfficeApi,
  explanations: readonly Explanation[],
  check: () => void,
): Promise<void> {
  const kind = explanationKind(api);
  if (kind === 'none' || explanations.length === 0) return;
  check();
  const taken = await takenCells(context, api, new Set(explanations.map(({ sheetId }) => sheetId)));
  const wanted = explanations.filter(({ sheetId, mark }) => !taken.has(`${sheetId} ${mark.cell.row} ${mark.cell.column}`));
  for (let i = 0; i < wanted.length; i += PER_REQUEST) {
    check();
    await addSome(context, kind, wanted.slice(i, i + PER_REQUEST));
  }
}

/** The cells that hold a remark of a user, as far as this version of Excel tells: one or two round trips. */
async function takenCells(context: Excel.RequestContext, api: OfficeApi, sheetIds: ReadonlySet<string>): Promise<Set<string>> {
  const { worksheets } = context.workbook;
  const lists = [...sheetIds].flatMap((sheetId) => {
    const { comments } = worksheets.getItem(sheetId);
    comments.load('items/id');
    const found: { sheetId: string; remarks: Excel.CommentCollection | Excel.NoteCollection }[] = [{ sheetId, remarks: comments }];
    if (api.supports('1.18')) {
      const { notes } = worksheets.getItem(sheetId);
      notes.load('items/content');
      found.push({ sheetId, remarks: notes });
    }
    return found;
  });
  await context.sync();
  const all = lists.flatMap(({ sheetId, remarks }) => remarks.items.map((remark) => ({ sheetId, range: remark.getLocation() })));
  if (all.length === 0 || all.length > MAX_LOOKED_AT) return new Set();
  for (const { range } of all) range.load('rowIndex,columnIndex');
  await context.sync();
  return new Set(all.map(({ sheetId, range }) => `${sheetId} ${range.rowIndex} ${range.columnIndex}`));
}

async function addSome(context: Excel.RequestContext, kind: 'notes' | 'comments', some: readonly Explanation[]): Promise<void> {
  for (const { sheetId, mark } of some) {
    const sheet = context.workbook.worksheets.getItem(sheetId);
    const address = cellAddress(mark.cell.row, mark.cell.column);
    const text = explanationText(mark.note);
    if (kind === 'notes') sheet.notes.add(address, text);
    else sheet.comments.add(address, text);
  }
  try {
    await context.sync();
  } catch (error) {
    if (isRefusedAsAWhole(error)) throw error;
    if (some.length === 1) return;
    const middle = Math.ceil(some.length / 2);
    await addSome(context, kind, some.slice(0, middle));
    await addSome(context, kind, some.slice(middle));
  }
}
