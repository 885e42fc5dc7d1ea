import { FISCAL } from './ledger';
import type { Writer } from './writer';

/**
 * Relations between tables: cells of one key print one figure (收入总表 合计 = 收入总计, 基本支出 by function = by economic code, …),
 * and a figure of 财政拨款 is the sum of its three funds where each of them is printed or zero.
 */
export function crossRelations(writer: Writer): void {
  const { amounts, relations, style } = writer;
  const byKey = new Map<string, number[]>();
  amounts.forEach(({ key, blank }, i) => {
    if (key !== null && !blank) byKey.set(key, [...(byKey.get(key) ?? []), i]);
  });
  for (const cells of byKey.values()) {
    const steps = cells.map((c) => amounts[c].step);
    cells.slice(1).forEach((cell, i) => {
      const mixed = steps[0] !== steps[i + 1];
      relations.push({ kind: 'same', terms: [[cell, -1], [cells[0], 1]], tolerance: mixed && style.roundedSums ? 5_000 : 0 });
    });
  }
  for (const [key, cells] of byKey) {
    const parts = key.split('|');
    if (parts[2] !== [...FISCAL].sort().join('+')) continue;
    const single = FISCAL.map((source) => byKey.get(parts.map((p, i) => (i === 2 ? source : p)).join('|'))?.[0]);
    const found = single.flatMap((c) => (c === undefined ? [] : [c]));
    const worth = (c: number): number => amounts[c].printed * amounts[c].step;
    const rest = worth(cells[0]) - found.reduce((s, c) => s + worth(c), 0);
    const slack = style.roundedSums ? 5_000 * (1 + found.length) : 0;
    // A fund without a printed figure is zero, or the relation is not there to be seen.
    if (found.length > 0 && Math.abs(rest) <= slack) writer.relate('funds', [cells[0], ...found]);
  }
}
