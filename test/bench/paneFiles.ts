import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createAuditor } from '../../src/audit/audit';
import { auditSnapshot } from '../../src/audit/session';
import { withCells, type WorkbookSnapshot } from '../../src/audit/workbook';
import { writeWorkbookXlsx } from '../../src/files';
import { generateBudgetOfCells, generateDepartmentBudget, Random } from '../generate';
import { makeSubmissions } from './makeSubmissions';

/** Folders of so many submissions each. */
export const SUBMISSIONS = [300, 1000];

/** What the page is loaded with: a million cells, 300 units with 984 wrong figures, folders of submissions. */
export async function makePaneFiles(folder: string, fixtures: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'million.xlsx'), writeWorkbookXlsx(generateBudgetOfCells(1_000_000, 1)));
  writeFileSync(join(folder, 'broken.xlsx'), writeWorkbookXlsx(broken(generateDepartmentBudget({ seed: 7, year: 2024, units: 300 }))));
  for (const count of SUBMISSIONS) await makeSubmissions(count, join(folder, `submissions-${count}`), fixtures);
}

/** 984 figures of a workbook made wrong. */
export function broken(clean: WorkbookSnapshot): WorkbookSnapshot {
  const { amounts } = auditSnapshot(clean, createAuditor()).recognition;
  const random = new Random(7);
  const filled = Array.from({ length: amounts.count }, (_, a) => a).filter((a) => amounts.fen[a] !== 0);
  return withCells(clean, random.sample(filled, 984).map((a) => ({
    cell: { sheet: amounts.sheet[a], row: amounts.row[a], column: amounts.column[a] }, content: { kind: 'number', value: amounts.fen[a] / 100 + random.int(1, 99_999) / 10 },
  })));
}
