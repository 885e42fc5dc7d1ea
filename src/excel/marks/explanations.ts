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

/** About 250 bytes of request each, and Excel stays responsive between the round trips. */
const PER_REQUEST = 500;

export function explanationKind(api: OfficeApi): HostCapabilities['explanations'] {
  return api.supports('1.18') ? 'notes' : api.supports('1.10') ? 'comments' : 'none';
}

/**
 * Writes the explanations, and skips cells that hold a note or comment of the user: Excel refuses a second one.
 * A refusal stops a request half-way, so its halves are tried again; what was written already is refused there and skipped.
 */
export async function addExplanations(
  context: Excel.RequestContext,
  api: OfficeApi,
  explanations: readonly Explanation[],
  check: () => void,
): Promise<void> {
  const kind = explanationKind(api);
  if (kind === 'none') return;
  for (let i = 0; i < explanations.length; i += PER_REQUEST) {
    check();
    await addSome(context, kind, explanations.slice(i, i + PER_REQUEST));
  }
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
