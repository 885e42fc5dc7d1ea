import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createAuditor, openAudit } from '../../src/audit/audit';
import { readWorkbook } from '../../src/files';

const FILES = ['000', '001', '002', '003', 'forms/xian-2022-b', 'forms/suzhou-2026-a'];

it('comes to the same report, whatever was audited before', async () => {
  const auditor = createAuditor();
  const reportOf = async (name: string): Promise<string> => JSON.stringify(openAudit(await readWorkbook(new Uint8Array(readFileSync(`test/fixtures/${name}.xlsx`)), name), {}, auditor).report);
  const cold = new Map<string, string>();
  for (const name of FILES) cold.set(name, await reportOf(name));
  for (const name of [...FILES].reverse()) expect(await reportOf(name)).toBe(cold.get(name));
});
