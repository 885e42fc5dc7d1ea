import type { Explanations } from './explanations';
import { explanationsOf, isRecord } from './readExplanations';

const VERSION = 1;

/** 情况说明 by the name of the workbook, without its folder. */
export type ExplanationFile = Readonly<Record<string, Explanations>>;

/** The text of a file of explanations; described by docs/explanations.schema.json. */
export function writeExplanationFile(workbooks: ExplanationFile): string {
  const kept = Object.entries(workbooks).filter(([, explained]) => Object.keys(explained).length > 0);
  return `${JSON.stringify({ version: VERSION, workbooks: Object.fromEntries(kept) }, null, 2)}\n`;
}

/** null where the text is no such file. Whoever names the file takes what stands in it for their own words. */
export function readExplanationFile(text: string): ExplanationFile | null {
  let stored: unknown;
  try {
    stored = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(stored) || stored.version !== VERSION || !isRecord(stored.workbooks)) return null;
  return Object.fromEntries(Object.entries(stored.workbooks).map(([name, explained]) => [name, own(explanationsOf(explained).valid)]));
}

/** What the file says of a workbook. */
export function explanationsFor(workbooks: ExplanationFile, file: string): Explanations {
  const name = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  return Object.hasOwn(workbooks, name) ? workbooks[name] : {};
}

const own = (explained: Explanations): Explanations => Object.fromEntries(Object.entries(explained).map(([id, one]) => [id, { ...one, isTheirs: false }]));
