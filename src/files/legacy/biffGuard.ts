import { damaged } from '../errors';

const EXTERN_SHEET = 0x17;

/**
 * Refuses the one record that makes the reader behind run on for ever: a list of references to sheets (ExternSheet,
 * [MS-XLS] section 2.4.105) too short to hold its own count. Throws `damaged`.
 */
export function guardBiff(stream: Uint8Array): void {
  for (let at = 0; at + 4 <= stream.length; ) {
    const type = stream[at] | (stream[at + 1] << 8);
    const length = stream[at + 2] | (stream[at + 3] << 8);
    if (type === EXTERN_SHEET && (length < 2 || at + 4 + length > stream.length)) throw damaged('BIFF', 'ExternSheet is cut off');
    at += 4 + length;
  }
}
