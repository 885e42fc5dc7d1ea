/** How much is found in generated prose: consistent documents, harmless rewordings, single mistakes. */
import { createAuditor, openAudit } from '../../src/audit/audit';
import { auditNarrative, type NarrativeAudit } from '../../src/audit/narrative';
import { factIndex } from '../../src/audit/narrative/facts';
import { generateDepartmentBudget, Random } from '../generate';
import { generateNational } from '../generate/national';
import { disclosure } from './disclosure';
import { leaveOut, MUTATIONS, type Mutated } from './mutations';
import { prose } from './prose';
import { REWORDINGS } from './rewordings';
import { PLACES, type Place } from './styles';

interface Written {
  readonly lines: readonly string[];
  audit(lines: readonly string[]): NarrativeAudit;
}

const auditor = createAuditor();

/** Every second document goes with a Shaanxi budget, the others with one of the national form in some place's tables. */
export function written(seed: number): Written {
  const place: Place = PLACES[seed % PLACES.length];
  const national = seed % 2 === 0 ? null : generateNational({ seed, tidy: true });
  const { state } = openAudit(national?.snapshot ?? generateDepartmentBudget({ seed, year: 2024, level: seed % 3 === 0 ? 'unit' : 'department', units: 3 }), {}, auditor);
  const { recognition, workbook, year } = state;
  return {
    lines: national === null ? prose(factIndex(recognition), place, 2024, seed) : disclosure(national, place, seed),
    audit: (paragraphs) => auditNarrative({ file: '说明.txt', paragraphs }, { chart: auditor.chart, recognition, workbook, year }),
  };
}

/** What is more than a hint; duties (N11) are those of whole disclosures. */
const serious = (audit: NarrativeAudit): NarrativeAudit['drafts'] => audit.drafts.filter((d) => d.severity !== 'hint' && d.rule !== 'N11');

/** Prints what is wrong and the figures, for documents of the seeds from `first`. */
export function measure(documents: number, first: number): void {
  const total = { noisy: 0, reworded: 0, numbers: 0, checked: 0, tried: 0, found: 0 };
  const tally = new Map<string, { tried: number; found: number; right: number }>();
  for (let seed = first; seed < first + documents; seed++) {
    const { lines, audit } = written(seed);
    const clean = audit(lines);
    const noise = serious(clean);
    for (const d of noise) console.log('false', seed, d.rule, d.place.quote, d.message.zh);
    total.noisy += Number(noise.length > 0);
    total.numbers += clean.ledger.length;
    total.checked += clean.ledger.filter((e) => e.status !== 'unchecked').length;
    for (const [kind, change] of Object.entries(REWORDINGS)) {
      const [found] = serious(audit(lines.map(change)));
      total.reworded += Number(found !== undefined);
      if (found !== undefined) console.log('reworded', kind, seed, found.rule, found.place.quote, found.message.zh);
    }
    const random = new Random(`mutation ${seed}`);
    for (const [kind, mutate] of Object.entries({ ...MUTATIONS, itemLeftOut: leaveOut })) {
      const mutated = mutate(lines, random);
      if (mutated === null) continue;
      const hits = serious(audit(mutated.lines)).filter((f) => isAt(mutated, f.place));
      const count = tally.get(kind) ?? { tried: 0, found: 0, right: 0 };
      tally.set(kind, { tried: count.tried + 1, found: count.found + Number(hits.length > 0), right: count.right + Number(hits.some((h) => h.right !== null)) });
      if (hits.length === 0) console.log('missed', kind, seed, mutated.lines[mutated.line].slice(0, 90), `[${mutated.lines[mutated.line].slice(mutated.start, mutated.end)}]`);
    }
  }
  for (const [kind, { tried, found, right }] of tally) {
    console.log(`${kind.padEnd(12)} found ${found} of ${tried} (${((100 * found) / tried).toFixed(1)}%), with a value ${right}`);
    total.tried += tried;
    total.found += found;
  }
  console.log(`documents ${documents}, with findings ${total.noisy}, rewordings with findings ${total.reworded}; numbers ${total.numbers}, checked ${((100 * total.checked) / total.numbers).toFixed(1)}%; mistakes ${total.tried}, found ${((100 * total.found) / total.tried).toFixed(1)}%`);
}

const isAt = ({ line, start, end }: Mutated, place: { readonly paragraph: number; readonly start: number; readonly end: number }): boolean =>
  place.paragraph === line + 1 && place.start < end + 2 && place.end > start - 2;
