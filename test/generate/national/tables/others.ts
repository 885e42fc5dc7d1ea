import { TRAVEL } from '../drawLedger';
import { codeHeads, codeTree } from '../codeRows';
import { BASIC, FISCAL, NON_FISCAL, type Ledger, type Source } from '../ledger';
import type { Place } from '../place';
import { some, type Select } from '../select';
import type { Column, Row, Table } from '../spec';
import { unitHeads, unitRows } from './units';

type Kind = keyof typeof TRAVEL;

/** 三公: columns, rows, by unit, two years, with 会议费 and 培训费, or fund by fund. */
export function threePublic(ledger: Ledger, place: Place, title: string): Table {
  const { words, forms } = place;
  const general: Select = { side: 'expense', sources: ['general'], ...(place.forms.carriedInFunds ? {} : { carried: false }) };
  const of = (kind: Kind, base: Select): Select => ({ ...base, econ: TRAVEL[kind] });
  const cars = (base: Select): Column => ({
    text: words.cars,
    parts: [{ text: words.subSum, select: { ...base, econs: CARS }, role: 'total' }, { text: words.purchase, select: of('purchase', base) }, { text: words.running, select: of('running', base) }],
  });
  const group = (base: Select): Column[] => [
    { text: words.sum, select: { ...base, econs: THREE }, role: 'total' },
    { text: words.abroad, select: of('abroad', base) },
    cars(base),
    { text: words.reception, select: of('reception', base) },
  ];
  const single: Row[] = [{ texts: [], select: {} }];
  const table = (heads: Column[], columns: Column[], rows: Row[]): Table => ({ concept: 'threePublic', title, panels: [{ heads, columns, rows }], notes: [], wanyuan: place.furniture.unit === 'yuan' && forms.threePublic === 'columns' });
  switch (forms.threePublic) {
    case 'columns':
      return table([], group(general), single);
    case 'meetings': {
      const three: Column = { text: '“三公”经费', parts: group(general).map((c, i) => (i === 0 ? { ...c, text: words.subSum } : c)) };
      return table([], [{ text: words.sum, select: { ...general, econs: ALL }, role: 'total' }, three, { text: '会议费', select: of('meeting', general) }, { text: '培训费', select: of('training', general) }], single);
    }
    case 'years':
      return table([], [{ text: `${ledger.year - 1}年预算数`, parts: group({ ...general, carried: false, of: 'last' }) }, { text: `${ledger.year}年预算数`, parts: group(general) }], single);
    case 'units':
      return table(unitHeads(place), group(general), unitRows(ledger, place, false));
    default:
      return table([{ text: words.item }], forms.threePublic === 'rows' ? [{ text: words.amount, select: general }] : fundColumns(place, general), threeRows(place));
  }
}

const CARS = [TRAVEL.purchase, TRAVEL.running];
const THREE = [TRAVEL.abroad, TRAVEL.reception, ...CARS];
const ALL = [...THREE, TRAVEL.meeting, TRAVEL.training];

const fundColumns = (place: Place, base: Select): Column[] => [
  { text: place.words.sum, select: { ...base, sources: FISCAL }, role: 'total' },
  ...FISCAL.map((s, i): Column => ({ text: place.words.fiscalLines[i], select: { ...base, sources: [s] } })),
];

function threeRows({ words, furniture, forms }: Place): Row[] {
  if (forms.threePublic === 'rows') {
    return [
      { texts: [furniture.totalWord], select: { econs: THREE }, total: true, sums: [1, 2, 3] },
      { texts: [`1、${words.abroad}`], select: { econ: TRAVEL.abroad } },
      { texts: [`2、${words.reception}`], select: { econ: TRAVEL.reception } },
      { texts: [`3、${words.cars}`], select: { econs: CARS }, sums: [4, 5] },
      { texts: [`其中：（1）${words.purchase}`], select: { econ: TRAVEL.purchase } },
      { texts: [`（2）${words.running}`], select: { econ: TRAVEL.running } },
    ];
  }
  return [
    { texts: ['“三公”经费'], select: { econs: THREE }, sums: [1, 2, 5] },
    { texts: [`其中：（一）${words.abroad}`], select: { econ: TRAVEL.abroad } },
    { texts: [`（二）${words.cars}`], select: { econs: CARS }, sums: [3, 4] },
    { texts: [`1.${words.purchase}`], select: { econ: TRAVEL.purchase } },
    { texts: [`2.${words.running}`], select: { econ: TRAVEL.running } },
    { texts: [`（三）${words.reception}`], select: { econ: TRAVEL.reception } },
  ];
}

const sourceColumns = (place: Place, carried: boolean): Column[] => {
  const { words } = place;
  const only = (sources: readonly Source[]): Select => ({ sources, carried: false });
  return [
    { text: words.sum, select: {}, role: 'total' },
    { text: words.fiscal, parts: [{ text: words.subSum, select: only(FISCAL), role: 'total' }, ...FISCAL.map((s, i): Column => ({ text: words.fiscalLines[i], select: only([s]) }))] },
    { text: '财政专户管理资金', select: only(['account']) },
    { text: '单位资金', select: only([...NON_FISCAL.filter((s) => s !== 'account'), 'reserve']) },
    ...(carried ? [{ text: words.carried === '' ? '上年结转' : words.carried, select: { carried: true } }] : []),
  ];
};

/** 项目支出表: a row a project. */
export function projects(ledger: Ledger, place: Place, title: string): Table {
  const spent: Select = { side: 'expense', natures: ['project'] };
  const listed = ledger.projects.flatMap((project, i) => (some(ledger, { ...spent, project: i }) ? [{ ...project, i }] : []));
  const top = place.furniture.totalAt === 'top' ? 1 : 0;
  const rows = listed.map(({ name, unit, i }): Row => ({ texts: [ledger.units[unit].name, name], select: { project: i } }));
  const total: Row = { texts: ['', place.furniture.totalWord], select: {}, total: true, sums: rows.map((_, i) => i + top) };
  const columns = sourceColumns(place, some(ledger, { carried: true })).map((c) => inside(c, spent));
  return { concept: 'projects', title, panels: [{ heads: [{ text: place.words.unitName }, { text: '项目名称' }], columns, rows: top ? [total, ...rows] : [...rows, total] }], notes: [] };
}

/** 基本支出 by economic code, paid from every source. */
export function basicBySource(ledger: Ledger, place: Place, title: string): Table {
  const spent: Select = { side: 'expense', natures: BASIC };
  const { totalAt, totalWord } = place.furniture;
  const rows = codeTree({ ledger, dimension: 'econ', layout: 'one', within: [spent], totalAt, totalWord, levels: [3, 5] });
  const columns = sourceColumns(place, some(ledger, { ...spent, carried: true })).map((c) => inside(c, spent));
  return { concept: 'basicBySource', title, panels: [{ heads: codeHeads('one', { code: place.words.code, codeGroup: place.words.economicGroup }, 2), columns, rows }], notes: [] };
}

const inside = (column: Column, select: Select): Column => (column.parts ? { ...column, parts: column.parts.map((p) => inside(p, select)) } : { ...column, select: { ...select, ...column.select } });

/** 政府采购: 货物, 工程, 服务. */
export function procurement(_: Ledger, place: Place, title: string): Table {
  const { words, furniture } = place;
  const top = furniture.totalAt === 'top' ? 1 : 0;
  const rows = [['A', '货物'], ['B', '工程'], ['C', '服务']].map(([code, name]): Row => ({ texts: [code, name], select: { econ: code } }));
  const total: Row = { texts: ['', furniture.totalWord], select: {}, total: true, sums: rows.map((_, i) => i + top) };
  const bought = (select: Select): Select => ({ of: 'purchases', ...select });
  const columns: Column[] = [
    { text: words.sum, select: bought({}), role: 'total' },
    ...FISCAL.map((s, i): Column => ({ text: words.fiscalLines[i], select: bought({ sources: [s] }) })),
    { text: '单位资金', select: bought({ sources: [...NON_FISCAL, 'reserve'] }) },
  ];
  return { concept: 'procurement', title, panels: [{ heads: [{ text: '项目编号' }, { text: '采购类别' }], columns, rows: top ? [total, ...rows] : [...rows, total] }], notes: [] };
}
