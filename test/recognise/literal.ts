import { createAuditor, openAudit, type AuditSession } from '../../src/audit/audit';
import { WorkbookBuilder, type Rect, type WorkbookSnapshot } from '../../src/audit/workbook';

/** A row of a literal sheet; null is an empty cell. */
export type LiteralRow = readonly (string | number | null)[];

export interface LiteralSheet {
  readonly name: string;
  readonly rows: readonly LiteralRow[];
  readonly merges?: readonly Rect[] | null;
}

/** A workbook as one writes it down: sheets of rows. */
export function workbook(...sheets: readonly LiteralSheet[]): WorkbookSnapshot {
  const book = new WorkbookBuilder('测试.xlsx');
  for (const { name, rows, merges } of sheets) {
    const sheet = book.sheet(name);
    rows.forEach((cells, row) =>
      cells.forEach((value, column) => {
        if (typeof value === 'number') sheet.number(row, column, value);
        else if (value !== null) sheet.text(row, column, value);
      }),
    );
    book.add(sheet.finish({ merges: merges === undefined ? [] : merges }));
  }
  return book.finish();
}

const auditor = createAuditor();

export function audit(...sheets: readonly LiteralSheet[]): AuditSession {
  return openAudit(workbook(...sheets), {}, auditor);
}

/** Findings that accuse: all but hints, as "severity rule message". */
export function accusations(session: AuditSession): string[] {
  return session.report.findings.filter((f) => f.severity !== 'hint').map((f) => `${f.severity} ${f.rule} ${f.message}`);
}

/** "B05 sheet: columns" of every recognised table, in order. */
export function shapes(session: AuditSession): string[] {
  return session.state.recognition.tables.map((t) => `${t.id}: ${t.blocks.map((b) => `${b.id}(${b.columns.map((c) => c.id).join(',')})×${b.rows.filter((r) => r.kind !== 'extra').length}`).join(' ')}`);
}
