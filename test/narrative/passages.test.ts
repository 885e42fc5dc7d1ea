import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createAuditor } from '../../src/audit/audit';
import { auditNarrative } from '../../src/audit/narrative';

/** Passages written for this test in the sentence patterns of places, right in every figure: nothing of them may be accused. */
const FOLDER = 'test/narrative/passages';
const { chart } = createAuditor();

describe.each(readdirSync(FOLDER))('%s', (file) => {
  const paragraphs = readFileSync(`${FOLDER}/${file}`, 'utf8').split('\n');
  const { drafts } = auditNarrative({ file, paragraphs }, { chart, recognition: null, workbook: null, year: null });

  it('is right, and nothing else is said', () => {
    // Excerpts need not do the duties of a whole disclosure (N11).
    expect(drafts.filter((d) => d.severity !== 'hint' && d.rule !== 'N11').map((d) => `${d.place.quote}: ${d.message.zh}`)).toEqual([]);
  });
});
