/** Cell names of a drawn system for the report's sentences; amounts in 元 with thousand separators. */
import type { Naming } from '../../../src/audit/diagnosis';
import type { Drawn } from './drawing';

export function namingOf(
  drawn: Drawn, labels: Readonly<Record<string, string>> = {}, language: 'zh' | 'en' = 'zh',
): Naming {
  return {
    language,
    place: (cell) => {
      const [sheet, address] = drawn.names[cell]!.split('!') as [string, string];
      return { sheet, address };
    },
    label: (cell) => labels[drawn.names[cell]!] ?? drawn.names[cell]!,
    column: (cell) => drawn.names[cell]!.split('!')[1]!.replace(/\d+/, ''),
    unit: () => '元',
    value: (cell) => drawn.amounts.fen[cell]!,
    amount: (_, fen) => (fen / 100).toLocaleString('en-US', { minimumFractionDigits: 2 }),
    plain: (_, fen) => (fen / 100).toFixed(2),
    formula: () => null,
    mendedFormula: () => null,
    finding: (equation) => `f${equation}`,
  };
}
