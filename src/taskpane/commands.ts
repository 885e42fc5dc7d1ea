import { createExcelHost } from '../excel';
import { HostError, type HostErrorCode } from '../host/workbookHost';
import { showBoot } from './boot/message';
import { openAudit } from './openAudit';
import { browserOwnStates } from './ownStates';
import { browserPreferences, chosenLocale } from './preferences';
import { marksOf, readSettings } from './state';
import { textsFor } from './text';

/** The ribbon's 标记 and 清除标记, which need no pane. A refusal opens a small window that says what to do. */
const query = new URLSearchParams(location.search).get('notice');
void Office.onReady(() => {
  if (query !== null) return showNotice(query);
  Office.actions.associate('markCells', (event: Office.AddinCommands.Event) => void run(event, markCells));
  Office.actions.associate('clearMarks', (event: Office.AddinCommands.Event) => void run(event, clearMarks));
});

async function markCells(): Promise<void> {
  const host = createExcelHost();
  const state = await host.readState();
  // Nobody can be asked here: what came with the workbook does not count.
  const { settings } = readSettings(state, state !== null && (await browserOwnStates().has(state)));
  const snapshot = await host.snapshot();
  const session = await openAudit(snapshot, {
    ...(settings.year === null ? {} : { year: settings.year }),
    ...(settings.family === null ? {} : { family: settings.family }),
  });
  const { report } = session;
  session.close();
  const marks = marksOf(report, snapshot.sheets.map((sheet) => sheet.name), settings.explained);
  const { refused } = await host.mark(marks, { explanations: settings.explanations });
  if (refused.length > 0) throw new HostError(refused[0].code, refused.map(({ sheet }) => sheet).join(', '));
}

async function clearMarks(): Promise<void> {
  const { left } = await createExcelHost().clearMarks();
  if (left.length > 0) throw new HostError('marksLeft', left.map(({ sheet }) => sheet).join(', '));
}

async function run(event: Office.AddinCommands.Event, command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    await showRefusal(error instanceof HostError ? error.code : 'failed');
  } finally {
    event.completed();
  }
}

/**
 * Opens the window and waits until it is closed: Excel closes the windows of a command that calls itself done. In the
 * browser it stands in a frame, since the page of the ribbon commands is hidden and could not ask to open a window.
 */
function showRefusal(code: HostErrorCode): Promise<void> {
  const address = new URL(location.pathname, location.origin);
  address.searchParams.set('notice', code);
  return new Promise((resolve) => {
    Office.context.ui.displayDialogAsync(address.href, { width: 30, height: 20, displayInIframe: true }, ({ status, value }) => {
      if (status !== Office.AsyncResultStatus.Succeeded) return resolve();
      value.addEventHandler(Office.EventType.DialogEventReceived, () => resolve());
    });
  });
}

function showNotice(code: string): void {
  const texts = textsFor(chosenLocale(browserPreferences().get(), Office.context.displayLanguage));
  const sentence = Object.entries(texts.errors).find(([known]) => known === code)?.[1];
  showBoot(sentence ?? texts.errors.failed);
}
