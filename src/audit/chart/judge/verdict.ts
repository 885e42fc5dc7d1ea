import type { Severity } from '../../severity';
import type { CodeName } from '../model';

/** 简体中文 and English of one sentence for the user. */
export interface BilingualText {
  readonly zh: string;
  readonly en: string;
}

export type VerdictKind =
  /** C1: no 类 begins with these digits; the code is not in the built-in chart; not in the loaded one; only in other years. */
  | 'unknownClass'
  | 'unlisted'
  | 'unlistedUsual'
  | 'notInOfficial'
  | 'otherYears'
  /** C2: another name; a former or local spelling; a difference of small words. */
  | 'otherName'
  | 'formerName'
  | 'nearSpelling'
  /** C3: not a run of digits; a length no code of this classification has. */
  | 'notDigits'
  | 'wrongLength'
  /** C4: the pair is not in the official table; organ and institution codes in one unit. */
  | 'pairNotAllowed'
  | 'mixedUnitKinds'
  /** C5. */
  | 'otherFund'
  /** C6. */
  | 'otherClassification';

/** What a code rule has to say about one code; nothing to say = no verdict. */
export interface CodeVerdict {
  readonly rule: 'C1' | 'C2' | 'C3' | 'C4' | 'C5' | 'C6';
  readonly severity: Severity;
  readonly kind: VerdictKind;
  /** The code complained about, normalised where it could be. */
  readonly code: string;
  readonly message: BilingualText;
  /** The code and name that should probably stand there. */
  readonly suggestion: CodeName | null;
  /** Further candidates, the nearest first; the suggestion is not among them. */
  readonly alternatives: readonly CodeName[];
}
