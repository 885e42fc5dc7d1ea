import { readdirSync, readFileSync } from 'node:fs';
import { createAuditor, openAudit } from '../../src/audit/audit';
import { auditNarrative, type NarrativeAudit } from '../../src/audit/narrative';
import { Random } from '../generate';
import { drawFinalAccounts, finalAccountsWorkbook, fullFinalAccountsOptions } from '../generate/finalAccounts';
import { generateNational } from '../generate/national';
import { budgetAccount, finalAccount } from './accounts';
import { MISTAKES, type Mistaken } from './mistakes';
import { REWORDINGS } from './rewordings';
import { write, type Account, type Document, type Mark } from './template';

/** Whole disclosures as places write them, with the figures left open; -budget or -final. */
const FOLDER = 'test/narrative/places';
export const TEMPLATES: readonly string[] = readdirSync(FOLDER).map((f) => f.replace('.txt', '')).sort();

const auditor = createAuditor();

export interface PlaceDocument extends Document {
  readonly clean: NarrativeAudit;
  audit(lines: readonly string[]): NarrativeAudit;
  /** Whether a cell or a sum proves the figure at a mark; what the text says twice proves neither of the two. */
  isProved(mark: Mark): boolean;
}

/** A disclosure of a place with its workbook; null where the drawn accounts have what the template has no words for. */
export function placeDocument(template: string, seed: number): PlaceDocument | null {
  const drawn = template.endsWith('-final') ? finals(seed) : budget(seed);
  if (drawn === null) return null;
  const { recognition, workbook, year } = openAudit(drawn.snapshot, {}, auditor).state;
  const document = write(readFileSync(`${FOLDER}/${template}.txt`, 'utf8'), drawn.account, `${template} ${seed}`);
  const audit = (paragraphs: readonly string[]): NarrativeAudit => auditNarrative({ file: '说明.txt', paragraphs }, { chart: auditor.chart, recognition, workbook, year });
  const clean = audit(document.lines);
  const { passages } = clean.read;
  const proved = new Set(clean.ledger.filter((e) => e.status === 'proved' && e.isOnlyConsistent !== true && !e.proof.includes('文中几处一致')).map(({ span }) => `${passages[span.passage].paragraph[span.start]}:${passages[span.passage].offset[span.start]}`));
  return { ...document, clean, audit, isProved: ({ line, start }) => proved.has(`${line}:${start}`) };
}

type Drawn = { readonly account: Account; readonly snapshot: Parameters<typeof openAudit>[0] } | null;

function finals(seed: number): Drawn {
  const years = [2019, 2020, 2021, 2022, 2023, 2024] as const;
  const accounts = drawFinalAccounts(fullFinalAccountsOptions({ seed: `places ${seed}`, year: years[seed % 6], form: seed % 2 === 0 ? '2020-list' : 'national', otherIncome: seed % 3 !== 0, governmentFund: seed % 4 !== 1, zeros: seed % 5 === 0 ? 'zero' : 'blank' }));
  // 219 has no 项.
  return accounts.fiscal.some((f) => f.code.length < 7) ? null : { account: finalAccount(accounts), snapshot: finalAccountsWorkbook(accounts) };
}

function budget(seed: number): Drawn {
  const book = generateNational({ seed: `places ${seed}`, tidy: true });
  const { carries, kept, items } = book.ledger;
  return carries || kept || items.some((i) => i.func.length < 7) ? null : { account: budgetAccount(book), snapshot: book.snapshot };
}

export const serious = ({ drafts }: NarrativeAudit): NarrativeAudit['drafts'] => drafts.filter((d) => d.severity !== 'hint');

/** What is found at the place of a mistake. */
export function foundAt({ line, start, end }: Mistaken, audit: NarrativeAudit): NarrativeAudit['drafts'] {
  return serious(audit).filter(({ place }) => place.paragraph === line + 1 && place.start < end + 2 && place.end > start - 2);
}

/** Prints false findings, missed mistakes and the figures for so many seeds of every template whose name holds `only`. */
export function measurePlaces(seeds: number, first: number, only: string): void {
  const tally = new Map<string, { tried: number; found: number; right: number }>();
  const sums = { documents: 0, noisy: 0, reworded: 0, numbers: 0, checked: 0, tried: 0, found: 0 };
  for (const template of TEMPLATES.filter((t) => t.includes(only))) {
    for (let seed = first; seed < first + seeds; seed++) {
      const document = placeDocument(template, seed);
      if (document === null) continue;
      const { clean, audit, isProved, lines } = document;
      const noise = serious(clean);
      for (const d of noise) console.log('false', template, seed, d.rule, d.place.quote, d.message.zh);
      sums.documents++;
      sums.noisy += Number(noise.length > 0);
      const money = clean.ledger.filter((e) => e.kind !== 'count');
      sums.numbers += money.length;
      sums.checked += money.filter((e) => e.status !== 'unchecked').length;
      const rewordings = Object.entries(REWORDINGS);
      const [kind, change] = rewordings[seed % rewordings.length];
      const [other] = serious(audit(lines.map(change)));
      sums.reworded += Number(other !== undefined && noise.length === 0);
      if (other !== undefined && noise.length === 0) console.log('reworded', kind, template, seed, other.rule, other.place.quote, other.message.zh);
      const random = new Random(`mistakes ${template} ${seed}`);
      for (const [name, make] of Object.entries(MISTAKES)) {
        const mistaken = make(document, random, isProved);
        if (mistaken === null) continue;
        const hits = foundAt(mistaken, audit(mistaken.lines));
        const count = tally.get(name) ?? { tried: 0, found: 0, right: 0 };
        tally.set(name, { tried: count.tried + 1, found: count.found + Number(hits.length > 0), right: count.right + Number(hits.some((h) => h.right !== null)) });
        const text = mistaken.lines[mistaken.line];
        if (hits.length === 0) console.log('missed', name, template, seed, `${text.slice(Math.max(0, mistaken.start - 60), mistaken.start)}【${text.slice(mistaken.start, mistaken.end)}】`, mistaken.right.slice(0, 20));
      }
    }
  }
  for (const [name, { tried, found, right }] of tally) {
    console.log(`${name.padEnd(12)} found ${found} of ${tried} (${((100 * found) / tried).toFixed(1)}%), with a value ${right}`);
    sums.tried += tried;
    sums.found += found;
  }
  console.log(`documents ${sums.documents}, with findings ${sums.noisy}, rewordings with findings ${sums.reworded}; numbers ${sums.numbers}, checked ${((100 * sums.checked) / sums.numbers).toFixed(1)}%; mistakes ${sums.tried}, found ${((100 * sums.found) / sums.tried).toFixed(1)}%`);
}
