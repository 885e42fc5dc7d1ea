import type { BoundBlock, BoundTable } from '../../tables';
import { normaliseText, type SheetGrid } from '../../workbook';
import { CHECK_WORDS } from '../../words';
import { Checklist, placeName, type Check, type DraftCell } from './context';

/** “三公” tables of the three families. */
const TABLES: ReadonlySet<string> = new Set(['B12', 'F07', 'N09']);

/** Concepts of vocabulary/words.yaml, and the columns of the tables that list theirs. */
const WHOLE: ReadonlySet<string> = new Set(['用车小计', '公务用车']);
const PARTS: ReadonlySet<string> = new Set(['购置', '运行', '用车购置', '用车运行']);

/** M16: what official vehicles cost is printed as purchase and as running costs, not as one figure. */
export const vehicles: Check = (context) => {
  const list = new Checklist();
  for (const table of context.recognition.tables.filter((t) => TABLES.has(t.id))) {
    const names = table.blocks.flatMap(namesOf);
    const whole = names.find(({ ids }) => ids.some((id) => WHOLE.has(id)));
    if (!whole) list.skip();
    else if (names.some(({ ids }) => ids.some((id) => PARTS.has(id)))) list.pass();
    else {
      const subject: DraftCell = { at: whole.at(context.grids[table.sheet], table), role: 'subject', label: whole.label };
      list.add({
        rule: 'M16', severity: 'warning', table, key: 'vehicles',
        message: {
          zh: `${placeName(context, subject.at)} 公务用车购置费与公务用车运行费没有分开列示；请细化到这两项，没有支出的写 0`,
          en: `${placeName(context, subject.at)}: purchase and running costs of official vehicles are not printed apart; give both, 0 where nothing is spent`,
        },
        cells: [subject],
      });
    }
  }
  return list.result();
};

interface Named {
  readonly ids: readonly string[];
  readonly label: string;
  readonly at: (grid: SheetGrid, table: BoundTable) => DraftCell['at'];
}

/** Columns by their concept; lines of a form with a line for each item by their words. */
function namesOf(block: BoundBlock): Named[] {
  const columns = block.columns.map((column): Named => ({
    ids: column.id.split('.'), label: column.label,
    at: (grid, { range }) => ({ sheet: grid.index, row: headerRow(grid, range, block, column.column), column: column.column }),
  }));
  const lines = block.rows.flatMap((row): Named[] => (row.labelCell === null ? [] : [{ ids: idsOfLine(row.label), label: row.label, at: () => row.labelCell! }]));
  return [...columns, ...lines];
}

/** 购置 and 运行 in one line are the whole, either alone is a part. */
export function idsOfLine(label: string): string[] {
  const text = normaliseText(label);
  if (!CHECK_WORDS.vehicles.item.test(text) || CHECK_WORDS.vehicles.other.test(text)) return [];
  const [bought, run] = [text.includes('购置'), text.includes('运行')];
  return [bought === run ? '公务用车' : bought ? '用车购置' : '用车运行'];
}

/** The lowest row above the amounts with words in that column. */
function headerRow(grid: SheetGrid, range: BoundTable['range'], block: BoundBlock, column: number): number {
  for (let row = (block.rows[0]?.row ?? range.bottom) - 1; row >= range.top; row--) if (grid.isText(grid.at(row, column))) return row;
  return range.top;
}
