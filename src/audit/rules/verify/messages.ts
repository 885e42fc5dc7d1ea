type Texts = { readonly zh: string; readonly en: string };

const orNear = (near: string | null): Texts => (near === null ? { zh: '', en: '' } : { zh: `，是不是“${near}”？`, en: `; did you mean "${near}"?` });
const listed = (names: readonly string[]): Texts => ({ zh: names.map((n) => `“${n}”`).join('、'), en: names.map((n) => `"${n}"`).join(', ') });

/** Every mistake in the names of a rule, in both languages. */
export const messages = {
  table: (id: string, near: string | null): Texts => ({ zh: `没有表 ${id}${orNear(near).zh || '；表号见 gouji rules list'}`, en: `there is no table ${id}${orNear(near).en}` }),
  families: (first: string, second: string): Texts => ({
    zh: `${first} 和 ${second} 属于两类报表，不会在同一套表里，这条规则永远核对不了`,
    en: `${first} and ${second} belong to different families; the rule could never be applied`,
  }),
  blockWanted: (table: string, blocks: readonly string[]): Texts => ({
    zh: `${table} 有几个栏组，要写明是哪一个：${blocks.map((b) => `${table}.${b}[…]`).join('、')}`,
    en: `${table} has several blocks; name one: ${blocks.map((b) => `${table}.${b}[…]`).join(', ')}`,
  }),
  noBlocks: (table: string, block: string): Texts => ({ zh: `${table} 不分栏组，不能写“.${block}”；应写成 ${table}[…]`, en: `${table} has no blocks, so ".${block}" is wrong; write ${table}[…]` }),
  block: (table: string, block: string, near: string | null, blocks: readonly string[]): Texts => ({
    zh: `${table} 没有栏组“${block}”${orNear(near).zh || `；有：${listed(blocks).zh}`}`,
    en: `${table} has no block "${block}"${orNear(near).en || `; it has ${listed(blocks).en}`}`,
  }),
  row: (place: string, row: string, near: string | null): Texts => ({ zh: `${place} 没有“${row}”这一行${orNear(near).zh}`, en: `${place} has no row "${row}"${orNear(near).en}` }),
  code: (place: string, code: string): Texts => ({ zh: `${place} 的编码应为 3、5 或 7 位数字，不是“${code}”`, en: `codes in ${place} have 3, 5 or 7 digits, not "${code}"` }),
  parent: (place: string, row: string, near: string | null): Texts => ({ zh: `${place} 没有下面分行的“${row}”行${orNear(near).zh}`, en: `${place} has no line "${row}" with lines below it${orNear(near).en}` }),
  selector: (place: string, selector: string): Texts => ({ zh: `${place} 没有[${selector}]这种行`, en: `${place} has no rows of the kind [${selector}]` }),
  column: (place: string, column: string, near: string | null, columns: readonly string[]): Texts => ({
    zh: `${place} 没有“${column}”这一栏${orNear(near).zh || `；有：${listed(columns).zh}`}`,
    en: `${place} has no column "${column}"${orNear(near).en || `; it has ${listed(columns).en}`}`,
  }),
  field: (table: string, field: string): Texts => ({ zh: `${table} 没有${field}栏，不能按它归集`, en: `${table} has no ${field} column to group by` }),
};
