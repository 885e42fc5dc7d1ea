import type { WorkbookReport } from '../../audit/report/model';
import { UNITS, type AmountUnit } from '../../audit/tables';
import type { PrintedValue } from '../../files/printed';
import type { DeskLanguage } from '../words';

/** Amounts with the words of their units. */
export interface AmountWords {
  /** The one unit of the whole workbook, said once above the table; "" where tables differ: then every amount bears its own. */
  readonly common: string;
  value(cell: { readonly sheet: string; readonly unit?: AmountUnit }, decimal: string): PrintedValue;
}

export function amountWords({ tables }: WorkbookReport, lang: DeskLanguage): AmountWords {
  const units = new Map(tables.map(({ sheet, unit }) => [sheet, unit]));
  const used = new Set(units.values());
  const [only] = used;
  const common = used.size === 1 && only !== undefined ? UNITS[only][lang] : '';
  return {
    common,
    value(cell, decimal) {
      if (!/^-?\d+(\.\d+)?$/.test(decimal)) return decimal;
      const unit = cell.unit ?? units.get(cell.sheet);
      return { amount: decimal, unit: common !== '' || unit === undefined ? '' : UNITS[unit][lang] };
    },
  };
}
