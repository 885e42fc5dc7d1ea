import { isHeadedItself, type CodeColumns } from '../../layout';
import type { ColumnDefinition, ColumnRole } from '../definitions';
import type { BoundColumn } from '../model';
import type { BindContext } from './context';
import { furtherParts, isTotalWord, lastOf, withoutParts } from './furtherParts';
import { adoptNameless, namelessAmounts } from './nameless';
import { assignColumns, columnPatterns } from './patterns';

const AMOUNT_ROLES: readonly ColumnRole[] = ['total', 'part', 'of', 'sub', 'other', 'quantity'];

/** Where a definition's columns stand. */
export interface CodedColumns {
  readonly code: CodeColumns | null;
  readonly name: number;
  readonly gov: CodeColumns | null;
  readonly govName: number;
  readonly unitCode: number;
  readonly department: CodeColumns | null;
  readonly amounts: readonly BoundColumn[];
  /** First column that is neither code nor name. */
  readonly firstAmount: number;
  /** Definitions that were found. */
  readonly found: number;
}

/** Assigns a table's header paths to the definition's columns; null where neither code nor name is there. */
export function codedColumns(context: BindContext): CodedColumns | null {
  const { layout, words } = context;
  const { columns: definitions = [], extraParts = false, codes: system } = context.definition;
  const paths = layout.header?.paths ?? new Map<number, readonly string[]>();
  const assigned = assignColumns(columnPatterns(definitions), paths);
  adoptNameless(definitions, assigned, namelessAmounts(layout, words).filter((column) => ![...assigned.values()].includes(column)));
  const columnOf = (role: ColumnRole): number => {
    for (const [definition, column] of assigned) if (definition.role === role) return column;
    return -1;
  };
  const name = columnOf('name');
  const groups = layout.panels.flatMap((p) => p.codes);
  // Codes are told by the chart where no header names them.
  const own = definitions.some((d) => d.role === 'code') ? groups.find((g) => g.kind === system) : undefined;
  const code = columnOf('code') >= 0 ? columnOf('code') : own?.columns[0] ?? -1;
  if (code < 0 && name < 0) return null;
  const codesAt = (column: number): CodeColumns | null => (column < 0 ? null : groups.find((g) => g.columns.includes(column)) ?? { columns: [column], kind: 'other', joined: false });
  const codes = codesAt(code) ?? (name >= 0 ? groups.find((g) => g.joined && g.columns[0] === name) ?? null : null);
  const amounts: BoundColumn[] = [];
  for (const [definition, column] of assigned) {
    const role = definition.role ?? 'part';
    if (AMOUNT_ROLES.includes(role)) amounts.push({ id: definition.id, label: lastOf(paths.get(column)), role, column, isUnsure: layout.header !== null && !isHeadedItself(context.grid, layout.header, column) });
  }
  // 备注 over a column of amounts is the next column's word: what was above it is lost.
  const isMoney = new Set(layout.columns.filter((c) => c.kind === 'amount').map((c) => c.column));
  const taken = new Set([...[...assigned].filter(([d, column]) => d.role !== 'note' || !isMoney.has(column)).map(([, column]) => column), ...groups.flatMap((g) => g.columns)]);
  const further = furtherParts(context, taken, amounts, extraParts);
  const all = (further.isUnclear ? withoutParts([...amounts, ...further.columns]) : [...amounts, ...further.columns]).sort((a, b) => a.column - b.column);
  return {
    code: codes,
    name,
    gov: codesAt(columnOf('govCode')) ?? (definitions.some((d) => d.role === 'govCode') ? groups.find((g) => g !== codes && g.kind === 'government') ?? null : null),
    govName: columnOf('govName'),
    unitCode: columnOf('unitCode'),
    department: codesAt(columnOf('departmentCode')),
    amounts: withoutGrandTotal(all, assigned, paths),
    firstAmount: all.length ? all[0].column : 0,
    found: definitions.filter((d) => d.role !== 'note' && d.role !== 'of' && assigned.has(d)).length,
  };
}

/** 总计 beside 部门预算 / 合计: the total of the year is the one that the parts below the same word add up to. */
function withoutGrandTotal(amounts: readonly BoundColumn[], assigned: ReadonlyMap<ColumnDefinition, number>, paths: ReadonlyMap<number, readonly string[]>): readonly BoundColumn[] {
  const total = [...assigned].find(([d]) => d.role === 'total')?.[1] ?? -1;
  const alone = paths.get(total) ?? [];
  const parts = amounts.filter((a) => a.role === 'part');
  if (total < 0 || alone.length !== 1 || parts.length === 0) return amounts;
  const group = (paths.get(parts[0].column) ?? [])[0];
  if (!parts.every((a) => (paths.get(a.column) ?? [])[0] === group)) return amounts;
  const inner = amounts.find((a) => a.role === 'part' && isTotalWord(lastOf(paths.get(a.column))) && (paths.get(a.column) ?? [])[0] === group && (paths.get(a.column) ?? []).length === 2);
  if (!inner) return amounts;
  return amounts.map((a) => (a.column === total ? { ...a, id: '总计', role: 'other' as const } : a === inner ? { ...a, id: '合计', role: 'total' as const } : a));
}
