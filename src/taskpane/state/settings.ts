import type { Explanations } from '../../audit/report/explanations';
import { explanationsOf, isGiven, isRecord } from '../../audit/report/readExplanations';

/** Settings that belong to the workbook and are kept in it. */
export interface Settings {
  readonly year: number | null;
  readonly family: string | null;
  readonly live: boolean;
  readonly autoMark: boolean;
  readonly explanations: boolean;
  /** 核对标记: ticks on the cells that are proved right. */
  readonly ticks: boolean;
  /** 情况说明 by finding id. */
  readonly explained: Explanations;
}

export const defaultSettings: Settings = {
  year: null,
  family: null,
  live: true,
  autoMark: true,
  explanations: false,
  ticks: false,
  explained: {},
};

/** What came with the workbook and would change what the audit says: it waits until the user takes it over. */
export interface Kept {
  readonly year: number | null;
  readonly family: string | null;
  readonly explained: Explanations;
  /** Entries that were dropped because they are no such thing. */
  readonly invalid: number;
}

/** Those of the audit, and none of them. */
export const families = ['shaanxi-budget', 'national-budget', 'national-final-accounts', 'generic'] as const;
export type Family = (typeof families)[number];
const VERSION = 2;

/** `waiting`: what was not taken over stays in the workbook, as what it is. */
export function writeSettings(settings: Settings, waiting: Kept | null = null): string {
  return JSON.stringify({ version: VERSION, ...settings, ...(waiting ? { waiting: waiting.explained } : {}) });
}

export interface ReadSettings {
  readonly settings: Settings;
  /** null where nothing is waiting for the user. */
  readonly kept: Kept | null;
}

/**
 * Reads what stands in the workbook. The file may come from anybody: everything is checked field by field. What changes
 * results counts only where this very text was written here (`isOwn`); else it is `kept` for the user to decide.
 */
export function readSettings(text: string | null, isOwn: boolean): ReadSettings {
  const stored = parse(text);
  if (stored === null || (stored.version !== VERSION && stored.version !== 1)) return { settings: defaultSettings, kept: null };
  const flag = (value: unknown, otherwise: boolean): boolean => (typeof value === 'boolean' ? value : otherwise);
  const preferences = {
    live: flag(stored.live, defaultSettings.live),
    autoMark: flag(stored.autoMark, defaultSettings.autoMark),
    explanations: flag(stored.explanations, defaultSettings.explanations),
    ticks: flag(stored.ticks, defaultSettings.ticks),
  };
  const year = yearOf(stored.year);
  const family = families.find((known) => known === stored.family) ?? null;
  const explained = explanationsOf(stored.explained);
  const waiting = explanationsOf(stored.waiting);
  const invalid = explained.invalid + waiting.invalid + Number(year === null && isGiven(stored.year)) + Number(family === null && isGiven(stored.family));
  if (isOwn) return { settings: { ...preferences, year, family, explained: explained.valid }, kept: keptOrNull({ year: null, family: null, explained: theirs(waiting.valid), invalid }) };
  const all = theirs({ ...waiting.valid, ...explained.valid });
  return { settings: { ...defaultSettings, ...preferences }, kept: keptOrNull({ year, family, explained: all, invalid }) };
}

/** The settings once what came with the workbook is taken over; the user's own choices and words go first. */
export function withKept(settings: Settings, kept: Kept): Settings {
  return { ...settings, year: settings.year ?? kept.year, family: settings.family ?? kept.family, explained: { ...kept.explained, ...settings.explained } };
}

function keptOrNull(kept: Kept): Kept | null {
  return kept.year === null && kept.family === null && kept.invalid === 0 && Object.keys(kept.explained).length === 0 ? null : kept;
}

function theirs(explained: Explanations): Explanations {
  return Object.fromEntries(Object.entries(explained).map(([id, explanation]) => [id, { ...explanation, isTheirs: true }]));
}

function parse(text: string | null): Record<string, unknown> | null {
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

function yearOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1990 && value <= 2199 ? value : null;
}
