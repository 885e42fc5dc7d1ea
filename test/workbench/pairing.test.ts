import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { auditInPage } from '../../src/taskpane/auditInPage';
import { readWorkbook } from '../../src/files';
import { createFileStore } from '../../src/workbench/files';
import { isProseName, pairOf } from '../../src/workbench/files/pairing';
import { workbenchTextsFor } from '../../src/workbench/workbenchTexts';

const books = [
  { id: 1, name: '审计局2025.xlsx', unit: '某市审计局', year: 2025 },
  { id: 2, name: '审计局2026.xlsx', unit: '某市审计局', year: 2026 },
  { id: 3, name: 'b03.xlsx', unit: '某市司法局', year: 2026 },
];

describe('which workbook a 公开说明 belongs to', () => {
  it.each([
    ['某市审计局2026年部门预算.docx', 2],
    ['某市审计局2025年部门预算.docx', 1],
    ['某市司法局说明.docx', 3],
    ['审计局2025-说明.txt', 1],
  ])('%s', (name, id) => expect(pairOf(name, books, 3)).toBe(id));

  it('the chosen one where nothing tells, the only one where there is one, none where none is open', () => {
    expect(pairOf('说明.docx', books, 3)).toBe(3);
    expect(pairOf('说明.docx', books.slice(0, 1), null)).toBe(1);
    expect(pairOf('说明.docx', [], null)).toBeNull();
  });

  it('by its ending a file is prose or a workbook', () => {
    expect(['a.docx', 'a.TXT', 'a.md', 'a.xlsx', 'a.doc'].filter(isProseName)).toEqual(['a.docx', 'a.TXT', 'a.md']);
  });
});

describe('a 公开说明 dropped beside its workbook', () => {
  it('is checked against it and shown; dropped alone, it is refused like any file that is no workbook', async () => {
    const file = (name: string, path = name) => ({ name, bytes: () => Promise.resolve(new Uint8Array(readFileSync(`test/fixtures/${path}`))) });
    const writeNothing = () => Promise.reject(new Error('not asked for'));
    const make = () => createFileStore({ readWorkbook, openAudit: auditInPage, copyKind: writeNothing, writeCopy: writeNothing, writeChecklist: writeNothing, refusalText: () => '不是工作簿', texts: workbenchTextsFor('zh-CN') });
    const store = make();
    await store.add([file('002说明.txt', 'narrative/002.txt'), file('002.xlsx')]);
    expect(store.store.getState().files.map((f) => f.name)).toEqual(['002.xlsx']);
    const control = store.open(store.store.getState().chosen ?? -1)?.control;
    expect(control?.store.getState().panel).toBe('prose');
    expect(control?.prose.store.getState().reading?.findings.map((f) => f.finding.rule)).toContain('N5');
    await control?.dispose();
    const alone = make();
    await alone.add([file('说明.txt', 'narrative/002.txt')]);
    expect(alone.store.getState().files[0]).toMatchObject({ status: 'failed', failure: '不是工作簿' });
  });
});
