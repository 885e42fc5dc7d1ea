import { shownShort, UNITS, yearIn, type BoundTable } from '../../tables';
import { comparedName, normaliseText, shownName, trimEndOf } from '../../workbook';
import { CHECK_WORDS } from '../../words';
import { amountCell, Checklist, placeName, type Check, type CheckContext, type DraftCell } from './context';
import { ofTable } from './kept';
import { lettersInCommon } from './lettersInCommon';

/** Cells that a finding lists at most. */
const MOST_CELLS = 20;

/** M2: unit name, year and amount unit agree on all sheets. */
export const headings: Check = (context) => {
  const list = new Checklist();
  for (const table of context.recognition.tables) {
    if (table.family.family === 'generic') continue;
    checkYear(context, list, table);
    checkUnit(context, list, table);
  }
  checkNames(context, list);
  return list.result();
};

function checkYear(context: CheckContext, list: Checklist, table: BoundTable): void {
  const { year, yearCell } = context.recognition;
  if (year === null || !table.titleCell || !yearCell) return;
  const grid = context.grids[table.sheet];
  for (let row = Math.max(0, table.titleCell.row - 1); row <= Math.min(table.headerBottom, table.titleCell.row + 3); row++) {
    const [from, to] = grid.cellsOf(row);
    // Beside other cells a year may belong to a project's name, or to the table above.
    const alone = to - from === 1;
    // A plan of several years names them all.
    if (row !== table.titleCell.row && yearsIn(grid, from, to).size > 1) continue;
    if (row !== table.titleCell.row && !alone && (row < table.titleCell.row || /^(form|tasks)$/.test(table.definition.shape))) continue;
    for (let i = from; i < to; i++) {
      const found = grid.isText(i) && !table.noteRows.includes(row) ? yearIn(grid.normOf(i)) : null;
      if (found === null) continue;
      const at = { sheet: table.sheet, row, column: grid.sheet.columns[i] };
      // Column headers name the previous year on purpose.
      const isTitle = row === table.titleCell.row || row === table.titleCell.row - 1;
      if (found === year || (!isTitle && Math.abs(found - year) === 1)) {
        list.pass();
        continue;
      }
      list.add({
        rule: 'M2', severity: 'warning', table, key: `year|${table.id}`,
        message: { zh: `${placeName(context, at)} 写的是 ${found} 年，封面（${placeName(context, yearCell)}）是 ${year} 年`, en: `${placeName(context, at)} says ${found}, the cover (${placeName(context, yearCell)}) says ${year}` },
        cells: [
          { at, role: 'subject', label: '年度' },
          { at: yearCell, role: 'declaration', label: '年度' },
        ],
      });
      return;
    }
  }
}

function yearsIn(grid: CheckContext['grids'][number], from: number, to: number): ReadonlySet<number> {
  const years = new Set<number>();
  for (let i = from; i < to; i++) {
    const year = grid.isText(i) ? yearIn(grid.normOf(i)) : null;
    if (year !== null) years.add(year);
  }
  return years;
}

function checkUnit(context: CheckContext, list: Checklist, table: BoundTable): void {
  if (table.unitDoubt === '' || !table.unitCell) {
    checkShown(context, list, table);
    return;
  }
  const used = UNITS[table.unit].zh;
  list.add({
    rule: 'M2', severity: 'error', table, key: `unit|${table.id}`,
    message: {
      zh: `${placeName(context, table.unitCell)} 写的是“${table.unitDoubt}”，与其他表不同，表中金额的大小是以${used}计的；已按${used}核对，请改正单位`,
      en: `${placeName(context, table.unitCell)} says "${table.unitDoubt}", unlike the other tables; the size of its amounts is that of ${used}, which was used`,
    },
    cells: [{ at: table.unitCell, role: 'subject', label: '金额单位' }],
  });
}

/** What number formats make of the amounts: a thousandth of what is stored, under a unit that is none of it; a hundred times as much, with %. */
function checkShown(context: CheckContext, list: Checklist, table: BoundTable): void {
  const { odd, scale } = oddlyShown(context, table);
  if (odd.length === 0) {
    list.pass();
    return;
  }
  const times = (10 ** Math.abs(scale)).toLocaleString('en-US');
  const unit = UNITS[table.unit].zh;
  list.add({
    rule: 'M2', severity: 'warning', table, key: `shown|${table.id}`,
    message: {
      zh: `${placeName(context, odd[0].at)}${odd.length > 1 ? ` 等 ${odd.length} 处` : ''} 的数字格式${scale > 0 ? `只显示存储数的 1/${times}` : `把数显示成 ${times} 倍`}，而金额单位是“${unit}”；已按存储的数核对，请改正格式或单位`,
      en: `${placeName(context, odd[0].at)}${odd.length > 1 ? ` and ${odd.length - 1} more` : ''}: the number format shows ${scale > 0 ? `1/${times} of` : `${times} times`} what is stored, while the unit is ${unit}; the stored figures were used`,
    },
    cells: odd.slice(0, MOST_CELLS),
  });
}

/** Amounts of which the reader sees another size, and the powers of ten of the last. */
const oddlyShown = ofTable(({ grids, recognition }, table) => {
  const { amounts } = recognition;
  const odd: DraftCell[] = [];
  let scale = 0;
  for (const block of table.blocks) {
    for (const amount of block.amounts) {
      if (amount < 0 || amounts.fen[amount] === 0) continue;
      const grid = grids[amounts.sheet[amount]];
      const cell = grid.at(amounts.row[amount], amounts.column[amount]);
      const short = shownShort(grid, cell, table.unit);
      if (short === 0) continue;
      scale = short;
      odd.push({ at: amountCell(recognition, amount), role: 'subject', label: '金额' });
    }
  }
  return { odd, scale };
});

const SCOPES = new RegExp(CHECK_WORDS.headings.scope, 'g');

/** Names that differ by more than （汇总） or （本级）: a hint, for the forms allow 机构 and 中心 for one body. */
function checkNames(context: CheckContext, list: Checklist): void {
  const { unitName, unitNameCell } = context.recognition;
  if (unitName === null || !unitNameCell) return;
  const key = (name: string): string => trimEndOf(comparedName(normaliseText(name)), '本级').replace(SCOPES, '');
  const expected = key(unitName);
  const odd: DraftCell[] = [];
  for (const table of context.recognition.tables) {
    if (table.unitName === '' || !table.unitNameCell) continue;
    const own = key(table.unitName);
    if (own === expected || own.includes(expected) || expected.includes(own)) list.pass();
    else odd.push({ at: table.unitNameCell, role: 'subject', label: shownName(table.unitName) });
  }
  if (odd.length === 0) return;
  // Several tables of one kind: the workbook gathers several units on purpose.
  const gathers = context.recognition.tables.some((t) => t.instance > 0 && !t.definition.repeat && t.family.family !== 'generic');
  const others = [...new Set(odd.map((c) => c.label))].join('”、“');
  list.add({
    rule: 'M2', severity: !gathers && odd.some((c) => !alike(key(c.label), expected)) ? 'warning' : 'hint', table: null, key: `name|${odd.map((c) => c.label).join('|')}`,
    message: {
      zh: `单位名称不一致：${placeName(context, unitNameCell)} 是“${shownName(unitName)}”，${odd.map((c) => placeName(context, c.at)).join('、')} 是“${others}”`,
      en: `Unit names differ: "${shownName(unitName)}" at ${placeName(context, unitNameCell)}, "${others}" at ${odd.map((c) => placeName(context, c.at)).join(', ')}`,
    },
    cells: [...odd, { at: unitNameCell, role: 'declaration', label: shownName(unitName) }],
  });
}

/** 经办中心 and 经办机构: names that share most of their characters in order may mean one body. */
function alike(a: string, b: string): boolean {
  return lettersInCommon(a, b) >= 0.7 * Math.min(a.length, b.length);
}
