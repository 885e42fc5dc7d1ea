import type { PaneState } from './model';
import type { Row, Target } from './rows';

/** One line of 未查 or 已通过. */
export interface LineContent {
  readonly title: string;
  readonly detail?: string;
  readonly tick?: boolean;
  readonly target?: Target | null;
  /** A rule whose findings the line leads to, and how many there are. */
  readonly failed?: { readonly rule: string; readonly count: number };
  /** The line opens: its own key, and what is below it then. */
  readonly opens?: { readonly key: string; readonly rows: () => readonly Row[] };
}

/** A heading and its lines; open unless the user closed it. Empty sections are left out. */
export function section(state: PaneState, key: string, title: string, lines: readonly LineContent[]): Row[] {
  if (lines.length === 0) return [];
  const expanded = !state.view.toggled.has(key);
  const heading: Row = { kind: 'heading', key, level: 1, expanded, target: null, title, count: lines.length };
  if (!expanded) return [heading];
  return [
    heading,
    ...lines.flatMap((line, index): Row[] => {
      const isOpen = line.opens !== undefined && state.view.toggled.has(line.opens.key);
      const row: Row = {
        kind: 'line',
        key: line.opens?.key ?? `${key}:${index}`,
        level: 2,
        ...(line.opens ? { expanded: isOpen } : {}),
        target: line.target ?? null,
        title: line.title,
        detail: line.detail ?? '',
        tick: line.tick ?? false,
        failed: line.failed ?? null,
      };
      return isOpen && line.opens ? [row, ...line.opens.rows()] : [row];
    }),
  ];
}
