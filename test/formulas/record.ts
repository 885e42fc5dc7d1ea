/**
 * Asks LibreOffice for the results of the generated sheets and writes libreoffice.json.
 * npx vite-node test/formulas/record.ts (needs soffice on the path)
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readWorkbook, writeWorkbookXlsx } from '../../src/files';
import { CellKind, gridsOf } from '../../src/audit/workbook';
import { FORMULA_COLUMN, FORMULAS_A_SHEET, generateFormulas } from './sheets';

const SEEDS = 10;
const SHEETS = 50;
const folder = mkdtempSync(join(tmpdir(), 'gouji-formulas-'));
const books: (number | null)[][] = [];
for (let seed = 1; seed <= SEEDS; seed++) {
  writeFileSync(join(folder, 'in.xlsx'), writeWorkbookXlsx(generateFormulas(seed, SHEETS)));
  execFileSync('soffice', ['--headless', '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', join(folder, 'out'), join(folder, 'in.xlsx')], { stdio: 'ignore' });
  const grids = gridsOf(await readWorkbook(readFileSync(join(folder, 'out', 'in.xlsx')), 'out.xlsx'));
  books.push(
    grids.flatMap((grid) =>
      Array.from({ length: FORMULAS_A_SHEET }, (_, row) => {
        const cell = grid.at(row, FORMULA_COLUMN);
        return grid.sheet.kinds[cell] === CellKind.number ? grid.sheet.numbers[cell] : null;
      }),
    ),
  );
}
rmSync(folder, { recursive: true });
writeFileSync(new URL('libreoffice.json', import.meta.url), `[\n${books.map((book) => JSON.stringify(book)).join(',\n')}\n]\n`);
