import { createAuditor, openAudit } from '../../src/audit/audit';
import { createWords, type WordData } from '../../src/audit/words';
import { normaliseText } from '../../src/audit/workbook';
import wordData from '../../src/generated/words';
import { judgeKnown, knownWorkbooks, type KnownResult, type KnownWorkbook } from './known';

export interface StrangerResult extends KnownResult {
  /** Words that no other place prints; they were taken out of the vocabulary. */
  readonly leftOut: number;
  /** Relations that were checked nevertheless. */
  readonly checked: number;
}

/** suzhou-2026-a → suzhou. */
const placeOf = (name: string): string => name.split('-')[0];

/** Reads each place's workbooks without the words that it alone prints, as the workbooks of a place that nobody here has seen. */
export function measureStrangers(folder: string): StrangerResult[] {
  const workbooks = [...knownWorkbooks(folder)];
  const texts = workbooks.map(textOf);
  const auditor = createAuditor();
  return [...new Set(workbooks.map((w) => placeOf(w.name)))].flatMap((place) => {
    const isOwn = workbooks.map((w) => placeOf(w.name) === place);
    const own = texts.filter((_, i) => isOwn[i]).join('\n');
    const others = texts.filter((_, i) => !isOwn[i]).join('\n');
    const { data, leftOut } = without((word) => own.includes(word) && !others.includes(word));
    const stranger = { ...auditor, words: createWords(data) };
    return workbooks.filter((_, i) => isOwn[i]).map((workbook) => {
      const { report } = openAudit(workbook.snapshot, {}, stranger);
      const { consistent, inconsistent, rounding } = report.outcomes;
      return { ...judgeKnown(workbook, report), leftOut, checked: consistent + inconsistent + rounding };
    });
  });
}

const textOf = ({ snapshot }: KnownWorkbook): string => snapshot.strings.map(normaliseText).join('\n');

function without(isGone: (word: string) => boolean): { readonly data: WordData; readonly leftOut: number } {
  let leftOut = 0;
  const kept = (words: readonly string[]): string[] => words.filter((word) => {
    const gone = isGone(word);
    if (gone) leftOut++;
    return !gone;
  });
  const { concepts, filler, titles, pointers, heads, notes, signatures, bodies, continued } = wordData;
  return {
    data: { concepts: concepts.map((c) => ({ ...c, words: kept(c.words) })), filler: kept(filler), titles: kept(titles), pointers, heads: kept(heads), notes: kept(notes), signatures: kept(signatures), bodies, continued },
    leftOut,
  };
}
