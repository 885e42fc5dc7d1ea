import { describe, expect, it } from 'vitest';
import { typingSlip } from '../../src/audit/diagnosis/typing';

const yuan = (n: number): number => Math.round(n * 100);

describe('typing errors', () => {
  it.each([
    ['digitsSwapped', 425400, 452400],
    ['digitsSwapped', 1234.56, 1234.65],
    ['digitDropped', 5520, 55210],
    ['digitDoubled', 556200, 56200],
    ['digitAdded', 563200, 56200],
    ['digitWrong', 65200, 55200],
    ['timesTen', 552000, 55200],
    ['tenth', 5520, 55200],
    ['sign', -55200, 55200],
    ['unit', 5.52, 55200],
    ['unit', 55200, 5.52],
    ['blank', 0, 228500],
    [null, 65200, 43100],
    [null, 5, 7],
    [null, 65200, 0],
  ])('%s: %d for %d', (kind, current, proposed) => {
    expect(typingSlip(yuan(current), yuan(proposed), 0)).toBe(kind);
  });

  it('reads the digits of a 万元 table, not its 元', () => {
    expect(typingSlip(yuan(229500), yuan(228500), 10_000)).toBe('digitWrong');
    expect(typingSlip(yuan(282500), yuan(228500), 10_000)).toBe('digitsSwapped');
  });
});
