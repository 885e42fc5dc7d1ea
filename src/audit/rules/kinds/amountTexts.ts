import { AmountState } from '../../equations/model';
import { looksLikeFormula } from '../../formulas';
import { GENERIC_FAMILY, isProjectCategory, type BoundBlock, type BoundTable } from '../../tables';
import { CellKind, hasDecimalComma, hidingOf, isTotalLabel, normaliseText, parseAmountText, type Bilingual, type Hiding } from '../../workbook';
import { CHECK_WORDS } from '../../words';
import { amountCell, Checklist, placeName, type Check, type CheckContext, type DraftCell } from './context';
import { ofTable } from './kept';

/** Cells that a clustered finding lists at most. */
const MOST_CELLS = 200;

/** Share of text amounts from which on they are the table's manner, not slips. */
const MANNER = 0.3;

const AS_TEXT: Bilingual = { zh: '以文本存放，Excel 求和时会漏掉；已按数值核对，请改为数字', en: 'are stored as text, which Excel does not add up; they were read as numbers' };

interface Found {
  readonly asText: DraftCell[];
  /** Columns in which amounts are numbers as well. */
  readonly numbersBelow: Set<number>;
  readonly unreadable: DraftCell[];
  readonly errors: DraftCell[];
  readonly decimals: DraftCell[];
  readonly negative: DraftCell[];
  readonly hidden: Readonly<Record<NonNullable<Hiding>, DraftCell[]>>;
  /** Projects without an amount. */
  readonly blank: DraftCell[];
  filled: number;
  /** Whether some of the texts are amounts of a table that is added up: no quantities, no form for prose. */
  isAdded: boolean;
}

const HIDDEN: Readonly<Record<NonNullable<Hiding>, Bilingual>> = {
  sheet: { zh: '有金额，但所在的行、列或工作表被隐藏', en: 'carry amounts in hidden rows, columns or sheets' },
  line: { zh: '有金额，但所在的行、列或工作表被隐藏', en: 'carry amounts in hidden rows, columns or sheets' },
  merge: { zh: '有金额，但被合并单元格盖住，读者看不到', en: 'carry amounts under a merged area, which no reader sees' },
  format: { zh: '有金额，但数字格式使它不显示，读者看不到', en: 'carry amounts that their number format does not show' },
};

/** M3: amounts are readable numbers with decimals that fit their unit, not negative where none can be, not hidden. */
export const amountTexts: Check = (context) => {
  const list = new Checklist();
  const texts: { readonly table: BoundTable; readonly cells: readonly DraftCell[] }[] = [];
  for (const table of context.recognition.tables) {
    const found = look(context, table);
    list.pass(found.filled);
    for (const cell of found.unreadable) {
      // Words where the table has no figure at all are its header, or it was misread.
      if (found.filled === 0 && !/\d/.test(context.grids[cell.at.sheet].raw(cell.at.row, cell.at.column))) continue;
      const comma = hasDecimalComma(context.grids[cell.at.sheet].raw(cell.at.row, cell.at.column));
      list.add(single(context, table, cell, 'unreadable', comma
        ? { zh: '不是数，不能核对：小数点应写“.”，逗号只用来分隔千位；请改成数字', en: 'is not a number and cannot be checked: the decimal sign is a point, a comma only separates thousands' }
        : { zh: '不是数，不能核对；请改成数字', en: 'is not a number and cannot be checked' }));
    }
    for (const cell of found.errors) {
      list.add(single(context, table, cell, 'error', { zh: '是错误值；请检查公式', en: 'is an error value; check the formula' }));
    }
    const manner = found.asText.length > 3 && found.asText.length >= found.filled * MANNER;
    const isolated = manner || !found.isAdded ? [] : found.asText.filter((cell) => found.numbersBelow.has(cell.at.column) || found.asText.length < 3);
    const throughout = found.asText.filter((cell) => !isolated.includes(cell));
    if (isolated.length > 0) texts.push({ table, cells: isolated });
    if (throughout.length > 0) list.add(cluster(context, table, throughout, 'texts', 'hint', AS_TEXT));
    if (found.blank.length > 0 && found.filled > 0) {
      list.add(cluster(context, table, found.blank, 'blank', 'warning', { zh: '有项目名称，没有金额；请补上金额，或删去该行', en: 'name projects without an amount' }));
    }
    if (found.decimals.length > 0) {
      list.add(cluster(context, table, found.decimals, 'decimals', 'hint', { zh: '的小数位数超过“分”；已按四舍五入到分核对', en: 'have more decimals than the 分; rounded for checking' }));
    }
    // Final accounts may hold a refund of earlier years.
    if (found.negative.length > 0) {
      list.add(cluster(context, table, found.negative, 'negative', table.family.family === 'shaanxi-budget' ? 'error' : 'hint', { zh: '是负数；这类表不应有负数', en: 'are negative, which this kind of table does not have' }));
    }
    for (const [hiding, cells] of Object.entries(found.hidden) as [NonNullable<Hiding>, DraftCell[]][]) {
      if (cells.length > 0) list.add(cluster(context, table, cells, `hidden-${hiding}`, 'warning', HIDDEN[hiding]));
    }
  }
  // A way of typing that runs through the workbook is one thing to say.
  if (texts.length > 0) list.add(cluster(context, texts[0].table, texts.flatMap(({ cells }) => cells), 'text', 'warning', AS_TEXT));
  return list.result();
};

const look = ofTable((context, table): Readonly<Found> => {
  const { amounts } = context.recognition;
  const found: Found = { asText: [], numbersBelow: new Set(), unreadable: [], errors: [], decimals: [], negative: [], hidden: { sheet: [], line: [], merge: [], format: [] }, blank: [], filled: 0, isAdded: false };
  for (const block of table.blocks) {
    const width = block.columns.length;
    block.amounts.forEach((amount, at) => {
      if (amount < 0) return;
      const row = block.rows[Math.floor(at / width)];
      const column = block.columns[at % width];
      if (amounts.state[amount] === AmountState.blank) {
        if (table.definition.codes === 'project' && row.kind === 'item' && row.label !== '' && !isProjectCategory(row.label)) found.blank.push({ at: amountCell(context.recognition, amount), role: 'subject', label: row.label });
        return;
      }
      const grid = context.grids[amounts.sheet[amount]];
      const cell = grid.at(amounts.row[amount], amounts.column[amount]);
      const draft = (): DraftCell => ({ at: amountCell(context.recognition, amount), role: 'subject', label: `${row.label} ${column.id}`.trim() });
      if (amounts.state[amount] === AmountState.unreadable) {
        const kind = grid.sheet.kinds[cell];
        if (kind === CellKind.error) found.errors.push(draft());
        // What the file does not hold is said once for all of it; a formula written as a text is M4c's.
        else if (kind === CellKind.unknown || looksLikeFormula(grid.rawOf(cell))) return;
        // A form for prose may say “详见附件” where an amount can stand.
        else if (speaksOfAmounts(table, grid.rawOf(cell)) && !isHeading(context, block, Math.floor(at / width))) found.unreadable.push(draft());
        return;
      }
      found.filled++;
      if (grid.isText(cell) && !context.workbook.isDocument) {
        const parsed = parseAmountText(grid.rawOf(cell));
        // “28万元” in a form says what it means.
        if (parsed && !(parsed.unit !== null && table.definition.unit === 'wanyuan')) {
          found.asText.push(draft());
          found.isAdded ||= column.role !== 'quantity' && table.definition.shape !== 'form' && table.definition.shape !== 'tasks';
        }
      } else found.numbersBelow.add(amounts.column[amount]);
      if (amounts.fractions.has(amount) && column.role !== 'quantity') found.decimals.push(draft());
      if (amounts.fen[amount] < 0 && mayNotBeNegative(table, block.id, column.id, row.key)) found.negative.push(draft());
      const hiding = amounts.fen[amount] !== 0 ? hidingOf(grid, cell, amounts.row[amount], amounts.column[amount]) : null;
      if (hiding) found.hidden[hiding].push(draft());
    });
  }
  return found;
});

/** Longer words without a digit are no damaged amount. */
const SHORT_TEXT = 6;

/** Where a form or a table named by its words alone holds prose, the column was no column of amounts there. */
function speaksOfAmounts({ definition, family }: BoundTable, text: string): boolean {
  // 合计 in a column of amounts is a label that stands elsewhere than in its column.
  if (isTotalLabel(normaliseText(text))) return false;
  const digits = text.replace(/\D/g, '').length;
  const isFigure = digits > 0 && digits * 2 >= text.trim().length;
  if (family === GENERIC_FAMILY) return isFigure;
  const isNamed = definition.columns !== undefined || definition.blocks !== undefined || definition.cells !== undefined;
  return (isNamed && definition.shape !== 'form') || isFigure || (definition.shape !== 'form' && text.trim().length <= SHORT_TEXT);
}

/** A row of words without any figure, several of them or one alone, heads what stands below it: a header that was not taken for one. */
function isHeading(context: CheckContext, block: BoundBlock, row: number): boolean {
  const { amounts } = context.recognition;
  const grid = context.grids[block.rows[row].sheet];
  const width = block.columns.length;
  let words = 0;
  for (const amount of block.amounts.subarray(row * width, (row + 1) * width)) {
    if (amount < 0 || amounts.state[amount] === AmountState.blank) continue;
    const cell = grid.at(amounts.row[amount], amounts.column[amount]);
    if (amounts.state[amount] !== AmountState.unreadable || grid.sheet.kinds[cell] !== CellKind.text || /\d/.test(grid.rawOf(cell))) return false;
    words++;
  }
  const [from, to] = grid.cellsOf(block.rows[row].row);
  return words >= 2 || to - from === 1;
}

/** Changes against the previous year, and balances, can be negative. */
function mayNotBeNegative(table: BoundTable, block: string, column: string, row: string): boolean {
  if (table.family.family === 'generic') return false;
  return ![block, column, row].some((name) => CHECK_WORDS.amountTexts.mayBeNegative.test(name)) && !CHECK_WORDS.amountTexts.grandTotal.test(row);
}

function single(context: CheckContext, table: BoundTable, cell: DraftCell, kind: string, words: Bilingual): Parameters<Checklist['add']>[0] {
  const grid = context.grids[cell.at.sheet];
  const index = grid.at(cell.at.row, cell.at.column);
  const text = grid.sheet.kinds[index] === CellKind.boolean ? String(grid.sheet.numbers[index] !== 0).toUpperCase() : grid.rawOf(index);
  return {
    rule: 'M3', severity: 'error', table, key: `${kind}|${cell.label}`,
    message: { zh: `${placeName(context, cell.at)} ${cell.label}“${text}”${words.zh}`, en: `${placeName(context, cell.at)} ${cell.label} "${text}" ${words.en}` },
    cells: [cell],
  };
}

function cluster(context: CheckContext, table: BoundTable, cells: readonly DraftCell[], kind: string, severity: 'error' | 'warning' | 'hint', words: Bilingual): Parameters<Checklist['add']>[0] {
  const first = placeName(context, cells[0].at);
  const sheets = new Set(cells.map((c) => c.at.sheet)).size;
  const many = cells.length > 1 ? ` 等 ${cells.length} 个单元格${sheets > 1 ? `（${sheets} 张表）` : ''}` : '';
  // The key names the cells' rows, so that one more such cell is a new finding and a moved table is not.
  return {
    rule: 'M3', severity, table, key: `${kind}|${cells.map((c) => c.label).join(',')}`,
    message: { zh: `${first}${many}${words.zh}`, en: `${first}${cells.length > 1 ? ` and ${cells.length - 1} more${sheets > 1 ? ` in ${sheets} tables` : ''}` : ''} ${words.en}` },
    cells: cells.slice(0, MOST_CELLS),
  };
}
