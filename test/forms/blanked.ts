import type { Finding, WorkbookReport } from '../../src/audit/report/model';
import { freeze, thaw } from '../generate/grid';
import { Random } from '../generate/random';
import { brief } from './judge';
import type { Audit } from './measure';
import { amountsOfTables, type Candidate, type Named } from './real';
import { Tally, type Note } from './tally';

export interface BlankedResult {
  /** Single amounts that are blank, and whole rows without a figure left: said at all, by whatever weight, on the sheet itself. */
  readonly cells: Tally;
  readonly rows: Tally;
  /** Of those found: by an error or warning, and those whose blank cell (or one of the row) is named by the finding or its cause. */
  readonly heavy: number;
  readonly named: number;
  readonly notes: readonly Note[];
}

/** Blanks amounts of the tables read, each in its own copy: as many single cells as whole rows of a workbook. Amounts that no rule covers are left. */
export function measureBlanked(audit: Audit, workbooks: Iterable<Named>, seed: string, perFile: number): BlankedResult {
  const [cells, rows] = [new Tally(), new Tally()];
  const notes: Note[] = [];
  const sum = { heavy: 0, named: 0 };
  for (const { name, snapshot } of workbooks) {
    const before = audit(snapshot);
    const random = new Random(`blanked ${seed} ${name}`);
    const candidates = amountsOfTables(thaw(snapshot).sheets, before).filter(({ covered, value }) => covered && value !== 0);
    const sets = [...random.sample(candidates, perFile).map((cell) => [cell]), ...random.sample([...rowsOf(candidates).values()], perFile)];
    for (const [i, set] of sets.entries()) {
      const workbook = thaw(snapshot);
      for (const cell of set) workbook.sheets.find((s) => s.name === cell.sheet)?.set(cell.row, cell.column, null);
      const after = audit(freeze(workbook));
      const fresh = freshOn(set[0].sheet, before, after);
      (i < perFile ? cells : rows).add(set[0].table, fresh.length > 0);
      if (fresh.some(({ severity }) => severity !== 'hint')) sum.heavy++;
      if (isNamed(set, fresh, after)) sum.named++;
      if (fresh.length === 0) notes.push({ seed, place: name, text: `${set[0].table} ${set[0].sheet} ${set.map(({ row, column }) => `${String.fromCharCode(65 + column)}${row + 1}`).join(' ')} (${set.map(({ value }) => value).join(', ')})${i < perFile ? '' : ' whole row'}${elsewhere(before, after)}` });
    }
  }
  return { cells, rows, ...sum, notes };
}

function rowsOf(cells: readonly Candidate[]): Map<string, Candidate[]> {
  const rows = new Map<string, Candidate[]>();
  for (const cell of cells) rows.set(`${cell.sheet} ${cell.row} ${cell.table}`, [...(rows.get(`${cell.sheet} ${cell.row} ${cell.table}`) ?? []), cell]);
  return rows;
}

function freshFindings(before: WorkbookReport, after: WorkbookReport): Finding[] {
  const known = new Set(before.findings.map((f) => `${f.id} ${f.severity} ${f.message}`));
  return after.findings.filter((f) => !known.has(`${f.id} ${f.severity} ${f.message}`));
}

const freshOn = (sheet: string, before: WorkbookReport, after: WorkbookReport): Finding[] => freshFindings(before, after).filter((f) => f.cells.some((cell) => cell.sheet === sheet));

function isNamed(set: readonly Candidate[], fresh: readonly Finding[], after: WorkbookReport): boolean {
  const places = new Set(set.map(({ sheet, row, column }) => `${sheet}!${String.fromCharCode(65 + column)}${row + 1}`));
  const causes = after.groups.filter(({ findings }) => findings.some((id) => fresh.some((f) => f.id === id)));
  return [...fresh.flatMap((f) => f.cells), ...causes.flatMap(({ suspects }) => suspects)].some(({ sheet, address }) => places.has(`${sheet}!${address}`));
}

function elsewhere(before: WorkbookReport, after: WorkbookReport): string {
  const [first] = freshFindings(before, after);
  return first ? `; elsewhere: ${brief(first)}` : '';
}
