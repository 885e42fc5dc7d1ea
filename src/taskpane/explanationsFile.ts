import { explanationOf, type Explanations } from '../audit/report/explanations';
import type { WorkbookReport } from '../audit/report/model';
import { explanationsIn, mergeFolderFiles, readFolderFile, writeFolderFile } from '../desk';

/** `gouji-情况说明.json` of one workbook: the same file that the workbench and the command line write and read. */
export function explanationsText(name: string, explained: Explanations): string {
  return writeFolderFile({ workbooks: { [name]: explained }, decisions: {} });
}

export interface Imported {
  /** What stood here and what came, of two words on one finding the later ones. */
  readonly explained: Explanations;
  /** How many came. */
  readonly came: number;
  /** Of those: given for figures that have changed since. */
  readonly lapsed: number;
  /** Of those: the audit has no such finding now. */
  readonly without: number;
}

/** null where the text is no such file; a list of the workbooks it speaks of where this one is not among them. */
export function importExplanations(text: string, { file, findings }: Pick<WorkbookReport, 'file' | 'findings'>, explained: Explanations): Imported | readonly string[] | null {
  const stored = readFolderFile(text);
  if (stored === null) return null;
  const here = explanationsIn(stored, file);
  const ids = Object.keys(here);
  if (ids.length === 0) return Object.keys(stored.workbooks);
  const own = (of: Explanations) => ({ workbooks: { [file]: of }, decisions: {} });
  const merged = mergeFolderFiles(own(explained), own(here)).workbooks[file];
  const byId = new Map(findings.map((one) => [one.id, one]));
  const standings = ids.map((id) => {
    const finding = byId.get(id);
    return finding ? explanationOf(finding, merged)?.standing : null;
  });
  return { explained: merged, came: ids.length, lapsed: standings.filter((one) => one === 'lapsed').length, without: standings.filter((one) => one === null).length };
}
