import { readTables, squeeze } from '../anatomy';
import type { Sheet, Workbook } from '../grid';
import type { Random } from '../random';

/** Harmless changes of wording: brackets, quotes, outline numbers, 其中, title and unit lines. */

/** Rewrites every text that is neither the only key of something (project and unit names, reasons) nor a note. */
export function texts(rewrite: (text: string, random: Random) => string): (workbook: Workbook, random: Random) => void {
  return (workbook, random) => {
    for (const sheet of workbook.sheets) {
      for (const { row, column, cell } of [...sheet.cells()]) {
        if (typeof cell.value !== 'string' || cell.value.length > 60) continue;
        const text = rewrite(cell.value, random);
        if (text !== cell.value) sheet.set(row, column, text, cell.format, cell.formula);
      }
    }
  };
}

export const halfWidthBrackets = (text: string): string => text.replace(/（/g, '(').replace(/）/g, ')');
export const fullWidthBrackets = (text: string): string => text.replace(/\(/g, '（').replace(/\)/g, '）');
export const straightQuotes = (text: string): string => text.replace(/[“”]/g, '"');
export const halfWidthColons = (text: string): string => text.replace(/：/g, ':');
export const spacedColons = (text: string): string => text.replace(/^(其中)[：:]/, '$1： ');

const CIRCLED = '⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽';

/** (1)/（1）/⑴, 1、/1./1．/"1、 ", 一、 with a blank: one style a sheet. */
export function outlineSpelling(workbook: Workbook, random: Random): void {
  for (const sheet of workbook.sheets) {
    const bracket = random.int(0, 3);
    const point = random.pick(['、', '.', '．', '、 ', '. ']);
    const gap = random.pick(['', ' ', '\u3000']);
    rewriteLabels(sheet, (text) =>
      text
        .replace(/^[(（](\d{1,2})[)）]\s*/, (_, n: string) => [`(${n})`, `（${n}）`, CIRCLED[Number(n) - 1] ?? `(${n})`, `（${n}） `][bracket])
        .replace(/^(\d{1,2})[、.．]\s*(?=[^\d\s])/, `$1${point}`)
        .replace(/^([一二三四五六七八九十]+)、\s*/, `$1、${gap}`),
    );
  }
}

/** Title with the year or the table's number before it, and 单位：元 in other words. */
export function titleAndUnitLines(workbook: Workbook, random: Random): void {
  const year = workbookYear(workbook);
  for (const sheet of workbook.sheets) {
    for (const table of readTables(sheet)) {
      const title = sheet.text(table.title.row, table.title.column);
      const number = [sheet.text(table.title.row - 1, table.title.column), sheet.name].find((text) => /^表\d+(-\d+)?$/.test(text));
      const before = random.pick(['', ...(number === undefined ? [] : [`${number} `]), ...(year === null ? [] : [`${year}年`, `${year}年度`])]);
      if (table.kind !== 'self' && !/^\d{4}年|^表/.test(title)) sheet.set(table.title.row, table.title.column, before + title);
      if (!table.unitLine) continue;
      const { row, column } = table.unitLine;
      const unit = squeeze(sheet.text(row, column)).endsWith('万元') ? '万元' : '元';
      const text = random.pick([`单位：${unit}`, `金额单位：${unit}`, `单位:${unit}`, `单位： ${unit}`, `（单位：${unit}）`]);
      sheet.set(row, column, null);
      const free = [0, 1, 2].map((back) => column - back).find((c) => c > 0 && sheet.get(row, c) === undefined);
      sheet.set(row, random.chance(0.5) ? (free ?? column) : column, text);
    }
  }
}

/** 单位名称：X, 部门名称:X, 编制单位：X; the name itself stays. */
export function nameLines(workbook: Workbook, random: Random): void {
  for (const sheet of workbook.sheets) {
    for (const { nameLine } of readTables(sheet)) {
      if (!nameLine) continue;
      const name = sheet.text(nameLine.row, nameLine.column).replace(/^[^：:]*[：:]\s*/, '');
      sheet.set(nameLine.row, nameLine.column, `${random.pick(['单位名称：', '部门名称：', '编制单位：', '单位名称: ', '部门：'])}${name}`);
    }
  }
}

function workbookYear(workbook: Workbook): string | null {
  for (const { cell } of workbook.sheets[0]?.cells() ?? []) {
    const match = typeof cell.value === 'string' ? /(20\d\d)\s*年/.exec(cell.value) : null;
    if (match) return match[1];
  }
  return null;
}

/** Labels of line items: texts of data rows of the 收支总表 kind. */
function rewriteLabels(sheet: Sheet, rewrite: (text: string) => string): void {
  for (const table of readTables(sheet)) {
    if (!/^(B01|B04|B09|F01|F04)$/.test(table.kind)) continue;
    for (let row = table.firstData; row <= table.bottom; row++) {
      for (let column = 0; column < (sheet.rows[row]?.length ?? 0); column++) {
        const text = sheet.text(row, column);
        if (text !== '' && text.length < 40) sheet.set(row, column, rewrite(text), sheet.get(row, column)?.format);
      }
    }
  }
}
