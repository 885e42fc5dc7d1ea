import { HostError } from '../host/workbookHost';
import { stateSizeLimit } from '../host/stateSizeLimit';

/** The key of our setting; settings belong to one add-in and one workbook and are saved with the file. */
const KEY = 'gouji';
const VERSION = 1;

/** null where nothing was kept, or where a later version of ours kept something we do not understand. */
export async function readState(context: Excel.RequestContext): Promise<string | null> {
  const setting = context.workbook.settings.getItemOrNullObject(KEY);
  setting.load('value');
  await context.sync();
  if (setting.isNullObject) return null;
  const kept: unknown = setting.value;
  return isKept(kept) ? kept.state : null;
}

export async function writeState(context: Excel.RequestContext, state: string): Promise<void> {
  if (state.length > stateSizeLimit) throw new HostError('tooLarge', `state of ${state.length} characters`);
  context.workbook.settings.add(KEY, { version: VERSION, state });
  await context.sync();
}

function isKept(value: unknown): value is { version: number; state: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'version' in value &&
    value.version === VERSION &&
    'state' in value &&
    typeof value.state === 'string'
  );
}
