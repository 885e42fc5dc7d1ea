import { nameOf } from './submission';

/**
 * What a name in a folder means: a workbook · a Word file (its tables or the 公开说明) · a text · a lock file of an open
 * workbook · something temporary of a program or system · the explanations of the folder · anything else.
 */
export type FileNameKind = 'workbook' | 'document' | 'text' | 'lock' | 'temporary' | 'explanations' | 'other';

export const EXPLANATIONS_NAME = 'gouji-情况说明.json';

/** As the pages of both languages call it, and as a browser numbers a second download. */
const EXPLANATIONS = /^gouji-(情况说明|explanations)( ?\(\d+\))?\.json$/i;

/** What 检查表 and 汇总表 are called, numbered or not. */
const CHECKLISTS = ['检查表', '汇总表', 'checklist', 'summary'];

const WORKBOOK = /\.(xlsx|xlsm|xls|xlsb|ods|et)$/i;
/** Office's, WPS's and LibreOffice's marks beside an open file. */
const LOCK = /^(~\$|\.~lock\.|\.~)/;
const TEMPORARY = /(^(\.DS_Store|Thumbs\.db|desktop\.ini|\._.*|~WRL.*)$|\.(tmp|temp|bak|crdownload|part|asd|wbk)$|~$)/i;
/** Folders that archives of a Mac, Windows' shares and recycle bins bring along. */
const TEMPORARY_FOLDER = /(^|\/)(__MACOSX|\$RECYCLE\.BIN|System Volume Information|\.git|\.svn)(\/|$)/i;

export function fileNameKind(path: string): FileNameKind {
  const name = nameOf(path);
  if (LOCK.test(name)) return 'lock';
  if (TEMPORARY.test(name) || TEMPORARY_FOLDER.test(path)) return 'temporary';
  if (EXPLANATIONS.test(name)) return 'explanations';
  if (WORKBOOK.test(name)) return 'workbook';
  if (/\.docx$/i.test(name)) return 'document';
  return /\.(txt|md)$/i.test(name) ? 'text' : 'other';
}

/** Whether a file may be a 检查表 or 汇总表 of ours; only its contents say (`checklist/own.ts`). */
export function mayBeChecklist(path: string): boolean {
  const name = nameOf(path).toLowerCase();
  return name.endsWith('.xlsx') && CHECKLISTS.some((word) => name.includes(word));
}
