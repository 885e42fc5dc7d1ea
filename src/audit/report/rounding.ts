import { OutcomeCode } from '../outcome/evaluate';
import { moneyText } from '../rules/kinds/money';
import { UNITS } from '../tables';
import { termsOf, type EquationContext, type Placed } from './context';
import { fingerprint } from './fingerprint';
import type { FindingCell } from './model';

/** Differences inside the rounding interval: one hint a table, naming every total concerned. */
export function roundingFindings(context: EquationContext): Placed[] {
  const { equations, evaluation, notes, recognition, names, lang } = context;
  const index = new Map(recognition.tables.map((table, i) => [table, i]));
  const byTable = new Map<number, number[]>();
  for (let e = 0; e < equations.count; e++) {
    if (evaluation.outcome[e] !== OutcomeCode.rounding || isConversion(context, e)) continue;
    const table = index.get(recognition.blocks[notes.block[e]].table) ?? -1;
    const list = byTable.get(table);
    if (list) list.push(e);
    else byTable.set(table, [e]);
  }
  const used = new Map<string, number>();
  return [...byTable].map(([table, list]) => {
    const bound = recognition.tables[table];
    const cells: FindingCell[] = [];
    const seen = new Set<number>();
    const largest = list.reduce((most, e) => Math.max(most, Math.abs(evaluation.difference[e])), 0);
    const base = `rounding|${bound.id}|${bound.fields.get('项目名称')?.text ?? ''}`;
    const times = used.get(base) ?? 0;
    used.set(base, times + 1);
    for (const e of list) {
      const { left } = termsOf(equations, notes, e);
      for (const t of left) {
        if (seen.has(t.amount)) continue;
        seen.add(t.amount);
        cells.push({ sheet: names.sheet(t.amount), address: names.address(t.amount), role: 'total', value: names.decimal(t.amount), label: names.label(t.amount), ...names.unitOfCell(t.amount) });
      }
    }
    const sheet = cells[0].sheet;
    const cut = list.some((e) => isCut(context, e)) ? CUT[lang] : '';
    const most = `${moneyText(largest, bound.unit)} ${UNITS[bound.unit].zh}`;
    return {
      equation: list[0],
      rule: context.rules.length,
      table,
      row: recognition.amounts.row[equations.cell[equations.start[list[0]]]],
      finding: {
        id: fingerprint(times === 0 ? base : `${base}#${times}`),
        rule: context.rules[equations.rule[list[0]]].id,
        severity: 'hint' as const,
        outcome: 'rounding' as const,
        table: bound.id,
        message: lang === 'zh'
          ? `${sheet} 有 ${list.length} 处四舍五入尾差（最大 ${most}），在舍入范围内，不算错误${cut}：${cells.slice(0, 12).map((c) => c.address).join('、')}${cells.length > 12 ? '…' : ''}`
          : `${sheet}: ${list.length} rounding differences (largest ${most}), within the rounding interval${cut}: ${cells.slice(0, 12).map((c) => c.address).join(', ')}${cells.length > 12 ? '…' : ''}`,
        left: null,
        right: null,
        difference: null,
        cells,
      },
    };
  });
}

const CUT = {
  zh: '（金额只保留了十位数字，较大的数末位不全）',
  en: ' (figures are kept to ten digits: the last ones of large figures are cut off)',
} as const;

/** The difference comes from figures of which the program kept ten digits. */
function isCut({ equations, evaluation, recognition }: EquationContext, e: number): boolean {
  for (let t = equations.start[e]; t < equations.start[e + 1]; t++) {
    const a = equations.cell[t];
    if (evaluation.slacks.own[a] > recognition.amounts.step[a] / 2) return true;
  }
  return false;
}

/** 元 against 万元: that the shorter figure is rounded goes without saying. */
function isConversion(context: EquationContext, e: number): boolean {
  const { start, cell } = context.equations;
  const unit = context.names.unit(cell[start[e]]);
  for (let t = start[e] + 1; t < start[e + 1]; t++) if (context.names.unit(cell[t]) !== unit) return true;
  return false;
}
