import { describe, expect, it } from 'vitest';
import { createAuditor, openAudit } from '../../src/audit/audit';
import { auditNarrative } from '../../src/audit/narrative';
import { factIndex } from '../../src/audit/narrative/facts';
import { generateDepartmentBudget, Random } from '../generate';
import { generateNational } from '../generate/national';
import { disclosure } from './disclosure';
import { leaveOut, MUTATIONS, type Mutated } from './mutations';
import { prose } from './prose';
import { REWORDINGS } from './rewordings';
import { PLACES, type Place } from './styles';

const auditor = createAuditor();
const books = [1, 2, 3].map((seed) => openAudit(generateDepartmentBudget({ seed, year: 2024, level: seed === 3 ? 'unit' : 'department', units: 3 }), {}, auditor).state);
const findings = (book: number, paragraphs: readonly string[]) => {
  const { recognition, workbook, year } = books[book];
  return auditNarrative({ file: '说明.txt', paragraphs }, { chart: auditor.chart, recognition, workbook, year }).drafts.filter((d) => d.severity !== 'hint' && d.rule !== 'N11');
};
const clean = (book: number, place: Place, seed: number): string[] => prose(factIndex(books[book].recognition), place, 2024, seed);
const finds = (book: number, { lines, line, start, end }: Mutated): boolean =>
  findings(book, lines).some((f) => f.place.paragraph === line + 1 && f.place.start < end + 2 && f.place.end > start - 2);

describe('whole disclosures written from the ledgers of national-form budgets', () => {
  it.each([0, 1, 2, 3, 4, 5, 7, 11, 38, 43, 61, 217, 20213, 40449])('seed %i: nothing is found', (seed) => {
    const book = generateNational({ seed, tidy: true });
    const { recognition, workbook, year } = openAudit(book.snapshot, {}, auditor).state;
    const paragraphs = disclosure(book, PLACES[seed % PLACES.length], seed);
    const { drafts, ledger } = auditNarrative({ file: '说明.txt', paragraphs }, { chart: auditor.chart, recognition, workbook, year });
    expect(drafts.filter((d) => d.severity !== 'hint' && d.rule !== 'N11').map((d) => `${d.place.quote}: ${d.message.zh}`)).toEqual([]);
    const money = ledger.filter((e) => e.kind !== 'count');
    expect(money.filter((e) => e.status === 'unchecked').length).toBeLessThan(money.length / 8);
  });
});

describe('prose written from generated budgets', () => {
  it.each(PLACES)('%s: nothing is found in consistent prose', (place) => {
    for (let seed = 0; seed < 2; seed++) {
      const book = seed % books.length;
      expect(findings(book, clean(book, place, seed)).map((f) => `${f.place.quote}: ${f.message.zh}`), `${place} ${seed}`).toEqual([]);
    }
  });

  it.each(Object.keys(REWORDINGS))('nor where only the writing changes: %s', (kind) => {
    PLACES.slice(kind.length % 4, kind.length % 4 + 5).forEach((place, i) => expect(findings(i % books.length, clean(i % books.length, place, i).map(REWORDINGS[kind])).map((f) => f.message.zh), place).toEqual([]));
  });

  it.each([...Object.keys(MUTATIONS), 'itemLeftOut'])('one mistake of kind %s is found at the phrase', (kind) => {
    const random = new Random(kind);
    const missed: string[] = [];
    let tried = 0;
    for (let seed = 0; seed < 8; seed++) {
      const book = seed % books.length;
      const place = PLACES[seed % PLACES.length];
      const mutated = (kind === 'itemLeftOut' ? leaveOut : MUTATIONS[kind])(clean(book, place, seed), random);
      if (mutated === null) continue;
      tried++;
      if (!finds(book, mutated)) missed.push(`${place} ${mutated.lines[mutated.line].slice(0, 80)} [${mutated.lines[mutated.line].slice(mutated.start, mutated.end)}]`);
    }
    expect(tried).toBeGreaterThan(2);
    expect(missed).toEqual([]);
  });
});
