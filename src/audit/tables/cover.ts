import { normaliseText, type SheetGrid } from '../workbook';
import { CHECK_WORDS, type Words } from '../words';
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

/** Longer texts, and texts with a comma in them, are prose that mentions a budget. */
const LONGEST_LINE = 40;
const isProse = (text: string): boolean => text.length > LONGEST_LINE || [',', '。', ';', '、'].some((mark) => text.includes(mark));

/** Two years, or figures of one (2025年预算数), head columns. */
const isOfColumns = (text: string): boolean => CHECK_WORDS.headLines.figures.test(text) || new Set(text.match(YEARS)).size > 1;
const YEARS = /20[0-4]\d年/g;
/** 填报日期：2024年8月5日 is no fiscal year: accounts are drawn up in the year after theirs, budgets in that before. */
const BUDGET_YEARS = /20[0-4]\d年(?!\d{1,2}月)/g;

/** A sheet without table titles that names a year and 预算 or 决算 within its few lines is a cover. */
export function coverFacts(grid: SheetGrid, words: Words): CoverFacts | null {
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
      const named: string | null = unitName === null ? unitNameIn(raw, words) : null;
      if (named !== null) {
        unitName = named;
        unitNameCell = at;
      }
      const found = YEAR.exec(text);
      if (found && year === null && !isProse(text) && !isOfColumns(text) && (text.includes('预算') || text.includes('决算'))) {
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

/** The name in a line such as 单位名称：…, 预算单位：… or 编制部门：…; null where the line is none. */
export function unitNameIn(raw: string, words: Words): string | null {
  const text = normaliseText(raw);
  const colon = words.headLine(text);
  if (colon === 0 || colon === text.length - 1 || CHECK_WORDS.headLines.money.test(text.slice(colon + 1))) return null;
  const name = withoutCode(raw.slice(raw.search(/[:：]/) + 1).trim());
  // [149 | ]某局: its name was broken over two cells. [123]: it stands in another.
  return (name.startsWith('[') && !name.includes(']')) || !LETTER.test(name) ? null : name;
}

const LETTER = /\p{L}/u;

/** [125]某局, 125001-某局: the budget unit's code in front of its name. */
const withoutCode = (name: string): string => name.replace(/^[[(（]?\d{3,12}[\])）]?[-—_\s]*(?=\D)/, '').trim();

/** The unit in a line such as 单位：元 or 金额单位：万元. */
export function amountUnitIn(normalised: string): AmountUnit | 'other' | null {
  const match = CHECK_WORDS.headLines.unit.exec(normalised);
  // 单位名称：某局 单位：元 in one cell has its own colon.
  if (!match || (normalised.includes('名称') && !match[0].includes(':'))) return null;
  return unitByName(match[1]) ?? 'other';
}

/** The year in a table's title or unit line: 2024年. Of two (2024年预算数 2025年预算数) the later is the budget's own. */
export function yearIn(normalised: string): number | null {
  const years = normalised.match(BUDGET_YEARS);
  return years === null ? null : Math.max(...years.map((year) => Number(year.slice(0, 4))));
}
