import { DEFAULT_FILE_LIMITS } from '../../files/limits';
import { ZipPackage } from '../../files/zip';
import { checklistWords } from './words';

const TEXTS = 'xl/sharedStrings.xml';
/** Heads that an earlier version called otherwise. */
const MOST_OTHERS = 2;

/**
 * Whether a file is a 检查表 or 汇总表 of ours, as written or filled in by a unit: the heads of one stand in it. Such files come back
 * with the corrected workbooks, and lie in the folder from the last time; they are no submissions.
 */
export function isChecklist(bytes: Uint8Array): boolean {
  let texts: string;
  try {
    const zip = new ZipPackage(bytes, DEFAULT_FILE_LIMITS);
    if (!zip.has(TEXTS)) return false;
    texts = new TextDecoder().decode(zip.read(TEXTS));
  } catch {
    // What cannot be read is told of where it is audited.
    return false;
  }
  return Object.values(checklistWords).some(({ heads, summaryHeads }) => [heads, summaryHeads].some((list) => list.filter((head) => !texts.includes(`>${head}</`)).length <= MOST_OTHERS));
}
