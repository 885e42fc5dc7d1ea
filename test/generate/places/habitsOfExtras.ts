import { codeColumn, firstFigures, isTotalRow, padded, perPart, widthOf, withColumn, type Habit } from './habit';
import type { Kit, Part, Row } from './kit';

/** What units add to the forms: further columns and rows, lists of units, words around tables; what they leave out. */

const isText = (v: Row[number] | undefined): v is string => typeof v === 'string' && v.trim() !== '';
const isFigure = (v: Row[number] | undefined): boolean => (typeof v === 'number' && !Number.isInteger(v)) || (typeof v === 'string' && /^-?\d+\.\d+$/.test(v));
const isUnit = (v: Row[number]): v is string => isText(v) && /单位[:：]\s*(万?元)/.test(v);
const isTitle = (v: Row[number]): v is string => isText(v) && v.length >= 6 && /表(（[^）]*）)?$/.test(v.trim());
const hasNumbers = (part: Part): boolean => part.header.some((row) => row.some((v) => typeof v === 'number'));
const isBlank = (row: Row): boolean => row.every((v) => v === null);
const above = (part: Part, of: (v: Row[number]) => Row[number]): Part => ({ ...part, above: part.above.map((row) => row.map(of)) });

/** A list with codes whose figures stand in columns of their own: what columns may be added to. */
const isPlainList = (part: Part): boolean => codeColumn(part) >= 0 && firstFigures(part) > codeColumn(part) && !part.header.some((row) => row.some((v, c) => isText(v) && /^支\s*出$/.test(v) && c > 0));

/** The same words above a column of the first header row that spans the other rows. */
const added = (part: Part, at: number, word: string, value: (row: Row, i: number) => Row[number]): Part => withColumn(part, at, (r) => (r === 0 ? word : null), (row, i) => (isBlank(row) ? null : value(row, i)));

function unitColumns(part: Part, name: string): Part {
  if (!isPlainList(part)) return part;
  return added(added(part, 0, '单位名称', (row) => (isTotalRow(row) ? null : name)), 0, '单位编码', (row) => (isTotalRow(row) ? null : '203001'));
}

/** The figures of the year before, here the same: 上年 first, the change behind. */
function compared(part: Part, year: number): Part {
  const at = firstFigures(part);
  if (!isPlainList(part) || part.header.some((row) => row.some((v) => isText(v) && /上年|20\d\d/.test(v)))) return part;
  const first = (row: Row): Row[number] => (isFigure(row[at]) || typeof row[at] === 'number' ? row[at] : null);
  const width = widthOf(part);
  const last = added(added(part, width, '比上年增减额', (row) => (first(row) === null ? null : 0)), width + 1, '增减%', (row) => (first(row) === null ? null : '0.00%'));
  return added(last, at, part.above.flat().some((v) => isText(v) && v.includes(String(year))) ? `${year - 1}年预算数` : '上年预算数', first);
}

/** Columns of figures in which no row has any are not printed. */
function columnsDropped(part: Part): Part {
  const at = firstFigures(part);
  if (!isPlainList(part) || part.header.length !== 1) return part;
  const empty = (c: number): boolean => part.body.every((row) => row[c] === null || row[c] === undefined || Number(row[c]) === 0);
  const kept = Array.from({ length: widthOf(part) }, (_, c) => c).filter((c) => c <= at || !empty(c));
  if (hasNumbers(part)) return part;
  const cut = (row: Row): Row => kept.filter((c) => c < row.length).map((c) => row[c]);
  return { ...part, header: part.header.map(cut), body: part.body.map(cut) };
}

/** 合 | 计 in two cells. */
const totalApart = (part: Part): Part => {
  const at = codeColumn(part);
  return at < 0 ? part : { ...part, body: part.body.map((row) => (isTotalRow(row) && row.filter(isText).length === 1 ? row.map((v, c) => (c === at ? '合' : c === at + 1 ? '计' : v)) : row)) };
};

/** The share of each column in the first, as the last row. */
function shareRow(part: Part): Part {
  const at = firstFigures(part);
  const total = part.body.find(isTotalRow);
  const whole = Number(total?.[at] ?? 0);
  if (!isPlainList(part) || !total || whole <= 0) return part;
  const row = padded(total, widthOf(part)).map((v, c): Row[number] => (c < at ? (isText(v) ? '占合计比重' : null) : v === null ? null : `${((Number(v) / whole) * 100).toFixed(2)}%`));
  return { ...part, body: [...part.body, row] };
}

function spanned(part: Part, word: string): Part {
  const at = firstFigures(part);
  if (!isPlainList(part) || part.header.length !== 1 || at >= widthOf(part) - 1 || hasNumbers(part)) return part;
  const header = padded(part.header[0], widthOf(part));
  return { ...part, header: [header.map((v, c) => (c < at ? v : c === at ? word : null)), header.map((v, c) => (c < at ? null : v))] };
}

const emptied = (part: Part, said: (name: string) => Row[], inBody: boolean): Part => {
  const none = part.body.every((row) => row.every((v) => v === null || (isText(v) && !isFigure(v)) || Number(v) === 0));
  if (!none) return part;
  const lines = said(part.above.flat().find(isTitle) ?? '');
  return inBody ? { ...part, body: lines } : { ...part, below: [...(part.below ?? []), ...lines] };
};

const units = (k: Kit): Row[] => [['附：纳入本部门预算编制范围的单位'], ['序号', '单位名称', '单位性质'], ...k.ledger.units.map((u, i): Row => [i + 1, u.name, i === 0 ? '行政单位' : '事业单位'])];

const wide = (v: string): string => (/^[一-龥]{2}$/.test(v) ? `${v[0]}　${v[1]}` : /^[一-龥]{4,8}$/.test(v) ? `${v.slice(0, v.length / 2)}\n${v.slice(v.length / 2)}` : v);

const suffixed = (v: Row[number], word: string): Row[number] => (isText(v) && /^(合计|基本支出|项目支出|人员经费|公用经费|一般公共预算|政府性基金预算|国有资本经营预算)$/.test(v) ? `${v}${word}` : v);

const NUMBERS: readonly ((n: number) => string)[] = [(n) => `（${'一二三四五六七八九十'[n] ?? n + 1}）`, (n) => `表${'一二三四五六七八九十'[n] ?? n + 1}：`, (n) => `附表1-${n + 1}　`, (n) => `${n + 1}.`, (n) => `公开表${n + 1} `];

export const EXTRAS: readonly Habit[] = [
  perPart('unit-columns', (p, _, k) => unitColumns(p, k.ledger.name)),
  perPart('compared', (p, _, k) => compared(p, k.year)),
  perPart('columns-dropped', columnsDropped),
  perPart('total-apart', totalApart),
  perPart('share-row', shareRow),
  perPart('header-spanned', (p, random, k) => spanned(p, random.pick([`${k.year}年预算安排情况`, '预算数', '支出预算安排']))),
  perPart('line-numbers', (p) => { const at = firstFigures(p); let n = 0; return isPlainList(p) && !hasNumbers(p) ? added(p, at, '行次', () => ++n) : p; }),
  perPart('reasons', (p) => (isPlainList(p) ? added(p, widthOf(p), '增减原因说明', (_, i) => (i % 4 === 1 ? `较上年增加${i + 1}.5万元，增长3.2%，主要原因是人员增加及项目调整。` : null)) : p)),
  perPart('header-wide', (p) => ({ ...p, header: p.header.map((row) => row.map((v) => (isText(v) ? wide(v) : v))) })),
  { id: 'words-suffixed', apply: (pages, random) => { const word = random.pick(['预算数', '（万元）', '金额', '安排数']); return pages.map((page) => ({ ...page, parts: page.parts.map((p) => (word === '（万元）' && !p.above.flat().some((v) => isUnit(v) && v.includes('万元')) ? p : { ...p, header: p.header.map((row) => row.map((v) => suffixed(v, word))) })) })); } },
  perPart('line-above-header', (p, random) => ({ ...p, above: [...p.above, [random.pick(['（按功能分类科目公开到项级）', '本表按部门预算管理要求编制', '（本表数据保留两位小数）'])]] })),
  perPart('dated', (p, _, k) => ({ ...p, above: p.above.map((row): Row => (row.some(isUnit) && row.length >= 4 && row[1] === null ? row.map((v, c) => (c === 1 ? `编制日期：${k.year}年2月8日` : v)) : row)) })),
  { id: 'titles-numbered', apply: (pages, random) => { const number = random.pick(NUMBERS); return pages.map((page, n) => ({ ...page, parts: page.parts.map((p) => above(p, (v) => (isTitle(v) && !/^[（(表附\d公]/.test(v) ? `${number(n)}${v}` : v))) })); } },
  { id: 'units-listed', apply: (pages, random, k) => { const at = random.int(0, pages.length - 1); return pages.map((page, n) => (n !== at ? page : { ...page, parts: page.parts.map((p, i) => (i === page.parts.length - 1 ? { ...p, below: [...(p.below ?? []), [], ...units(k)] } : p)) })); } },
  perPart('empty-below', (p) => emptied(p, (t) => [[`注：本部门无${t.replace(/.*?年(度)?/, '').replace(/表$/, '')}，此表为空。`]], false)),
  perPart('empty-line', (p, random) => emptied(p, () => [[random.pick(['此表为空', '无此项支出', '本部门无此项预算', '无', '本表无数据'])]], true)),
  perPart('empty-zero', (p) => emptied(p, () => [['合计', ...Array<Row[number]>(Math.max(0, widthOf(p) - 1)).fill(0)]], true)),
];
