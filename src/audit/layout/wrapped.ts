import { isTotalLabel, normaliseText, outlineLabel, type SheetGrid } from '../workbook';
import type { Words } from '../words';
import { CodeReader, splitCode } from './codes';
import type { CodeBook } from './codeBook';
import { isFigureText } from './lines';
import type { TypedColumns } from './columns';
import type { CodeKind } from './model';

/** Names that a narrow printed column broke over two or three rows. */
export interface WrappedNames {
  /** Cell index → the whole name, for the cell beside the figures; "" for the parts that stand by themselves. */
  readonly texts: ReadonlyMap<number, string>;
  /** Rows that held nothing but a part of a name. */
  readonly parts: ReadonlySet<number>;
}

const KINDS: readonly CodeKind[] = ['function', 'department', 'government'];

/** Rows of one name stand at most so far apart. */
const APART = 2;

/**
 * Joins names that stand in two or three rows where the chart or the vocabulary knows them whole and not in parts: 住房保障 | 支出. A part above or below
 * goes to the row that has the figures.
 */
export function wrappedNames(grid: SheetGrid, rows: readonly number[], { columns, codes }: TypedColumns, words: Words, book: CodeBook): WrappedNames {
  const texts = new Map<number, string>();
  const parts = new Set<number>();
  const named = new Set(columns.filter((c) => c.kind === 'name' || c.kind === 'code').map((c) => c.column));
  const isName = (text: string): boolean => KINDS.some((kind) => book.codesOf(kind, text).length > 0) || words.phrase(text).known === 1;
  const now = (cell: number): string => texts.get(cell) ?? grid.rawOf(cell).trim();
  /** 拨款, 资金 by themselves name nothing. */
  const saysNothing = (text: string): boolean => text.length > 1 && words.phrase(text).known === 1 && words.phrase(text).concepts.length === 0;
  /** 金额 by itself, without a figure, is the end of what stands above it. */
  const isMeasure = (text: string): boolean => words.phrase(text).known === 1 && words.phrase(text).concepts.length > 0 && words.phrase(text).concepts.every((c) => c.dimension === 'measure');
  let read: readonly ReadonlyMap<number, string>[] | null = null;
  const codesOf = (row: number): string[] => {
    read ??= codes.map((of) => {
      const reader = new CodeReader(grid, of);
      return new Map(rows.map((each) => [each, reader.read(each)]));
    });
    return read.map((of) => of.get(row) ?? '').filter((code) => code !== '');
  };
  /** 公务员医疗补助 | 缴费 beside 30111: the whole is the code's name, the part is not. */
  const isCodesEnd = (row: number, host: string, own: string): boolean => codesOf(row).some((code) => KINDS.some((kind) => book.agrees(kind, code, host + own) && !book.agrees(kind, code, host)));
  /** 附属单位上缴 | 收入, where the names above and below end in 收入, too: what is known by its whole name alone, or in either way. */
  const isUsualEnd = (column: number, host: string, own: string): boolean => {
    if (host.endsWith(own) || words.phrase(own).known < 1 || !words.phrase(own).concepts.every((c) => c.dimension === 'kind')) return false;
    if (!KINDS.some((kind) => book.codesOf(kind, host + own).length > 0) && words.phrase(host + own).concepts.length !== 1) return false;
    return rows.filter((row) => grid.norm(row, column) !== own && grid.norm(row, column).endsWith(own)).length >= USUAL;
  };
  const join = (lone: number, other: number | undefined, before: boolean): boolean => {
    const cell = loneText(grid, lone, named);
    if (cell < 0 || other === undefined || Math.abs(other - lone) > APART || parts.has(other)) return false;
    const beside = hostOf(grid, other, grid.sheet.columns[cell], named);
    if (beside < 0 || !grid.isText(beside) || loneText(grid, other, named) >= 0) return false;
    const [own, host] = [grid.normOf(cell), nameIn(before ? grid.normOf(beside) : normaliseText(now(beside)))];
    const isWhole = isName(host) && (before || (!isOpen(host) && !isCodesEnd(other, host, own) && !saysNothing(own) && !isUsualEnd(grid.sheet.columns[cell], host, own)));
    if (host === '' || isWhole || !(isName(before ? own + host : host + own) || (!before && (closes(host, own) || endsBody(host, own, words) || isMeasure(own))))) return false;
    texts.set(beside, before ? grid.rawOf(cell).trim() + now(beside) : now(beside) + grid.rawOf(cell).trim());
    texts.set(cell, '');
    parts.add(lone);
    return true;
  };
  for (const row of rows) {
    const [first, second] = halves(grid, row, named);
    if (second === undefined) continue;
    texts.set(first, grid.rawOf(first).trim() + grid.rawOf(second).trim());
    texts.set(second, '');
  }
  rows.forEach((row, i) => void (join(row, rows[i - 1], false) || join(row, rows[i + 1], true)));
  return { texts, parts };
}

/** The name in a column of the row; left of it where it is glued to its code and the column is blank: 30112 其他社会保障. */
function hostOf(grid: SheetGrid, row: number, column: number, named: ReadonlySet<number>): number {
  const own = grid.at(row, column);
  if (grid.normOf(own) !== '' || !named.has(column - 1)) return own;
  const { code, name } = splitCode(grid.norm(row, column - 1));
  return code !== '' && name !== '' ? grid.at(row, column - 1) : own;
}

/** 一般公共服务支出(20 | 1): the bracket opened above closes below. */
const closes = (host: string, end: string): boolean => host.lastIndexOf('(') > host.lastIndexOf(')') && end.endsWith(')') && !end.includes('(');

/** 合 | 计 in two cells of names that are the only words of their row. */
function halves(grid: SheetGrid, row: number, named: ReadonlySet<number>): number[] {
  const [from, to] = grid.cellsOf(row);
  const texts: number[] = [];
  for (let i = from; i < to && texts.length <= 2; i++) if (grid.normOf(i) !== '' && named.has(grid.sheet.columns[i])) texts.push(i);
  return texts.length === 2 && texts.every((cell) => grid.normOf(cell).length === 1) && isTotalLabel(texts.map((cell) => grid.normOf(cell)).join('')) ? texts : [];
}

/** 某市气象研 | 究所, 某县卫生健康委 | 员会. */
const endsBody = (host: string, own: string, words: Words): boolean => own.length < SHORTEST_BODY && (words.endingCrosses(host + own, host.length) || (!words.endsAsBody(host) && words.endsAsBody(host + own)));

/** A shorter end names no public body by itself. */
const SHORTEST_BODY = 4;

/** Names that end alike. */
const USUAL = 2;

/** A name that ends in a word for “and” goes on: 年初财政拨款结转和 | 结余. */
const isOpen = (name: string): boolean => AND.has(name[name.length - 1]);

const AND: ReadonlySet<string> = new Set(['和', '及', '与', '、']);

/** The name behind a code or an outline number: (2)商品和服务支出. */
const nameIn = (text: string): string => outlineLabel(splitCode(text).name).base;

/** The end of a bracket that another cell opened: 1), 01). */
const CLOSING = /^\d{1,6}\)$/;

/** The cell of a row that holds one text and nothing else, in a column of names: no total, no outline number, no code. -1 elsewhere. */
function loneText(grid: SheetGrid, row: number, named: ReadonlySet<number>): number {
  const [from, to] = grid.cellsOf(row);
  let only = -1;
  for (let i = from; i < to; i++) {
    if (grid.normOf(i) === '') continue;
    if (only >= 0) return -1;
    only = i;
  }
  if (only < 0 || !grid.isText(only) || !named.has(grid.sheet.columns[only])) return -1;
  const text = grid.normOf(only);
  return isTotalLabel(text) || isFigureText(text) || splitCode(text).code !== '' || (grid.texts.label(grid.sheet.texts[only]).style !== '' && !CLOSING.test(text)) ? -1 : only;
}
