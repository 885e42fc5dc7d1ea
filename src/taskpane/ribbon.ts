import { createExcelHost } from '../excel';
import { HostError, type HostErrorCode } from '../host/workbookHost';
import { openAudit } from './openAudit';
import { browserOwnStates } from './ownStates';
import { marksOf, readSettings } from './state';

/** The ribbon's 标记 and 清除标记, which need no pane; null, or why they could not. */
export async function markCells(): Promise<HostErrorCode | null> {
  return refusalOf(async () => {
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
    return refused.length > 0 ? refused[0].code : null;
  });
}

export async function clearMarks(): Promise<HostErrorCode | null> {
  return refusalOf(async () => ((await createExcelHost().clearMarks()).left.length > 0 ? 'marksLeft' : null));
}

async function refusalOf(work: () => Promise<HostErrorCode | null>): Promise<HostErrorCode | null> {
  try {
    return await work();
  } catch (error) {
    return error instanceof HostError ? error.code : 'failed';
  }
}
