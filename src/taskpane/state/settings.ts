/** Settings that belong to the workbook and are kept in it. */
export interface Settings {
  readonly year: number | null;
  readonly family: string | null;
  readonly live: boolean;
  readonly autoMark: boolean;
  readonly explanations: boolean;
  /** Finding id → 情况说明 in the user's words. */
  readonly explained: Readonly<Record<string, string>>;
}

export const defaultSettings: Settings = {
  year: null,
  family: null,
  live: true,
  autoMark: true,
  explanations: false,
  explained: {},
};

/** 情况说明 are sentences, not files: what is longer is cut. */
export const longestExplanation = 500;
const mostExplanations = 300;
const VERSION = 1;

export function writeSettings(settings: Settings): string {
  return JSON.stringify({ version: VERSION, ...settings });
}

/** Reads what an earlier session kept; anything unknown or damaged falls back to the default, field by field. */
export function readSettings(text: string | null): Settings {
  const kept = parse(text);
  if (kept === null || kept.version !== VERSION) return defaultSettings;
  const flag = (value: unknown, otherwise: boolean): boolean => (typeof value === 'boolean' ? value : otherwise);
  return {
    year: typeof kept.year === 'number' && Number.isInteger(kept.year) ? kept.year : null,
    family: typeof kept.family === 'string' ? kept.family : null,
    live: flag(kept.live, defaultSettings.live),
    autoMark: flag(kept.autoMark, defaultSettings.autoMark),
    explanations: flag(kept.explanations, defaultSettings.explanations),
    explained: explanations(kept.explained),
  };
}

function parse(text: string | null): Record<string, unknown> | null {
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

function explanations(value: unknown): Readonly<Record<string, string>> {
  if (typeof value !== 'object' || value === null) return {};
  const pairs = Object.entries(value).filter((pair): pair is [string, string] => typeof pair[1] === 'string');
  return Object.fromEntries(pairs.slice(0, mostExplanations).map(([id, text]) => [id, text.slice(0, longestExplanation)]));
}
