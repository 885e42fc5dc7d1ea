import { CodeReader, type CodeColumns, type LayoutColumn, type Panel } from '../../layout';
import { isTotalLabel, parseAmountText } from '../../workbook';
import type { Words } from '../../words';
import { linkCodes } from '../derive/tree';
import type { BoundColumn, BoundRow } from '../model';
import { bindCoded } from './coded';
import { NO_FIELDS, type BindContext, type Binding } from './context';
import { makeBlock, makeRow, ref } from './make';

/** 人员经费 and 公用经费: the columns of which each run fills one. */
const PERSONNEL = '人员经费';
const OPERATING = '公用经费';
/** Runs of which no word says what they are: one list. */
const WHOLE = '合计';

interface Run {
  readonly panel: Panel;
  readonly amount: number;
  /** Id of the column its amounts belong to (人员经费, 公用经费; 合计 where the runs are one list). */
  readonly id: string;
}

/**
 * 公开06表, present form: 编码 | 名称 | 金额 two or three times side by side below 人员经费 and 公用经费.
 * All rows become one list; each row's amount stands in the column of its own run. Other layouts: `bindCoded`.
 */
export function bindRuns(context: BindContext): Binding | null {
  const { grid, layout } = context;
  const runs = runsOf(context);
  if (!layout.header || runs.length < 2) return bindCoded(context);
  const ids = [...new Set(runs.map((s) => s.id))];
  const bound: BoundColumn[] = ids.map((id) => ({ id, label: id, role: id === WHOLE ? 'total' : 'part', column: runs.find((s) => s.id === id)?.amount ?? 0 }));
  const rows: BoundRow[] = [];
  const placed: { readonly id: string; readonly column: number }[] = [];
  const totals = new Map<string, { row: number; column: number }>();
  for (const run of runs) {
    const codes = codesOf(run.panel);
    const reader = codes ? new CodeReader(grid, codes) : null;
    // The unit and its code may stand in front of the account.
    const name = run.panel.names.find((column) => column > (codes?.columns[0] ?? -1)) ?? run.panel.names[0] ?? codes?.columns[codes.columns.length - 1] ?? run.panel.left;
    for (const row of layout.rows) {
      const total = totalOf(context, row, run) ?? (run.id === WHOLE ? wholeOf(context, row, run) : null);
      if (total) {
        if (!totals.has(total.id)) totals.set(total.id, { row, column: total.column });
        continue;
      }
      const code = reader?.read(row) ?? '';
      const label = grid.raw(row, name).trim() || (reader?.nameOf(row) ?? '');
      if (code === '' && (label === '' || grid.at(row, run.amount) < 0)) continue;
      placed.push({ id: run.id, column: run.amount });
      rows.push(makeRow({ row, key: code || label, code, codeCell: codes ? ref(grid, row, codes.columns[0]) : null, label, labelCell: ref(grid, row, name), kind: code ? 'item' : 'extra' }));
    }
  }
  linkCodes(rows);
  for (const [id, at] of totals) {
    placed.push({ id, column: at.column });
    rows.push(makeRow({ row: at.row, key: '合计', label: id === WHOLE ? id : `${id}合计`, kind: 'total' }));
  }
  return {
    blocks: [makeBlock(context, '', bound, rows, { columnOf: (r, c) => (placed[r].id === ids[c] ? placed[r].column : -1) })],
    fields: NO_FIELDS,
    headerBottom: layout.header.bottom,
    range: layout.range,
    fit: ids.length / 2,
    codes: 'department',
    reason: {
      zh: `认出并列的 ${runs.length} 栏组（${runs.map((s) => s.id).join('、')}）`,
      en: `${runs.length} groups of columns side by side (${runs.map((s) => s.id).join(', ')})`,
    },
  };
}

function runsOf(context: BindContext): Run[] {
  const { layout, words } = context;
  const panels = layout.panels.filter((p) => p.codes.length > 0 && p.amounts.length > 0);
  const runs = panels.map((panel): Run => {
    const amount = amountOf(panel, panels);
    const path = [...(layout.header?.paths.get(codesOf(panel)?.columns[0] ?? panel.left) ?? []), ...amount.path];
    // Both in one text are two headings run together, which say nothing of this run.
    const ids = path.map((word) => words.phrase(word).concepts.map((c) => c.id)).filter((word) => !(word.includes(PERSONNEL) && word.includes(OPERATING))).flat();
    return { panel, amount: amount.column, id: ids.includes(PERSONNEL) ? PERSONNEL : ids.includes(OPERATING) ? OPERATING : '' };
  });
  const isStated = runs.some((run) => run.id === PERSONNEL || run.id === OPERATING) || layout.rows.some((row) => runs.some((run) => totalOf(context, row, run) !== null));
  return runs.map((run, i) => (run.id === PERSONNEL || run.id === OPERATING ? run : { ...run, id: !isStated ? WHOLE : i > 0 ? OPERATING : PERSONNEL }));
}

/** Of several columns of figures the one that every run has: 其他资金 in but one of them is none of the form's. */
const amountOf = (panel: Panel, panels: readonly Panel[]): LayoutColumn =>
  panel.amounts.find(({ path }) => panels.every((other) => other.amounts.some((a) => a.path[a.path.length - 1] === path[path.length - 1]))) ?? panel.amounts[0];

/** The accounts of a run, not the units that stand in front of them. */
const codesOf = ({ codes }: Panel): CodeColumns | undefined => codes.find((c) => c.kind !== 'unit') ?? codes[0];

/** 人员经费合计 | … | 公用经费合计: the figure stands in the first amount cell right of the label. */
function totalOf({ grid, layout, words }: BindContext, row: number, { panel, amount }: Run): { id: string; column: number } | null {
  const [, end] = grid.cellsOf(row);
  // Whatever column it stands in: where code and name share a cell, the column of names may hold nothing but this.
  for (let column = panel.left; column < amount; column++) {
    const id = partTotal(grid.norm(row, column), words);
    if (id === null) continue;
    for (let i = grid.at(row, column) + 1; i < end; i++) {
      if (layout.columns.some((c) => c.column === grid.sheet.columns[i] && c.kind === 'serial')) continue;
      if (grid.isNumber(i)) return { id, column: grid.sheet.columns[i] };
      if (grid.isText(i) && partTotal(grid.normOf(i), words) !== null) break;
      // A dash left of the figure is a cell without one.
      if (grid.isText(i) && parseAmountText(grid.normOf(i))?.decimal !== '') return { id, column: grid.sheet.columns[i] };
    }
    return { id, column: amount };
  }
  return null;
}

/** 合计 alone, left of a figure. */
function wholeOf({ grid }: BindContext, row: number, { panel, amount }: Run): { id: string; column: number } | null {
  for (let column = panel.left; column < amount; column++) if (isTotalLabel(grid.norm(row, column)) && grid.at(row, amount) >= 0) return { id: WHOLE, column: amount };
  return null;
}

/** 人员经费合计, 公用支出合计. */
function partTotal(text: string, words: Words): string | null {
  if (text === '') return null;
  const { concepts } = words.phrase(text);
  if (!concepts.some((c) => c.id === '合计')) return null;
  return concepts.find((c) => c.id === PERSONNEL || c.id === OPERATING)?.id ?? null;
}
