import { languageOf, type Language } from './text/say';

/** What a person likes, whatever workbook is open: kept in the browser's own storage. */
export interface Preferences {
  /** auto: as Office, or the browser, speaks. */
  readonly language: 'auto' | Language;
  /** Smaller letters and less room between the lines. */
  readonly dense: boolean;
  /** Who reviews, as 检查表 and decisions name them; null where nobody was asked yet, "" where they leave it blank. */
  readonly reviewer: string | null;
}

export interface PreferenceStore {
  get(): Preferences;
  set(change: Partial<Preferences>): void;
  subscribe(listener: () => void): () => void;
}

const KEY = 'gouji.preferences';
const USUAL: Preferences = { language: 'auto', dense: false, reviewer: null };

/** Where the storage is closed to us, they hold until the page is closed. */
export function browserPreferences(): PreferenceStore {
  let now = read();
  const listeners = new Set<() => void>();
  return {
    get: () => now,
    set(change) {
      now = { ...now, ...change };
      try {
        localStorage.setItem(KEY, JSON.stringify(now));
      } catch {
        // They hold for now.
      }
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** The locale to speak in: the one chosen, else that of Office or the browser. */
export function chosenLocale({ language }: Preferences, locale: string | undefined): string {
  return language === 'auto' ? languageOf(locale) : language;
}

function read(): Preferences {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    if (typeof stored !== 'object' || stored === null) return USUAL;
    const { language, dense, reviewer } = stored as { language?: unknown; dense?: unknown; reviewer?: unknown };
    return { language: language === 'zh' || language === 'en' ? language : 'auto', dense: dense === true, reviewer: typeof reviewer === 'string' ? reviewer : null };
  } catch {
    return USUAL;
  }
}
