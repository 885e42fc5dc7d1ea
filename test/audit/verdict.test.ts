import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createAuditor, openAudit } from '../../src/audit/audit';
import type { WorkbookReport } from '../../src/audit/report/model';
import { verdictOf } from '../../src/audit/report/verdict';
import { CellKind, parseCellAddress, withCells, WorkbookBuilder, type CellInput, type WorkbookSnapshot } from '../../src/audit/workbook';
import { emptyResult } from '../../src/cli/check/emptyResult';
import { unitChecklist } from '../../src/desk/checklist';
import { readWorkbook } from '../../src/files';

const budget = await readWorkbook(new Uint8Array(readFileSync('test/fixtures/002.xlsx')), '002.xlsx');

/** Every number of a workbook replaced. */
function filledWith(content: CellInput | null): WorkbookSnapshot {
  const edits = budget.sheets.flatMap((sheet, index) =>
    [...sheet.rowNumbers].flatMap((row, r) => {
      const cells = Array.from({ length: sheet.rowStart[r + 1] - sheet.rowStart[r] }, (_, k) => sheet.rowStart[r] + k);
      return cells.filter((i) => sheet.kinds[i] === CellKind.number).map((i) => ({ cell: { sheet: index, row, column: sheet.columns[i] }, content }));
    }),
  );
  return withCells(budget, edits);
}

function foreign(): WorkbookSnapshot {
  const builder = new WorkbookBuilder('通讯录.xlsx');
  const sheet = builder.sheet('Sheet1');
  sheet.text(0, 0, '姓名');
  sheet.number(1, 1, 13800000000);
  builder.add(sheet.finish());
  return builder.finish();
}

/** What its 检查表 says in red. */
const said = (report: WorkbookReport): unknown =>
  unitChecklist(report, { lang: 'zh', reviewer: '', date: '' }).sheets[0].rows.flatMap(({ cells }) => cells.filter((cell) => cell?.look === 'warning').map((cell) => cell?.value))[0];

describe('what an audit has come to', () => {
  it('is never "no problems" where nothing was recognised', () => {
    const { report } = openAudit(foreign());
    expect(verdictOf(report).state).toBe('unknown');
    expect(said(report)).toBe('没有认出公开表');
  });

  it.each([['blank', null], ['zero', { kind: 'number', value: 0 } as const]])('is 空表 where every figure is %s', (_, content) => {
    const { report } = openAudit(filledWith(content));
    expect(report.tables.length).toBeGreaterThan(10);
    expect(verdictOf(report).state).toBe('blank');
    expect(said(report)).toBe('空表，基本没有填数');
  });

  it('is a failure of its own on the command line', () => {
    const auditor = createAuditor({});
    const code = (snapshot: WorkbookSnapshot): string | undefined => emptyResult(openAudit(snapshot, {}, auditor).report, auditor)?.code;
    expect([foreign(), filledWith(null), budget].map(code)).toEqual(['nothingRecognised', 'blankForms', undefined]);
  });

  it('counts causes and findings apart', () => {
    const { report } = openAudit(budget);
    const { state, causes, errors, warnings, hints } = verdictOf(report);
    expect(state).toBe('problems');
    expect(errors + warnings + hints).toBe(report.findings.length);
    expect(causes).toBeLessThan(report.findings.length);
  });
});

describe('a finding that is gone', () => {
  const session = openAudit(budget);
  const finding = session.report.findings.find(({ cells }) => cells.some(({ sheet, address }) => sheet === '表6' && address === 'E16'));
  const type = (content: CellInput | null) => {
    const again = openAudit(budget);
    const at = parseCellAddress('E16') ?? { row: 0, column: 0 };
    again.apply([{ cell: { sheet: budget.sheets.findIndex(({ name }) => name === '表6'), ...at }, content }]);
    return again;
  };

  it('holds where the figure was put right', () => {
    const again = type({ kind: 'number', value: 425400 });
    expect(finding && again.report.findings.some(({ id }) => id === finding.id)).toBe(false);
    expect(finding && again.holds(finding)).toBe(true);
  });

  it.each(['n/a', '=F7+1'])('does not hold where the figure became %s', (text) => {
    const again = type({ kind: 'text', value: text });
    expect(finding && again.report.findings.some(({ id }) => id === finding.id)).toBe(false);
    expect(finding && again.holds(finding)).toBe(false);
  });
});
