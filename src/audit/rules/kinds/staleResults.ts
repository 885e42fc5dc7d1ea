import type { StaleResult } from '../../formulas';
import { cellAddress, groupThousands } from '../../workbook';
import { Checklist, placeName, type Check, type CheckContext, type DraftCell } from './context';

/** From so many on, the old results of a sheet are one finding. */
const MANY = 13;

/** Cells that such a finding lists at most. */
const MOST_CELLS = 40;

/** M4a: the stored result of a formula is what the formula yields. */
export const staleResults: Check = (context) => {
  const list = new Checklist();
  const { calculation } = context.workbook;
  const formulas = context.workbook.sheets.reduce((n, { formulas: own }) => n + own.size, 0);
  // What is due at opening is calculated then; the results in the file are nobody's figures.
  if (formulas === 0 || calculation.isDueOnOpening) {
    list.skip();
    return list.result();
  }
  const bySheet = new Map<number, StaleResult[]>();
  for (const stale of context.formulas.stale) bySheet.set(stale.at.sheet, [...(bySheet.get(stale.at.sheet) ?? []), stale]);
  for (const [sheet, all] of bySheet) {
    if (all.length < MANY) for (const stale of all) list.add(single(context, stale));
    else list.add(together(context, sheet, all));
  }
  list.pass(formulas - context.formulas.stale.length - context.formulas.computed.length - context.formulas.open.length);
  return list.result();
};

function single(context: CheckContext, { at, stored, result }: StaleResult): Parameters<Checklist['add']>[0] {
  const formula = formulaAt(context, at);
  const [old, due] = [figure(String(stored)), figure(result.toFixed())];
  const { isManual } = context.workbook.calculation;
  return {
    rule: 'M4a', severity: 'warning', table: tableAt(context, at), key: `stale|${cellAddress(at.row, at.column)}`,
    message: {
      zh: `${placeName(context, at)} 公式结果没有更新：显示 ${old}，公式 =${formula} 应得 ${due}${isManual ? '（已按公式核对）' : ''}；请重新计算（F9）并保存`,
      en: `${placeName(context, at)}: the result of the formula is out of date: ${old} is shown, =${formula} yields ${due}${isManual ? ' (used for checking)' : ''}; recalculate (F9) and save`,
    },
    cells: [{ at, role: 'subject', label: '公式', value: String(stored) }],
    left: String(stored), right: result.toFixed(), difference: result.minus(stored).negated().toFixed(),
  };
}

function together(context: CheckContext, sheet: number, all: readonly StaleResult[]): Parameters<Checklist['add']>[0] {
  const [first] = all;
  const cells = all.slice(0, MOST_CELLS).map(({ at, stored }): DraftCell => ({ at, role: 'subject', label: '公式', value: String(stored) }));
  const name = context.workbook.sheets[sheet].name;
  return {
    rule: 'M4a', severity: 'warning', table: tableAt(context, first.at), key: `stale|${sheet}`,
    message: {
      zh: `${name} 有 ${all.length} 个公式的结果没有更新，如 ${placeName(context, first.at)} 显示 ${figure(String(first.stored))}，公式应得 ${figure(first.result.toFixed())}；请重新计算（F9）并保存`,
      en: `${name}: the results of ${all.length} formulas are out of date; ${placeName(context, first.at)} shows ${figure(String(first.stored))}, its formula yields ${figure(first.result.toFixed())}; recalculate (F9) and save`,
    },
    cells,
  };
}

function formulaAt(context: CheckContext, at: { sheet: number; row: number; column: number }): string {
  const grid = context.grids[at.sheet];
  return grid.sheet.formulas.get(grid.at(at.row, at.column)) ?? '';
}

const tableAt = (context: CheckContext, at: { sheet: number; row: number }): Parameters<Checklist['add']>[0]['table'] =>
  context.recognition.tables.find((t) => [t, ...t.continued].some(({ sheet, range }) => sheet === at.sheet && at.row >= range.top && at.row <= range.bottom)) ?? null;

/** "3430026.3" → "3,430,026.30"; more decimals where there are more. */
function figure(plain: string): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(plain);
  if (!match) return plain;
  return `${match[1]}${groupThousands(match[2])}.${(match[3] ?? '').padEnd(2, '0').slice(0, 6)}`;
}
