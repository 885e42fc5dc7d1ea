import { normaliseText, type SheetGrid } from '../workbook';
import { unitByName, type AmountUnit } from './amountUnits';
import type { CellRef } from './model';

/** What the cover (封面) and the lines above tables say of the workbook. */
export interface CoverFacts {
  readonly year: number | null;
  readonly yearCell: CellRef | null;
  readonly unitName: string | null;
  readonly unitNameCell: CellRef | null;
}

const YEAR = /(20[0-4]\d)年/;
const UNIT_LABEL = /^(?:部门名称|单位名称|部门\(单位\)名称|编制部门|编制单位|公开部门|公开单位|填报单位|部门|单位):(.*)$/;

/** A sheet without table titles that names a year and 预算 or 决算 within its few lines is a cover. */
export function coverFacts(grid: SheetGrid): CoverFacts | null {
  if (grid.sheet.columns.length > 60) return null;
  let year: number | null = null;
  let yearCell: CellRef | null = null;
  let unitName: string | null = null;
  let unitNameCell: CellRef | null = null;
  let isCover = false;
  const { sheet } = grid;
  for (let i = 0; i < sheet.rowNumbers.length; i++) {
    for (let cell = sheet.rowStart[i]; cell < sheet.rowStart[i + 1]; cell++) {
      if (!grid.isText(cell)) continue;
      const raw = grid.rawOf(cell);
      const text = normaliseText(raw);
      const at = { sheet: grid.index, row: sheet.rowNumbers[i], column: sheet.columns[cell] };
      const named = UNIT_LABEL.exec(text);
      if (named && named[1] !== '' && unitName === null) {
        unitName = raw.replace(/^[^:：]*[:：]/, '').trim();
        unitNameCell = at;
      }
      const found = YEAR.exec(text);
      if (found && year === null && /预算|决算/.test(text)) {
        year = Number(found[1]);
        yearCell = at;
        isCover = true;
        const before = text.slice(0, found.index);
        if (unitName === null && before.length >= 4) {
          unitName = raw.slice(0, raw.search(/20[0-4]\d/)).trim();
          unitNameCell = at;
        }
      }
    }
  }
  return isCover ? { year, yearCell, unitName, unitNameCell } : null;
}

/** The name in a line such as 单位名称：… or 编制部门：…; null where the line is none. */
export function unitNameIn(raw: string): string | null {
  const text = normaliseText(raw);
  const named = UNIT_LABEL.exec(text);
  if (!named || named[1] === '' || /^(元|万元|千元|百元|百万元|亿元)$/.test(named[1])) return null;
  return raw.replace(/^[^:：]*[:：]/, '').trim();
}

/** The unit in a line such as 单位：元 or 金额单位：万元. */
export function amountUnitIn(normalised: string): AmountUnit | 'other' | null {
  const match = /(?:金额)?单位:?(?:人民币)?(元|万元|千元|百元|百万元|亿元)\)?$/.exec(normalised);
  if (!match || /名称/.test(normalised)) return null;
  return unitByName(match[1]) ?? 'other';
}

/** A year in a table's title or unit line: 2024年. */
export function yearIn(normalised: string): number | null {
  const match = YEAR.exec(normalised);
  return match ? Number(match[1]) : null;
}
