import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openAudit } from '../../src/audit/audit';
import { parseCellAddress } from '../../src/audit/workbook';
import { readWorkbook } from '../../src/files';

const median = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[times.length >> 1];

function timed(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

// A ratio, for a busy machine slows both alike. A whole audit of 002 takes some 60 ms: a quarter is below one frame (16 ms).
it('re-audits an edit of 002 in a fraction of a whole audit', async () => {
  const snapshot = await readWorkbook(new Uint8Array(readFileSync('test/fixtures/002.xlsx')), '002.xlsx');
  const session = openAudit(snapshot);
  const at = parseCellAddress('E16');
  if (!at) throw new Error('E16');
  const cell = { sheet: snapshot.sheets.findIndex(({ name }) => name === '表6'), ...at };
  const whole: number[] = [];
  const edits: number[] = [];
  for (let i = 0; i < 15; i++) {
    whole.push(timed(() => openAudit(snapshot)));
    edits.push(timed(() => session.apply([{ cell, content: { kind: 'number', value: i % 2 === 0 ? 425400 : 405200 + i } }])));
  }
  expect(median(edits) / median(whole)).toBeLessThan(0.25);
});
