/** Which settings texts were written here: what others put into a workbook is theirs, whatever it says of itself. */
export interface OwnStates {
  has(state: string): Promise<boolean>;
  add(state: string): Promise<void>;
}

const KEY = 'gouji.own';
const MOST = 200;

/** Remembered by their SHA-256 in the browser's own storage; where that is closed to us, nothing counts as own. */
export function browserOwnStates(): OwnStates {
  return {
    async has(state) {
      try {
        return read().includes(await digest(state));
      } catch {
        return false;
      }
    },
    async add(state) {
      try {
        const own = await digest(state);
        localStorage.setItem(KEY, JSON.stringify([own, ...read().filter((known) => known !== own)].slice(0, MOST)));
      } catch {
        // Then the user is asked at the next opening.
      }
    },
  };
}

function read(): string[] {
  const known: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
  return Array.isArray(known) ? known.filter((one): one is string => typeof one === 'string') : [];
}

async function digest(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
