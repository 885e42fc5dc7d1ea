import { expect, it } from 'vitest';
import type { ReportError } from '../../src/audit/report/model';
import { openAudit } from '../../src/audit/audit';
import { TOOL } from '../../src/audit/version';
import { cleanJson, JsonReport, workbookJson, type OutputPart } from '../../src/cli/output';
import { example } from '../audit/support/fixtures';

it('is, part by part, the JSON of the whole report byte for byte', async () => {
  const one = openAudit(await example('002')).report;
  // Texts that look like the frame, that break lines, turn them around or are half a character.
  const odd = { ...one, file: '"workbooks": []\n\u202e\ud800.xlsx', findings: [], groups: [] };
  const errors: readonly ReportError[] = [{ file: '"workbooks": []', code: 'notFound', message: '没有\n这个文件' }];
  const textOf = (parts: Iterable<OutputPart>): string => [...parts].map((part) => (typeof part === 'string' ? part : new TextDecoder().decode(part))).join('');
  for (const workbooks of [[], [one], [odd, one, odd]]) {
    for (const failed of [[], errors]) {
      const whole = cleanJson({ tool: TOOL, workbooks, errors: failed });
      for (const places of [[0, 2, 3], [3, 2, 0]]) {
        const gone: OutputPart[] = [];
        for (const out of [null, (part: OutputPart): void => void gone.push(part)]) {
          const report = new JsonReport(out);
          for (const place of places) {
            const workbook = workbooks[[0, 2, 3].indexOf(place)];
            if (workbook) report.add(place, workbookJson(workbook));
          }
          report.add(1, null);
          expect(textOf([...(out === null ? [] : gone), ...report.end(failed)])).toBe(whole);
        }
      }
    }
  }
});

it('lets go out what is due, in whole lines, and holds what is not, however much that is', async () => {
  const one = workbookJson(openAudit(await example('003')).report);
  const gone: OutputPart[] = [];
  const report = new JsonReport((part) => gone.push(part));
  for (let place = 99; place > 0; place--) report.add(place, one);
  expect(gone).toEqual([]);
  report.add(0, one);
  expect(gone).toHaveLength(200);
  const text = gone.map((part) => (typeof part === 'string' ? part : new TextDecoder().decode(part))).join('');
  expect(text.endsWith('\n')).toBe(true);
  expect(JSON.parse(text + [...report.end([])].join(''))).toMatchObject({ workbooks: { length: 100 }, errors: [] });
});
