import type { Finding, WorkbookReport } from '../../../src/audit/report/model';
import { cellAt, fingerprintOf, parseCellAddress, withCells, type CellInput, type CellPosition, type WorkbookSnapshot } from '../../../src/audit/workbook';
import { stageProse } from './stageProse';
import type { AuditSession, OpenAudit } from '../../../src/taskpane/auditPort';

/**
 * An audit for the stage: a report written by hand, of which a finding goes when the cell it hangs on holds the right
 * value. It stands in for the real one where only the pane is tried.
 */
export function stageAudit(base: WorkbookReport, rights: Readonly<Record<string, { sheet: string; address: string; value: number }>>): OpenAudit {
  return async (snapshot: WorkbookSnapshot): Promise<AuditSession> => {
    const values = new Map<string, CellInput | null>();
    const current = (): WorkbookReport => {
      const holds = (finding: Finding): boolean => {
        const right = rights[finding.id];
        if (!right) return false;
        const at = parseCellAddress(right.address);
        const sheet = snapshot.sheets.findIndex(({ name }) => name === right.sheet);
        const now = at && values.get(`${sheet}:${at.row}:${at.column}`);
        return now?.kind === 'number' && now.value === right.value;
      };
      const findings = base.findings.filter((finding) => !holds(finding));
      const left = new Set(findings.map(({ id }) => id));
      const gone = base.findings.length - findings.length;
      return {
        ...base,
        findings,
        groups: base.groups.filter((group) => group.findings.some((id) => left.has(id))),
        outcomes: { ...base.outcomes, consistent: base.outcomes.consistent + gone, inconsistent: base.outcomes.inconsistent - gone },
      };
    };
    return {
      get report() {
        return current();
      },
      async apply(added: readonly { cell: CellPosition; content: CellInput | null }[]) {
        for (const { cell, content } of added) values.set(`${cell.sheet}:${cell.row}:${cell.column}`, content);
        return current();
      },
      diagnose: async () => current(),
      holds: async (findings) => findings.map(({ id }) => id),
      fingerprint: async () => fingerprintOf(withCells(snapshot, [...values].map(([key, content]) => {
        const [sheet, row, column] = key.split(':').map(Number);
        return { cell: { sheet, row, column }, content };
      }))),
      relations: async () => [],
      proved: async () => [],
      cellAt: async (cell) => {
        const typed = values.get(`${cell.sheet}:${cell.row}:${cell.column}`);
        return typed === undefined ? cellAt(snapshot, cell) : { value: typed?.value ?? null, formula: null };
      },
      readProse: async ({ file }) => stageProse(file),
      close: () => undefined,
    };
  };
}
