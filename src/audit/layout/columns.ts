import { isTotalLabel, type Bilingual, type SheetGrid } from '../workbook';
import type { Phrase, Words } from '../words';
import { codeText, CodeReader, splitCode } from './codes';
import type { CodeBook } from './codeBook';
import { CODE_PARTS, isFigureText } from './lines';
import type { CodeColumns, CodeKind, Header, LayoutColumn } from './model';
import { areNumbersOfNames, countNames } from './numbersOfNames';
import { isFigures, isMostlyFigures, talliesOf, type Tally } from './tally';

/** Rows looked at to tell what a column holds. */
const SAMPLE = 240;

/** A code column: so large a share of its entries is known to the chart. */
const KNOWN_CODES = 0.6;

export interface TypedColumns {
  readonly columns: readonly LayoutColumn[];
  readonly codes: readonly CodeColumns[];
}

/** Dimensions of words that head amounts. */
const AMOUNTS: readonly string[] = ['fund', 'nature', 'total', 'measure', 'item', 'period', 'kind', 'subject'];

/** Words that head nothing but amounts. */
const MEASURED: readonly string[] = ['total', 'measure'];

/** Types every column of a table by what it holds, with its header as a witness. */
export function typeColumns(grid: SheetGrid, header: Header, rows: readonly number[], words: Words, book: CodeBook): TypedColumns {
  const span = columnsOf(grid, header, rows);
  const sample = rows.length > SAMPLE ? rows.filter((_, i) => i % Math.ceil(rows.length / SAMPLE) === 0) : rows;
  const tallies = talliesOf(grid, sample, span);
  const serial = span.find((column) => (header.paths.get(column) ?? []).length === 0 && countNames(grid, rows, column)) ?? -1;
  const firstFigures = span.find((column) => column !== serial && isFigures(tallies.get(column)!) && !isLabelHeader(header.paths.get(column) ?? [], words)) ?? Infinity;
  const columns: LayoutColumn[] = [];
  const lowerParts = new Set<number>();
  for (const column of span) {
    const path = header.paths.get(column) ?? [];
    if (isLowerPart(grid, sample, column, path, columns[columns.length - 1], words)) lowerParts.add(column);
    const { kind, reason } = column === serial ? SERIAL : lowerParts.has(column) ? LOWER_PART : isLostUpperPart(header, column, tallies.get(column)!) ? CHART_PART : kindOf(column, path, tallies.get(column)!, words, grid, sample, book, firstFigures, columns.some((c) => c.kind === 'code'));
    columns.push({ column, path, kind, reason });
  }
  const codes = codeGroups(grid, columns, lowerParts, tallies, sample, words, book);
  return { columns, codes };
}

const CHART_CODES: Bilingual = { zh: '内容是科目编码', en: 'holds account codes' };

const LOWER_PART: Pick<LayoutColumn, 'kind' | 'reason'> = { kind: 'code', reason: { zh: '左边一栏编码的下级', en: 'goes on with the code on its left' } };

const CHART_PART: Pick<LayoutColumn, 'kind' | 'reason'> = { kind: 'code', reason: CHART_CODES };

const NUMBERS: Bilingual = { zh: '内容是右边名称的编号', en: 'numbers the names on its right' };

const SERIAL: Pick<LayoutColumn, 'kind' | 'reason'> = { kind: 'serial', reason: NUMBERS };

/** Left of 款 nothing but codes: their 类, whose word was lost. */
function isLostUpperPart({ paths }: Header, column: number, { codes, filled }: Tally): boolean {
  const last = (of: number): string => paths.get(of)?.slice(-1)[0] ?? '';
  return last(column + 1) === '款' && !CODE_PARTS.has(last(column)) && filled > 0 && codes === filled;
}

/** Right of 类 or 款, or of a code where nothing stands above them (05, 21), whole numbers of two digits at most go on with the code. */
function isLowerPart(grid: SheetGrid, rows: readonly number[], column: number, path: readonly string[], left: LayoutColumn | undefined, words: Words): boolean {
  if (left?.kind !== 'code' || CODE_PARTS.has(path[path.length - 1] ?? '')) return false;
  const isNamed = ['类', '款'].includes(left.path[left.path.length - 1] ?? '');
  if (!isNamed && (path.length > 0 || (left.reason !== LOWER_PART.reason && !isCodeHeader(left.path, words)))) return false;
  const filled = rows.map((row) => grid.norm(row, column)).filter((text) => text !== '' && !isTotalLabel(text));
  // Zeros alone are amounts of an empty table.
  return filled.some((text) => (isNamed ? Number(text) !== 0 : text.length === 2 && text[0] === '0')) && filled.every((text) => text.length <= 2 && codeText(text) !== '');
}

function columnsOf(grid: SheetGrid, header: Header, rows: readonly number[]): number[] {
  const columns = new Set(header.paths.keys());
  for (const row of rows) {
    const [from, to] = grid.cellsOf(row);
    for (let i = from; i < to; i++) columns.add(grid.sheet.columns[i]);
  }
  return [...columns].sort((a, b) => a - b);
}

function isCodeHeader(path: readonly string[], words: Words): boolean {
  const last = path[path.length - 1] ?? '';
  if (CODE_PARTS.has(last)) return true;
  const ids = idsOf(words.phrase(last));
  return ids.includes('编码');
}

/** 编码, 序号, 行次: figures below them are no amounts. */
function isLabelHeader(path: readonly string[], words: Words): boolean {
  const ids = idsOf(words.phrase(path[path.length - 1] ?? ''));
  return isCodeHeader(path, words) || ids.includes('序号') || ids.includes('行次');
}

const idsOf = (phrase: Phrase): string[] => phrase.concepts.map((c) => c.id);

function kindOf(
  column: number,
  path: readonly string[],
  tally: Tally,
  words: Words,
  grid: SheetGrid,
  rows: readonly number[],
  book: CodeBook,
  firstFigures: number, hasCodes: boolean,
): Pick<LayoutColumn, 'kind' | 'reason'> {
  const last = path[path.length - 1] ?? '';
  const headed = headerOf(last);
  const ids = idsOf(words.phrase(last));
  const dimensions = words.phrase(last).concepts.map((c) => c.dimension);
  if (ids.includes('序号') || ids.includes('行次')) return { kind: 'serial', reason: headed };
  if (isCodeHeader(path, words) && (tally.filled === 0 || tally.codes + tally.joined >= tally.filled * 0.5)) return { kind: 'code', reason: headerOf(path.join(' / ')) };
  // 类 misspelt above 款 and 项, below the word that heads them all.
  if (path.length > 1 && tally.codes > 0 && tally.codes === tally.filled && ids.length === 0 && isCodeHeader(path.slice(0, -1), words)) return { kind: 'code', reason: headerOf(path.join(' / ')) };
  if (path.some((word) => idsOf(words.phrase(word)).includes('增减率')) || (tally.percents > 0 && tally.percents >= tally.filled * 0.5)) return { kind: 'percent', reason: tally.percents > 0 ? { zh: '内容是百分比', en: 'holds percentages' } : headed };
  if (dimensions.includes('quantity')) return { kind: 'quantity', reason: headed };
  const isRemark = (ids.includes('备注') || ids.includes('指标')) && !endsInTotal(grid, rows, column);
  if (tally.joined > 0 && tally.joined >= tally.texts * 0.5 && (column < firstFigures ? joinedKnown(grid, rows, column, book) !== null : hasCodes && areNamedInside(grid, rows, column, book))) return { kind: 'code', reason: { zh: '编码写在名称前面', en: 'codes stand in front of the names' } };
  // Integers in front of a name column are codes where the chart says so.
  if (tally.codes > 0 && tally.codes >= tally.filled * KNOWN_CODES && ids.length === 0 && chartKind(grid, rows, column, book) !== null) return { kind: 'code', reason: CHART_CODES };
  if (path.length === 0 && column < firstFigures + 1 && areNumbersOfNames(grid, rows, column)) return { kind: 'code', reason: NUMBERS };
  // Whatever the header says: codes of the chart with their own names beside them.
  if (tally.codes >= FEW_CODES && tally.codes >= tally.filled - WORDS_AMONG && areNamed(grid, rows, column, book)) return { kind: 'code', reason: CHART_CODES };
  if (ids.includes('指标') || (isRemark && !isFigures(tally))) return { kind: 'text', reason: headed };
  const namesAmount = dimensions.some((d) => AMOUNTS.includes(d)) && !ids.includes('名称');
  if (isFigures(tally) || (namesAmount && isMostlyFigures(tally))) {
    // 215 and 112 below 预算数 are amounts that happen to be codes.
    if (!dimensions.some((d) => MEASURED.includes(d)) && column < firstFigures + 1 && chartKind(grid, rows, column, book) !== null) return { kind: 'code', reason: CHART_CODES };
    return { kind: 'amount', reason: { zh: '内容是金额', en: 'holds amounts' } };
  }
  if (namesAmount && tally.texts > 0 && areDamagedFigures(grid, rows, column)) return { kind: 'amount', reason: { zh: '内容是写坏的金额', en: 'holds damaged amounts' } };
  if (tally.texts > 0) {
    if (column > firstFigures && (tally.long > 0 || !hasLabels(grid, rows, column))) return { kind: 'text', reason: { zh: '金额后面的文字', en: 'words behind the amounts' } };
    return { kind: 'name', reason: { zh: '内容是文字', en: 'holds words' } };
  }
  if (namesAmount) return { kind: 'amount', reason: { zh: `${headed.zh}，没有数`, en: `${headed.en}, no figures` } };
  if (ids.includes('名称') || ids.includes('单位') || ids.includes('项目')) return { kind: 'name', reason: headed };
  return { kind: path.length > 0 ? 'text' : 'empty', reason: path.length > 0 ? headed : { zh: '空栏', en: 'empty' } };
}

/** Figures with a sign or mark behind them ("10#", "1.5②"): in a table of one row they are all that its column holds. */
function areDamagedFigures(grid: SheetGrid, rows: readonly number[], column: number): boolean {
  const entries = rows.map((row) => grid.norm(row, column)).filter((text) => text !== '');
  return entries.length > 0 && entries.every((text) => DAMAGED.test(text));
}

const DAMAGED = /^-?\d[\d.,]{0,30}[^\p{L}\d%‰]{0,2}$/u;

/** A list whose last entries are totals is one of lines, whatever heads it. */
function endsInTotal(grid: SheetGrid, rows: readonly number[], column: number): boolean {
  const entries = rows.map((row) => grid.norm(row, column)).filter((text) => text !== '');
  const last = entries[entries.length - 1] ?? '';
  return entries.length > 2 && (last.endsWith('合计') || last.endsWith('总计') || isTotalLabel(last));
}

/** Words right of figures are labels of a further part of the table where they are numbered, total, or names of 科目. */
function hasLabels(grid: SheetGrid, rows: readonly number[], column: number): boolean {
  let labels = 0;
  for (const row of rows) {
    const cell = grid.at(row, column);
    if (!grid.isText(cell)) continue;
    const label = grid.texts.label(grid.sheet.texts[cell]);
    // 公共安全支出(204) is a name of its 科目 as well.
    const text = splitCode(grid.normOf(cell)).name;
    if (label.style !== '' || text.endsWith('合计') || text.endsWith('总计') || text.endsWith('支出') || text.endsWith('费') || isTotalLabel(text)) labels++;
  }
  return labels >= 2;
}

/** The classification whose chart knows most codes written in front of the names; null where none knows them. */
function joinedKnown(grid: SheetGrid, rows: readonly number[], column: number, book: CodeBook): CodeKind | null {
  const found = rows.map((row) => splitCode(grid.norm(row, column))).filter((c) => c.code !== '');
  const kind = bestKind(found, book);
  // 311 专项业务类: numbers of a place's own, where no name is the chart's.
  return kind !== null && found.some(({ code, name }) => name === '' || book.agrees(kind, code, name)) ? kind : null;
}

/** The same for a column of bare codes, whose names stand right of it. */
function chartKind(grid: SheetGrid, rows: readonly number[], column: number, book: CodeBook): CodeKind | null {
  const found: { code: string; name: string }[] = [];
  let lengths = 0;
  for (const row of rows) {
    const code = codeText(grid.norm(row, column));
    if (code === '') continue;
    const right = nameBeside(grid, row, column);
    found.push({ code, name: isFigureText(right) ? '' : right });
    lengths |= 1 << Math.min(9, code.length);
  }
  // Amounts in whole yuan look like codes: codes have names beside them, and lengths of 3, 5 and 7.
  if (found.length === 0 || found.filter((c) => c.name !== '').length < found.length * 0.6) return null;
  if ((lengths & ~((1 << 3) | (1 << 5) | (1 << 7) | (1 << 2))) !== 0) return null;
  return bestKind(found, book);
}

/** The text right of a code, a blank column between them at most. */
function nameBeside(grid: SheetGrid, row: number, column: number): string {
  const next = grid.norm(row, column + 1) === '' ? column + 2 : column + 1;
  return grid.isText(grid.at(row, next)) ? grid.norm(row, next) : '';
}

/** 公用经费合计 may stand among the codes. */
const WORDS_AMONG = 1;

/** Fewer codes prove nothing. */
const FEW_CODES = 4;

/** More than half of the codes bear the name that the chart gives them. */
function areNamed(grid: SheetGrid, rows: readonly number[], column: number, book: CodeBook): boolean {
  const codes = rows.map((row) => ({ code: codeText(grid.norm(row, column)), name: nameBeside(grid, row, column) })).filter((c) => c.code !== '');
  return SUBJECTS.some((kind) => codes.filter(({ code, name }) => book.agrees(kind, code, name)).length * 2 > codes.length);
}

/** The same where each name stands behind its code in one cell: behind figures, texts that begin with digits may as well be remarks. */
function areNamedInside(grid: SheetGrid, rows: readonly number[], column: number, book: CodeBook): boolean {
  const codes = rows.map((row) => splitCode(grid.norm(row, column))).filter((c) => c.code !== '' && c.name !== '');
  return SUBJECTS.some((kind) => codes.filter(({ code, name }) => book.agrees(kind, code, name)).length * 2 > codes.length);
}

const SUBJECTS: readonly CodeKind[] = ['function', 'department', 'government'];

function bestKind(found: readonly { readonly code: string; readonly name: string }[], book: CodeBook): CodeKind | null {
  let best: CodeKind | null = null;
  let most = 0;
  for (const kind of SUBJECTS) {
    let score = 0;
    for (const { code, name } of found) {
      const short = kind === 'function' || code.length <= 5 ? code : code.slice(0, 5);
      if (book.knows(kind, short)) score += name !== '' && book.agrees(kind, short, name) ? 1.01 : 1;
    }
    if (score > most) {
      most = score;
      best = kind;
    }
  }
  return most >= found.length * KNOWN_CODES ? best : null;
}

/** 类 | 款 | 项, or unnamed columns below one header, are one code; the chart says of which classification. */
function codeGroups(
  grid: SheetGrid,
  columns: readonly LayoutColumn[],
  lowerParts: ReadonlySet<number>,
  tallies: ReadonlyMap<number, Tally>,
  rows: readonly number[],
  words: Words,
  book: CodeBook,
): CodeColumns[] {
  const groups: { columns: number[]; path: readonly string[]; joined: boolean }[] = [];
  for (const [i, { column, path, kind }] of columns.entries()) {
    if (kind !== 'code') continue;
    const tally = tallies.get(column)!;
    const joined = tally.joined > tally.codes;
    const previous = groups[groups.length - 1];
    const goesOn = previous !== undefined && !joined && !previous.joined && previous.columns[previous.columns.length - 1] === columns[i - 1].column && previous.columns.length < 3 && (lowerParts.has(column) || continues(previous, path));
    if (goesOn) previous.columns.push(column);
    else groups.push({ columns: [column], path, joined });
  }
  return groups.map((group) => ({ columns: group.columns, joined: group.joined, kind: classify(grid, group, rows, words, book) }));
}

function continues(previous: { readonly columns: readonly number[]; readonly path: readonly string[] }, path: readonly string[]): boolean {
  const last = path[path.length - 1] ?? '';
  const own = previous.path[previous.path.length - 1] ?? '';
  if (last === '款' || last === '项' || last === '目') return own === '类' || own === '款' || previous.columns.length > 0;
  return last !== '类' && path.length === previous.path.length && path.every((word, i) => word === previous.path[i]);
}

function classify(grid: SheetGrid, group: { readonly columns: readonly number[]; readonly path: readonly string[]; readonly joined: boolean }, rows: readonly number[], words: Words, book: CodeBook): CodeKind {
  const stated = statedKind(group.path, words);
  const reader = new CodeReader(grid, { ...group, kind: stated ?? 'function' });
  const right = group.columns[group.columns.length - 1] + 1;
  const found = rows
    .map((row) => ({ code: reader.read(row), name: group.joined ? splitCode(grid.norm(row, group.columns[0])).name : grid.isText(grid.at(row, right)) ? grid.norm(row, right) : '' }))
    .filter((c) => c.code !== '');
  if (found.length === 0) return stated ?? 'other';
  if (stated === 'unit') return 'unit';
  const best = bestKind(found, book);
  // A header that names the classification is believed as long as the chart knows anything of its codes.
  if (stated && stated !== best && found.some((c) => book.knows(stated, c.code.length > 5 && stated !== 'function' ? c.code.slice(0, 5) : c.code))) return best !== null && share(found, best, book) > share(found, stated, book) + 0.3 ? best : stated;
  return best ?? stated ?? 'other';
}

const share = (found: readonly { readonly code: string }[], kind: CodeKind, book: CodeBook): number => found.filter((c) => book.knows(kind, c.code)).length / found.length;

/** The classification a header names: 功能科目编码, 部门预算支出经济分类科目编码, 单位编码. */
function statedKind(path: readonly string[], words: Words): CodeKind | null {
  const ids = path.flatMap((word) => words.phrase(word).concepts.map((c) => c.id));
  if (ids.includes('政府经济')) return 'government';
  if (ids.includes('部门经济') || ids.includes('经济')) return 'department';
  if (ids.includes('功能')) return 'function';
  if (ids.includes('单位') && ids.includes('编码')) return 'unit';
  return null;
}

const headerOf = (header: string): Bilingual => ({ zh: `表头“${header}”`, en: `header “${header}”` });
