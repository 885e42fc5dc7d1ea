import { codeHeads, codeTree } from '../codeRows';
import { FISCAL, NON_FISCAL, type Ledger, type Source } from '../ledger';
import type { Place } from '../place';
import { some, type Select } from '../select';
import type { Column, Row, Table } from '../spec';

/** 收入总表: sources as columns; one row, a row a unit, or a row a functional code. */
export function income(ledger: Ledger, place: Place, title: string): Table {
  const { words, forms, furniture } = place;
  const columns = incomeColumns(ledger, place);
  if (forms.incomeRows === 'single') return { concept: 'income', title, panels: [{ heads: [], columns, rows: [{ texts: [], select: {} }] }], notes: [] };
  if (forms.incomeRows === 'list') return incomeList(place, title, columns);
  if (forms.incomeRows === 'functions') {
    const layout = forms.functionCodes;
    const rows = codeTree({ ledger, dimension: 'func', layout, within: [{ side: 'income' }], totalAt: furniture.totalAt, totalWord: furniture.totalWord, levels: [3, 5, 7] });
    return { concept: 'income', title, panels: [{ heads: codeHeads(layout, words, 3), columns, rows }], notes: [] };
  }
  return { concept: 'income', title, panels: [{ heads: unitHeads(place), columns, rows: unitRows(ledger, place, forms.incomeRows === 'departments') }], notes: [] };
}

export const unitHeads = ({ forms, words }: Place): Column[] => (forms.unitColumns === 'name' ? [{ text: words.unitName }] : [{ text: '单位编码' }, { text: words.unitName }]);

/** The columns of 收入总表 from top to bottom: 合计, sources, the parts of a group below its 小计. */
function incomeList(place: Place, title: string, columns: readonly Column[]): Table {
  const { words, furniture } = place;
  const rows: Row[] = [];
  const add = (column: Column, indent: string): number => {
    if (!column.parts) return rows.push({ texts: [`${indent}${column.text}`], select: column.select ?? {} }) - 1;
    const sum = column.parts.find((p) => p.role === 'total');
    const at = rows.push({ texts: [`${indent}${column.text}`], select: sum?.select ?? {} }) - 1;
    const sums = column.parts.filter((p) => p !== sum).map((p) => add(p, '  '));
    rows[at] = { ...rows[at], sums };
    return at;
  };
  const all = rows.push({ texts: [furniture.totalWord], select: { side: 'income' }, total: true }) - 1;
  rows[all] = { ...rows[all], sums: columns.filter((c) => c.role !== 'total').map((c) => add(c, '')) };
  return { concept: 'income', title, panels: [{ heads: [{ text: words.item }], columns: [{ text: words.amount, select: {} }], rows }], notes: [] };
}

/** 合计, perhaps the 主管部门, the units. */
export function unitRows(ledger: Ledger, place: Place, department: boolean): Row[] {
  const top = place.furniture.totalAt === 'top' ? 1 : 0;
  const coded = place.forms.unitColumns === 'code and name';
  const texts = (code: string, name: string): string[] => (coded ? [code, name] : [name]);
  const units = ledger.units.map((unit, u): Row => ({ texts: texts(unit.code, `${department ? '  ' : ''}${unit.name}`), select: { units: [u] } }));
  const first = top + (department ? 1 : 0);
  const sums = units.map((_, i) => first + i);
  const head: Row[] = department ? [{ texts: texts(ledger.units[0].code.slice(0, 3), ledger.name), select: {}, sums }] : [];
  const total: Row = { texts: texts('', place.furniture.totalWord), select: {}, total: true, sums: department ? [top] : sums };
  return top ? [total, ...head, ...units] : [...head, ...units, total];
}

function incomeColumns(ledger: Ledger, place: Place): Column[] {
  const { words, forms } = place;
  const folded = forms.income === 'folded';
  const source = (s: Source, carried?: boolean): Column => ({ text: words.sources[s], select: { side: 'income', sources: [s], ...(carried === undefined ? {} : { carried }) } });
  const all: Column = { text: words.sum, select: { side: 'income' }, role: 'total' };
  const now = folded ? undefined : false;
  const carried: Column[] = folded || words.carried === '' ? [] : [{ text: words.carried, select: { side: 'income', carried: true } }];
  const reserve: Column[] = folded || words.sources.reserve === '' ? [] : [source('reserve', false)];
  if (forms.incomeColumns === 'flat') return [all, ...[...FISCAL, ...NON_FISCAL].map((s) => source(s, now)), ...reserve, ...carried];
  if (forms.incomeColumns === 'grouped') {
    const fiscal: Column = {
      text: words.fiscal,
      parts: [
        { text: words.subSum, select: { side: 'income', sources: FISCAL, ...(folded ? {} : { carried: false }) }, role: 'total' },
        ...FISCAL.map((s, i): Column => ({ ...source(s, now), text: words.fiscalLines[i] })),
      ],
    };
    return [all, fiscal, ...NON_FISCAL.map((s) => source(s, now)), ...reserve, ...carried];
  }
  const current: Select = { side: 'income', carried: false, sources: [...FISCAL, ...NON_FISCAL] };
  const brought: Column[] = [
    { text: words.subSum, select: { side: 'income', carried: true }, role: 'total' },
    ...FISCAL.map((s, i): Column => ({ ...source(s, true), text: words.fiscalLines[i] })),
    { text: '单位资金', select: { side: 'income', carried: true, sources: NON_FISCAL } },
  ];
  return [all, { text: '本年收入', parts: [{ text: words.subSum, select: current, role: 'total' }, ...[...FISCAL, ...NON_FISCAL].map((s) => source(s, false))] }, ...reserve, ...(some(ledger, { carried: true }) || carried.length > 0 ? [{ text: words.carried === '' ? '上年结转结余' : words.carried, parts: brought }] : [])];
}
