import { fileErrorText } from '../../files/errorTexts';
import { say, speak, type Language } from '../../taskpane/text';
import type { ErrandResult, Material, Relation } from './model';
import type { Errands } from './pageErrands';

export interface Against {
  readonly relation: Relation;
  /** The older version, the department, this year's; then the others. */
  readonly paths: readonly string[];
  readonly material: (path: string) => Promise<Material>;
  readonly lang: Language;
  /** Files read so far. */
  readonly onProgress: (done: number) => void;
}

/** What came of it, or why nothing did; a sentence for each file that took no part. */
export interface AgainstOutcome {
  readonly result: ErrandResult | null;
  readonly problems: readonly string[];
}

const catalogue = {
  gone: say((path: string) => `“${path}”读不了，可能已被改动、移走，或正被其他程序占用。请重新打开后再对照。`, (path) => `“${path}” cannot be read; it may have been changed, moved, or held by another program. Open it again and retry.`),
  notKnown: say((path: string) => `“${path}”里没有认出可以对照的公开表，没有参加对照。`, (path) => `No table of a disclosure form was recognised in “${path}”; it took no part.`),
  noOthers: say('没有可以对照的文件：请另选。', 'There is nothing to set it against: choose other files.'),
};

/** Reads the files one by one in the thread, then sets them against each other. A file that fails is said; without the first or any other there is no result. */
export async function setAgainst(errands: Errands, { relation, paths, material, lang, onProgress }: Against): Promise<AgainstOutcome> {
  const texts = speak(catalogue, lang);
  const problems: string[] = [];
  const unread: string[] = [];
  let taken = 0;
  for (const [i, path] of paths.entries()) {
    const problem = await readOne(errands, path, { relation, material, lang }, texts);
    if (problem === null) taken++;
    else {
      problems.push(problem);
      unread.push(path);
      if (i === 0 || relation !== 'rollup') return { result: null, problems };
    }
    onProgress(i + 1);
  }
  if (taken < 2) return { result: null, problems: [...problems, texts.noOthers] };
  const answer = await errands.run({ kind: 'result', relation, lang, unread });
  return { result: answer.kind === 'versions' || answer.kind === 'between' ? answer : null, problems };
}

async function readOne(errands: Errands, path: string, { relation, material, lang }: Pick<Against, 'relation' | 'material' | 'lang'>, texts: { gone: (path: string) => string; notKnown: (path: string) => string }): Promise<string | null> {
  let read: Material;
  try {
    read = await material(path);
  } catch {
    return texts.gone(path);
  }
  const answer = await errands.run({ kind: 'read', relation, material: read, lang });
  if (answer.kind === 'refused') return fileErrorText(answer.code, lang, answer.details);
  return answer.kind === 'read' && answer.isKnown ? null : texts.notKnown(path);
}
