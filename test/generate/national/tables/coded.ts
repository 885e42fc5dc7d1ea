import { BASIC, codeName, type Ledger, type Nature, type Source } from '../ledger';
import { codeHeads, codeTree, unitTrees, type CodeTreeOptions } from '../codeRows';
import type { Place } from '../place';
import { both, some, type Select } from '../select';
import type { Column, Concept, Panel, Row, Table } from '../spec';

/** Tables with a row a code: 支出总表, 一般公共预算支出表, 基金, 国有资本经营, economic codes. */

const nature = (text: string, ...natures: Nature[]): Column => ({ text, select: { natures } });
const sumOf = (text: string): Column => ({ text, select: {}, role: 'total' });

function functional(ledger: Ledger, place: Place, within: readonly Select[], extra: Partial<CodeTreeOptions> = {}): Row[] {
  const { totalAt, totalWord } = place.furniture;
  const options: CodeTreeOptions = { ledger, dimension: 'func', layout: place.forms.functionCodes, within, totalAt, totalWord, levels: [3, 5, 7], ...extra };
  return place.forms.functionRows === 'by unit' && ledger.units.length > 1 ? unitTrees(options) : codeTree(options);
}

/** What a fund's table holds: this year's money, or last year's with it. */
export const fundMoney = (place: Place, ...sources: Source[]): Select => ({ side: 'expense', sources, ...(place.forms.carriedInFunds ? {} : { carried: false }) });

export function expenditure(ledger: Ledger, place: Place, title: string): Table {
  const { words, forms } = place;
  const rest = [nature(words.business, 'business'), nature(words.remit, 'remit'), nature(words.subsidy, 'subsidy')];
  const basic = nature(words.basic, ...BASIC);
  const project = nature(words.project, 'project');
  const columns: Column[] =
    forms.expenditureColumns === 'three' ? [sumOf(words.sum), basic, project]
    : forms.expenditureColumns === 'natures' ? [sumOf(words.sum), { text: words.basic, parts: [nature(words.personnel, 'personnel'), nature(words.publicMoney, 'public')] }, project, ...rest]
    : forms.expenditureColumns === 'of which' ? [sumOf(words.sum), basic, project, { text: '其中', parts: rest.map((c): Column => ({ ...c, role: 'part' })) }]
    : [sumOf(words.sum), basic, project, ...rest];
  if (forms.expenditureRows === 'functions') {
    const layout = forms.functionCodes;
    return { concept: 'expenditure', title, panels: [{ heads: codeHeads(layout, words, 3), columns, rows: functional(ledger, place, [{ side: 'expense' }]) }], notes: [] };
  }
  const heads: Column[] = ['支出功能分类科目', '政府支出经济分类科目', '部门支出经济分类科目'].map((text) => ({ text }));
  const seen = new Map<string, Row>();
  for (const item of ledger.items.filter((i) => !i.kept)) {
    const econ = item.econ.slice(0, 5);
    const key = `${item.func} ${item.gov} ${econ}`;
    const texts = [item.func, item.gov, econ].map((code) => `${code}-${codeName(ledger, code)}`);
    seen.set(key, { texts, select: { func: item.func, gov: item.gov, econ }, code: { code: item.func, name: codeName(ledger, item.func), codeAt: 0, nameAt: 0 } });
  }
  const rows = [...seen.keys()].sort().flatMap((key) => seen.get(key) ?? []);
  const total: Row = { texts: [place.furniture.totalWord, '', ''], select: {}, total: true, sums: rows.map((_, i) => i) };
  return { concept: 'expenditure', title, panels: [{ heads, columns: withSide(columns), rows: [...rows, total] }], notes: [] };
}

const withSide = (columns: readonly Column[]): Column[] => columns.map((c) => ({ ...c, ...(c.parts ? { parts: withSide(c.parts) } : { select: both(c.select ?? {}, { side: 'expense' }) }) }));
const within = (columns: readonly Column[], select: Select): Column[] => columns.map((c) => ({ ...c, ...(c.parts ? { parts: within(c.parts, select) } : c.select ? { select: both(select, c.select) } : {}) }));

function natureColumns(place: Place, form: Place['forms']['generalColumns']): Column[] {
  const { words } = place;
  const basic = nature(words.basic, ...BASIC);
  const project = nature(words.project, 'project');
  if (form === 'single') return [{ text: words.amount, select: {} }];
  if (form === 'two') return [sumOf(words.sum), basic, project];
  if (form === 'of which') return [sumOf(words.subSum), { text: '其中：', parts: [basic, project] }];
  return [sumOf(words.sum), { text: words.basic, parts: [{ ...basic, text: words.subSum, role: 'total' }, nature(words.personnel, 'personnel'), nature(words.publicMoney, 'public')] }, project];
}

/** 一般公共预算支出表 and its like: `general`, `fund`, `capital`, or all of 财政拨款. */
export function byFunction(ledger: Ledger, place: Place, title: string, concept: Concept, sources: readonly Source[], natures?: readonly Nature[]): Table {
  const money = { ...fundMoney(place, ...sources), ...(natures ? { natures } : {}) };
  const { words, forms } = place;
  const heads = codeHeads(forms.functionCodes, words, 3);
  const years = concept === 'generalFunction' && forms.generalColumns === 'years';
  const form = concept === 'generalFunction' || concept === 'fiscalFunction' ? (years ? 'full' : forms.generalColumns) : forms.generalColumns === 'single' ? 'single' : 'two';
  const basicOnly = natures !== undefined;
  const own: Column[] = basicOnly ? [sumOf(words.sum), nature(words.personnel, 'personnel'), nature(words.publicMoney, 'public')] : natureColumns(place, form);
  const columns = years ? yearColumns(ledger, place, money) : within(own, money);
  if (!years && !some(ledger, money)) return { concept, title, panels: [{ heads, columns, rows: emptyRows(place, heads) }], notes: [place.furniture.emptyNote] };
  const rows = functional(ledger, place, years ? [money, { ...money, of: 'last' }] : [money]);
  return { concept, title, panels: [{ heads, columns, rows }], notes: [] };
}

const emptyRows = (place: Place, heads: readonly Column[]): Row[] => {
  const width = heads.reduce((n, h) => n + (h.parts?.length ?? 1), 0);
  return [{ texts: Array.from({ length: width }, (_, i) => (i === width - 1 ? place.furniture.totalWord : '')), select: {}, total: true }];
};

/** 上年执行数 | 本年预算数 | 增减额 | 增减%. */
function yearColumns(ledger: Ledger, place: Place, money: Select): Column[] {
  const before: Select = { ...money, of: 'last' };
  const [now, compared] = [ledger.year, ledger.year - 1];
  return [
    { text: `${compared}年执行数`, select: before },
    { text: `${now}年预算数`, parts: within([sumOf(place.words.subSum), nature(place.words.basic, ...BASIC), nature(place.words.project, 'project')], money) },
    {
      text: `${now}年预算数比${compared}年执行数`,
      parts: [{ text: '增减额', change: { kind: 'difference', now: money, before } }, { text: '增减%', change: { kind: 'percent', now: money, before } }],
    },
  ];
}

export function byEconomic(ledger: Ledger, place: Place, title: string, concept: Concept, natures?: readonly Nature[], sources: readonly Source[] = ['general']): Table {
  const { words, forms } = place;
  const money: Select = { ...fundMoney(place, ...sources), ...(natures ? { natures } : {}) };
  const parts = [nature(words.personnel, 'personnel'), nature(words.publicMoney, 'public')];
  const columns = within(
    concept === 'generalEconomic' ? (forms.economicColumns === 'one' ? [{ text: words.amount, select: {} }] : [sumOf(words.sum), ...parts, nature(words.project, 'project')])
    : concept === 'running' || concept === 'generalProject' || forms.economicColumns === 'one' ? [{ text: words.amount, select: {}, ...(concept === 'running' ? { role: 'loose' as const } : {}) }]
    : [sumOf(words.sum), ...parts],
    money,
  );
  const form = forms.economic;
  if ((form === 'pairs' || form === 'flat pairs') && concept !== 'running') {
    return { concept, title, panels: [{ heads: pairHeads(place), columns, rows: pairRows(ledger, place, money) }], notes: [] };
  }
  if (form === 'panels' && concept === 'generalBasic') return sideBySide(ledger, place, title, money);
  const { totalAt, totalWord } = place.furniture;
  const words2 = { code: words.code, codeGroup: words.economicGroup };
  const levels = form === 'details' ? [3, 5, 7] : [3, 5];
  const always = form === 'chart' && concept === 'generalBasic' ? [...ledger.chart.economic.keys()].filter((c) => /^(301|302|303|310)/.test(c)) : [];
  const layout = forms.economicCodes.startsWith('split') ? 'one' : forms.economicCodes;
  const rows = codeTree({ ledger, dimension: 'econ', layout, within: [money], totalAt, totalWord, levels, always });
  return { concept, title, panels: [{ heads: codeHeads(layout, words2, 2), columns, rows }], notes: [] };
}

function pairHeads(place: Place): Column[] {
  if (place.forms.economic === 'flat pairs') return [{ text: '政府支出经济分类科目' }, { text: '部门支出经济分类科目' }];
  const code = (): Column => ({ text: '科目编码', parts: [{ text: '类' }, { text: '款' }] });
  return [code(), { text: '部门预算支出经济分类科目名称' }, code(), { text: '政府预算支出经济分类科目名称' }];
}

/** 部门 and 政府 economic code side by side; a parent row for each pair of 类, or none at all. */
function pairRows(ledger: Ledger, place: Place, money: Select): Row[] {
  const flat = place.forms.economic === 'flat pairs';
  const pairs = new Set<string>();
  for (const item of ledger.items) if (some(ledger, both(money, { econ: item.econ.slice(0, 5), gov: item.gov }))) pairs.add(`${item.econ.slice(0, 5)} ${item.gov}`);
  const list = [...pairs].sort((a, b) => `${a.slice(0, 3)} ${a.slice(6, 9)} ${a}`.localeCompare(`${b.slice(0, 3)} ${b.slice(6, 9)} ${b}`)).map((p) => p.split(' '));
  const name = (code: string): string => codeName(ledger, code);
  const { totalAt, totalWord } = place.furniture;
  const rows: Row[] = [];
  const tops: number[] = [];
  const total = (): Row => ({ texts: flat ? [totalWord, ''] : ['', '', totalWord, '', '', ''], select: {}, total: true, sums: tops });
  if (totalAt === 'top') rows.push(total());
  let parent = '';
  for (const [econ, gov] of list) {
    if (flat) {
      tops.push(rows.length);
      rows.push({ texts: [`${gov}-${name(gov)}`, `${econ}-${name(econ)}`], select: { econ, gov }, code: { code: econ, name: name(econ), codeAt: 1, nameAt: 1 } });
      continue;
    }
    const [e, g] = [econ.slice(0, 3), gov.slice(0, 3)];
    if (parent !== `${e} ${g}`) {
      parent = `${e} ${g}`;
      tops.push(rows.length);
      const at = rows.length;
      const children = list.filter((p) => p[0].startsWith(e) && p[1].startsWith(g)).map((_, i) => at + 1 + i);
      rows.push({ texts: [e, '', name(e), g, '', name(g)], select: { econ: e, gov: g }, sums: children, code: { code: e, name: name(e), codeAt: 0, nameAt: 2 } });
    }
    rows.push({ texts: [e, econ.slice(3), name(econ), g, gov.slice(3), name(gov)], select: { econ, gov }, code: { code: econ, name: name(econ), codeAt: 1, nameAt: 2 } });
  }
  if (totalAt === 'bottom') rows.push(total());
  return rows;
}


/** 人员经费 on the left, 公用经费 on the right, each with its codes and one amount. */
function sideBySide(ledger: Ledger, place: Place, title: string, money: Select): Table {
  const { words } = place;
  const heads: Column[] = words.code.map((text) => ({ text }));
  const panel = (name: string, own: Nature): Panel => {
    const select: Select = { ...money, natures: [own] };
    const rows = codeTree({ ledger, dimension: 'econ', layout: 'one', within: [select], totalAt: 'bottom', totalWord: `${name}合计`, levels: [3, 5] });
    return { over: name, heads, columns: [{ text: words.amount, select }], rows };
  };
  return { concept: 'generalBasic', title, panels: [panel(words.personnel, 'personnel'), panel(words.publicMoney, 'public')], notes: [] };
}
