import type { Finding, FindingGroup, Severity, Suspect } from '../../audit/report/model';
import type { StandingExplanation } from './explanations';
import type { Ledger, LedgerLine } from './ledger';

/** A place a row leads to. */
export interface Target {
  readonly sheet: string;
  readonly address: string;
}

interface RowBase {
  /** Stable while the row means the same thing. */
  readonly key: string;
  /** 1-based depth in the tree. */
  readonly level: number;
  /** undefined: cannot be opened. */
  readonly expanded?: boolean;
  readonly target: Target | null;
}

/** One line of the list; the list shows rows, it does not know reports. */
export type Row =
  | (RowBase & { readonly kind: 'heading'; readonly title: string; readonly count: number })
  | (RowBase & { readonly kind: 'cause'; readonly group: FindingGroup; readonly severity: Severity; readonly mended: boolean })
  | (RowBase & { readonly kind: 'finding'; readonly finding: Finding; readonly mended: boolean; readonly explanation: StandingExplanation | null })
  | (RowBase & { readonly kind: 'ledger'; readonly line: LedgerLine; readonly ledger: Ledger })
  | (RowBase & { readonly kind: 'source'; readonly finding: Finding; readonly explanation: StandingExplanation | null })
  | (RowBase & { readonly kind: 'line'; readonly title: string; readonly detail: string; readonly tick: boolean; readonly failed: { readonly rule: string; readonly count: number } | null });

/** A proposal: the cell and its new figure, null = to be blanked. */
export interface Proposal {
  readonly suspect: Suspect & { readonly proposed: string };
  readonly value: number | null;
  /** The formula in the cell that a figure would take the place of; null where none is lost. */
  readonly replaced: string | null;
}

/** Proposals that may be taken over with one click: no other reading, and a value for every suspect; else none. */
export function adoptable(group: FindingGroup): readonly Proposal[] {
  if (group.ambiguous) return [];
  const proposals = group.suspects.flatMap((suspect): Proposal[] => {
    const { proposed } = suspect;
    if (proposed === null) return [];
    const value = proposed.trim() === '' ? null : Number(proposed);
    return value === null || Number.isFinite(value) ? [{ suspect: { ...suspect, proposed }, value, replaced: suspect.proposedFormula === null ? suspect.formula : null }] : [];
  });
  return proposals.length === group.suspects.length ? proposals : [];
}

/** Rows that F8 stops at. */
export function isStop(row: Row): boolean {
  return row.level === 1 ? row.kind === 'cause' || row.kind === 'finding' : row.kind === 'finding' && row.level === 2;
}
