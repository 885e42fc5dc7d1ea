import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CellKind, withCells, type WorkbookSnapshot } from '../../src/audit/workbook';
import { readWorkbook, writeWorkbookXlsx } from '../../src/files';
import { generateDepartmentBudget, generateFinalAccounts, Random } from '../generate';

const DEPARTMENTS = 12;
const REAL = ['000', '001', '002', '003', 'forms/xian-2022-b', 'forms/xian-2026-a', 'forms/suzhou-2026-a', 'forms/beijing-2026-a'];

/** A folder of submissions as a bureau gets them: real and generated workbooks, a wrong figure in two of three; a department a subfolder. */
export async function makeSubmissions(count: number, folder: string, fixtures: string): Promise<void> {
  const real = await Promise.all(REAL.map((name) => readWorkbook(new Uint8Array(readFileSync(join(fixtures, `${name}.xlsx`))), name)));
  for (let i = 0; i < count; i++) {
    const random = new Random(i + 1);
    const base = i % 2 === 0 ? real[(i / 2) % real.length] : i % 4 === 1 ? generateDepartmentBudget({ seed: random.int(1, 40), year: 2024, level: 'unit' }) : generateFinalAccounts({ seed: random.int(1, 40), year: 2023, form: 'national' });
    const department = join(folder, `第${(i % DEPARTMENTS) + 1}局`);
    mkdirSync(department, { recursive: true });
    writeFileSync(join(department, `单位${i + 1} 公开表.xlsx`), writeWorkbookXlsx(i % 3 === 0 ? base : withFault(base, random)));
  }
}

/** One figure of the workbook, some percent larger. */
function withFault(base: WorkbookSnapshot, random: Random): WorkbookSnapshot {
  const figures = base.sheets.flatMap((sheet, index) =>
    [...sheet.rowNumbers].flatMap((row, r) => {
      const cells = Array.from({ length: sheet.rowStart[r + 1] - sheet.rowStart[r] }, (_, k) => sheet.rowStart[r] + k);
      return cells.filter((k) => sheet.kinds[k] === CellKind.number && Math.abs(sheet.numbers[k]) > 100).map((k) => ({ cell: { sheet: index, row, column: sheet.columns[k] }, value: sheet.numbers[k] }));
    }),
  );
  if (figures.length === 0) return base;
  const { cell, value } = random.pick(figures);
  return withCells(base, [{ cell, content: { kind: 'number', value: Math.round(value * 100 * 1.1) / 100 } }]);
}
