import type { Concept, Words } from '../../words';

/** Dimensions that tell one column or line from another, in the order in which they make its name. */
const NAMING = ['deduction', 'period', 'fund', 'nature', 'item', 'quantity'] as const;

/** What a header path or a line's words mean. */
export interface Meaning {
  /** The name rules use: 合计, 一般公共预算, 上年结转.一般公共预算; "" where the words say nothing that is known. */
  readonly id: string;
  readonly concepts: readonly Concept[];
  readonly isTotal: boolean;
  readonly isOfWhich: boolean;
}

/**
 * The meaning of words that stand above one another, or of one line's words. A whole gives way to its part (财政拨款 / 一般公共预算 →
 * 一般公共预算); what `implied` says of the whole table is left out; of two years the earlier is 上年.
 */
export function meaningOf(path: readonly string[], words: Words, implied: ReadonlySet<string>, earlierYear: number | null): Meaning {
  const concepts: Concept[] = [];
  let isTotal = false;
  let isOfWhich = false;
  for (const word of path) {
    const phrase = words.phrase(word);
    for (const concept of phrase.concepts) {
      if (concept.id === '合计') isTotal = true;
      else if (concept.id === '其中') isOfWhich = true;
      if (!concepts.includes(concept)) concepts.push(concept);
    }
    if (earlierYear !== null && phrase.years.includes(earlierYear) && phrase.years.length === 1) {
      const last = words.concept('上年');
      if (last && !concepts.includes(last)) concepts.unshift(last);
    }
  }
  const naming = concepts.filter((c) => (NAMING as readonly string[]).includes(c.dimension) && !implied.has(c.id));
  const kept = naming.filter((c) => !naming.some((other) => other !== c && words.comprises(c.id, other.id)));
  // 本年 is what is meant where nothing else is said.
  const named = kept.filter((c) => c.id !== '本年');
  const list = named.length > 0 ? named : kept;
  const id = NAMING.flatMap((dimension) => list.filter((c) => c.dimension === dimension).map((c) => c.id)).join('.');
  return { id, concepts, isTotal, isOfWhich };
}

/** Whether a column so named holds another year's figures or how they differ. */
export function isCompared(id: string, words: Words): boolean {
  return id.split('.').some((part) => part === '上年' || part === '增减额' || part === '增减率' || words.concept(part)?.dimension === 'deduction');
}

/** Whether columns or lines can be named so: concepts that tell them apart, in the order of their dimensions, joined by ".". */
export function canMean(id: string, words: Words): boolean {
  const concepts = id.split('.').map((part) => words.concept(part));
  const places = concepts.map((c) => NAMING.findIndex((dimension) => dimension === c?.dimension));
  if (places.some((place, i) => place < 0 || place < places[i - 1])) return false;
  if (concepts.length > 1 && concepts.some((c) => c?.id === '本年')) return false;
  return !concepts.some((whole, i) => concepts.some((part, j) => i !== j && whole && part && (whole === part || words.comprises(whole.id, part.id))));
}

/** The earlier of exactly two fiscal years that stand in a header, or the only one where the title is of a later year; null elsewhere. */
export function earlierYearOf(paths: Iterable<readonly string[]>, words: Words, title = ''): number | null {
  const years = new Set<number>();
  for (const path of paths) for (const word of path) for (const year of words.phrase(word).years) years.add(year);
  const [own] = words.phrase(title.slice(0, LONGEST_PIECE)).years;
  if (years.size === 1 && own !== undefined && Math.min(...years) < own) return Math.min(...years);
  return years.size === 2 ? Math.min(...years) : null;
}

/** Titles are read in pieces of so many characters. */
const LONGEST_PIECE = 40;

/** What a title says of all its table's figures: 一般公共预算, 基本支出, 三公经费. */
export function impliedBy(title: string, words: Words): ReadonlySet<string> {
  const implied = new Set<string>();
  let from = 0;
  // A title can be longer than the longest header word: it is read in overlapping pieces.
  while (from < title.length) {
    for (const concept of words.phrase(title.slice(from, from + LONGEST_PIECE)).concepts) implied.add(concept.id);
    from += 30;
  }
  return implied;
}
