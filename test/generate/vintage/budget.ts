import type { WorkbookSnapshot } from '../../../src/audit/workbook';
import { generateDepartmentBudget, type BudgetOptions } from '../budget';
import { freeze, thaw, type Workbook } from '../grid';
import { Random } from '../random';
import { headerTop, indexRow, inWanyuan, removeColumns, rewrite, serialColumn, tablesOfKinds } from './edits';

/** A 综合预算 as Shaanxi printed it in earlier years; each feature was seen in a real workbook of 2019–2022. */
export const FEATURES = ['serial', 'stars', 'wanyuan', 'short款', 'two totals', 'fund type row', 'budget unit line', 'blank first line', 'short names', 'one year', 'year names', 'year in title', 'not carried'] as const;
export type Feature = (typeof FEATURES)[number];

const EDITS: Readonly<Record<Feature, (workbook: Workbook, year: number) => void>> = {
  // 2021: 总计 before 部门预算 {合计, …}.
  'two totals': (workbook) => {
    for (const { sheet, area } of tablesOfKinds(workbook, /^B0[23]$/)) {
      const top = headerTop(area);
      sheet.insertColumns(2, 1);
      sheet.set(top, 2, '总计');
      sheet.merge(top, 2, area.firstData - 1, 2);
      for (let row = area.firstData; row < sheet.rows.length; row++) {
        const total = sheet.get(row, 3);
        if (total) sheet.set(row, 2, total.value, total.format);
      }
    }
  },
  // 2022: 1 全额 between 合计 and the 主管部门 of 表10.
  'fund type row': (workbook) => {
    for (const { sheet, area } of tablesOfKinds(workbook, /^B10$/)) {
      const total = area.totalRows[0];
      if (total === undefined) continue;
      sheet.insertRows(total + 1, 1);
      sheet.rows[total + 1] = [...sheet.rows[total]];
      sheet.set(total + 1, 0, '1');
      sheet.set(total + 1, 1, '全额');
    }
  },
  // 2020, 2021: 三公 of this year only.
  'one year': (workbook) => {
    for (const { sheet } of tablesOfKinds(workbook, /^B12$/)) {
      removeColumns(sheet, 20, 9);
      removeColumns(sheet, 2, 9);
    }
  },
  'year names': (workbook, year) => {
    for (const { sheet, area } of tablesOfKinds(workbook, /^B12$/)) rewrite(sheet, headerTop(area), (text) => (text === '上年' ? `${year - 1}年` : text === '当年' ? `${year}年` : text));
  },
  // 2019, 2020: 款 as two digits.
  'short款': (workbook) => {
    for (const { sheet, area } of tablesOfKinds(workbook, /^B0[57]$/)) {
      for (const { row, column, code } of area.codes) if (code.length === 5) sheet.set(row, column, code.slice(3));
    }
  },
  // 2019, 2020: 一、部门预算 without an amount.
  'blank first line': (workbook) => {
    for (const { sheet, area } of tablesOfKinds(workbook, /^B0[14]$/)) for (const column of [0, 2, 4, 6]) if (/^一、/.test(sheet.text(area.firstData, column))) sheet.set(area.firstData, column + 1, null);
  },
  // 2019, 2020: 1、一般公共服务, (1)一般公共预算拨款收入.
  'short names': (workbook) => {
    for (const { sheet, area } of tablesOfKinds(workbook, /^B0[14]$/)) {
      for (let row = area.firstData; row < sheet.rows.length; row++) {
        const name = sheet.text(row, 2);
        if (/^\d+、/.test(name) && !/其他支出|预算支出$/.test(name)) sheet.set(row, 2, name.replace(/支出$/, ''));
        sheet.set(row, 0, sheet.text(row, 0).replace(/政府性基金拨款$/, '政府性基金收入').replace(/一般公共预算拨款$/, '一般公共预算拨款收入') || null);
      }
    }
  },
  'not carried': (workbook) => {
    for (const { sheet, area } of tablesOfKinds(workbook, /^B0[56789]$/)) sheet.set(area.title.row, area.title.column, `${sheet.text(area.title.row, area.title.column)}（不含上年结转）`);
  },
  'year in title': (workbook, year) => {
    for (const { sheet, area } of tablesOfKinds(workbook, /^B/)) sheet.set(area.title.row, area.title.column, `${year}年${sheet.text(area.title.row, area.title.column)}`);
    const list = workbook.sheets.find((s) => s.name === '目录');
    list?.rows.forEach((_, row) => row > 1 && list.text(row, 1) !== '' && list.set(row, 1, `${year}年${list.text(row, 1)}`));
  },
  'budget unit line': (workbook) => {
    for (const sheet of workbook.sheets.slice(1)) rewrite(sheet, 0, (text) => (/^(单位|部门)名称：/.test(text) ? text.replace(/^..名称：/, '预算单位：') : text === '单位：元' ? '金额单位：元' : text));
  },
  wanyuan: (workbook) => {
    for (const { sheet, area } of tablesOfKinds(workbook, /^B(0\d|1[012]|11c)$/)) inWanyuan(sheet, area);
  },
  stars: (workbook) => {
    for (const { sheet, area } of tablesOfKinds(workbook, /^B0[23567]$/)) indexRow(sheet, area, area.kind === 'B06' ? 4 : 2);
  },
  serial: (workbook) => {
    for (const { sheet, area } of tablesOfKinds(workbook, /^B(0\d|10|12)$/)) serialColumn(sheet, area);
  },
};

/** Features in the order in which they can be put on: what moves columns comes last. */
const ORDER: readonly Feature[] = ['one year', 'year names', 'fund type row', 'short款', 'blank first line', 'short names', 'two totals', 'budget unit line', 'wanyuan', 'stars', 'serial', 'not carried', 'year in title'];

export interface VintageBudget {
  readonly snapshot: WorkbookSnapshot;
  readonly year: number;
  readonly features: readonly Feature[];
}

/** What each year printed; others come by chance. */
const OF_YEAR: Readonly<Record<number, readonly Feature[]>> = {
  2019: ['wanyuan', 'stars', 'short款', 'blank first line', 'short names', 'year in title', 'year names'],
  2020: ['wanyuan', 'stars', 'short款', 'blank first line', 'short names', 'year in title', 'year names'],
  2021: ['year in title', 'two totals', 'one year', 'serial', 'budget unit line'],
  2022: ['serial', 'fund type row', 'budget unit line', 'year in title', 'year names', 'not carried'],
  2023: ['fund type row', 'year in title'],
  2024: [],
};

export function generateVintageBudget(seed: number | string, only?: readonly Feature[]): VintageBudget {
  const random = new Random(`vintage ${seed}`);
  const year = random.pick([2019, 2020, 2021, 2022, 2023, 2024] as const);
  const options: BudgetOptions = {
    seed, year, units: random.int(1, 4), level: random.pick(['department', 'department', 'unit']), balances: random.pick(['none', 'kept', 'spent']), otherIncome: random.chance(0.5), governmentFund: random.chance(0.4),
    projectsPerUnit: random.int(1, 3), projectGroups: random.pick([0, 1]), zeros: random.pick(['blank', 'zero']), style: random.pick(['numbered', 'numbered', 'plain']), targets: 'sheets', names503: 'old',
    unitRows: only === undefined && year <= 2020 && random.chance(0.5),
  };
  const wanted = only ?? FEATURES.filter((f) => (OF_YEAR[year].includes(f) ? random.chance(0.85) : random.chance(0.08)));
  const workbook = thaw(generateDepartmentBudget(options));
  const features = ORDER.filter((f) => wanted.includes(f) && !(f === 'year names' && wanted.includes('one year')));
  for (const feature of features) EDITS[feature](workbook, year);
  return { snapshot: freeze(workbook), year, features };
}

