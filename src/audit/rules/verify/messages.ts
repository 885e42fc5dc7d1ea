type Texts = { readonly zh: string; readonly en: string };

const orNear = (near: string | null): Texts => (near === null ? { zh: '', en: '' } : { zh: `，是不是“${near}”？`, en: `; did you mean "${near}"?` });
/** Of a long list so many are told. */
const TOLD = 20;

function listed(names: readonly string[]): Texts {
  const told = names.slice(0, TOLD);
  const more = names.length > TOLD;
  return { zh: `${told.map((n) => `“${n}”`).join('、')}${more ? `等 ${names.length} 个` : ''}`, en: `${told.map((n) => `"${n}"`).join(', ')}${more ? ` and others, ${names.length} in all` : ''}` };
}

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

/** Every mistake in the vocabulary and the families, in both languages. */
export const dataMessages = {
  notNormalised: (word: string, written: string): Texts => ({
    zh: `“${word}”不会与任何文字相符：表里的文字按半角、去空白比较，应写成“${written}”`,
    en: `"${word}" matches no text: texts are compared in half width without blanks; write "${written}"`,
  }),
  noText: (): Texts => ({ zh: '空的词', en: 'an empty word' }),
  tooLong: (word: string, most: number): Texts => ({ zh: `“${word}”超过 ${most} 个字，不会与任何文字相符`, en: `"${word}" has more than ${most} characters and matches no text` }),
  twoMeanings: (word: string, first: string, second: string): Texts => ({ zh: `“${word}”有两个意思：${first}、${second}`, en: `"${word}" means two things: ${first} and ${second}` }),
  wordTwice: (word: string): Texts => ({ zh: `“${word}”写了两次`, en: `"${word}" is listed twice` }),
  conceptTwice: (id: string): Texts => ({ zh: `概念“${id}”写了两次`, en: `the concept "${id}" is defined twice` }),
  conceptId: (id: string): Texts => ({ zh: `概念“${id}”不能用作名字：规则里用“.”连接几个概念，不能含“. [ ] * ,”和空白`, en: `"${id}" cannot name a concept: rules join concepts with "."; no ". [ ] * ," or blanks` }),
  dimension: (id: string, dimension: string, near: string | null): Texts => ({ zh: `概念“${id}”的 dimension“${dimension}”不存在${orNear(near).zh}`, en: `the dimension "${dimension}" of "${id}" does not exist${orNear(near).en}` }),
  noConcept: (id: string, near: string | null): Texts => ({ zh: `没有概念“${id}”${orNear(near).zh}`, en: `there is no concept "${id}"${orNear(near).en}` }),
  partOfItself: (id: string): Texts => ({ zh: `概念“${id}”不能包含自己`, en: `the concept "${id}" cannot comprise itself` }),
  noTable: (id: string, near: string | null): Texts => ({ zh: `这个文件里没有表 ${id}${orNear(near).zh}`, en: `there is no table ${id} in this file${orNear(near).en}` }),
  tableTwice: (id: string, family: string): Texts => ({ zh: `表号 ${id} 在 ${family} 里已经有了`, en: `the table ${id} is already defined in ${family}` }),
  pattern: (pattern: string): Texts => ({ zh: `“${pattern}”不是正确的正则表达式`, en: `"${pattern}" is not a regular expression` }),
  noList: (name: string): Texts => ({ zh: `缺少“${name}”，有检查要用它`, en: `"${name}" is missing; a check reads it` }),
  unusedList: (name: string, near: string | null): Texts => ({ zh: `没有检查用到“${name}”${orNear(near).zh}`, en: `no check reads "${name}"${orNear(near).en}` }),
  emptyList: (name: string): Texts => ({ zh: `“${name}”没有词`, en: `"${name}" has no words` }),
  place: (name: string, known: readonly string[]): Texts => ({ zh: `没有“${name}”这种写法；有：${listed(known).zh}`, en: `there is no "${name}"; use ${listed(known).en}` }),
  unreachable: (name: string, taken: string | null): Texts => ({
    zh: taken === null ? `标题“${name}”不符合本表自己的 title` : `标题“${name}”会先被认作 ${taken}：把本表移到它前面，或在它的 none 里加词`,
    en: taken === null ? `the title "${name}" does not match the table's own title` : `the title "${name}" is taken for ${taken} first: move this table above it, or add a word to its none`,
  }),
};
