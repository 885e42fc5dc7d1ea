import { expect, it } from 'vitest';
import { createAuditor, openAudit } from '../../src/audit/audit';
import { cpuTime } from '../audit/support/cpuTime';
import { HOSTILE_SHEETS } from './sheets';

/** Sheets that look like tables and are none take time in proportion to their size: what is quadratic takes far longer than this. */
const MOST_MS = 4_000;

const auditor = createAuditor();

it.each(HOSTILE_SHEETS)('%s', (_, size, make) => {
  const workbook = make(size);
  expect(cpuTime(() => void openAudit(workbook, {}, auditor))).toBeLessThan(MOST_MS);
});
