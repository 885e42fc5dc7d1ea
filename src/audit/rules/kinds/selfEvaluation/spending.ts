/** Money of a 绩效自评表 against itself and against 支出决算表 (公开03表). */
import { fenPerUnit, yearIn } from '../../../tables';
import { normaliseText, type SheetGrid } from '../../../workbook';
import { CHECK_WORDS } from '../../../words';
import { amountCell, fenOf, placeName, type Checklist, type CheckContext, type DraftCell } from '../context';
import { wanyuanText } from '../money';
import { cellOf } from './form';
import { fundsOf } from './rates';

const WANYUAN = 1_000_000;

/** Half of the last digit of 0.01 万元, in 分. */
const HALF_STEP = 5_000;

const COLUMNS = ['本年支出合计', '基本支出', '项目支出'];

interface Figure {
  readonly fen: number;
  readonly half: number;
  readonly cell: DraftCell;
}

/** A figure of the 合计 row of 公开03表; null where it is not there, or the form is of another year. */
function figureOf(context: CheckContext, title: string, label: string): Figure | null {
  const { recognition } = context;
  const year = yearIn(title);
  if (year !== null && recognition.year !== null && year !== recognition.year) return null;
  const block = recognition.tables.find((table) => table.id === 'F03')?.blocks[0];
  const column = block?.columns.findIndex((c) => c.id === label) ?? -1;
  const row = block?.rows.findIndex((r) => r.kind === 'total') ?? -1;
  if (!block || column < 0 || row < 0) return null;
  const fen = fenOf(recognition, block, row, column);
  if (fen === null || fen === 0) return null;
  return { fen, half: fenPerUnit(block.table.unit) / 200, cell: { at: amountCell(recognition, block.amounts[row * block.columns.length + column]), role: 'term', label: `合计 ${label}` } };
}

/** 支出合计 = 基本支出 + 项目支出 in the words of the form, in 万元 with two decimals, and each = 公开03表. */
export function checkSpending(context: CheckContext, list: Checklist, grid: SheetGrid, row: number, title: string): void {
  const [from, to] = grid.cellsOf(row);
  for (let cell = from; cell < to; cell++) {
    const match = grid.isText(cell) ? CHECK_WORDS.selfEvaluation.spending.exec(normaliseText(grid.rawOf(cell))) : null;
    if (!match) continue;
    const [total, basic, project] = match.slice(1).map(Number);
    const closes = Math.abs(total - basic - project) <= 0.0151;
    const unlike = [total, basic, project].flatMap((value, i) => {
      const figure = figureOf(context, title, COLUMNS[i]);
      return figure && Math.abs(figure.fen - Math.round(value * WANYUAN)) > HALF_STEP + figure.half ? [{ value, figure, label: COLUMNS[i] }] : [];
    });
    if (closes && unlike.length === 0) {
      list.pass();
      continue;
    }
    const subject = cellOf(grid, row, grid.sheet.columns[cell], '支出情况', 'subject');
    const place = placeName(context, subject.at);
    const zh = unlike.map(({ value, figure, label }) => `${label} ${value} 万元，${placeName(context, figure.cell.at)} 是 ${wanyuanText(figure.fen)} 万元`);
    const en = unlike.map(({ value, figure, label }) => `${label} ${value}, but ${wanyuanText(figure.fen)} at ${placeName(context, figure.cell.at)}`);
    list.add({
      rule: 'M10', severity: 'warning', table: null, key: `spending|${grid.sheet.name}`,
      message: {
        zh: `${place} ${[...(closes ? [] : [`写的支出合计 ${total} 万元，基本支出 ${basic} + 项目支出 ${project} = ${(basic + project).toFixed(2)} 万元`]), ...zh].join('；')}；请核对`,
        en: `${place}: ${[...(closes ? [] : [`total ${total}, but basic ${basic} + projects ${project} = ${(basic + project).toFixed(2)} (×10,000 yuan)`]), ...en].join('; ')}`,
      },
      cells: [subject, ...unlike.map(({ figure }) => figure.cell)],
    });
  }
}

/** A project spends no more than all projects; the form of the whole unit, what 公开03表 says. Scopes may differ: hints. */
export function checkFunds(context: CheckContext, list: Checklist, grid: SheetGrid, title: string): void {
  const funds = fundsOf(grid);
  if (!funds || funds.unit === null || funds.spent.value === 0) return;
  const whole = title.includes('整体');
  const figure = figureOf(context, title, whole ? '本年支出合计' : '项目支出');
  if (!figure) return;
  const over = Math.round(funds.spent.value * funds.unit) - figure.fen;
  if ((whole ? Math.abs(over) : over) <= funds.unit / 200 + figure.half) return list.pass();
  const subject = cellOf(grid, funds.row, funds.spent.column, '全年执行数', 'subject');
  const places = [placeName(context, subject.at), placeName(context, figure.cell.at)];
  list.add({
    rule: 'M10', severity: 'hint', table: null, key: `funds|${grid.sheet.name}`,
    message: {
      zh: `${places[0]} 全年执行数 ${wanyuanText(figure.fen + over)} 万元，${whole ? '与' : '大于'} ${places[1]} ${figure.cell.label} ${wanyuanText(figure.fen)} 万元${whole ? '不同' : ''}；请核对口径`,
      en: `${places[0]}: spent ${wanyuanText(figure.fen + over)}, ${whole ? 'unlike' : 'more than'} ${wanyuanText(figure.fen)} ×10,000 yuan at ${places[1]}; check what they cover`,
    },
    cells: [subject, figure.cell],
  });
}
