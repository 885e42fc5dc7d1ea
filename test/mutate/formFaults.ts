import { squeeze } from '../generate/anatomy';
import type { Random } from '../generate/random';
import type { FaultMaker } from './amountFaults';
import type { Book, BookTable } from './book';
import type { Fault, FaultKind, Visibility } from './model';

/** Faults of the workbook's form: 目录, unit line, year, names. */

export const emptyFlagFlipped: FaultMaker = (book, random) => {
  if (!book.contents) return null;
  const { sheetIndex, ...header } = book.contents;
  const sheet = book.workbook.sheets[sheetIndex];
  const rows = sheet.rows.flatMap((_, row) => (row > header.row && sheet.text(row, header.column - 1) !== '' ? [row] : []));
  if (rows.length === 0) return null;
  const row = random.pick(rows);
  const before = sheet.text(row, header.column);
  const title = squeeze(sheet.text(row, header.column - 1)).replace(/\(.*/, '');
  const present = book.tables.filter((t) => squeeze(t.sheet.text(t.area.title.row, t.area.title.column)).includes(title));
  const money = present.some((t) => t.area.amounts.length > 0);
  const declaredEmpty = before.trim() === '是';
  // Declared empty although it holds money: surely seen. The other way only where the blank table is there to be looked at.
  const visible: Visibility = declaredEmpty ? (present.length > 0 && !money ? true : 'unknown') : money ? true : 'unknown';
  const mutated = declaredEmpty ? '否' : '是';
  return {
    kind: '空表 flag flipped', visible, inPlace: true, changed: [{ sheet: sheetIndex, row, column: header.column }], original: before, mutated,
    description: `目录 ${title}`, apply: (workbook) => workbook.sheets[sheetIndex].set(row, header.column, mutated),
  };
};

export const wrongUnitLine: FaultMaker = (book, random) => {
  const table = drawTable(book, random, (t) => t.area.unitLine !== null);
  if (!table?.area.unitLine) return null;
  const { row, column } = table.area.unitLine;
  const before = table.sheet.text(row, column);
  const mutated = before.includes('万元') ? before.replace('万元', '元') : before.replace('元', '万元');
  return text('wrong unit line', table, row, column, mutated, true);
};

/** Another year before a title, as left over from last year's file. */
export const wrongYear: FaultMaker = (book, random) => {
  const table = drawTable(book, random, () => book.year !== null);
  if (!table || book.year === null) return null;
  const { row, column } = table.area.title;
  const title = table.sheet.text(row, column).replace(/20\d\d\s*年度?/, '');
  return text('wrong year', table, row, column, `${book.year - random.int(1, 2)}年${title}`, true);
};

export const wrongUnitName: FaultMaker = (book, random) => {
  const table = drawTable(book, random, (t) => t.area.nameLine !== null);
  if (!table?.area.nameLine) return null;
  const { row, column } = table.area.nameLine;
  const before = table.sheet.text(row, column);
  const mutated = before.replace(/([：:]\s*).*$/, '$1西安市雁塔区财政局');
  return mutated === before ? null : text('wrong unit name', table, row, column, mutated, true);
};

/** One of the two places of a project's name (B10, B13) is written differently. */
export const projectNameOnce: FaultMaker = (book, random) => {
  const count = (name: string, kind: string): number => book.projectNames.filter((p) => p.name === name && p.table.area.kind === kind).length;
  // A name that stands twice in B10 (a group and its project) would still be found in one of them.
  const candidates = random.sample(book.projectNames, 20);
  const sure = candidates.filter((p) => count(p.name, 'B10') === 1 && count(p.name, 'B13') === 1);
  if (sure.length === 0) return null;
  const place = random.pick(sure);
  const before = place.table.sheet.text(place.row, place.column);
  const cut = random.int(1, Math.max(1, before.length - 2));
  const mutated = random.pick([before.slice(0, cut) + before.slice(cut + 1), before.replace(/经费|项目|费/, '资金'), `${before}（二期）`]);
  return mutated === before ? null : text('project name in one place', place.table, place.row, place.column, mutated, true);
};

function drawTable(book: Book, random: Random, condition: (table: BookTable) => boolean): BookTable | null {
  const tables = book.tables.filter((t) => t.area.kind !== 'self' && t.area.amounts.length > 0 && condition(t));
  return tables.length === 0 ? null : random.pick(tables);
}

function text(kind: FaultKind, table: BookTable, row: number, column: number, mutated: string, visible: Visibility): Fault {
  const before = table.sheet.get(row, column);
  return {
    kind, visible, inPlace: true, changed: [{ sheet: table.sheetIndex, row, column }], original: table.sheet.text(row, column), mutated,
    description: `${table.area.kind} ${table.sheet.name}`, apply: (workbook) => workbook.sheets[table.sheetIndex].set(row, column, mutated, before?.format),
  };
}
