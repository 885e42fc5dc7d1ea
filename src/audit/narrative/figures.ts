import { groupThousands } from '../workbook';
import type { Change, Direction, Money, Percent } from './model';

/** How a written figure stands to the true one. */
export type Fit = 'equal' | 'tail' | 'different';

/** 0.01 万元 in 分: what the forms are printed in. */
const USUAL_STEP = 10_000;
const EPSILON = 1e-9;

/** Whether a written amount is the exact one at its own precision; a last digit off by one, or cut, is a tail. */
export function fitOf(written: { readonly fen: number; readonly step: number }, fen: number, step = 0): Fit {
  const difference = Math.abs(written.fen - fen);
  if (difference <= written.step / 2 + step / 2) return 'equal';
  const isCut = Math.abs(fen) - Math.abs(written.fen) >= 0 && difference < written.step;
  if (isCut || difference <= 1.5 * Math.min(written.step, USUAL_STEP) + step / 2) return 'tail';
  return 'different';
}

/** Half the last digit, in 分. */
export const slack = (money: { readonly step: number }): number => money.step / 2;

export interface Range {
  readonly from: number;
  readonly to: number;
}

/** The percentages that `part` of `whole` may be, both being rounded figures; null where `whole` may be 0. */
export function ratioRange(part: number, partSlack: number, whole: number, wholeSlack: number): Range | null {
  const low = Math.abs(whole) - wholeSlack;
  if (low <= 0) return null;
  const from = (Math.max(0, Math.abs(part) - partSlack) / (Math.abs(whole) + wholeSlack)) * 100;
  const to = ((Math.abs(part) + partSlack) / low) * 100;
  return { from, to };
}

/** Whether a written percentage can stand for a value of the range; just beside it, or cut, is a tail. */
export function percentFit(percent: Percent, range: Range): Fit {
  const half = percent.step / 2 + EPSILON;
  if (percent.value >= range.from - half && percent.value <= range.to + half) return 'equal';
  const isCut = percent.value <= range.from && range.from - percent.value < percent.step;
  if (isCut || (percent.value >= range.from - half - 0.01 && percent.value <= range.to + half + 0.01)) return 'tail';
  return 'different';
}

const SIGNS: Readonly<Record<Direction, number>> = { up: 1, down: -1, equal: 0, template: 0, changed: 0, incomparable: 0 };

/** Whether a change and its percentage fit the amount: P = D ÷ (A ∓ D). false where there is nothing to tell by. */
export function fitsItself({ amount }: { readonly amount: Money }, change: Change): boolean {
  if (change.amount === null || change.percent === null || SIGNS[change.direction] === 0) return false;
  const range = ratioRange(change.amount.fen, slack(change.amount), amount.fen - SIGNS[change.direction] * change.amount.fen, slack(amount) + slack(change.amount));
  return range !== null && percentFit(change.percent, range) !== 'different';
}

/** The middle of a range with so many decimals as `like` has. */
export function percentText(value: number, like: Percent): string {
  const decimals = Math.max(0, Math.round(-Math.log10(like.step)));
  return `${value.toFixed(Math.max(decimals, 2))}%`;
}

/** An amount as the text would write it: same unit, decimals and separators. */
export function moneyText(fen: number, written: string): string {
  const unit = /(亿元|万元|元)$/.exec(written)?.[1] ?? '万元';
  const scale = unit === '亿元' ? 1e10 : unit === '万元' ? 1e6 : 100;
  const decimals = Math.max(/\.(\d+)/.exec(written)?.[1].length ?? 0, unit === '万元' ? 2 : 0);
  const plain = (Math.abs(fen) / scale).toFixed(decimals);
  const grouped = written.includes(',') ? plain.replace(/^\d+/, groupThousands) : plain;
  return `${fen < 0 ? '-' : ''}${grouped}${unit}`;
}
