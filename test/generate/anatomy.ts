import type { Sheet } from './grid';

/**
 * A rough reading of a sheet, for choosing cells to rearrange or to spoil: where tables begin, which cells are amounts,
 * codes, names. Made of header words and code shapes only; it shares nothing with the audit's recognition.
 */
export interface TableArea {
  /** B01 … B15, F01 … F09, or "self" for 自评表, which no rule covers. */
  readonly kind: string;
  readonly title: Position;
  /** The first and last row, title and notes included. */
  readonly top: number;
  readonly bottom: number;
  readonly firstData: number;
  readonly unitLine: Position | null;
  readonly nameLine: Position | null;
  readonly amounts: readonly Position[];
  readonly codes: readonly CodeCell[];
  /** Rows labelled 合计. */
  readonly totalRows: readonly number[];
}

export interface Position {
  readonly row: number;
  readonly column: number;
}

export interface CodeCell extends Position {
  readonly code: string;
  readonly classification: 'function' | 'economic' | 'government';
  readonly name: Position | null;
  /** No other code of its column begins with it. */
  readonly leaf: boolean;
}

const TITLES: readonly (readonly [string, RegExp])[] = [
  ['self', /自评表/],
  ['B04', /预算财政拨款收支总表/], ['B01', /预算收支总表/], ['B02', /预算收入总表/], ['B03', /预算支出总表/],
  ['B07', /基本支出明细表.*功能/], ['B08', /基本支出明细表.*经济/], ['B05', /支出明细表.*功能/], ['B06', /支出明细表.*经济/],
  ['B09', /政府性基金收支表/], ['B10', /专项业务经费支出表/], ['B11c', /结转资金支出表/], ['B11', /采购.*预算表/], ['B12', /三公.*支出预算表/],
  ['B13', /专项业务经费绩效目标表/], ['B14', /整体支出绩效目标表/], ['B15', /专项资金总体绩效目标表/],
  ['F08', /政府性基金预算财政拨款收入支出决算表/], ['F09', /国有资本经营.*决算表/], ['F07', /三公.*支出决算表/],
  ['F04', /财政拨款收入支出决算总表/], ['F01', /收入支出决算总表/], ['F06', /基本支出决算表/], ['F05', /一般公共预算财政拨款支出决算表/],
  ['F02', /收入决算表/], ['F03', /支出决算表/],
];

const NO_AMOUNT = /编码|编号|代码|行次|栏次|序号|数量|时间|^[类款项]$|名称$|^(采购)?项目$|目录|内容|型号|说明|备注|简介|指标/;

export function squeeze(text: string): string {
  return text.replace(/\s/g, '').replace(/（/g, '(').replace(/）/g, ')').replace(/：/g, ':');
}

/** The number a cell holds, typed as a number or as plain text; null for anything else. */
export function amountAt(sheet: Sheet, row: number, column: number): number | null {
  const value = sheet.get(row, column)?.value;
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return null;
  const plain = value.normalize('NFKC').replace(/[\s,]/g, '');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

export function readTables(sheet: Sheet): TableArea[] {
  const titles = findTitles(sheet);
  return titles.map(({ kind, row, column }, i) => {
    const bottom = (i + 1 < titles.length ? titles[i + 1].row : sheet.rows.length) - 1;
    return readTable(sheet, kind, { row, column }, bottom);
  });
}

function findTitles(sheet: Sheet): (Position & { kind: string })[] {
  const found: (Position & { kind: string })[] = [];
  for (const { row, column, cell } of sheet.cells()) {
    if (typeof cell.value !== 'string' || cell.value.length > 60 || !cell.value.includes('表')) continue;
    const text = squeeze(cell.value);
    if (text.includes('是否空表')) return [];
    if (text.includes('。') || found[found.length - 1]?.row === row) continue;
    const title = TITLES.find(([, pattern]) => pattern.test(text));
    if (title) found.push({ row, column, kind: title[0] });
  }
  return found;
}

function readTable(sheet: Sheet, kind: string, title: Position, bottom: number): TableArea {
  const find = (pattern: RegExp): Position | null => {
    for (let row = title.row; row <= Math.min(title.row + 4, bottom); row++) {
      for (let column = 0; column < (sheet.rows[row]?.length ?? 0); column++) {
        if (!(row === title.row && column === title.column) && pattern.test(squeeze(sheet.text(row, column)))) return { row, column };
      }
    }
    return null;
  };
  const firstData = findFirstData(sheet, title.row, bottom);
  const headers = (column: number): string[] => {
    const texts: string[] = [];
    for (let row = title.row + 1; row < firstData; row++) texts.push(squeeze(sheet.text(row, column)));
    return texts;
  };
  const width = Math.max(0, ...sheet.rows.slice(title.row, bottom + 1).map((cells) => cells.length));
  const columns = Array.from({ length: width }, (_, column) => headers(column));
  const amounts: Position[] = [];
  const totalRows: number[] = [];
  for (let row = firstData; row <= bottom; row++) {
    const texts = (sheet.rows[row] ?? []).map((cell) => (typeof cell?.value === 'string' ? squeeze(cell.value) : ''));
    if (texts.some((t) => /^(合计|金额合计)$/.test(t))) totalRows.push(row);
    const wanted = kind === 'B13' ? texts.some((t) => /^(实施期资金总额|其中:财政拨款|其他资金)/.test(t)) : kind !== 'B15' && kind !== 'self';
    if (!wanted || isColumnNumbers(sheet, row)) continue;
    columns.forEach((heads, column) => {
      if (amountAt(sheet, row, column) === null) return;
      if (kind === 'B13' || !heads.some((h) => NO_AMOUNT.test(h))) amounts.push({ row, column });
    });
    if (kind === 'B14' && texts.includes('金额合计')) break;
  }
  return {
    kind, title, top: title.row, bottom, firstData, amounts, totalRows,
    unitLine: find(/^(金额)?单位:(万)?元/),
    nameLine: find(/^(单位|部门|编制部门|编制单位)(名称)?:[^元]{3,}/),
    codes: findCodes(sheet, columns, firstData, bottom),
  };
}

function findFirstData(sheet: Sheet, titleRow: number, bottom: number): number {
  for (let row = titleRow + 1; row <= bottom; row++) {
    const cells = sheet.rows[row] ?? [];
    const texts = cells.flatMap((cell) => (typeof cell?.value === 'string' ? [squeeze(cell.value)] : []));
    if (texts.length === 0 && !cells.some((cell) => typeof cell?.value === 'number')) continue;
    if (isColumnNumbers(sheet, row) || texts[0] === '栏次') continue;
    const number = cells.some((cell) => typeof cell?.value === 'number');
    const code = texts.some((t) => /^\d{3}$|^\d{5,7}$/.test(t));
    const outline = texts.some((t) => /^(一、|1、|1\.)/.test(t)) && !texts.some((t) => t.startsWith('注'));
    // A 合计 row's amounts may be texts.
    const total = texts.some((t) => t === '合计') && (texts.length <= 2 || cells.some((_, column) => amountAt(sheet, row, column) !== null));
    if (number || code || outline || total) return row;
  }
  return bottom + 1;
}

/** A 栏次 row: 1, 2, 3 … and nothing else but words. */
function isColumnNumbers(sheet: Sheet, row: number): boolean {
  const values = (sheet.rows[row] ?? []).flatMap((_, column) => {
    const value = amountAt(sheet, row, column);
    return value === null ? [] : [value];
  });
  return values.length >= 2 && values.every((value, i) => value === i + 1);
}

function findCodes(sheet: Sheet, columns: readonly string[][], firstData: number, bottom: number): CodeCell[] {
  const result: CodeCell[] = [];
  columns.forEach((heads, column) => {
    const head = heads.find((h) => /科目编码/.test(h));
    if (head === undefined || heads.some((h) => /^[类款项]$/.test(h))) return;
    const classification = /功能/.test(head) ? 'function' : /政府/.test(head) ? 'government' : 'economic';
    const found: { row: number; code: string }[] = [];
    for (let row = firstData; row <= bottom; row++) {
      const value = sheet.get(row, column)?.value;
      const code = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
      if (/^\d{3}$|^\d{5}$|^\d{7}$/.test(code)) found.push({ row, code });
    }
    for (const { row, code } of found) {
      const leaf = !found.some((other) => other.code.length > code.length && other.code.startsWith(code));
      const at = [1, 2, 3].find((step) => sheet.text(row, column + step) !== '');
      result.push({ row, column, code, classification, leaf, name: at === undefined ? null : { row, column: column + at } });
    }
  });
  return result;
}
