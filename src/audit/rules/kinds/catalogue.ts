import { normaliseText, type SheetGrid } from '../../workbook';
import { AmountState } from '../../equations/model';
import type { BoundTable, CatalogueEntry } from '../../tables';
import { renamedTable } from './renamedTables';
import { amountCell, Checklist, placeName, type Check, type CheckContext, type DraftCell } from './context';
import { ofTable } from './kept';

/** Amounts that a finding about an undeclared table lists at most. */
const MOST_CELLS = 12;

/** Filled rows at the top of a sheet, and cells of each, among which its title stands. */
const TITLE_ROWS = 6;

/** M1: the 目录 and the tables agree. */
export const catalogue: Check = (context) => {
  const list = new Checklist();
  const { catalogue: found, tables } = context.recognition;
  if (!found && context.whole.catalogue) {
    list.skip();
    return list.result();
  }
  if (!found) {
    list.cannot('M1', '工作簿中没有认出目录', 'No list of tables (目录) was recognised');
    return list.result();
  }
  const renamed = new Set<BoundTable>();
  for (const entry of found.entries) {
    if (entry.tableId === null) {
      list.skip();
      continue;
    }
    const own = tables.filter((t) => t.id === entry.tableId);
    const meant = renamedTable(context, entry);
    const ofOthers = context.whole.tables.length > tables.length && (own.length === 0 || found.entries.filter((e) => e.tableId === entry.tableId).length > 1);
    if (meant) {
      renamed.add(meant);
      list.pass();
    } else if (ofOthers && context.whole.tables.some((t) => t.id === entry.tableId)) list.skip();
    else if (own.length === 0) missing(context, list, entry, found.hasFlags);
    else if (found.hasFlags && !own.some((t) => t.isTorn)) compareFlag(context, list, entry, own);
    else list.pass();
  }
  const listed = new Set(found.entries.map((e) => e.tableId));
  for (const table of tables) {
    if (table.family.family === 'generic' || listed.has(table.id) || tables.some((t) => t.id === table.id && t.instance < table.instance) || table.definition.repeat || !table.titleCell || renamed.has(table)) continue;
    list.add({
      rule: 'M1', severity: 'warning', table, key: `unlisted|${table.id}`,
      message: { zh: `${placeName(context, table.titleCell)} “${table.title}”没有列入目录`, en: `${placeName(context, table.titleCell)}: "${table.title}" is not in the list of tables` },
      cells: [{ at: table.titleCell, role: 'subject', label: table.title }],
    });
  }
  return list.result();
};

/** Where the 目录 has no column 是否空表, leaving out an empty table is nothing it denies: a warning. */
function missing(context: CheckContext, list: Checklist, entry: CatalogueEntry, hasFlags: boolean): void {
  if (entry.declaredEmpty) {
    list.pass();
    checkReason(context, list, entry);
    return;
  }
  const sheet = sheetUnderTitle(context, entry);
  if (sheet !== null) {
    list.cannot('M1', `${placeName(context, entry.titleCell)} 目录的“${entry.title}”：工作表“${sheet}”有这个标题，没有认出这张表`, `${placeName(context, entry.titleCell)}: "${entry.title}" is the title of sheet "${sheet}", where this table was not recognised`);
    return;
  }
  list.add({
    rule: 'M1', severity: hasFlags ? 'error' : 'warning', table: null, key: `missing|${entry.tableId ?? ''}`,
    message: {
      zh: `${placeName(context, entry.titleCell)} 目录列有${entry.number}“${entry.title}”，没有声明为空表，工作簿中没有这张表`,
      en: `${placeName(context, entry.titleCell)}: "${entry.title}" is listed, not declared empty, and not in the workbook`,
    },
    cells: [
      { at: entry.flagCell ?? entry.titleCell, role: 'declaration', label: '是否空表' },
      { at: entry.titleCell, role: 'subject', label: entry.title },
    ],
  });
}

/** The sheet that bears the entry's title at its top or in its name, though no table was recognised by it; null where there is none. */
function sheetUnderTitle({ grids, recognition }: CheckContext, entry: CatalogueEntry): string | null {
  const title = normaliseText(entry.title);
  const found = grids.find((grid) => grid.index !== entry.titleCell.sheet && !recognition.tables.some((t) => t.sheet === grid.index && t.id === entry.tableId) && (normaliseText(grid.sheet.name).includes(title) || bears(grid, title)));
  return found?.sheet.name ?? null;
}

function bears(grid: SheetGrid, title: string): boolean {
  const { rowNumbers } = grid.sheet;
  for (let i = 0; i < Math.min(TITLE_ROWS, rowNumbers.length); i++) {
    const [first, end] = grid.cellsOf(rowNumbers[i]);
    for (let cell = first; cell < Math.min(end, first + TITLE_ROWS); cell++) if (grid.isText(cell) && grid.normOf(cell).includes(title)) return true;
  }
  return false;
}

function checkReason(context: CheckContext, list: Checklist, entry: CatalogueEntry): void {
  if (!entry.reasonCell || !entry.flagCell) return;
  if (entry.reason !== '') {
    list.pass();
    return;
  }
  list.add({
    rule: 'M1', severity: 'warning', table: null, key: `reason|${entry.tableId ?? ''}`,
    message: { zh: `${placeName(context, entry.flagCell)} “${entry.title}”声明为空表，没有写理由`, en: `${placeName(context, entry.flagCell)}: "${entry.title}" is declared empty without a reason` },
    cells: [
      { at: entry.flagCell, role: 'declaration', label: '是否空表' },
      { at: entry.reasonCell, role: 'subject', label: '表格为空的理由' },
    ],
  });
}

function compareFlag(context: CheckContext, list: Checklist, entry: CatalogueEntry, own: readonly BoundTable[]): void {
  if (!entry.flagCell) return;
  const filled = moneyIn(context, own);
  const flag: DraftCell = { at: entry.flagCell, role: 'declaration', label: `${entry.number} 是否空表` };
  if (entry.declaredEmpty && filled.count > 0) {
    list.add({
      rule: 'M1', severity: 'error', table: own[0], key: `notempty|${own[0].id}`,
      message: {
        zh: `${placeName(context, entry.flagCell)} “${entry.title}”声明为空表，表中有金额（${placeName(context, filled.money[0].at)} 等 ${filled.count} 处）；请改目录，或核对该表`,
        en: `${placeName(context, entry.flagCell)}: "${entry.title}" is declared empty but holds amounts (${placeName(context, filled.money[0].at)} and others)`,
      },
      cells: [flag, ...filled.money],
    });
    return;
  }
  if (!entry.declaredEmpty && filled.count === 0 && filled.unreadable > 0) return list.skip();
  if (!entry.declaredEmpty && filled.count === 0) {
    list.add({
      rule: 'M1', severity: filled.zeros > 0 ? 'hint' : 'warning', table: own[0], key: `empty|${own[0].id}`,
      message: {
        zh: `${placeName(context, entry.flagCell)} “${entry.title}”没有声明为空表，表中没有金额；如确为空表，请在目录写“是”和理由`,
        en: `${placeName(context, entry.flagCell)}: "${entry.title}" is not declared empty but holds no amount`,
      },
      cells: [flag],
    });
    return;
  }
  list.pass();
  if (entry.declaredEmpty) checkReason(context, list, entry);
}

interface Money {
  /** Amounts that are not nothing. */
  readonly count: number;
  /** The first of them. */
  readonly money: readonly DraftCell[];
  readonly zeros: number;
  /** Amounts that cannot be read may be anything. */
  readonly unreadable: number;
}

function moneyIn(context: CheckContext, tables: readonly BoundTable[]): Money {
  const found = tables.map((table) => moneyOf(context, table));
  const sum = (of: (one: Money) => number): number => found.reduce((n, one) => n + of(one), 0);
  return { count: sum((one) => one.count), money: found.flatMap(({ money }) => money).slice(0, MOST_CELLS), zeros: sum((one) => one.zeros), unreadable: sum((one) => one.unreadable) };
}

const moneyOf = ofTable(({ recognition }, table): Money => {
  const { amounts } = recognition;
  const money: DraftCell[] = [];
  let [count, zeros, unreadable] = [0, 0, 0];
  for (const block of table.blocks) {
    for (const amount of block.amounts) {
      if (amount < 0 || amounts.state[amount] === AmountState.blank) continue;
      if (amounts.state[amount] !== AmountState.number) unreadable++;
      else if (amounts.fen[amount] === 0) zeros++;
      else if (++count <= MOST_CELLS) money.push({ at: amountCell(recognition, amount), role: 'term', label: table.title });
    }
  }
  return { count, money, zeros, unreadable };
});
