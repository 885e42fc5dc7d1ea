import { HostError } from '../../host/workbookHost';
import type { Notice } from '../state';

/** Whatever was thrown, as a line for the user; a cancelled run says so, too. */
export function noticeOf(error: unknown): Notice {
  if (error instanceof HostError) return { kind: 'hostError', code: error.code, detail: error.detail };
  return { kind: 'hostError', code: 'failed', detail: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
}
