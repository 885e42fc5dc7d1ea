/** A table of which most figures are above what other tables allow is one cause; single ones are told by themselves. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createAuditor, openAudit, type CellEdit } from '../../src/audit/audit';
import { readWorkbook } from '../../src/files';

const auditor = createAuditor();

/** 表12 of a real budget, its amounts in these rows (all, where none are named) times a factor. */
async function withPurchases(factor: number, rows?: readonly number[]): Promise<ReturnType<typeof openAudit>['report']> {
  const session = openAudit(await readWorkbook(new Uint8Array(readFileSync('test/fixtures/forms/xian-2026-c.xlsx')), 'xian-2026-c.xlsx'), {}, auditor);
  const { workbook, recognition: { amounts, blocks, owners } } = session.state;
  const at = workbook.sheets.findIndex(({ name }) => name === '表12');
  const own = Array.from({ length: amounts.count }, (_, a) => a).filter((a) => amounts.sheet[a] === at && amounts.fen[a] !== 0 && (rows?.includes(amounts.row[a]) ?? true));
  const scale = (a: number): number => (blocks[owners.block[a]].table.unit === 'yuan' ? 100 : 1_000_000);
  return session.apply(own.map((a): CellEdit => ({ cell: { sheet: at, row: amounts.row[a], column: amounts.column[a] }, content: { kind: 'number', value: (amounts.fen[a] * factor) / scale(a) } })));
}

describe('a procurement table of another unit', () => {
  it('is one cause of all that is above the detail tables', async () => {
    const { findings, groups } = await withPurchases(3);
    const above = findings.filter(({ rule, message }) => rule === 'X15' && message.includes('大于'));
    const [group, ...others] = groups.filter(({ headline }) => headline.includes('疑似整张表的单位写错'));
    expect(others).toEqual([]);
    expect(above.length).toBeGreaterThan(8);
    expect([...group.findings].sort()).toEqual(above.map(({ id }) => id).sort());
    expect(group.suspects.length).toBe(5);
    expect(group.suspects.every(({ sheet, proposed, kind }) => sheet === '表12' && proposed === null && kind === 'foreign')).toBe(true);
    expect(new Set(above.map(({ severity }) => severity))).toEqual(new Set(['warning']));
  });

  it('is not suspected as a whole where nothing was changed, or a row or two', async () => {
    for (const report of [await withPurchases(1), await withPurchases(3, [9, 10])]) expect(report.groups.filter(({ headline }) => headline.includes('整张表'))).toEqual([]);
  });
});
