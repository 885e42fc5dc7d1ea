import { squeeze, type CodeCell } from '../generate/anatomy';
import type { Random } from '../generate/random';
import type { FaultMaker } from './amountFaults';
import type { Book, BookTable } from './book';
import type { Fault, FaultKind } from './model';

/** Faults of codes and their names. */

type Classification = CodeCell['classification'];

function drawCode(book: Book, random: Random, wanted: readonly Classification[]): { table: BookTable; cell: CodeCell } | null {
  const tables = book.tables.filter((t) => t.area.codes.some((c) => wanted.includes(c.classification)));
  if (tables.length === 0) return null;
  const table = random.pick(tables);
  return { table, cell: random.pick(table.area.codes.filter((c) => wanted.includes(c.classification))) };
}

export const wrongDigit: FaultMaker = (book, random) => {
  const site = drawCode(book, random, ['function', 'economic']);
  if (!site) return null;
  const { table, cell } = site;
  const i = random.int(0, cell.code.length - 1);
  const digit = random.pick([...'0123456789'].filter((d) => d !== cell.code[i] && !(i === 0 && d === '0')));
  const code = cell.code.slice(0, i) + digit + cell.code.slice(i + 1);
  return rewritten('wrong code digit', table, cell, cell.column, code, cell.code);
};

export const wrongGovernmentCode: FaultMaker = (book, random) => {
  const site = drawCode(book, random, ['government']);
  if (!site) return null;
  const { table, cell } = site;
  const others = [...new Set(table.area.codes.filter((c) => c.classification === 'government' && c.code !== cell.code).map((c) => c.code))];
  const code = others.length > 0 && random.chance(0.7) ? random.pick(others) : cell.code.slice(0, 4) + String((Number(cell.code[4]) + random.int(1, 8)) % 10);
  return rewritten('wrong 政府 code', table, cell, cell.column, code, cell.code);
};

export const wrongName: FaultMaker = (book, random) => {
  const site = drawCode(book, random, ['function', 'economic', 'government']);
  if (!site?.cell.name) return null;
  const { table, cell } = site;
  const name = table.sheet.text(site.cell.name.row, site.cell.name.column);
  const others = table.area.codes
    .filter((c) => c.classification === cell.classification && c.code !== cell.code && c.name)
    .map((c) => (c.name ? table.sheet.text(c.name.row, c.name.column) : ''))
    // 其他社会保障和就业支出 is the name of a 款 and of its 项; a name without its 的 is an alias.
    .filter((other) => other !== '' && squeeze(other).replace('的', '') !== squeeze(name).replace('的', ''));
  if (others.length === 0) return null;
  return rewritten('wrong name', table, cell, site.cell.name.column, random.pick(others), name);
};

function rewritten(kind: FaultKind, table: BookTable, cell: CodeCell, column: number, mutated: string, original: string): Fault {
  const before = table.sheet.get(cell.row, column);
  return {
    kind, visible: true, inPlace: true, changed: [{ sheet: table.sheetIndex, row: cell.row, column }], original, mutated,
    description: `${table.area.kind} row ${cell.row + 1} ${cell.code} ${cell.name ? table.sheet.text(cell.name.row, cell.name.column) : ''}`.trim(),
    apply: (workbook) => workbook.sheets[table.sheetIndex].set(cell.row, column, typeof before?.value === 'number' ? Number(mutated) : mutated, before?.format),
  };
}
