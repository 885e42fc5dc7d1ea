import type { Explanations } from './explanations';
import { explanationsOf, isRecord } from './readExplanations';

/** 情况说明 by workbook: its path below the folder, or its name. */
export type ExplanationFile = Readonly<Record<string, Explanations>>;

/** The part of `gouji-情况说明.json` that holds explanations; null where it is none. Whoever names the file takes what stands in it for their own words. */
export function explanationsInFile(stored: unknown): ExplanationFile | null {
  if (!isRecord(stored)) return null;
  return Object.fromEntries(Object.entries(stored).map(([name, explained]) => [name, own(explanationsOf(explained).valid)]));
}

const own = (explained: Explanations): Explanations => Object.fromEntries(Object.entries(explained).map(([id, one]) => [id, { ...one, isTheirs: false }]));
