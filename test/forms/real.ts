import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { WorkbookReport } from '../../src/audit/report/model';
import { parseCellAddress, type WorkbookSnapshot } from '../../src/audit/workbook';
import { freeze, thaw, type Sheet } from '../generate/grid';
import { Random } from '../generate/random';
import { readFixture } from '../mutate/readFixture';
import { brief, judge } from './judge';
import type { Audit } from './measure';
import { SPOILS } from './spoil';
import { Tally, type Note } from './tally';

export interface RealResult {
  readonly byFile: Tally;
  readonly byTable: Tally;
  /** Only amounts that the report counts as covered by some rule. */
  readonly covered: Tally;
  readonly named: number;
  readonly proposed: number;
  readonly right: number;
  readonly notes: readonly Note[];
}

/** An amount of a table that was read. */
export interface Candidate {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly value: number;
  readonly table: string;
  readonly covered: boolean;
}

export interface Named {
  readonly name: string;
  readonly snapshot: WorkbookSnapshot;
}

/** The .xlsx of a folder. */
export function* workbooksOf(folder: string): Generator<Named> {
  for (const file of readdirSync(folder).filter((f) => f.endsWith('.xlsx')).sort()) yield { name: basename(file, '.xlsx'), snapshot: readFixture(join(folder, file), file) };
}

/** Single faults in the amounts of the tables that were read, workbook by workbook. */
export function measureReal(audit: Audit, workbooks: Iterable<Named>, seed: string, perFile: number): RealResult {
  const [byFile, byTable, covered] = [new Tally(), new Tally(), new Tally()];
  const notes: Note[] = [];
  const sum = { named: 0, proposed: 0, right: 0 };
  for (const { name, snapshot } of workbooks) {
    const before = audit(snapshot);
    const random = new Random(`${seed} ${name}`);
    const candidates = amountsOfTables(thaw(snapshot).sheets, before);
    for (let made = 0, attempt = 0; candidates.length > 0 && made < perFile && attempt < perFile * 20; attempt++) {
      const cell = random.pick(candidates);
      const kind = random.pick(Object.keys(SPOILS));
      const printed = Math.round(cell.value * 100);
      const spoiled = SPOILS[kind]({ printed, around: [] }, random);
      // Smaller changes could be rounding.
      if (spoiled === null || Math.abs(spoiled - printed) < 60) continue;
      made++;
      const workbook = thaw(snapshot);
      workbook.sheets.find((s) => s.name === cell.sheet)?.set(cell.row, cell.column, kind === 'blanked' ? null : spoiled / 100);
      const { verdict, named, proposed, fresh } = judge(before, audit(freeze(workbook)), [cell]);
      const found = verdict === 'found';
      byFile.add(name, found);
      byTable.add(cell.table, found);
      if (cell.covered) covered.add(name, found);
      if (named) sum.named++;
      if (proposed !== null) sum.proposed++;
      if (proposed !== null && Math.abs(Number(proposed) - cell.value) < 1e-7) sum.right++;
      if (!found) notes.push({ seed, place: name, text: `${cell.table} ${kind} ${cell.sheet}!${String.fromCharCode(65 + cell.column)}${cell.row + 1}: ${cell.value} → ${kind === 'blanked' ? 'blank' : spoiled / 100}; ${cell.covered ? verdict : 'covered by no rule'}${fresh[0] ? `: ${brief(fresh[0])}` : ''}` });
    }
  }
  return { byFile, byTable, covered, ...sum, notes };
}

/** Numbers inside the ranges of read tables that are money and no codes, line numbers or counts: two decimals or large. */
export function amountsOfTables(sheets: readonly Sheet[], report: WorkbookReport): Candidate[] {
  const outside = new Map(report.coverage.uncovered.map((u) => [u.sheet, u.ranges.map(area)]));
  return report.tables.filter((t) => t.id !== 'G').flatMap((table) => {
    const sheet = sheets.find((s) => s.name === table.sheet);
    const range = area(table.range);
    if (!sheet || !range) return [];
    return [...sheet.cells()].flatMap(({ row, column, cell }): Candidate[] => {
      if (typeof cell.value !== 'number' || !inside(range, row, column) || (Number.isInteger(cell.value) && Math.abs(cell.value) < 1000)) return [];
      return [{ sheet: sheet.name, row, column, value: cell.value, table: table.id, covered: !(outside.get(sheet.name) ?? []).some((r) => r !== null && inside(r, row, column)) }];
    });
  });
}

type Area = { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number };

function area(range: string): Area | null {
  const [from, to] = range.replaceAll('$', '').split(':').map(parseCellAddress);
  return from ? { top: from.row, left: from.column, bottom: (to ?? from).row, right: (to ?? from).column } : null;
}

const inside = (a: Area, row: number, column: number): boolean => row >= a.top && row <= a.bottom && column >= a.left && column <= a.right;
