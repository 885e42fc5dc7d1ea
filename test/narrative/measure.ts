/** How much is found in generated prose: vite-node test/narrative/measure.ts [DOCUMENTS]. */
import { createAuditor, openAudit } from '../../src/audit/audit';
import { auditNarrative } from '../../src/audit/narrative';
import { factIndex } from '../../src/audit/narrative/facts';
import { generateDepartmentBudget, Random } from '../generate';
import { leaveOut, MUTATIONS, type Mutated } from './mutations';
import { prose } from './prose';
import { REWORDINGS } from './rewordings';
import { PLACES } from './styles';

const documents = Number(process.argv[2] ?? 130);
const auditor = createAuditor();
const books = [1, 2, 3, 4, 5, 6].map((seed) => openAudit(generateDepartmentBudget({ seed, year: 2024, level: seed % 3 === 0 ? 'unit' : 'department', units: 3 }), {}, auditor).state);
const audit = (book: number, paragraphs: readonly string[]) => {
  const { recognition, workbook, year } = books[book];
  return auditNarrative({ file: '说明.txt', paragraphs }, { chart: auditor.chart, recognition, workbook, year });
};
const serious = (book: number, paragraphs: readonly string[]) => audit(book, paragraphs).drafts.filter((d) => d.severity !== 'hint');

let noisy = 0;
let reworded = 0;
let numbers = 0;
let checked = 0;
const tally = new Map<string, { tried: number; found: number }>();
for (let seed = 0; seed < documents; seed++) {
  const book = seed % books.length;
  const place = PLACES[seed % PLACES.length];
  const clean = prose(factIndex(books[book].recognition), place, 2024, seed);
  const { drafts, ledger } = audit(book, clean);
  for (const d of drafts.filter((f) => f.severity !== 'hint')) console.log('false', place, d.rule, d.place.quote, d.message.zh);
  noisy += Number(drafts.some((d) => d.severity !== 'hint'));
  numbers += ledger.length;
  checked += ledger.filter((e) => e.status !== 'unchecked').length;
  for (const [kind, change] of Object.entries(REWORDINGS)) {
    const found = serious(book, clean.map(change));
    reworded += Number(found.length > 0);
    for (const d of found.slice(0, 1)) console.log('reworded', kind, place, d.rule, d.place.quote, d.message.zh);
  }
  const random = new Random(`mutation ${seed}`);
  for (const [kind, mutate] of Object.entries({ ...MUTATIONS, itemLeftOut: leaveOut })) {
    const mutated: Mutated | null = mutate(clean, random);
    if (mutated === null) continue;
    const { line, start, end } = mutated;
    const isFound = serious(book, mutated.lines).some((f) => f.place.paragraph === line + 1 && f.place.start < end + 2 && f.place.end > start - 2);
    const count = tally.get(kind) ?? { tried: 0, found: 0 };
    tally.set(kind, { tried: count.tried + 1, found: count.found + Number(isFound) });
    if (!isFound) console.log('missed', kind, place, mutated.lines[line].slice(0, 90), `[${mutated.lines[line].slice(start, end)}]`);
  }
}
const all = [...tally.values()].reduce((sum, t) => ({ tried: sum.tried + t.tried, found: sum.found + t.found }), { tried: 0, found: 0 });
for (const [kind, { tried, found }] of tally) console.log(kind.padEnd(12), `${found} of ${tried}`);
console.log(`documents ${documents}, with findings ${noisy}, reworded with findings ${reworded}; numbers ${numbers}, checked ${((100 * checked) / numbers).toFixed(1)}%; mistakes ${all.tried}, found ${((100 * all.found) / all.tried).toFixed(1)}%`);
