import { groupThousands } from '../../audit/workbook';

/** An amount cut at its decimal point, ready to be set under another. */
export interface AlignedAmount {
  /** "−1,234"; a text that is no amount stands here as it is. */
  readonly integer: string;
  /** ".50" or "". */
  readonly fraction: string;
  readonly isAmount: boolean;
}

const DECIMAL = /^([-+]?)(\d+)(?:\.(\d+))?$/;

/** "-1234.5" → "−1,234.50"; texts that are no decimal stay as they are. At least two decimals, none is dropped. */
export function formatAmount(decimal: string, signed = false): string {
  const { integer, fraction } = alignAmount(decimal, signed);
  return integer + fraction;
}

export function alignAmount(decimal: string, signed = false): AlignedAmount {
  const match = DECIMAL.exec(decimal.trim());
  if (!match) return { integer: decimal, fraction: '', isAmount: false };
  const [, minus, digits, decimals = ''] = match;
  const whole = groupThousands(digits.replace(/^0+(?=\d)/, ''));
  const isZero = /^0*$/.test(digits + decimals);
  const sign = minus === '-' && !isZero ? '−' : signed && !isZero ? '+' : '';
  return { integer: sign + whole, fraction: `.${decimals.padEnd(2, '0')}`, isAmount: true };
}

/** "0.986" → "98.6%"; never rounds up to 100%. */
export function formatShare(part: number, whole: number): string {
  if (whole === 0) return '–';
  const percent = Math.floor((part / whole) * 1000) / 10;
  return `${percent.toFixed(1).replace(/\.0$/, '')}%`;
}
