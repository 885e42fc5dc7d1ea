import { readFileSync } from 'node:fs';
import { read, utils, write, type WorkBook } from '@e965/xlsx';

/** Files by name that the scenarios speak of. */
export function makeFiles(): [name: string, content: string | Uint8Array][] {
  return [
    ['文本.xlsx', '这不是工作簿\n'],
    ['空文件.xlsx', ''],
    ['加密.xlsx', encrypted()],
    ['空白.xlsx', bytes(book({ Sheet1: [] }))],
    ['名单.xlsx', bytes(book({ 名单: [['姓名', '电话'], ['张三', '010'], ['李四', '020']] }))],
    ['价目表.xlsx', bytes(book({ 价目: PRICES }))],
    ['课程表.xlsx', bytes(book({ 课程: [['三年级课程表'], ['节次', '星期一', '星期二', '星期三'], [1, '语文', '数学', '英语'], [2, '数学', '语文', '体育'], [3, '音乐', '美术', '语文']] }))],
    ['银行流水.xlsx', bytes(book({ 流水: STATEMENT }))],
    ['半懂.xlsx', bytes(withSheets('002', () => true, { 价目: PRICES }))],
    ['少懂.xlsx', bytes(withSheets('002', (name) => name === '表6', { 价目: PRICES, 流水: STATEMENT }))],
    ['旧格式.xls', bytes(read(readFileSync('test/fixtures/002.xlsx')), 'biff8')],
    ['两类.xlsx', bytes(together('000', '003'))],
    ['控制符.xlsx', bytes(book({ 'A\u001b[31m': [['科目编码', '科目名称', '合计'], ['201', '一般公共服务支出', 5], ['20101', '人大事务', 3], ['20103', '政府\u001b[2J办公厅', 1], ['', '合计', 5]] }))],
    ['规则.yaml', '- rule: Z1\n  text: 自编规则\n  severity: warning\n  check: B05[合计].合计 ≤ 1\n  source: 本单位规定\n'],
    ['规则写错.yaml', '- rule: Z1\n  text: 自编规则\n  check: B05[合计].合计 == 1\n'],
    ['规则错名.yaml', '- rule: Z1\n  text: 自编规则\n  check: B05[合计].人员经费 = B01.收人[收入总计] + B99[合计].合计\n- rule: Z2\n  text: 栏组和行\n  check:\n    - B01[收入总计] = B01.收入[收入合计]\n    - B05[合计].合计 = F03[合计].本年支出合计\n'],
    ['科目表重复.csv', '科目编码,科目名称\n201,一般公共服务支出\n20101,人大事务\n20101,政协事务\n'],
    ['科目表.csv', '科目编码,科目名称\n201,一般公共服务支出\n20101,人大事务\n'],
    ['不是科目表.csv', '姓名,电话\n张三,010\n'],
  ];
}

const PRICES: unknown[][] = [['办公用品价目表'], ['货号', '品名', '单位', '单价', '库存'], ['201', '打印纸', '箱', 185.5, 40], ['20101', '签字笔', '盒', 23.8, 125], ['20102', '文件夹', '个', 6.5, 310], ['', '合计', '', 215.8, 475]];
const STATEMENT: unknown[][] = [['账户交易明细'], ['交易日期', '摘要', '借方', '贷方', '余额'], ['2024-01-02', '工资', '', 8200.5, 10200.5], ['2024-01-05', '水费', 85.3, '', 10115.2], ['2024-01-09', '转账', 3000, '', 7115.2]];

/** Sheets of an example workbook and others beside them. */
function withSheets(name: string, keep: (sheet: string) => boolean, others: Readonly<Record<string, unknown[][]>>): WorkBook {
  const made = book(others);
  const source = read(readFileSync(`test/fixtures/${name}.xlsx`));
  for (const sheet of source.SheetNames.filter(keep)) utils.book_append_sheet(made, source.Sheets[sheet], sheet);
  return made;
}

function book(sheets: Readonly<Record<string, unknown[][]>>): WorkBook {
  const made = utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) utils.book_append_sheet(made, utils.aoa_to_sheet(rows), name.replace(/\p{Cc}/gu, '').replace(/\[|\]/g, ''));
  return made;
}

/** Two example workbooks in one. */
function together(first: string, second: string): WorkBook {
  const [a, b] = [first, second].map((name) => read(readFileSync(`test/fixtures/${name}.xlsx`)));
  for (const name of b.SheetNames) utils.book_append_sheet(a, b.Sheets[name], a.SheetNames.includes(name) ? `${name} 2` : name);
  return a;
}

const bytes = (workbook: WorkBook, bookType: 'xlsx' | 'biff8' = 'xlsx'): Uint8Array => new Uint8Array(write(workbook, { type: 'array', bookType }) as ArrayBuffer);

/** An OLE2 container as Excel writes it around an encrypted package: the directory alone tells. */
function encrypted(): Uint8Array {
  const file = new Uint8Array(512 * 4);
  file.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  const view = new DataView(file.buffer);
  view.setUint16(30, 9, true);
  ['Root Entry', 'EncryptionInfo', 'EncryptedPackage'].forEach((name, i) => {
    const at = 512 + i * 128;
    [...name].forEach((c, k) => view.setUint16(at + k * 2, c.charCodeAt(0), true));
    view.setUint16(at + 64, (name.length + 1) * 2, true);
    view.setUint8(at + 66, i === 0 ? 5 : 2);
  });
  return file;
}
