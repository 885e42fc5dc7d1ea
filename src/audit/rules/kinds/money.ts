import { UNITS, type AmountUnit } from '../../tables';
import { groupThousands } from '../../workbook';

/** 分 as decimal texts with separators. */

/** 40520000 → "405,200.00". */
export function yuanText(fen: number): string {
  return grouped(fen, 2);
}

/** 40520000 → "40.52"; more decimals only where the amount needs them. */
export function wanyuanText(fen: number): string {
  return grouped(fen, 6, 2);
}

/** In a table's unit; more than two decimals only where the amount needs them. */
export function moneyText(fen: number, unit: AmountUnit): string {
  return grouped(fen, UNITS[unit].power + 2, 2);
}

/** Plain decimal without separators, as the report keeps it. */
export function decimalText(fen: number, unit: AmountUnit): string {
  return moneyText(fen, unit).replace(/,/g, '');
}

function grouped(fen: number, scale: number, keep = scale): string {
  const negative = fen < 0;
  // Whole 分 up to 2^53 print exactly.
  const digits = String(Math.abs(fen)).padStart(scale + 1, '0');
  const whole = groupThousands(digits.slice(0, -scale));
  let fraction = digits.slice(-scale);
  while (fraction.length > keep && fraction.endsWith('0')) fraction = fraction.slice(0, -1);
  return `${negative ? '-' : ''}${whole}.${fraction}`;
}
