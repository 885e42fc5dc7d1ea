import { expect, it } from 'vitest';
import type { ReportError } from '../../src/audit/report/model';
import { openAudit } from '../../src/audit/audit';
import { TOOL } from '../../src/audit/version';
import { cleanJson, jsonParts, packedWorkbookJson } from '../../src/cli/output';
import { example } from '../audit/support/fixtures';

it('is, part by part, the JSON of the whole report byte for byte', async () => {
  const one = openAudit(await example('002')).report;
  // Texts that look like the frame, that break lines, turn them around or are half a character.
  const odd = { ...one, file: '"workbooks": []\n\u202e\ud800.xlsx', findings: [], groups: [] };
  const errors: readonly ReportError[] = [{ file: '"workbooks": []', code: 'notFound', message: '没有\n这个文件' }];
  for (const workbooks of [[], [one], [odd, one, odd]]) {
    for (const failed of [[], errors]) {
      expect([...jsonParts(workbooks.map(packedWorkbookJson), failed)].map((part) => (typeof part === 'string' ? part : new TextDecoder().decode(part))).join('')).toBe(cleanJson({ tool: TOOL, workbooks, errors: failed }));
    }
  }
});
