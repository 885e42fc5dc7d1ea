import { grouped } from '../generate/money';
import type { Random } from '../generate/random';

/** Ways in which a clerk gets one figure wrong, on whole numbers of the smallest printed step. */

export interface Neighbours {
  readonly printed: number;
  /** Figures of the cells around it, the same way printed. */
  readonly around: readonly number[];
}

type Spoil = (from: Neighbours, random: Random) => number | null;

const digitsOf = (n: number): string => String(Math.abs(n));
const signed = (n: number, like: number): number => (like < 0 ? -n : n);

export const SPOILS: Readonly<Record<string, Spoil>> = {
  'digits swapped': ({ printed }, random) => {
    const digits = digitsOf(printed);
    const at = [...digits.slice(1)].flatMap((d, i) => (d !== digits[i] && !(i === 0 && d === '0') ? [i] : []));
    if (at.length === 0) return null;
    const i = random.pick(at);
    return signed(Number(digits.slice(0, i) + digits[i + 1] + digits[i] + digits.slice(i + 2)), printed);
  },
  'digit dropped': ({ printed }, random) => {
    const digits = digitsOf(printed);
    if (digits.length < 3) return null;
    const i = random.int(0, digits.length - 1);
    return signed(Number(digits.slice(0, i) + digits.slice(i + 1)), printed);
  },
  'digit wrong': ({ printed }, random) => {
    const digits = digitsOf(printed);
    const i = random.int(0, digits.length - 1);
    const digit = String((Number(digits[i]) + random.int(1, 9)) % 10);
    return signed(Number(digits.slice(0, i) + digit + digits.slice(i + 1)), printed);
  },
  'times ten': ({ printed }) => printed * 10,
  tenth: ({ printed }) => Math.round(printed / 10),
  sign: ({ printed }) => -printed,
  'something added': ({ printed }, random) => printed + signed(Math.max(1, Math.round((Math.abs(printed) * random.int(1, 60)) / 100)), random.chance(0.5) ? 1 : -1),
  "neighbour's value": ({ around }, random) => (around.length === 0 ? null : random.pick(around)),
  blanked: () => 0,
};

/** Writes the figure the way the old one stood there: as a number, as text, as text with commas. */
export function written(like: unknown, printed: number, decimals: number, blank: boolean): number | string | null {
  if (blank) return null;
  const value = printed / 10 ** decimals;
  if (typeof like !== 'string') return value;
  return like.includes(',') ? grouped(value, decimals) : value.toFixed(decimals);
}
