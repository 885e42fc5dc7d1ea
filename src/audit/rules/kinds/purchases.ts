import { remembered } from '../../remembered';
import { UNITS } from '../../tables';
import { CHECK_WORDS } from '../../words';
import type { SheetGrid } from '../../workbook';
import { Checklist, placeName, type Check, type CheckContext, type DraftCell } from './context';
import { ofSheet } from './kept';

/** Lines of a statement on procurement by their names; each must stand there once. */
const { ofWhich: OF_WHICH, ...LINES } = CHECK_WORDS.purchases;

type Line = keyof typeof LINES;

interface Figure {
  readonly value: number;
  readonly cell: DraftCell;
}

/** M12: in a statement on procurement the total is that of goods, works and services; what went to small firms is a part of it. */
export const purchases: Check = (context) => {
  const list = new Checklist();
  for (const grid of context.grids) {
    const found = linesOf(grid);
    const { total, goods, works, services, medium, small } = found;
    if (!total) continue;
    if (goods && works && services) {
      const sum = goods.value + works.value + services.value;
      compare(context, list, Math.abs(total.value - sum) <= 4 * halfStep(context, grid), total, [goods, works, services], `货物、工程、服务之和是 ${tidy(sum)}`, `goods, works and services add up to ${tidy(sum)}`);
    }
    if (medium) compare(context, list, medium.value <= total.value, medium, [total], `大于政府采购支出总额 ${total.value}`, `more than all procurement, ${total.value}`);
    if (small && medium) compare(context, list, small.value <= medium.value, small, [medium], `大于授予中小企业的合同金额 ${medium.value}`, `more than what went to small and medium firms, ${medium.value}`);
  }
  return list.result();
};

const tidy = (value: number): number => Number(value.toFixed(6));

/** Half of the last digit: 元 with two decimals are exact. */
function halfStep(context: CheckContext, grid: SheetGrid): number {
  const unit = context.recognition.tables.find((t) => t.sheet === grid.index)?.unit ?? 'wanyuan';
  return UNITS[unit].power === 0 ? 0.0001 : 0.00501;
}

function compare(context: CheckContext, list: Checklist, holds: boolean, subject: Figure, others: readonly Figure[], zh: string, en: string): void {
  if (holds) return list.pass();
  list.add({
    rule: 'M12', severity: 'warning', table: null, key: subject.cell.label,
    message: {
      zh: `${placeName(context, subject.cell.at)} ${subject.cell.label} ${subject.value}，${zh}；请核对`,
      en: `${placeName(context, subject.cell.at)} ${subject.cell.label} is ${subject.value}; ${en}`,
    },
    cells: [{ ...subject.cell, role: 'subject' }, ...others.map((other) => other.cell)],
  });
}

/** A text without number and 其中, and the line that it names. */
const named = remembered((text): { readonly name: string; readonly line: Line | null } => {
  const name = text.replace(/^[\d一二三四五六七八九十()]+[、.)]?/, '').replace(OF_WHICH, '').replace(/[:(].*$/, '');
  return { name, line: (Object.keys(LINES) as Line[]).find((key) => LINES[key].test(name)) ?? null };
});

/** One more than the number above it in its column and one less than that below, or the last or first of three such: 行次, no money. */
function isLineNumber(grid: SheetGrid, row: number, cell: number): boolean {
  if (!grid.isNumber(cell)) return false;
  const { numbers, columns } = grid.sheet;
  const following = (step: -1 | 1): number => {
    const near = Array.from({ length: FARTHEST }, (_, k) => grid.at(row + (k + 1) * step, columns[cell])).filter((other) => other >= 0 && grid.isNumber(other)).slice(0, 2);
    const end = near.findIndex((other, k) => numbers[other] !== numbers[cell] + (k + 1) * step);
    return end < 0 ? near.length : end;
  };
  return following(-1) + following(1) >= 2;
}

/** Rows between lines: a page break with its heading, blank ones. */
const FARTHEST = 8;

/** A name with its number beside it; names that occur twice are none. */
const linesOf = ofSheet((grid): Partial<Record<Line, Figure>> => {
  const found: Partial<Record<Line, Figure>> = {};
  const twice = new Set<Line>();
  for (const row of grid.sheet.rowNumbers) {
    const [from, to] = grid.cellsOf(row);
    for (let cell = from; cell < to; cell++) {
      if (!grid.isText(cell)) continue;
      const { name, line } = named(grid.normOf(cell));
      if (line === null) continue;
      let next = cell + 1;
      while (next < to && (grid.isText(next) || isLineNumber(grid, row, next))) next++;
      if (found[line]) twice.add(line);
      if (next < to && grid.isNumber(next)) found[line] = { value: grid.sheet.numbers[next], cell: { at: { sheet: grid.index, row, column: grid.sheet.columns[next] }, role: 'term', label: name } };
    }
  }
  for (const line of twice) delete found[line];
  return found;
});
