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

/** The last segment must be the lowest word; the others must occur above it in order. */
export function matchesPath(alternative: readonly RegExp[], path: readonly string[]): boolean {
  let at = path.length - 1;
  if (at < 0 || !alternative[alternative.length - 1].test(path[at])) return false;
  for (let s = alternative.length - 2; s >= 0; s--) {
    at--;
    while (at >= 0 && !alternative[s].test(path[at])) at--;
    if (at < 0) return false;
  }
  return true;
}

/** Assigns columns to definitions, best alternative first, each column once. */
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
      for (const [column, path] of paths) {
        if (taken.has(column) || !matchesPath(alternatives[rank], path)) continue;
        assigned.set(definition, column);
        taken.add(column);
        break;
      }
    }
  }
  return assigned;
}
