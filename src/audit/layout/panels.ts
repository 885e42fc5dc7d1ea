import type { CodeColumns, LayoutColumn, Panel } from './model';

/**
 * Cuts a table's columns into runs that each begin with what names the row and go on with amounts. A column without an entry between a
 * code and its name is no end of a run.
 */
export function panelsOf(columns: readonly LayoutColumn[], codes: readonly CodeColumns[], isBlank: (column: number) => boolean): Panel[] {
  const panels: Open[] = [];
  let current: Open | null = null;
  const codeOf = new Map(codes.flatMap((group) => group.columns.map((column) => [column, group] as const)));
  for (const column of columns) {
    const names = column.kind === 'code' || column.kind === 'name';
    const isParted = column.kind === 'name' && current !== null && current.codes.length > 0 && current.names.length === 0 && current.amounts.every((a) => isBlank(a.column)) && !isBlank(column.column);
    if (!current || (names && !isParted && current.amounts.length > 0)) {
      if (column.kind === 'empty') continue;
      current = { codes: [], names: [], amounts: [], others: [] };
      panels.push(current);
    }
    if (column.kind === 'code') {
      const group = codeOf.get(column.column);
      if (group && !current.codes.includes(group)) current.codes.push(group);
    } else if (column.kind === 'name') current.names.push(column.column);
    else if (column.kind === 'amount' || column.kind === 'percent') current.amounts.push(column);
    else current.others.push(column);
  }
  return joinTails(panels).map((panel) => ({ ...panel, ...ends(panel) }));
}

interface Open {
  codes: CodeColumns[];
  names: number[];
  amounts: LayoutColumn[];
  others: LayoutColumn[];
}

/** Words behind the last amounts (备注) are no panel of their own. */
function joinTails(panels: readonly Open[]): Open[] {
  const joined: Open[] = [];
  for (const panel of panels) {
    const previous = joined[joined.length - 1];
    if (panel.amounts.length > 0 || !previous) joined.push(panel);
    else previous.others.push(...panel.names.map((column): LayoutColumn => ({ column, path: [], kind: 'text', reason: { zh: '金额后面的文字', en: 'words behind the amounts' } })), ...panel.others);
  }
  return joined;
}

function ends(panel: Open): { left: number; right: number } {
  const all = [...panel.codes.flatMap((c) => c.columns), ...panel.names, ...panel.amounts.map((a) => a.column), ...panel.others.map((o) => o.column)];
  return { left: Math.min(...all), right: Math.max(...all) };
}
