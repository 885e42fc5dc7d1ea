import { fingerprint } from '../../report/fingerprint';
import type { Finding, FindingCell } from '../../report/model';
import { decimalText } from '../../rules/kinds/money';
import { sheetOf, unitOf, type FactBook, type FactColumn } from '../facts';
import { severityOf } from '../ledger';
import { figureText, type Language } from '../texts';
import type { Figure } from './figures';
import type { Gap } from './sums';

/** Units are written out in the sentence up to so many; the cells hold all. */
const UNITS_IN_MESSAGE = 6;

/** One finding for each figure that does not add up. */
export function gapFinding(gap: Gap, lang: Language, isNetted: boolean): Finding {
  const { table, row, column, department, units, sum, difference } = gap;
  const filled = units.filter((f) => f.fen !== 0);
  const label = `${row.name} ${column.label}`;
  const shown = filled.slice(0, UNITS_IN_MESSAGE).map((f) => `${unitName(f.book)} ${figureText(f.fen, unitOf(f.table, column), lang)}`);
  const more = filled.length > UNITS_IN_MESSAGE ? (lang === 'zh' ? ` + … 共 ${filled.length} 个单位` : ` + … ${filled.length} units`) : '';
  const at = department.cells.length > 0 ? `${sheetOf(table, department.block, department.cells[0])} ${department.cells.map((c) => department.block.addresses[c]).join('+')}` : table.sheet;
  const figure = (fen: number): string => figureText(fen, unitOf(table, column), lang);
  const terms = shown.length > 0 ? `${shown.join(' + ')}${more}` : lang === 'zh' ? '各单位均无' : 'no unit has a figure';
  const body =
    lang === 'zh'
      ? `${at} ${label}：部门 ${figure(department.fen)} ≠ ${units.length} 个单位之和 ${figure(sum)}，相差 ${figure(difference)}（${terms}）`
      : `${at} ${label}: department ${figure(department.fen)} ≠ sum of ${units.length} units ${figure(sum)}, difference ${figure(difference)} (${terms})`;
  return {
    id: fingerprint(['H1', table.family, table.id, department.block.id, row.key, column.id].join('|')),
    rule: 'H1',
    severity: isNetted ? 'hint' : severityOf('H1'),
    outcome: 'inconsistent',
    table: table.id,
    message: `${body}${lackText(gap, lang)}${isNetted ? nettedText(lang) : ''}`,
    left: decimalText(department.fen, unitOf(table, column)),
    right: decimalText(sum, unitOf(table, column)),
    difference: decimalText(difference, unitOf(table, column)),
    cells: [...cellsOf(department, column, label, 'left'), ...filled.flatMap((f) => cellsOf(f, column, label, 'right'))],
  };
}

function lackText({ lacks }: Gap, lang: Language): string {
  if (lacks === null) return '';
  if (lacks === 'department') return lang === 'zh' ? '；部门的表没有这一行' : '; the department has no such row';
  return lang === 'zh' ? '；各单位的表都没有这一行' : '; no unit has such a row';
}

const nettedText = (lang: Language): string =>
  lang === 'zh' ? '；部门与所属单位之间的往来汇总时可能抵销，请核实' : '; money paid within the department may be left out of its totals: please verify';

/** A unit by its name, else by its file. */
export const unitName = ({ unit, file }: FactBook): string => unit ?? file;

/** The cells of a figure; those of units name their file. */
function cellsOf({ book, table, block, cells }: Figure, column: FactColumn, label: string, side: 'left' | 'right'): FindingCell[] {
  const unit = unitOf(table, column);
  return cells.map((cell) => ({
    sheet: sheetOf(table, block, cell),
    address: block.addresses[cell],
    role: side === 'left' ? ('total' as const) : ('term' as const),
    value: block.state[cell] === 0 ? '' : decimalText(block.fen[cell], unit),
    label,
    side,
    coefficient: 1,
    unit,
    ...(side === 'right' ? { file: book.file } : {}),
  }));
}
