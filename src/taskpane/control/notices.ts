import { HostError } from '../../host/workbookHost';
import type { Notice } from '../state';

export const cancelled: Notice = { kind: 'hostError', code: 'cancelled', detail: '' };

/** Whatever was thrown, as a line for the user. */
export function noticeOf(error: unknown): Notice {
  if (error instanceof HostError) return { kind: 'hostError', code: error.code, detail: error.detail };
  return { kind: 'hostError', code: 'failed', detail: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
}
