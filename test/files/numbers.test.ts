import { describe, expect, it } from 'vitest';
import { parseIndex, parseNumber, parsePosition } from '../../src/files/xlsx/cellNumbers';
import { crc32 } from '../../src/files/zip/crc32';
import { Random } from './random';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const number = (text: string): number => parseNumber(bytes(text), 0, text.length);

describe('parseNumber', () => {
  it('equals the runtime for 20,000 numbers in every way of writing', () => {
    const random = new Random(7);
    for (let i = 0; i < 20_000; i++) {
      const value = (random.next() - 0.5) * 10 ** (random.below(40) - 20);
      const text = random.pick([String(value), value.toFixed(random.below(12)), value.toPrecision(1 + random.below(17)), value.toExponential()]);
      expect(number(text), text).toBe(Number(text) + 0);
    }
  });

  it.each(['', ' ', '-', '.', '+', '1.2.3', '1e', 'NaN', 'Infinity', '0x1', '1,000', '１', '1 2', '--1'])('no number: "%s"', (text) => {
    expect(parseNumber(bytes(text), 0, bytes(text).length)).toBeNaN();
  });
});

describe('positions and indices', () => {
  it.each<[string, number]>([
    ['A1', 0],
    ['b2', 16_384 + 1],
    ['XFD1048576', 1_048_576 * 16_384 - 1],
    ['XFE1', -1],
    ['A0', -1],
    ['A1048577', -1],
    ['A', -1],
    ['1', -1],
    ['AAAA1', -1],
    ['A1B', -1],
    ['$A$1', 0],
    ['$B2', 16_385],
    ['$$A1', -1],
    ['A$$1', -1],
  ])('%s', (text, expected) => {
    expect(parsePosition(bytes(text), 0, text.length)).toBe(expected);
  });

  it.each<[string, number]>([['0', 0], [' 12 ', 12], ['1234567890', -1], ['-1', -1], ['', -1], ['1.0', -1]])('index "%s"', (text, expected) => {
    expect(parseIndex(bytes(text), 0, text.length)).toBe(expected);
  });
});

describe('crc32', () => {
  it.each<[string, number]>([['', 0], ['123456789', 0xcbf43926], ['The quick brown fox jumps over the lazy dog', 0x414fa339]])('%s', (text, expected) => {
    expect(crc32(bytes(text))).toBe(expected);
  });
});
