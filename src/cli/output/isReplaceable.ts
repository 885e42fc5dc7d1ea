import { closeSync, openSync, readSync } from 'node:fs';
import { extname } from 'node:path';
import { readFolderFile } from '../../desk';
import { detectContainer } from '../../files';
import { readBytes } from '../reading';

/** Endings that reports are given. */
const ENDINGS = new Set(['', '.txt', '.md', '.log', '.out', '.json', '.sarif', '.html', '.htm']);

/** Of files that others write as well, reports of ours name the tool near their beginning. */
const NAMED = new Set(['.json', '.sarif', '.html', '.htm']);
const NAME = /gouji|勾稽/;

/** So every JSON report begins, and no 情况说明; one of many files is too large to be read for that. */
const REPORT = /^\{\s*"tool":\s*\{\s*"name":\s*"gouji"/;

/** How much of a file is looked at, in bytes. */
const HEAD = 4_096;

/**
 * Whether a regular file may give way to a report: a plain text under the ending of a report, or empty; a page or JSON only where it is
 * a report of ours. Whatever else stands there (Word, PDF, a chart, rules, 情况说明) is somebody's work. Throws errors of the file system.
 */
export function isReplaceable(path: string): boolean {
  const ending = extname(path).toLowerCase();
  if (!ENDINGS.has(ending)) return false;
  const head = headOf(path);
  if (head.length === 0) return true;
  const container = detectContainer(head);
  if (container.kind !== 'other' || !['text', 'webPage', 'xml'].includes(container.found)) return false;
  if (!NAMED.has(ending)) return true;
  const beginning = new TextDecoder().decode(head);
  if (!NAME.test(beginning)) return false;
  return REPORT.test(beginning) || ending !== '.json' || readFolderFile(new TextDecoder().decode(readBytes({ path, shown: path }))) === null;
}

function headOf(path: string): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const head = new Uint8Array(HEAD);
    return head.subarray(0, readSync(file, head, 0, HEAD, 0));
  } finally {
    closeSync(file);
  }
}
