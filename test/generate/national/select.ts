import { NATURES, SOURCES, type Item, type Ledger, type Nature, type Source } from './ledger';

/**
 * Which leaf amounts a cell adds up: a row's and a column's selection together. Absent means "all".
 * `income` is spent and unspent money, `outgo` the same seen from the other side, `expense` the spent, `closing` the unspent part.
 */
export interface Select {
  readonly of?: 'this' | 'last' | 'purchases';
  readonly side?: 'income' | 'expense' | 'closing' | 'outgo';
  readonly sources?: readonly Source[];
  readonly carried?: boolean;
  readonly natures?: readonly Nature[];
  readonly func?: string;
  readonly econ?: string;
  /** Any of these economic codes. */
  readonly econs?: readonly string[];
  readonly gov?: string;
  readonly units?: readonly number[];
  readonly project?: number;
}

/** Both selections at once. */
export function both(a: Select, b: Select): Select {
  const common = <T>(x?: readonly T[], y?: readonly T[]): readonly T[] | undefined => (x && y ? x.filter((v) => y.includes(v)) : (x ?? y));
  const longer = (x?: string, y?: string): string | undefined => ((x ?? '').length >= (y ?? '').length ? x : y);
  return {
    of: b.of ?? a.of, side: b.side ?? a.side, carried: b.carried ?? a.carried, project: b.project ?? a.project,
    econs: common(a.econs, b.econs), sources: common(a.sources, b.sources), natures: common(a.natures, b.natures), units: common(a.units, b.units),
    func: longer(a.func, b.func), econ: longer(a.econ, b.econ), gov: longer(a.gov, b.gov),
  };
}

export function matches(select: Select, item: Item): boolean {
  if (select.side === 'expense' && item.kept) return false;
  if (select.side === 'closing' && !item.kept) return false;
  if (select.sources && !select.sources.includes(item.source)) return false;
  if (select.carried !== undefined && select.carried !== item.carried) return false;
  if (select.natures && !select.natures.includes(item.nature)) return false;
  if (select.units && !select.units.includes(item.unit)) return false;
  if (select.project !== undefined && select.project !== item.project) return false;
  if (select.econs && !select.econs.some((e) => item.econ.startsWith(e))) return false;
  return item.func.startsWith(select.func ?? '') && item.econ.startsWith(select.econ ?? '') && item.gov.startsWith(select.gov ?? '');
}

export function itemsOf(ledger: Ledger, of: Select['of']): readonly Item[] {
  return of === 'last' ? ledger.last : of === 'purchases' ? ledger.purchases : ledger.items;
}

/** Whole 分. */
export function total(ledger: Ledger, select: Select, items = itemsOf(ledger, select.of)): number {
  let sum = 0;
  for (const item of items) if (matches(select, item)) sum += item.cents;
  return sum;
}

export function some(ledger: Ledger, select: Select): boolean {
  return itemsOf(ledger, select.of).some((item) => matches(select, item));
}

/** Cells with the same key print the same figure, wherever they stand. */
export function keyOf(ledger: Ledger, select: Select): string {
  // Income and outgo are one amount; without money kept back so is the expense.
  const { kept, carries } = ledger;
  const side = select.side === 'closing' ? 'closing' : kept && select.side === 'expense' ? 'expense' : 'all';
  const natures = select.natures && select.project === undefined && select.natures.length < NATURES.length ? [...select.natures].sort().join('+') : '';
  const sources = select.sources && select.sources.length < SOURCES.length ? [...select.sources].sort().join('+') : '';
  const units = select.units && select.units.length < ledger.units.length ? select.units.join('+') : '';
  const carried = select.carried === undefined || (!carries && !select.carried) ? '' : String(select.carried);
  return [select.of ?? 'this', side, sources, carried, natures, select.func ?? '', select.econ ?? '', (select.econs ?? []).join('+'), select.gov ?? '', units, select.project ?? ''].join('|');
}
