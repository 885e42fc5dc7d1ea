import type { WorkbookSnapshot } from '../../../src/audit/workbook';
import { generateFinalAccounts, type FinalAccountsOptions } from '../finalAccounts';
import { freeze, thaw, type Sheet, type Workbook } from '../grid';
import { Random } from '../random';
import { headerTop, rewrite, tablesOfKinds } from './edits';

/** 部门决算 in the layouts of other places and years. */
export const ACCOUNT_FEATURES = ['split panels', 'line numbers', 'one year row', 'number in title line', 'year in title', 'numbers as 表', 'year only in list', 'notes of two lines', 'money words'] as const;
export type AccountFeature = (typeof ACCOUNT_FEATURES)[number];

const EDITS: Readonly<Record<AccountFeature, (workbook: Workbook, year: number) => void>> = {
  // 公开06表: 类 | 款 in two columns in each of the panels.
  'split panels': (workbook) => {
    for (const { sheet, area } of tablesOfKinds(workbook, /^F06$/)) {
      const heads = sheet.rows[area.firstData - 1];
      const columns = heads.flatMap((cell, c) => (cell?.value === '经济分类科目编码' ? [c] : []));
      for (const column of columns.reverse()) splitCodes(sheet, column, area.firstData);
    }
  },
  // 行次 beside the lines of 公开01表 and 公开04表, in the form of 2020 that has none.
  'line numbers': (workbook) => {
    for (const { sheet, area } of tablesOfKinds(workbook, /^F0[14]$/)) {
      const right = sheet.rows[area.firstData].findIndex((cell, c) => c > 0 && typeof cell?.value === 'string');
      let n = 1;
      for (const column of [1, right + 2]) {
        sheet.insertColumns(column, 1);
        for (let row = area.firstData - 3; row < sheet.rows.length; row++) {
          // A page break repeats the header; only lines have numbers.
          const texts = [sheet.text(row, 0), sheet.text(row, column - 1)];
          if (texts[1] === '项目') sheet.set(row, column, '行次');
          else if (row >= area.firstData && texts.some((t) => t !== '') && !texts.some((t) => /^(收入|支出|注)/.test(t) && !/^(收入|支出)总计/.test(t))) sheet.set(row, column, String(n++));
        }
      }
    }
  },
  // A row 2023年 over the two groups of 公开07表.
  'one year row': (workbook, year) => {
    for (const { sheet, area } of tablesOfKinds(workbook, /^F07$/)) rewrite(sheet, headerTop(area), (text) => (text === '预算数' ? `${year}年度预算数` : text === '决算数' ? `${year}年度决算数` : text));
  },
  'number in title line': (workbook) => {
    for (const { sheet, area } of tablesOfKinds(workbook, /^F/)) {
      const row = sheet.rows[area.title.row + 1];
      const at = row.findIndex((cell) => typeof cell?.value === 'string' && /^公开\d\d表$/.test(cell.value));
      if (at < 0) continue;
      sheet.set(area.title.row, area.title.column, `${String(row[at]?.value)} ${sheet.text(area.title.row, area.title.column)}`);
      sheet.set(area.title.row + 1, at, null);
    }
  },
  'year in title': (workbook, year) => {
    for (const { sheet, area } of tablesOfKinds(workbook, /^F/)) sheet.set(area.title.row, area.title.column, sheet.text(area.title.row, area.title.column).replace(/^(公开\d\d表 )?/, `$1${year}年度`));
  },
  'numbers as 表': (workbook) => {
    for (const sheet of workbook.sheets) rewrite(sheet, 0, (text) => text.replace(/^公开0?(\d)表$/, '表$1'));
  },
  'year only in list': (workbook) => {
    const cover = workbook.sheets[0];
    rewrite(cover, 0, (text) => text.replace(/20\d\d年度?/, ''));
    workbook.name = workbook.name.replace(/20\d\d年?/, '');
  },
  'notes of two lines': (workbook) => {
    for (const { sheet, area } of tablesOfKinds(workbook, /^F/)) {
      const note = sheet.rows.findIndex((_, row) => row > area.firstData && /^注/.test(sheet.text(row, 0)));
      if (note < 0) continue;
      const text = sheet.text(note, 0);
      const half = Math.floor(text.length / 2);
      sheet.set(note, 0, text.slice(0, half));
      sheet.insertRows(note + 1, 1);
      sheet.set(note + 1, 0, text.slice(half));
    }
  },
  'money words': (workbook) => {
    for (const sheet of workbook.sheets) rewrite(sheet, 0, (text) => (text === '决算数' ? '金额' : text === '金额单位：万元' ? '单位：万元' : text));
  },
};

function splitCodes(sheet: Sheet, column: number, first: number): void {
  sheet.insertColumns(column + 1, 1);
  sheet.set(first - 1, column, '类');
  sheet.set(first - 1, column + 1, '款');
  for (let row = first; row < sheet.rows.length; row++) {
    const code = sheet.text(row, column);
    if (!/^\d{3}(\d\d)?$/.test(code)) continue;
    sheet.set(row, column, code.slice(0, 3));
    sheet.set(row, column + 1, code.slice(3) || null);
  }
}

export interface VintageAccounts {
  readonly snapshot: WorkbookSnapshot;
  readonly year: number;
  readonly features: readonly AccountFeature[];
}

export function generateVintageAccounts(seed: number | string, only?: readonly AccountFeature[]): VintageAccounts {
  const random = new Random(`accounts ${seed}`);
  const year = random.pick([2019, 2020, 2021, 2022, 2023, 2024] as const);
  const form = random.pick(['national', 'national', '2020-list'] as const);
  const options: FinalAccountsOptions = {
    seed, year, form, scale: random.int(4, 16), governmentFund: random.chance(0.5), stateCapital: form === 'national' && random.chance(0.3), otherIncome: random.chance(0.5), balances: random.chance(0.5),
    codeColumns: random.pick(['one', 'merged', 'split']), twoPages: random.chance(0.2), zeros: random.pick(['blank', 'zero']), contents: true,
  };
  // The national form has its panels and 行次 already.
  const possible = (f: AccountFeature): boolean => (f === 'split panels' || f === 'money words' ? form === 'national' : f !== 'line numbers' || form === '2020-list');
  const features = ACCOUNT_FEATURES.filter((f) => (only ? only.includes(f) : random.chance(0.25)) && possible(f));
  const workbook = thaw(generateFinalAccounts(options));
  for (const feature of features) EDITS[feature](workbook, year);
  return { snapshot: freeze(workbook), year, features };
}
