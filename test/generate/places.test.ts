/** Forms of further places: a sample of `npm run forms -- --places`. */
import { expect, it } from 'vitest';
import { createAuditor, openAudit } from '../../src/audit/audit';
import { FORMS, makeForm } from './places';

const auditor = createAuditor();
const SAMPLE = ['guizhou', 'henan-unit', 'county-2018', 'jinan', 'final-2017', 'turned'];

it.each(SAMPLE)('%s: nothing is accused, and nearly all of it is checked', (id) => {
  const form = FORMS.find((f) => f.id === id);
  if (!form) throw new Error(`no form ${id}`);
  const { findings, coverage } = openAudit(makeForm(form, 'sample'), {}, auditor).report;
  expect(findings.filter((f) => f.severity !== 'hint')).toEqual([]);
  expect(coverage.coveredCells).toBeGreaterThan(coverage.amountCells * 0.9);
});
