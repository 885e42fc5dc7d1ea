import { createAuditor } from '../../src/audit/audit';
import { factsOf, rollUp, type FactBook } from '../../src/audit/between';
import { auditSnapshot } from '../../src/audit/session';
import type { AuditState } from '../../src/audit/state';
import { cellAddress, withCells, type WorkbookSnapshot } from '../../src/audit/workbook';
import { makeDepartment } from '../between/department';
import { Random } from '../generate';

const CHANGES = 20;

export interface RollupTimes {
  readonly units: number;
  readonly compared: number;
  /** Findings where everything adds up; none is right. */
  readonly falseFindings: number;
  /** Of 20 single changed figures those of which unit and cell are named. */
  readonly named: string;
  readonly readSeconds: number;
  /** The roll-up itself, once all units are read. */
  readonly rollupMs: number;
}

/** Departments of 5, 50 and 300 units: consistent, then with one figure of one unit changed, 20 times. */
export function benchRollup(sizes: readonly number[]): readonly RollupTimes[] {
  const auditor = createAuditor();
  const audited = (workbook: WorkbookSnapshot): AuditState => auditSnapshot(workbook, auditor);
  const book = (workbook: WorkbookSnapshot): FactBook => factsOf(audited(workbook), workbook.name);
  return sizes.map((size) => {
    const made = makeDepartment({ seed: 11, year: 2024, units: size });
    const start = performance.now();
    const department = book(made.department);
    const units = made.units.map(book);
    const read = performance.now();
    const { outcomes, findings } = rollUp(department, units, 'zh');
    const end = performance.now();
    let named = 0;
    for (let i = 0; i < CHANGES; i++) {
      const random = new Random(`rollup ${size} ${i}`);
      const unit = random.int(0, size - 1);
      const state = audited(made.units[unit]);
      const amount = random.pick(summable(state));
      const { sheet, row, column, fen } = state.recognition.amounts;
      const changed = withCells(state.workbook, [{ cell: { sheet: sheet[amount], row: row[amount], column: column[amount] }, content: { kind: 'number', value: (fen[amount] + random.int(100, 9_999_999)) / 100 } }]);
      const place = `${changed.sheets[sheet[amount]].name}!${cellAddress(row[amount], column[amount])}`;
      const { groups } = rollUp(department, units.map((one, k) => (k === unit ? book(changed) : one)), 'zh');
      if (groups.some(({ suspects }) => suspects.some((s) => s.file === changed.name && `${s.sheet}!${s.address}` === place))) named++;
    }
    return { units: size, compared: outcomes.consistent + outcomes.rounding, falseFindings: findings.length, named: `${named}/${CHANGES}`, readSeconds: Math.round(read - start) / 1000, rollupMs: Math.round(end - read) };
  });
}

/** Amounts that add up over units. */
const summable = ({ recognition: { amounts, owners, blocks } }: AuditState): number[] =>
  [...amounts.fen.keys()].filter((a) => {
    const { table, rows } = blocks[owners.block[a]];
    return amounts.fen[a] !== 0 && table.definition.repeat !== true && ['coded', 'blocks', 'matrix'].includes(table.definition.shape ?? '') && rows[owners.row[a]].kind !== 'extra';
  });
