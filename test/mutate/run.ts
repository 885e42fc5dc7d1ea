import type { Finding, WorkbookReport } from '../../src/audit/report/model';
import { cellAddress, parseCellAddress, type WorkbookSnapshot } from '../../src/audit/workbook';
import { VARIATIONS } from '../generate';
import { mutations, type Mutation, type Visibility } from './index';

/** How an audit did on mutated workbooks, a kind of mutation a row. */
export interface MutationTable {
  readonly rows: readonly KindRow[];
  /** Faults that nothing new was said about, the visible ones first. */
  readonly missed: readonly Missed[];
  /** Harmless changes after which something new was said. */
  readonly noisy: readonly Noisy[];
  readonly totals: { readonly visible: number; readonly detected: number; readonly rate: number; readonly harmless: number; readonly noisy: number };
}

export interface KindRow {
  readonly kind: string;
  readonly harmless: boolean;
  readonly count: number;
  /** Faults by whether a rule could see them: how many, and how many were detected. */
  readonly visible: Tally;
  readonly unknown: Tally;
  readonly invisible: Tally;
  /** Not new, but an error or warning that stood at the changed row before now says something else. */
  readonly reported: number;
  /** Harmless kinds: changes after which anything new was said. */
  readonly noisy: number;
}

export interface Tally {
  readonly count: number;
  readonly detected: number;
}

export interface Missed {
  readonly fixture: string;
  readonly kind: string;
  readonly visible: Visibility;
  readonly at: string;
  readonly description: string;
  readonly original: string;
  readonly mutated: string;
  /** New errors and warnings elsewhere. */
  readonly elsewhere: readonly string[];
}

export interface Noisy {
  readonly fixture: string;
  readonly kind: string;
  readonly description: string;
  readonly findings: readonly string[];
}

export interface Fixture {
  readonly name: string;
  readonly snapshot: WorkbookSnapshot;
}

type Verdict = 'detected' | 'reported' | 'missed';

/**
 * Audits each fixture as it is and after each mutation. Detected: a new error or warning (by finding id) with a cell
 * in a changed row of the same sheet. A harmless change is noisy where any new finding appears, of whatever severity
 * (M3 apart where amounts are stored as odd texts).
 */
export function runMutations(
  audit: (snapshot: WorkbookSnapshot) => WorkbookReport,
  fixtures: readonly Fixture[],
  { seed, perKind }: { readonly seed: number | string; readonly perKind: number },
): MutationTable {
  const rows = new Map<string, MutableRow>();
  const missed: Missed[] = [];
  const noisy: Noisy[] = [];
  for (const fixture of fixtures) {
    const before = new Map(audit(fixture.snapshot).findings.map((f) => [f.id, f]));
    for (const mutation of mutations(fixture.snapshot, seed, perKind)) {
      const row = rows.get(mutation.kind) ?? newRow(mutation);
      rows.set(mutation.kind, row);
      row.count++;
      const { findings } = audit(mutation.snapshot);
      const fresh = findings.filter((f) => !before.has(f.id) && !(mutation.harmless && isMeant(mutation.kind, f)));
      if (mutation.harmless) {
        if (fresh.length === 0) continue;
        row.noisy++;
        noisy.push({ fixture: fixture.name, kind: mutation.kind, description: mutation.description, findings: fresh.map(brief) });
        continue;
      }
      const verdict = judge(mutation, findings, before);
      const tally = row[mutation.visible === true ? 'visible' : mutation.visible === 'unknown' ? 'unknown' : 'invisible'];
      tally.count++;
      if (verdict === 'detected') tally.detected++;
      if (verdict === 'reported') row.reported++;
      if (verdict !== 'detected') missed.push(describe(fixture.name, mutation, verdict, fresh));
    }
  }
  const order = (m: Missed): number => (m.visible === true ? 0 : m.visible === 'unknown' ? 1 : 2);
  missed.sort((a, b) => order(a) - order(b));
  const list = [...rows.values()];
  const faults = list.filter((r) => !r.harmless);
  const visible = faults.reduce((n, r) => n + r.visible.count, 0);
  const detected = faults.reduce((n, r) => n + r.visible.detected, 0);
  const harmless = list.filter((r) => r.harmless).reduce((n, r) => n + r.count, 0);
  return { rows: list, missed, noisy, totals: { visible, detected, rate: visible === 0 ? 1 : detected / visible, harmless, noisy: noisy.length } };
}

/** Amounts stored as odd texts ("3 780 026.30", full-width digits) change no check, but M3 is there to point at them. */
const STORES_TEXT = new Set([...VARIATIONS.filter((v) => v.storesText).map((v) => v.name), 'one amount stored as plain text']);
const isMeant = (kind: string, finding: Finding): boolean => finding.rule === 'M3' && STORES_TEXT.has(kind);

interface MutableRow extends KindRow {
  count: number;
  reported: number;
  noisy: number;
  readonly visible: { count: number; detected: number };
  readonly unknown: { count: number; detected: number };
  readonly invisible: { count: number; detected: number };
}

function newRow({ kind, harmless }: Mutation): MutableRow {
  const tally = (): { count: number; detected: number } => ({ count: 0, detected: 0 });
  return { kind, harmless, count: 0, visible: tally(), unknown: tally(), invisible: tally(), reported: 0, noisy: 0 };
}

function judge(mutation: Mutation, findings: readonly Finding[], before: ReadonlyMap<string, Finding>): Verdict {
  const here = findings.filter((f) => f.severity !== 'hint' && touches(f, mutation));
  if (here.some((f) => !before.has(f.id) || before.get(f.id)?.severity === 'hint')) return 'detected';
  return here.some((f) => before.get(f.id)?.message !== f.message) ? 'reported' : 'missed';
}

function touches(finding: Finding, { changed }: Mutation): boolean {
  return finding.cells.some((cell) => {
    const at = parseCellAddress(cell.address);
    return at !== null && changed.some((place) => place.sheet === cell.sheet && place.row === at.row);
  });
}

function describe(fixture: string, mutation: Mutation, verdict: Verdict, fresh: readonly Finding[]): Missed {
  const { kind, visible, description, original, mutated, changed } = mutation;
  return {
    fixture, kind, visible, description: verdict === 'reported' ? `${description} (already reported, said otherwise now)` : description, original, mutated,
    at: changed.map((c) => `${c.sheet}!${cellAddress(c.row, c.column)}`).join(' '),
    elsewhere: fresh.filter((f) => f.severity !== 'hint').map(brief),
  };
}

function brief(finding: Finding): string {
  return `${finding.severity} ${finding.rule}: ${finding.message}`;
}
