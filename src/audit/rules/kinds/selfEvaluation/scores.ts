import type { SheetGrid } from '../../../workbook';
import { CHECK_WORDS } from '../../../words';
import { placeName, type Checklist, type CheckContext, type DraftCell } from '../context';
import { cellOf, columnsOf, numberAt, textsBefore } from './form';
import { fundsHeader } from './rates';

/** Weights of a 自评表 add up to this many points … */
const FULL_SCORE = 100;

/** … of which a project's form gives these to 执行率, in a block that need not print them. */
const RATE_SCORE = 10;

/** Further from 100 points, lines were probably not seen. */
const NEAR = 20;

const WORDS = CHECK_WORDS.selfEvaluation;

const NAMED_WEIGHT = /\((\d+(?:\.\d+)?)分\)$/;

interface Line {
  readonly row: number;
  readonly weight: number;
  readonly score: number | null;
  readonly columns: readonly number[];
}

/** Weights add up to 100, no score is above its weight, and the scores add up to 自评得分 or 总分. */
export function checkScores(context: CheckContext, list: Checklist, grid: SheetGrid): void {
  const { lines, total } = linesOf(grid);
  if (lines.length < 2) return;
  for (const line of lines) checkScore(context, list, grid, line);
  checkNamed(context, list, grid, lines);
  const weights = sum(lines.map((line) => line.weight));
  const withoutRate = [...grid.sheet.rowNumbers].some((row) => fundsHeader(grid, row) && !columnsOf(grid, row, [WORDS.weight]));
  if (weights !== FULL_SCORE && !(withoutRate && weights === FULL_SCORE - RATE_SCORE)) {
    if (Math.abs(weights - FULL_SCORE) <= NEAR) addWeights(context, list, grid, lines, weights);
    return;
  }
  const stated = statedScore(grid) ?? (total?.score === undefined || total.score === null ? null : { value: total.score, at: cellOf(grid, total.row, total.columns[1], '总分', 'subject') });
  if (!stated || weights !== FULL_SCORE || lines.some((line) => line.score === null)) return list.pass();
  const scores = sum(lines.map((line) => line.score ?? 0));
  if (Math.abs(scores - stated.value) < 0.005) return list.pass(2);
  list.add({
    rule: 'M10', severity: 'warning', table: null, key: `score|${grid.sheet.name}`,
    message: {
      zh: `${placeName(context, stated.at.at)} 自评得分 ${stated.value}，各项得分之和是 ${scores}；请核对`,
      en: `${placeName(context, stated.at.at)} says ${stated.value} points, the scores add up to ${scores}`,
    },
    cells: [stated.at, ...lines.map((line) => cellOf(grid, line.row, line.columns[1], '得分'))],
  });
}

/** Lines below each header with 分值 and 得分, down to the next one; the row 总分 is none of them. */
function linesOf(grid: SheetGrid): { lines: Line[]; total: Line | null } {
  const lines: Line[] = [];
  let total: Line | null = null;
  let columns: number[] | null = null;
  for (const row of grid.sheet.rowNumbers) {
    const header = columnsOf(grid, row, [WORDS.weight, WORDS.score]);
    if (header) {
      columns = header;
      continue;
    }
    const weight = columns ? numberAt(grid, row, columns[0]) : null;
    if (!columns || weight === null) continue;
    const line = { row, weight, score: numberAt(grid, row, columns[1]), columns };
    if (textsBefore(grid, row, columns[0]).some((text) => WORDS.total.test(text))) total = line;
    else lines.push(line);
  }
  return { lines, total };
}

function checkScore(context: CheckContext, list: Checklist, grid: SheetGrid, { row, weight, score, columns }: Line): void {
  if (score === null || score <= weight) return list.pass();
  const subject = cellOf(grid, row, columns[1], '得分', 'subject');
  list.add({
    rule: 'M10', severity: 'warning', table: null, key: `above|${grid.sheet.name}|${textsBefore(grid, row, columns[0])[0] ?? row}`,
    message: { zh: `${placeName(context, subject.at)} 得分 ${score} 高于分值 ${weight}；请核对`, en: `${placeName(context, subject.at)}: ${score} points of ${weight}` },
    cells: [subject, cellOf(grid, row, columns[0], '分值')],
  });
}

/** “预算完成率（10分）” beside 10; above lines without such a name, the sum of theirs may be meant. */
function checkNamed(context: CheckContext, list: Checklist, grid: SheetGrid, lines: readonly Line[]): void {
  const names = lines.map((line) => textsBefore(grid, line.row, line.columns[0]).find((text) => NAMED_WEIGHT.test(text)));
  lines.forEach(({ row, weight, columns }, i) => {
    const named = names[i] === undefined ? null : Number(NAMED_WEIGHT.exec(names[i])?.[1]);
    if (named === null || (i + 1 < lines.length && names[i + 1] === undefined)) return;
    if (named === weight) return list.pass();
    const subject = cellOf(grid, row, columns[0], '分值', 'subject');
    list.add({
      rule: 'M10', severity: 'warning', table: null, key: `named|${grid.sheet.name}|${names[i]}`,
      message: { zh: `${placeName(context, subject.at)} 分值 ${weight}，指标写的是“${names[i]}”；请核对`, en: `${placeName(context, subject.at)}: weight ${weight}, the indicator says "${names[i]}"` },
      cells: [subject],
    });
  });
}

function addWeights(context: CheckContext, list: Checklist, grid: SheetGrid, lines: readonly Line[], weights: number): void {
  const [subject, ...others] = lines.map((line, i) => cellOf(grid, line.row, line.columns[0], '分值', i === 0 ? 'subject' : 'term'));
  list.add({
    rule: 'M10', severity: 'warning', table: null, key: `weights|${grid.sheet.name}`,
    message: {
      zh: `${placeName(context, subject.at)} 起各项分值之和是 ${weights}，应为 ${FULL_SCORE}；请核对分值`,
      en: `From ${placeName(context, subject.at)} on: the weights add up to ${weights}, not ${FULL_SCORE}`,
    },
    cells: [subject, ...others],
  });
}

const sum = (values: readonly number[]): number => Number(values.reduce((total, value) => total + value, 0).toFixed(4));

function statedScore(grid: SheetGrid): { value: number; at: DraftCell } | null {
  for (const row of grid.sheet.rowNumbers) {
    const [from, to] = grid.cellsOf(row);
    for (let cell = from; cell < to; cell++) {
      const match = grid.isText(cell) ? WORDS.statedScore.exec(grid.normOf(cell)) : null;
      if (match) return { value: Number(match[1]), at: cellOf(grid, row, grid.sheet.columns[cell], '自评得分', 'subject') };
    }
  }
  return null;
}
