import type { BoundBlock } from '../../tables';

/**
 * Of the join keys that a coded table does not list, those below a row at which it ends: 301 without any 301xx. One row
 * may have been left out; the rows are not comparable where two or more are missing, or where nothing goes so deep. Neither are names with a table
 * that lists codes, nor codes with one that lists names alone.
 */
export function keysBelow(block: BoundBlock, absent: readonly string[]): ReadonlySet<string> {
  const { shape, codes } = block.table.definition;
  // 收支总表 lists classes.
  if (shape === 'blocks') return new Set(absent.filter((key) => isCode(key) && key.length > CLASS));
  if (absent.length === 0 || shape !== 'coded' || (codes !== 'function' && codes !== 'department')) return NONE;
  const { deepest, ends } = depthOf(block);
  const below = new Map<string, string[]>();
  const unlike = absent.filter((key) => key !== '合计' && isCode(key) === (deepest === 0));
  for (const key of absent) {
    const code = key.split('|')[0];
    const end = prefixes(code).find((prefix) => ends.has(prefix));
    if (end !== undefined) below.set(end, [...(below.get(end) ?? []), key]);
  }
  const isManner = below.size > 1;
  return new Set([...unlike, ...[...below.values()].flatMap((keys) => (isManner || keys.length > 1 || keys[0].split('|')[0].length > deepest ? keys : []))]);
}

/** Digits of a 类. */
const CLASS = 3;

/** 合计 and names begin with no digit. */
const isCode = (key: string): boolean => key[0] >= '0' && key[0] <= '9';

interface Depth {
  /** Digits of the longest code. */
  readonly deepest: number;
  /** Codes that no other goes on with. */
  readonly ends: ReadonlySet<string>;
}

/** Every rule that joins the block asks for each of its columns. */
const DEPTHS = new WeakMap<BoundBlock, Depth>();

function depthOf(block: BoundBlock): Depth {
  let depth = DEPTHS.get(block);
  if (!depth) {
    const listed = block.rows.flatMap((row) => (row.kind === 'item' && /^\d+$/.test(row.code) ? [row.code] : []));
    const inner = new Set(listed.flatMap((code) => prefixes(code)));
    DEPTHS.set(block, (depth = { deepest: Math.max(0, ...listed.map((code) => code.length)), ends: new Set(listed.filter((code) => !inner.has(code))) }));
  }
  return depth;
}

/** Of the absent keys, those that the listed ones break down: 20805 where 2080505 is listed. */
export function keysAbove(listed: Iterable<string>, absent: readonly string[]): string[] {
  if (absent.length === 0) return [];
  const inner = new Set([...listed].flatMap(prefixes));
  return absent.filter((key) => inner.has(key));
}

const NONE: ReadonlySet<string> = new Set();

const prefixes = (code: string): string[] => Array.from({ length: Math.max(0, code.length - 1) }, (_, i) => code.slice(0, i + 1));
