import type { Random } from '../generate/random';

/**
 * Typing errors in a number with two decimals. Each gives another number, or null where the number does not allow it
 * (two equal neighbours cannot be swapped, a lone digit cannot be dropped).
 */
export type TypingError = (value: number, random: Random) => number | null;

const hundredths = (value: number): string => String(Math.round(Math.abs(value) * 100)).padStart(3, '0');

function back(value: number, digits: string): number | null {
  const typed = (Math.sign(value) * Number(digits)) / 100;
  return typed === value || typed === 0 ? null : typed;
}

export const swapDigits: TypingError = (value, random) => {
  const digits = hundredths(value);
  const places = [...digits].flatMap((d, i) => (i + 1 < digits.length && d !== digits[i + 1] && !(i === 0 && digits[1] === '0') ? [i] : []));
  if (places.length === 0) return null;
  const i = random.pick(places);
  return back(value, digits.slice(0, i) + digits[i + 1] + digits[i] + digits.slice(i + 2));
};

export const dropDigit: TypingError = (value, random) => {
  const digits = hundredths(value);
  const whole = digits.length - 2;
  if (whole < 2) return null;
  const i = random.int(0, whole - 1);
  return back(value, digits.slice(0, i) + digits.slice(i + 1));
};

export const doubleDigit: TypingError = (value, random) => {
  const digits = hundredths(value);
  const i = random.int(0, digits.length - 3);
  return back(value, digits.slice(0, i + 1) + digits.slice(i));
};

export const timesTen: TypingError = (value) => back(value, `${hundredths(value)}0`);

export const tenth: TypingError = (value) => back(value, String(Math.round(Math.abs(value) * 10)));

export const otherSign: TypingError = (value) => (value === 0 ? null : -value);

/** 元 written where 万元 belongs, or the other way round. */
export const otherUnit = (wanyuan: boolean): TypingError => (value) => back(value, wanyuan ? `${hundredths(value)}0000` : String(Math.round(Math.abs(value) / 100)));
