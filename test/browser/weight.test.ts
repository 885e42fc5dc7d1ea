import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';

/** Bytes after gzip -9, of what has to arrive before the pane in Excel is drawn: 180 KB, without office.js and the audit. */
const LIMIT = 180 * 1024;

it('the pane in Excel is drawn after at most 180 KB of scripts', () => {
  const dist = join(import.meta.dirname, '../../dist');
  const html = readFileSync(join(dist, 'taskpane.html'), 'utf8');
  const scripts = [...html.matchAll(/<script[^>]* src="?([^">\s]+)/g)].map(([, source]) => source ?? '').filter((source) => !source.includes('office'));
  expect([...scripts].sort()).toEqual(['boot.js', 'fluent.js', 'pane.js', 'react.js', 'taskpane.js']);
  const weights = scripts.map((script) => ({ script, bytes: gzipSync(readFileSync(join(dist, script)), { level: 9 }).length }));
  const total = weights.reduce((sum, { bytes }) => sum + bytes, 0);
  expect(total, JSON.stringify(weights)).toBeLessThanOrEqual(LIMIT);
});

it('the ribbon’s functions are named by a script of at most 8 KB; what they stand on comes after', () => {
  const dist = join(import.meta.dirname, '../../dist');
  const scripts = [...readFileSync(join(dist, 'commands.html'), 'utf8').matchAll(/<script[^>]* src="?([^">\s]+)/g)].map(([, source]) => source ?? '');
  expect(scripts.slice(1)).toEqual(['commands.js']);
  expect(gzipSync(readFileSync(join(dist, 'commands.js')), { level: 9 }).length).toBeLessThanOrEqual(8 * 1024);
});
