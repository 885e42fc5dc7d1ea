import { hasCodeLength, oneDigitAway, parentCode } from './codes';
import type { ChartEntry, Classification } from './model';
import type { Register } from './register';

const NEAREST = 5;

/**
 * The entry of `year` that stands for what `code` stands for in other years: the same name under the same parent,
 * under the parent's own counterpart, or, where the name is the only one of its kind, elsewhere.
 */
export function counterpartOf(register: Register, code: string, year: number): ChartEntry | null {
  if (register.lookup(code, year) !== null) return null;
  const parent = parentCode(code);
  for (const entry of [...register.all(code)].reverse()) {
    const named = register.byName(entry.name, year);
    const same = named.filter((candidate) => candidate.code.length === code.length);
    const sibling = same.find((candidate) => parentCode(candidate.code) === parent);
    if (sibling !== undefined) return sibling;
    const movedParent = parent === null ? null : counterpartOf(register, parent, year);
    const moved = same.find((candidate) => movedParent !== null && parentCode(candidate.code) === movedParent.code);
    if (moved !== undefined) return moved;
    const inClass = same.filter((candidate) => candidate.code.slice(0, 3) === code.slice(0, 3));
    if (inClass.length === 1) return inClass[0];
    if (same.length === 1) return same[0];
    // A 项 can have become a 款 of its own (2010308 信访事务 → 20140).
    if (same.length === 0 && named.length === 1) return named[0];
  }
  return null;
}

/** Up to five entries of the year one slip of the keyboard away, then neighbours under the same parent. */
export function nearestTo(
  register: Register,
  classification: Classification,
  code: string,
  year: number,
): readonly ChartEntry[] {
  const found = new Map<string, ChartEntry>();
  const take = (candidate: string): void => {
    if (candidate === code || found.size >= NEAREST) return;
    const entry = register.lookup(candidate, year);
    if (entry !== null) found.set(candidate, entry);
  };
  if (!hasCodeLength(classification, code)) {
    for (const candidate of oneDigitAway(code)) if (hasCodeLength(classification, candidate)) take(candidate);
    return [...found.values()];
  }
  const slips = oneSlipAway(register, code);
  const parent = parentCode(code);
  for (const candidate of slips) if (parent !== null && parentCode(candidate) === parent) take(candidate);
  for (const candidate of slips) take(candidate);
  if (parent !== null && found.size < NEAREST) for (const neighbour of nearestFirst(register.children(parent), Number(code.slice(-2)))) take(neighbour);
  return [...found.values()];
}

/** Known codes of the same length one slip away: two neighbours swapped, or a wrong digit; slips at the end first. */
function oneSlipAway(register: Register, code: string): string[] {
  const codes: string[] = [];
  for (let i = code.length - 1; i >= 0; i--) {
    if (i > 0) codes.push(code.slice(0, i - 1) + code[i] + code[i - 1] + code.slice(i + 1));
    codes.push(...register.siblings(code, i));
  }
  return codes;
}

/** Codes under one parent by how far their last two digits are from `last`, the lower of two first. */
function nearestFirst(codes: readonly string[], last: number): string[] {
  const distance = (code: string): number => Math.abs(Number(code.slice(-2)) - last);
  return [...codes].sort((a, b) => distance(a) - distance(b));
}
