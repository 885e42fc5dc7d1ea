/**
 * Typing errors recognised from the two values alone: what is there and what should be there. After the catalogue of
 * Scholtus (2009, typing errors in data with linear restrictions), with the field's own 元 written for 万元.
 */
import type { ErrorKind } from './model';

/** The slip that turns `proposed` into `current`, or null. Both in 分; `step` is the figure's rounding step in 分. */
export function typingSlip(current: number, proposed: number, step: number): ErrorKind | null {
  if (current === 0) return proposed === 0 ? null : 'blank';
  if (proposed === 0) return null;
  if (current === -proposed) return 'sign';
  if (Math.sign(current) !== Math.sign(proposed)) return null;
  const ratio = Math.max(current / proposed, proposed / current);
  if (Math.abs(current / proposed) === 10000 || Math.abs(proposed / current) === 10000) return 'unit';
  if (ratio === 10) return Math.abs(current) > Math.abs(proposed) ? 'timesTen' : 'tenth';
  const [is, should] = digitsOf(Math.abs(current), Math.abs(proposed), step);
  if (is.length < 2 && should.length < 2) return null;
  if (is.length === should.length) return sameLength(is, should);
  if (is.length + 1 === should.length) return dropsOne(should, is) >= 0 ? 'digitDropped' : null;
  if (is.length === should.length + 1) {
    const at = dropsOne(is, should);
    if (at < 0) return null;
    return is[at] === is[at - 1] || is[at] === is[at + 1] ? 'digitDoubled' : 'digitAdded';
  }
  return null;
}

/** The digits a person typed: without the 分 where both figures are whole 元, on the figure's own rounding grid. */
function digitsOf(a: number, b: number, step: number): [string, string] {
  let unit = 1;
  if (step > 0 && a % step === 0 && b % step === 0) unit = step;
  else if (a % 100 === 0 && b % 100 === 0) unit = 100;
  return [String(a / unit), String(b / unit)];
}

function sameLength(is: string, should: string): ErrorKind | null {
  const differs: number[] = [];
  for (let i = 0; i < is.length && differs.length < 3; i++) if (is[i] !== should[i]) differs.push(i);
  if (differs.length === 1) return is.length > 1 ? 'digitWrong' : null;
  if (differs.length !== 2) return null;
  const [i, j] = differs as [number, number];
  return j === i + 1 && is[i] === should[j] && is[j] === should[i] ? 'digitsSwapped' : null;
}

/** The place in `long` whose digit is left out in `short`, −1 if that is not the difference. */
function dropsOne(long: string, short: string): number {
  let i = 0;
  while (i < short.length && long[i] === short[i]) i++;
  return long.slice(i + 1) === short.slice(i) ? i : -1;
}
