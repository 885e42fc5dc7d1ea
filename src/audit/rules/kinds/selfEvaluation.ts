import { foldText, normaliseText, type SheetGrid } from '../../workbook';
import { Checklist, placeName, type Check, type CheckContext, type DraftCell } from './context';

/** The title stands within the first rows. */
const TITLE_ROWS = 4;

/** Weights of a 自评表 add up to this many points. */
const FULL_SCORE = 100;

const STATED_SCORE = /自评(总)?得分:?(\d+(?:\.\d+)?)/;
const SPENDING = /支出合计(\d+(?:\.\d+)?)万元.{0,8}?基本支出(\d+(?:\.\d+)?)万元.{0,3}?项目支出(\d+(?:\.\d+)?)万元/;

/** M10: in a 绩效自评表 rates are what they are made of, scores add up, and the spending in words does so too. */
export const selfEvaluation: Check = (context) => {
  const list = new Checklist();
  for (const grid of context.grids) {
    if (!isSelfEvaluation(grid)) continue;
    for (const row of grid.sheet.rowNumbers) {
      checkRates(context, list, grid, row);
      checkSpending(context, list, grid, row);
    }
    checkScores(context, list, grid);
  }
  return list.result();
};

function isSelfEvaluation(grid: SheetGrid): boolean {
  return [...grid.rowsBetween(0, TITLE_ROWS)].some((row) => {
    const [from, to] = grid.cellsOf(row);
    return Array.from({ length: to - from }, (_, i) => from + i).some((cell) => grid.isText(cell) && /自评表/.test(grid.normOf(cell)) && grid.normOf(cell).length < 40);
  });
}

/** Columns of a header row by pattern; null unless all are there. */
function columnsOf(grid: SheetGrid, row: number, patterns: readonly RegExp[]): number[] | null {
  const [from, to] = grid.cellsOf(row);
  const found = patterns.map((pattern) => {
    for (let cell = from; cell < to; cell++) if (grid.isText(cell) && pattern.test(grid.normOf(cell))) return grid.sheet.columns[cell];
    return -1;
  });
  return found.includes(-1) ? null : found;
}

const cellOf = (grid: SheetGrid, row: number, column: number, label: string, role: DraftCell['role'] = 'term'): DraftCell => ({ at: { sheet: grid.index, row, column }, role, label });

/** 执行率 = 全年执行数 ÷ 全年预算数 in the rows below such a header. */
function checkRates(context: CheckContext, list: Checklist, grid: SheetGrid, header: number): void {
  const columns = columnsOf(grid, header, [/^全年预算数/, /^全年执行数/, /^执行率/]);
  if (!columns) return;
  for (const row of grid.rowsBetween(header + 1, header + 6)) {
    const [budget, spent] = columns.slice(0, 2).map((column) => numberAt(grid, row, column));
    const rate = rateAt(grid, row, columns[2]);
    if (budget === null || spent === null || rate === null || budget === 0) continue;
    const due = (spent / budget) * 100;
    if (Math.abs(due - rate.percent) <= rate.tolerance) {
      list.pass();
      continue;
    }
    const subject = cellOf(grid, row, columns[2], '执行率', 'subject');
    list.add({
      rule: 'M10', severity: 'warning', table: null, key: `rate|${grid.sheet.name}|${row - header}`,
      message: {
        zh: `${placeName(context, subject.at)} 执行率写的是 ${rate.percent}%，全年执行数 ${spent} ÷ 全年预算数 ${budget} = ${due.toFixed(2)}%；请核对`,
        en: `${placeName(context, subject.at)} says ${rate.percent}%, but ${spent} / ${budget} = ${due.toFixed(2)}%`,
      },
      cells: [subject, cellOf(grid, row, columns[1], '全年执行数'), cellOf(grid, row, columns[0], '全年预算数')],
    });
  }
}

function numberAt(grid: SheetGrid, row: number, column: number): number | null {
  const cell = grid.at(row, column);
  if (grid.isNumber(cell)) return grid.sheet.numbers[cell];
  const text = cell < 0 ? '' : foldText(grid.rawOf(cell));
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : null;
}

/** A rate with half of its last digit; a number without % format says nothing certain. */
function rateAt(grid: SheetGrid, row: number, column: number): { percent: number; tolerance: number } | null {
  const cell = grid.at(row, column);
  if (grid.isNumber(cell)) {
    const format = grid.formatOf(cell);
    if (!format.includes('%')) return null;
    const decimals = /\.(0+)/.exec(format)?.[1].length ?? 0;
    return { percent: Number((grid.sheet.numbers[cell] * 100).toFixed(4)), tolerance: 0.5000001 * 10 ** -decimals };
  }
  const match = cell < 0 ? null : /^(\d+)(?:\.(\d+))?%$/.exec(foldText(grid.rawOf(cell)));
  return match ? { percent: Number(`${match[1]}.${match[2] ?? '0'}`), tolerance: 0.5000001 * 10 ** -(match[2]?.length ?? 0) } : null;
}

/** The scores add up to 自评得分 where the weights add up to 100, so that all lines were seen. */
function checkScores(context: CheckContext, list: Checklist, grid: SheetGrid): void {
  const header = [...grid.sheet.rowNumbers].find((row) => columnsOf(grid, row, [/^分值/, /^得分/]));
  const stated = statedScore(grid);
  const columns = header === undefined ? null : columnsOf(grid, header, [/^分值/, /^得分/]);
  if (header === undefined || !columns || !stated) return;
  let [weights, scores] = [0, 0];
  const cells: DraftCell[] = [];
  for (const row of grid.rowsBetween(header + 1, grid.lastRow)) {
    const [weight, score] = columns.map((column) => numberAt(grid, row, column));
    if (weight === null || score === null || grid.hasTotalLabel(row, columns[0])) continue;
    weights += weight;
    scores += score;
    cells.push(cellOf(grid, row, columns[1], '得分'));
  }
  if (weights !== FULL_SCORE) return;
  if (Math.abs(scores - stated.value) < 0.005) return list.pass();
  list.add({
    rule: 'M10', severity: 'warning', table: null, key: `score|${grid.sheet.name}`,
    message: {
      zh: `${placeName(context, stated.at.at)} 自评得分 ${stated.value}，各项得分之和是 ${Number(scores.toFixed(2))}；请核对`,
      en: `${placeName(context, stated.at.at)} says ${stated.value} points, the scores add up to ${Number(scores.toFixed(2))}`,
    },
    cells: [stated.at, ...cells],
  });
}

function statedScore(grid: SheetGrid): { value: number; at: DraftCell } | null {
  for (const row of grid.sheet.rowNumbers) {
    const [from, to] = grid.cellsOf(row);
    for (let cell = from; cell < to; cell++) {
      const match = grid.isText(cell) ? STATED_SCORE.exec(grid.normOf(cell)) : null;
      if (match) return { value: Number(match[2]), at: cellOf(grid, row, grid.sheet.columns[cell], '自评得分', 'subject') };
    }
  }
  return null;
}

/** 支出合计 = 基本支出 + 项目支出 in the words of the form, in 万元 with two decimals. */
function checkSpending(context: CheckContext, list: Checklist, grid: SheetGrid, row: number): void {
  const [from, to] = grid.cellsOf(row);
  for (let cell = from; cell < to; cell++) {
    const match = grid.isText(cell) ? SPENDING.exec(normaliseText(grid.rawOf(cell))) : null;
    if (!match) continue;
    const [total, basic, project] = match.slice(1).map(Number);
    if (Math.abs(total - basic - project) <= 0.0151) {
      list.pass();
      continue;
    }
    const subject = cellOf(grid, row, grid.sheet.columns[cell], '支出情况', 'subject');
    list.add({
      rule: 'M10', severity: 'warning', table: null, key: `spending|${grid.sheet.name}`,
      message: {
        zh: `${placeName(context, subject.at)} 写的支出合计 ${total} 万元，基本支出 ${basic} + 项目支出 ${project} = ${(basic + project).toFixed(2)} 万元；请核对`,
        en: `${placeName(context, subject.at)}: total ${total}, but basic ${basic} + projects ${project} = ${(basic + project).toFixed(2)} (×10,000 yuan)`,
      },
      cells: [subject],
    });
  }
}
