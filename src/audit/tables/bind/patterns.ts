import type { ColumnDefinition } from '../definitions';
import { wholeText } from '../wholeText';

/** Header paths of a definition as regular expressions, best first. */
export interface ColumnPattern<D extends ColumnDefinition = ColumnDefinition> {
  readonly definition: D;
  readonly alternatives: readonly (readonly RegExp[])[];
}

export function columnPatterns<D extends ColumnDefinition>(definitions: readonly D[]): ColumnPattern<D>[] {
  return definitions.map((definition) => ({ definition, alternatives: alternativesOf(definition) }));
}

/** Definitions are data of the whole process: each is compiled once. */
const COMPILED = new WeakMap<ColumnDefinition, ColumnPattern['alternatives']>();

function alternativesOf(definition: ColumnDefinition): ColumnPattern['alternatives'] {
  let compiled = COMPILED.get(definition);
  if (!compiled) COMPILED.set(definition, (compiled = definition.header.map((path) => path.split('/').map(wholeText))));
  return compiled;
}

/** What the other columns of a table make of a word above a column. */
interface Others {
  /** Whether one of them is called so: a word below it is its own, not that of what stands further up. */
  isNamed(word: string): boolean;
  /** Whether one is called so that is neither sum nor part. */
  isForeign(word: string): boolean;
}

const NO_OTHERS: Others = { isNamed: () => false, isForeign: () => false };

function othersOf(definition: ColumnDefinition, patterns: readonly ColumnPattern[]): Others {
  const isCalled = (word: string, role?: string): boolean => patterns.some((p) => p.definition !== definition && (role === undefined || p.definition.role === role) && p.alternatives.some((a) => a.length === 1 && a[0].test(word)));
  return { isNamed: (word) => isCalled(word), isForeign: (word) => isCalled(word, 'other') };
}

/**
 * The last segment must be the lowest word; the others must occur above it in order.
 * Returns how many words of the path no segment names, or −1.
 */
function wordsBetween(alternative: readonly RegExp[], path: readonly string[], others: Others): number {
  let at = path.length - 1;
  if (at < 0 || !alternative[alternative.length - 1].test(path[at])) return -1;
  let between = 0;
  for (let s = alternative.length - 2; s >= 0; s--) {
    at--;
    while (at >= 0 && !alternative[s].test(path[at])) {
      if (others.isNamed(path[at])) return -1;
      between++;
      at--;
    }
    if (at < 0) return -1;
  }
  for (at--; at >= 0; at--) if (others.isForeign(path[at])) return -1;
  return between;
}

/** Whether a path's lowest word is the alternative's, below the alternative's other words. */
export function matchesPath(alternative: readonly RegExp[], path: readonly string[]): boolean {
  return wordsBetween(alternative, path, NO_OTHERS) >= 0;
}

/**
 * Assigns columns to definitions, best alternative first, each column once. What stands below the word of a column that is no sum of
 * these (本年收入 | 基本支出) is another thing than the same word elsewhere (本年支出 | 基本支出); of several columns that fit, the one
 * with the fewest words in between is meant (本年支出 | 合计 before 本年支出 | 基本支出 | 小计).
 */
export function assignColumns<D extends ColumnDefinition>(
  patterns: readonly ColumnPattern<D>[],
  paths: ReadonlyMap<number, readonly string[]>,
): Map<D, number> {
  const assigned = new Map<D, number>();
  const taken = new Set<number>();
  const depth = Math.max(0, ...patterns.map((p) => p.alternatives.length));
  // All definitions try their best alternative before any tries its second, so that 小计 under a group wins over the group's name.
  for (let rank = 0; rank < depth; rank++) {
    for (const { definition, alternatives } of patterns) {
      if (assigned.has(definition) || rank >= alternatives.length) continue;
      const others = othersOf(definition, patterns);
      let best = -1;
      let fewest = Infinity;
      for (const [column, path] of paths) {
        if (taken.has(column)) continue;
        const between = wordsBetween(alternatives[rank], path, others);
        if (between < 0 || between >= fewest) continue;
        [best, fewest] = [column, between];
        if (between === 0) break;
      }
      if (best < 0) continue;
      assigned.set(definition, best);
      taken.add(best);
    }
  }
  return assigned;
}
