import type { MutationTable, Tally } from './run';

/** The result of a run as text: a row a kind, totals, and what was missed. */
export function printTable(table: MutationTable, details: number): string {
  const lines = ['kind                              count  visible         rate  unknown         invisible  reported'];
  for (const row of table.rows.filter((r) => !r.harmless)) {
    const rate = row.visible.count === 0 ? '' : percent(row.visible.detected / row.visible.count);
    lines.push([pad(row.kind, 32), left(row.count, 6), left(of(row.visible), 14), left(rate, 9), left(of(row.unknown), 10), left(of(row.invisible), 15), left(row.reported, 9)].join(' '));
  }
  lines.push('', 'harmless change                   count  with new findings');
  for (const row of table.rows.filter((r) => r.harmless)) lines.push([pad(row.kind, 32), left(row.count, 6), left(row.noisy, 10)].join(' '));
  const { totals } = table;
  lines.push('', `faults a rule can see: ${totals.detected} of ${totals.visible} detected (${percent(totals.rate)}); harmless changes: ${totals.noisy} of ${totals.harmless} with new findings`);
  for (const miss of table.missed.slice(0, details)) {
    lines.push('', `missed [${miss.fixture}] ${miss.kind} (visible: ${String(miss.visible)}) ${miss.at}`, `  ${miss.description}: ${miss.original} → ${miss.mutated}`);
    for (const other of miss.elsewhere.slice(0, 3)) lines.push(`  elsewhere: ${other}`);
  }
  for (const noise of table.noisy.slice(0, details)) {
    lines.push('', `new after a harmless change [${noise.fixture}] ${noise.kind}: ${noise.description}`);
    for (const finding of noise.findings.slice(0, 3)) lines.push(`  ${finding}`);
  }
  return lines.join('\n');
}

function of(tally: Tally): string {
  return tally.count === 0 ? '-' : `${tally.detected}/${tally.count}`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}

/** Pads by display width: a Chinese character takes two places. */
function pad(text: string, width: number): string {
  const shown = [...text].reduce((n, c) => n + ((c.codePointAt(0) ?? 0) > 0x2e80 ? 2 : 1), 0);
  return text + ' '.repeat(Math.max(0, width - shown));
}

function left(value: number | string, width: number): string {
  return String(value).padStart(width);
}
