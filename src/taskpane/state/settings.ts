import { longestExplanation, longestName, type Explanation, type Explanations } from '../../audit/report/explanations';

/** Settings that belong to the workbook and are kept in it. */
export interface Settings {
  readonly year: number | null;
  readonly family: string | null;
  readonly live: boolean;
  readonly autoMark: boolean;
  readonly explanations: boolean;
  /** 情况说明 by finding id. */
  readonly explained: Explanations;
}

export const defaultSettings: Settings = {
  year: null,
  family: null,
  live: true,
  autoMark: true,
  explanations: false,
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

export const families = ['shaanxi-budget', 'national-final-accounts', 'generic'] as const;
const mostExplanations = 300;
const longestFigures = 300;
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

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isGiven = (value: unknown): boolean => value !== undefined && value !== null;

function yearOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1990 && value <= 2199 ? value : null;
}

function explanationsOf(value: unknown): { valid: Explanations; invalid: number } {
  if (!isRecord(value)) return { valid: {}, invalid: isGiven(value) ? 1 : 0 };
  const entries = Object.entries(value);
  const valid = entries.slice(0, mostExplanations).flatMap(([id, stored]) => {
    const explanation = /^[0-9a-z]{1,40}$/.test(id) ? explanationFrom(stored) : null;
    return explanation ? [[id, explanation] as const] : [];
  });
  return { valid: Object.fromEntries(valid), invalid: entries.length - valid.length };
}

/** Version 1 kept the bare words; they were given for figures nobody knows any more. */
function explanationFrom(stored: unknown): Explanation | null {
  const from: Record<string, unknown> | null = typeof stored === 'string' ? { text: stored } : isRecord(stored) ? stored : null;
  if (from === null || typeof from.text !== 'string' || from.text.trim() === '') return null;
  const text = (value: unknown, longest: number): string => (typeof value === 'string' ? plain(value).slice(0, longest) : '');
  const date = text(from.date, 10);
  return {
    text: text(from.text, longestExplanation),
    by: text(from.by, longestName),
    date: /^\d{4}-\d\d-\d\d$/.test(date) ? date : '',
    figures: text(from.figures, longestFigures),
    isTheirs: from.isTheirs === true,
  };
}

/** Without controls and direction marks, with which words could pass themselves off as others. */
const plain = (value: string): string => value.replace(/(?!\n)[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_C}]/gu, ' ');
