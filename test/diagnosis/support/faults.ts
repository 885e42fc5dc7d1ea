/** Planting faults, and which cells no arithmetic can tell apart. */
import type { Drawn } from './drawing';
import type { Random } from './random';

/** A wrong figure for a right one, by one of the usual slips; null where the slip changes nothing. All in 分. */
export function slip(rand: Random, fen: number): number | null {
  if (fen === 0) return (1 + rand.below(999999)) * 100;
  const digits = String(Math.abs(fen / (fen % 100 === 0 ? 100 : 1)));
  const unit = fen % 100 === 0 ? 100 : 1;
  const at = rand.below(Math.max(1, digits.length - 1));
  const wrong = ((): number => {
    switch (rand.below(9)) {
      case 0: return Number(digits.slice(0, at) + digits[at + 1] + digits[at] + digits.slice(at + 2)) * unit;
      case 1: return Number(digits.slice(0, at) + digits.slice(at + 1)) * unit;
      case 2: return Number(digits.slice(0, at) + digits[at] + digits.slice(at)) * unit;
      case 3: return fen * 10;
      case 4: return -fen;
      case 5: return Number(digits.slice(0, at) + String(rand.below(10)) + digits.slice(at + 1)) * unit;
      case 6: return 0;
      case 7: return fen % 10 === 0 ? fen / 10 : fen * 10;
      default: return fen + (1 + rand.below(5000)) * 100;
    }
  })();
  return wrong === fen || !Number.isSafeInteger(wrong) ? null : wrong;
}

/** Cells whose columns of the equation matrix are equal up to a factor, `cell` among them; empty if in no equation. */
export function twins(drawn: Drawn, cell: number): number[] {
  const columns = incidence(drawn);
  const own = columns.get(cell);
  if (own === undefined) return [];
  return [...columns].filter(([, key]) => key === own).map(([other]) => other).sort((a, b) => a - b);
}

const cache = new WeakMap<object, Map<number, string>>();

function incidence(drawn: Drawn): Map<number, string> {
  const known = cache.get(drawn.equations);
  if (known) return known;
  const { start, cell, coefficient, count } = drawn.equations;
  const parts = new Map<number, [number, number][]>();
  for (let e = 0; e < count; e++) {
    for (let t = start[e]!; t < start[e + 1]!; t++) {
      const list = parts.get(cell[t]!) ?? [];
      list.push([e, coefficient[t]!]);
      parts.set(cell[t]!, list);
    }
  }
  const columns = new Map<number, string>();
  for (const [i, list] of parts) columns.set(i, list.map(([e, c]) => `${e}:${c / list[0]![1]}`).join());
  cache.set(drawn.equations, columns);
  return columns;
}
