import type { Verdict } from '../audit/report/verdict';

/**
 * 未审核 waiting · 审核中 reviewing (audited, nobody has decided) · 待退回 toReturn · 已退回 returned · 已通过 passed ·
 * 没有认出 unknown · 读不了 unreadable. Only a person sends back or passes.
 */
export type SubmissionState = 'waiting' | 'reviewing' | 'toReturn' | 'returned' | 'passed' | 'unknown' | 'unreadable';

/** A handed-in file as the door found it. */
export interface SubmissionFile {
  /** As the user sees it, "/" between folders. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** A hash of the bytes (`digestOf`): equal files have equal ones. */
  readonly digest: string;
  /** A hash of what the package holds besides marks of ours; absent where that is not known. */
  readonly contents?: string;
  /** A copy with marks as we have written it, saved by no other program since. */
  readonly isMarked?: true;
  /** Last change as ISO 8601 in UTC; "" where the door does not know. */
  readonly changed: string;
}

/** leading: the one to look at · copy: byte for byte another file · older: a later version of the same unit, year and form is there. */
export type Standing =
  | { readonly kind: 'leading'; /** Paths of copies and older versions. */ readonly besides: readonly string[] }
  | { readonly kind: 'copy' | 'older'; readonly of: string };

/** How often something occurs among the problems, by its id. */
export type Tally = Readonly<Record<string, number>>;

/** One handed-in file: the row of the desk. Small: the report it was made from is kept, or not, by whoever made it. */
export interface Submission {
  readonly file: SubmissionFile;
  /** The folder it lies in: its department; "" for none. */
  readonly folder: string;
  readonly unit: string | null;
  readonly family: string | null;
  readonly familyName: string;
  readonly kind: 'budget' | 'final' | null;
  readonly level: 'unit' | 'department' | null;
  readonly year: number | null;
  /** Tables of the form: recognised, and how many there should be (those declared empty are not due). */
  readonly tablesRead: number;
  readonly tablesDue: number;
  /** What the audit has come to; null before it and where the file cannot be read. */
  readonly verdict: Verdict | null;
  /** `uncheckedCount`: what the tab 未查 of the pane counts. */
  readonly notChecked: number;
  /** Findings whose 情况说明 was given for other figures: they count again. */
  readonly lapsed: number;
  /** Problems by rule and by table, and causes by what seems to have happened (`causeNames`). */
  readonly rules: Tally;
  readonly tables: Tally;
  readonly causes: Tally;
  /** What the rules and tables of the tallies are called, by id. */
  readonly names: { readonly rules: Readonly<Record<string, string>>; readonly tables: Readonly<Record<string, string>> };
  /** The rule with the most problems, in words; null where there are none. */
  readonly commonest: { readonly rule: string; readonly text: string; readonly count: number } | null;
  readonly state: SubmissionState;
  /** What a person decided about this very file; null where nobody did. */
  readonly decision: Decision | null;
  /** Why it cannot be read, in the user's words; "" where it can. */
  readonly failure: string;
  readonly standing: Standing;
}

/** What a reviewer decides about a submission. */
export type DecidedState = Extract<SubmissionState, 'toReturn' | 'returned' | 'passed'>;

export interface Decision {
  readonly state: DecidedState;
  /** Who decided, in their own words; "" where they did not say. */
  readonly by: string;
  /** 2026-03-01 or 2026-03-01T14:05; "" where unknown. */
  readonly at: string;
  /** The bytes it was decided about (`SubmissionFile.digest`): another file of the same name is undecided. */
  readonly digest: string;
}

/** Decisions by the path of the file below the folder, as `gouji-情况说明.json` keeps them. */
export type Decisions = Readonly<Record<string, Decision>>;
