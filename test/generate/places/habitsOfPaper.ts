import { firstFigures, padded, perPart, widthOf, withColumn, type Habit } from './habit';
import type { Page, Part, Row } from './kit';

const UNIT = /^((?:金额)?单位)[：:]\s*((?:万|千)?元)$/;
const isTitle = (v: Row[number]): v is string => typeof v === 'string' && v.length < 60 && /表(（.*）)?$/.test(v) && !/^(表|附表|附件|公开|预算|财决|部门公开表|决算|Z)[-\d一二三四五六七八九十公开]*表?$/.test(v);
const above = (part: Part, of: (value: Row[number]) => Row[number]): Part => ({ ...part, above: part.above.map((row) => row.map(of)) });

/** The title of a table's lines above; "" where there is none. */
const titleOf = (part: Part): string => part.above.flat().find(isTitle) ?? '';

/** The unit elsewhere than in the line above the header. */
function moveUnit(part: Part, to: 'title' | 'below' | 'first' | 'torn' | 'header'): Part {
  const unit = part.above.flat().find((v) => typeof v === 'string' && UNIT.test(v));
  if (typeof unit !== 'string') return part;
  const without = above(part, (v) => (v === unit ? null : v));
  const word = UNIT.exec(unit)?.[2] ?? '';
  switch (to) {
    case 'title': return above(without, (v) => (isTitle(v) ? `${v}（${unit}）` : v));
    case 'below': return { ...without, below: [...(part.below ?? []), [unit]] };
    case 'first': return { ...without, above: [[unit], ...without.above] };
    case 'torn': return { ...part, above: part.above.map((row) => row.flatMap((v): Row => (v === unit ? [`${UNIT.exec(unit)?.[1] ?? ''}：`, word] : [v]))) };
    default: return { ...without, header: part.header.map((row) => row.map((v) => (typeof v === 'string' && /^(预算数|金额|合计|决算数|总计|本年支出|本年收入合计)$/.test(v) ? `${v}（${word}）` : v))) };
  }
}

/** Header once more on each printed page, with the title or without. */
function printPages(part: Part, rows: number, whole: boolean): Part[] {
  if (part.body.length <= rows || part.body.some((row) => row.length === 0)) return [part];
  const chunks = Array.from({ length: Math.ceil(part.body.length / rows) }, (_, i) => part.body.slice(i * rows, (i + 1) * rows));
  return chunks.map((body, i): Part => ({ above: i === 0 || whole ? part.above : [], header: part.header, body, below: i === chunks.length - 1 ? part.below : [] }));
}

/** A long table goes on on a sheet of its own. */
function torn(page: Page, mark: string, header: boolean): Page[] {
  const [part] = page.parts;
  if (page.parts.length !== 1 || part.body.length < 14 || part.body.some((r) => r.length === 0) || titleOf(part) === '') return [page];
  const cut = Math.ceil(part.body.length / 2);
  const next = above(part, (v) => (isTitle(v) ? `${v}${mark}` : v));
  return [{ name: page.name, parts: [{ ...part, body: part.body.slice(0, cut), below: [] }] }, { name: `${page.name}续`, parts: [{ ...next, header: header ? part.header : [], body: part.body.slice(cut) }] }];
}

/** Two tables beside each other, the right one behind blank columns. */
function besides(left: Part, right: Part, gap: number): Part {
  const at = widthOf(left) + gap;
  const join = (a: readonly Row[], b: readonly Row[], fromEnd = false): Row[] => {
    const height = Math.max(a.length, b.length);
    const cell = (list: readonly Row[], r: number): Row => list[fromEnd ? r - (height - list.length) : r] ?? [];
    return Array.from({ length: height }, (_, r) => [...padded(cell(a, r), at).slice(0, Math.max(at, cell(a, r).length)), ...cell(b, r)]);
  };
  return { above: join(left.above, right.above, true), header: join(left.header, right.header), body: join(left.body, right.body), below: join(left.below ?? [], right.below ?? []) };
}

function paired(pages: readonly Page[], gap: number): Page[] {
  const list: Page[] = [];
  for (let i = 0; i < pages.length; i += 2) {
    const [a, b] = [pages[i], pages[i + 1]];
    if (b === undefined || a.parts.length !== 1 || b.parts.length !== 1 || a.parts[0].body.length === 0 || b.parts[0].body.length === 0) list.push(...[a, b].filter((p) => p !== undefined));
    else list.push({ name: a.name, parts: [besides(a.parts[0], b.parts[0], gap)] });
  }
  return list;
}

const stacked = (pages: readonly Page[], gap: number): Page[] => [{ name: '部门预算公开表', parts: pages.flatMap((p) => p.parts.map((part): Part => ({ ...part, below: [...(part.below ?? []), ...Array.from({ length: gap }, (): Row => [])] }))) }];

/** Column numbers below the header: 栏次 1 2 3, ** ** 1 2, 甲 乙 1 2. */
function numbered(part: Part, style: '栏次' | '**' | '甲'): Part {
  const last = part.header[part.header.length - 1] ?? [];
  if (part.body.length === 0 || last.some((v) => typeof v === 'number')) return part;
  const figures = firstFigures(part);
  if (figures < 1) return part;
  const width = Math.max(...part.header.map((r) => r.length));
  let n = 0;
  const row = Array.from({ length: width }, (_, c): Row[number] => {
    const holds = part.body.some((r) => typeof r[c] === 'number' || (typeof r[c] === 'string' && /^-?\d+\.\d+$/.test(String(r[c])))) || (c > figures && !part.body.some((r) => typeof r[c] === 'string'));
    return holds ? ++n : style === '甲' ? (c < 4 ? '甲乙丙丁'[c] : null) : style === '**' ? '**' : c === 0 ? '栏次' : null;
  });
  return { ...part, header: [...part.header, row] };
}

/** Long header words over two rows, as a narrow column prints them. */
function tornHeader(part: Part): Part {
  const header = part.header.flatMap((row): Row[] => {
    const long = (v: Row[number]): v is string => typeof v === 'string' && v.length >= 8 && !v.includes('（');
    return row.some(long) ? [row.map((v) => (long(v) ? v.slice(0, Math.ceil(v.length / 2)) : v)), row.map((v) => (long(v) ? v.slice(Math.ceil(v.length / 2)) : null))] : [row];
  });
  return { ...part, header };
}

const NOTES: Row[] = [['注：1.本表反映部门本年度预算安排情况，不含涉密支出12.5万元。'], ['2.本表数据因四舍五入可能存在尾差，以合计为准。'], ['3.公开空表的，表示本部门没有相应的收支。']];
const blankRow = (part: Part): Part => ({ ...part, body: part.body.flatMap((row, i): Row[] => (i % 6 === 5 ? [row, []] : [row])) });

export const PAPER: readonly Habit[] = [
  ...(['title', 'below', 'first', 'torn', 'header'] as const).map((to) => perPart(`unit-${to}`, (p) => moveUnit(p, to))),
  { id: 'print-pages', apply: (pages, random) => { const rows = random.int(9, 16); return pages.map((p) => ({ ...p, parts: p.parts.flatMap((part) => printPages(part, rows, false)) })); } },
  { id: 'print-pages-titled', apply: (pages, random) => { const rows = random.int(9, 16); return pages.map((p) => ({ ...p, parts: p.parts.flatMap((part) => printPages(part, rows, true)) })); } },
  { id: 'torn-continued', apply: (pages, random) => pages.flatMap((p) => torn(p, random.pick(['（续表）', '（续）', '(续)']), true)) },
  { id: 'torn-again', apply: (pages) => pages.flatMap((p) => torn(p, '', true)) },
  { id: 'torn-bare', apply: (pages) => pages.flatMap((p) => torn(p, '（续表）', false)) },
  { id: 'beside', apply: (pages, random) => paired(pages, random.int(1, 3)) },
  { id: 'stacked', apply: (pages, random) => stacked(pages, random.int(1, 3)) },
  { id: 'stacked-close', apply: (pages) => stacked(pages, 0) },
  { id: 'twice', apply: (pages, random) => { const at = random.int(0, pages.length - 1); return pages.map((p, i) => (i === at ? { ...p, parts: [...p.parts.map((x): Part => ({ ...x, below: [...(x.below ?? []), [], []] })), ...p.parts] } : p)); } },
  { id: 'twice-sheet', apply: (pages, random) => { const at = random.int(0, pages.length - 1); return pages.flatMap((p, i) => (i === at ? [p, { ...p, name: `${p.name} (2)` }] : [p])); } },
  perPart('columns-numbered', (p) => numbered(p, '栏次')),
  perPart('columns-starred', (p) => numbered(p, '**')),
  perPart('columns-lettered', (p) => numbered(p, '甲')),
  perPart('torn-header', tornHeader),
  perPart('notes', (p) => ({ ...p, below: [...(p.below ?? []), ...NOTES] })),
  perPart('signed', (p) => ({ ...p, below: [...(p.below ?? []), [], ['单位负责人：张三', null, '财务负责人：李四', null, '填表人：王五', '联系电话：87654321'], ['填报日期：2024年2月8日']] })),
  perPart('blank-rows', blankRow),
  perPart('blank-tail', (p) => ({ ...p, body: [...p.body, [], [], []] })),
  perPart('spacer', (p) => { const at = firstFigures(p); return at < 1 ? p : withColumn(p, at, () => null, () => null); }),
  perPart('spacers', (p) => Array.from({ length: widthOf(p) - 1 }, (_, i) => widthOf(p) - 1 - i).reduce((q, at) => withColumn(q, at, () => null, () => null), p)),
  { id: 'offset', apply: (pages) => pages.map((p) => ({ ...p, parts: p.parts.map((part, i): Part => { const move = (row: Row): Row => [null, null, ...row]; return { above: [...(i === 0 ? [[], []] : []), ...part.above.map(move)], header: part.header.map(move), body: part.body.map(move), below: (part.below ?? []).map(move) }; }) })) },
  perPart('title-spaced', (p) => above(p, (v) => (isTitle(v) ? [...v].join(' ') : v))),
  perPart('title-named', (p, _, k) => above(p, (v) => (isTitle(v) ? `${k.ledger.name}${v.startsWith('20') ? '' : `${k.year}年度`}${v}` : v))),
  perPart('title-two-rows', (p, _, k) => ({ ...p, above: p.above.flatMap((row): Row[] => (row.some(isTitle) ? [[`${k.ledger.name}${k.year}年`], row] : [row])) })),
  perPart('title-sized', (p) => above(p, (v) => (isTitle(v) ? `附件：${v}` : v))),
];
