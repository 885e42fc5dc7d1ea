/**
 * What is known to be wrong in real documents against what is found:
 * vite-node test/narrative/known.ts FOLDER (NAME.xlsx, narrative/NAME.txt, narrative/KNOWN-ERRORS.md).
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createAuditor, openAudit } from '../../src/audit/audit';
import { auditNarrative } from '../../src/audit/narrative';
import { readWorkbook } from '../../src/files';

interface Known {
  readonly judgement: string;
  readonly must: boolean;
  readonly phrase: string;
}

const plain = (text: string): string => text.normalize('NFKC').replace(/[\s“”"]/g, '');

/** "## NAME - …" and "- **REAL** ● “phrase” → what is right". */
function knownErrors(source: string): Map<string, Known[]> {
  const result = new Map<string, Known[]>();
  let list: Known[] = [];
  for (const line of source.split('\n')) {
    const heading = /^## (\S+)/.exec(line);
    if (heading !== null) result.set(heading[1], (list = []));
    const entry = /^- \**(REAL|TAIL|ODD)\** ?(●?) ?“([^”]+(?:“[^”]*”[^”]*)?)”/.exec(line);
    if (entry !== null) list.push({ judgement: entry[1], must: entry[2] !== '', phrase: plain(entry[3]) });
  }
  return result;
}

const folder = process.argv[2];
const auditor = createAuditor();
const tally = { real: 0, found: 0, must: 0, mustFound: 0, others: 0, tails: 0 };
for (const [name, known] of knownErrors(readFileSync(join(folder, 'narrative/KNOWN-ERRORS.md'), 'utf8'))) {
  const book = join(folder, `${name}.xlsx`);
  const prose = join(folder, 'narrative', `${name}.txt`);
  if (!existsSync(book) || !existsSync(prose)) continue;
  const workbook = await readWorkbook(new Uint8Array(readFileSync(book)), `${name}.xlsx`);
  const { state } = openAudit(workbook, {}, auditor);
  const paragraphs = readFileSync(prose, 'utf8').split('\n');
  const { drafts } = auditNarrative({ file: `${name}.txt`, paragraphs }, { chart: auditor.chart, recognition: state.recognition, workbook, year: state.year });
  /** Where a phrase stands: paragraphs joined, since a passage may run over several. */
  const joined = plain(paragraphs.join(''));
  const starts = paragraphs.map((_, i) => plain(paragraphs.slice(0, i).join('')).length);
  const placed = drafts.map((d) => {
    const from = starts[d.place.paragraph - 1] + plain(paragraphs[d.place.paragraph - 1].slice(0, d.place.start)).length;
    return { ...d, from, to: from + plain(d.place.quote).length };
  });
  const occurrences = (phrase: string): number[] => {
    const at: number[] = [];
    for (let i = joined.indexOf(phrase); i >= 0; i = joined.indexOf(phrase, i + 1)) at.push(i);
    return at;
  };
  const overlapping = ({ phrase }: Known): typeof placed => occurrences(phrase).flatMap((at) => placed.filter((d) => d.from < at + phrase.length && d.to > at));
  console.log(`\n${name}`);
  const explained = new Set<(typeof placed)[number]>();
  for (const one of known) {
    const hits = overlapping(one);
    for (const hit of hits) if (one.judgement === 'REAL' || hit.severity === 'hint') explained.add(hit);
    const worst = (['error', 'warning', 'hint'] as const).find((s) => hits.some((h) => h.severity === s)) ?? '-';
    if (one.judgement === 'REAL') {
      const isFound = worst === 'error' || worst === 'warning';
      tally.real++;
      tally.found += Number(isFound);
      tally.must += Number(one.must);
      tally.mustFound += Number(one.must && isFound);
    }
    if (one.judgement === 'TAIL' && (worst === 'error' || worst === 'warning')) tally.tails++;
    const note = occurrences(one.phrase).length === 0 ? ' (phrase not in the text)' : '';
    if (one.judgement === 'REAL' || worst !== '-') console.log(`  ${one.judgement}${one.must ? '●' : ' '} ${worst.padEnd(7)} ${one.phrase}${note}`);
  }
  for (const other of placed.filter((d) => d.severity !== 'hint' && !explained.has(d))) {
    tally.others += Number(other.severity === 'error');
    console.log(`  other ${other.severity.padEnd(7)} [${other.rule}] ${plain(other.place.quote)}: ${other.message.zh}`);
  }
}
console.log(`\nREAL found ${tally.found} of ${tally.real}, required ${tally.mustFound} of ${tally.must}; TAIL accused ${tally.tails}; other errors ${tally.others}`);
