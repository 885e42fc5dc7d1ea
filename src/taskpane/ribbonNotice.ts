import type { HostErrorCode } from '../host/workbookHost';
import type { RibbonWork } from './text/ribbonTexts';

export interface RibbonNotice {
  close(): void;
  /** The user has closed it, or it could not be opened. */
  readonly closed: Promise<void>;
}

/** Excel has one window at a time, and takes a moment to close the last. */
const triesToOpen = 5;
const betweenTries = 200;

/**
 * A small window of the ribbon. In the browser it stands in a frame, since the page of the ribbon commands is hidden and
 * could not ask to open a window.
 */
export function openNotice(code: RibbonWork | HostErrorCode, tries = triesToOpen): Promise<RibbonNotice> {
  const address = new URL(location.pathname, location.origin);
  address.searchParams.set('notice', code);
  return new Promise((resolve) => {
    Office.context.ui.displayDialogAsync(address.href, { width: 30, height: 20, displayInIframe: true }, ({ status, value }) => {
      if (status === Office.AsyncResultStatus.Succeeded) {
        const closed = new Promise<void>((done) => value.addEventHandler(Office.EventType.DialogEventReceived, () => done()));
        return resolve({ close: () => value.close(), closed });
      }
      if (tries > 1) return setTimeout(() => resolve(openNotice(code, tries - 1)), betweenTries);
      return resolve({ close: () => undefined, closed: Promise.resolve() });
    });
  });
}
