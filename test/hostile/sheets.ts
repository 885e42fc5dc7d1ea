import { WorkbookBuilder, type Rect, type SheetBuilder, type WorkbookSnapshot } from '../../src/audit/workbook';

const TITLE = '2024年部门综合预算一般公共预算支出明细表（按支出功能分类科目，不含上年结转）';
const HEADER = ['功能科目编码', '功能科目名称', '合计', '人员经费支出', '公用经费支出'];

function one(fill: (sheet: SheetBuilder) => readonly Rect[] | void): WorkbookSnapshot {
  const book = new WorkbookBuilder('x.xlsx');
  const sheet = book.sheet('表5');
  const merges = fill(sheet) ?? [];
  book.add(sheet.finish({ merges }));
  return book.finish();
}

function head(sheet: SheetBuilder): number {
  sheet.text(0, 0, TITLE);
  sheet.text(1, 0, '单位：元');
  HEADER.forEach((text, column) => sheet.text(2, column, text));
  return 3;
}

function entry(sheet: SheetBuilder, row: number, code: string, name: string, amount: number): void {
  sheet.text(row, 0, code);
  sheet.text(row, 1, name);
  for (let column = 2; column < 5; column++) sheet.number(row, column, amount);
}

const times = (count: number, work: (i: number) => void): void => {
  for (let i = 0; i < count; i++) work(i);
};

function small(sheet: SheetBuilder, at: number): void {
  sheet.text(at, 0, TITLE);
  sheet.text(at + 1, 0, '单位：元');
  HEADER.forEach((text, column) => sheet.text(at + 2, column, text));
  entry(sheet, at + 3, '2010101', '行政运行', at + 1);
}

/** 收支总表 of two lines, whose sides differ. */
function form(sheet: SheetBuilder, at: number): void {
  ['收支总表', '单位：万元'].forEach((text, row) => sheet.text(at + row, 0, text));
  [['收入', '', '支出', ''], ['项目', '预算数', '项目', '预算数'], ['一、一般公共预算拨款收入', '', '一、一般公共服务支出', ''], ['收入总计', '', '支出总计', '']].forEach((texts, row) =>
    texts.forEach((text, column) => text !== '' && sheet.text(at + 2 + row, column, text)));
  [4, 5].forEach((row) => [1, 3].forEach((column) => sheet.number(at + row, column, at + row * column + 1)));
}

/** Sheets that fit the forms as badly as a sheet can; their cells grow in proportion to `size`. */
export const HOSTILE_SHEETS: readonly (readonly [what: string, size: number, make: (size: number) => WorkbookSnapshot])[] = [
  ['rows of text', 5_000, (size) => one((sheet) => {
    const from = head(sheet);
    times(size, (row) => sheet.text(from + row, 2, `这里是金额栏中的一句话${row}`));
  })],
  ['overlapping merges', 40_000, (size) => one((sheet) => {
    const from = head(sheet);
    times(1_000, (row) => entry(sheet, from + row, `${2_010_101 + row}`, `名${row}`, row));
    return Array.from({ length: size }, (_, i) => ({ top: 2, left: i % 16_000, bottom: 2 + (i % 1_000), right: i % 16_000 + 3 }));
  })],
  ['nested merges', 40_000, (size) => one((sheet) => {
    const from = head(sheet);
    times(1_000, (row) => entry(sheet, from + row, `${2_010_101 + row}`, `名${row}`, row));
    return Array.from({ length: size }, (_, i) => ({ top: 0, left: 0, bottom: 200 + i, right: 200 }));
  })],
  ['each code the child of the previous', 2_000, (size) => one((sheet) => {
    const from = head(sheet);
    times(size, (row) => entry(sheet, from + row, `201${'01'.repeat(row)}`.slice(0, 32_767), `名${row}`, 1));
  })],
  ['longest texts as codes', 100, (size) => one((sheet) => {
    const from = head(sheet);
    times(size, (row) => entry(sheet, from + row, `${row}${'2010101'.repeat(5_000)}`.slice(0, 32_767), `名${row}`, row));
  })],
  ['rows of one code', 10_000, (size) => one((sheet) => {
    const from = head(sheet);
    times(size, (row) => entry(sheet, from + row, '2010101', '行政运行', row));
  })],
  ['tables below each other', 1_500, (size) => one((sheet) => times(size, (i) => small(sheet, i * 5)))],
  ['forms below each other', 1_500, (size) => one((sheet) => times(size, (i) => form(sheet, i * 7)))],
  ['sheets of one title', 300, (size) => {
    const book = new WorkbookBuilder('x.xlsx');
    times(size, (i) => {
      const sheet = book.sheet(`表${i}`);
      times(10, (row) => entry(sheet, head(sheet) + row, `${2_010_101 + row}`, `名${row}`, row));
      book.add(sheet.finish({}));
    });
    return book.finish();
  }],
];
