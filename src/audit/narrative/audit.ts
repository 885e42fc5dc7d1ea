import type { Chart } from '../chart';
import type { Recognition } from '../tables';
import { cellAddress, type WorkbookSnapshot } from '../workbook';
import { bind, factsFor } from './bind';
import { checkAmounts } from './checks/amounts';
import { checkChanges } from './checks/changes';
import { checkPartChanges, checkReasonParts } from './checks/changeParts';
import { checkChangeSums } from './checks/changeSums';
import { checkCodes } from './checks/codes';
import { checkDuties } from './checks/duties';
import { checkHeadings } from './checks/headings';
import { checkLevels } from './checks/levels';
import { checkMissingItems } from './checks/missingItems';
import { checkMovedChanges } from './checks/movedChanges';
import { checkNothings } from './checks/nothings';
import { checkPeople } from './checks/people';
import { checkRepeated } from './checks/repeated';
import { checkResidue } from './checks/residue';
import { checkSameChanges } from './checks/sameChanges';
import { checkAllOf, checkShares } from './checks/shares';
import { checkLists, checkWholes } from './checks/sums';
import { checkCopied, checkReasons } from './checks/wording';
import { factIndex, NO_FACTS, type Fact } from './facts';
import { NarrativeContext, type NarrativeDraft } from './findings';
import type { LedgerEntry, Money, NarrativeText } from './model';
import { narrativeYear } from './identity';
import { quoteOf } from './passages';
import type { ReadNarrative } from './read';
import { Rereading } from './rereading';

export interface NarrativeOptions {
  readonly chart: Chart;
  /** The workbook's tables; null for a text alone. */
  readonly recognition: Recognition | null;
  readonly workbook: WorkbookSnapshot | null;
  /** Fiscal year where it is known. */
  readonly year: number | null;
  /** Keeps what was read of the text for the next audit of it; without one it is read anew. */
  readonly rereading?: Rereading;
}

export interface NarrativeAudit {
  readonly read: ReadNarrative;
  /** Which cells each amount of the text is about. */
  readonly says: readonly { readonly amount: Money; readonly facts: readonly Fact[] }[];
  readonly ledger: readonly LedgerEntry[];
  readonly drafts: readonly (NarrativeDraft & { readonly place: { readonly paragraph: number; readonly start: number; readonly end: number; readonly quote: string } })[];
}

/** Codes first, so that an amount under a wrong code is not accused as well; sums last, for what cells did not settle. */
const CHECKS: readonly ((context: NarrativeContext) => void)[] = [
  checkCodes, checkLevels, checkAmounts, checkMissingItems, checkWholes, checkLists, checkRepeated, checkChanges, checkSameChanges, checkChangeSums, checkReasonParts, checkPartChanges, checkMovedChanges, checkShares, checkAllOf,
  checkNothings, checkCopied, checkReasons, checkDuties,
];

/** Those that look at nothing but the text. */
const TEXT_CHECKS: readonly ((context: NarrativeContext) => void)[] = [checkPeople, checkHeadings, checkResidue];

/** Audits a text against the tables, the chart and itself. Never throws for odd content. */
export function auditNarrative(text: NarrativeText, options: NarrativeOptions): NarrativeAudit {
  const { recognition, workbook } = options;
  const year = options.year ?? narrativeYear(text);
  const judge = (read: ReadNarrative): readonly NarrativeDraft[] => {
    const alone = new NarrativeContext(read, NO_FACTS, options.chart, year, isOfFinals(read), () => '', []);
    for (const check of TEXT_CHECKS) check(alone);
    return alone.drafts;
  };
  const { read, drafts: ofText } = (options.rereading ?? new Rereading()).read(text, recognition?.unitName ? [recognition.unitName] : [], year, judge);
  const facts = recognition === null ? NO_FACTS : factIndex(recognition);
  const cellName = (fact: Fact): string => fact.cells.slice(0, 3).map((c) => `${workbook?.sheets[c.sheet].name ?? ''}!${cellAddress(c.row, c.column)}`).join('+');
  const context = new NarrativeContext(read, facts, options.chart, year, isOfFinals(read), cellName, workbook?.strings ?? []);
  for (const check of CHECKS) check(context);
  const drafts = [...context.drafts, ...ofText]
    .map((draft) => ({ ...draft, place: quoteOf(text, read.passages, draft.span) }))
    .sort((a, b) => a.span.passage - b.span.passage || a.span.start - b.span.start);
  const says = facts.isEmpty ? [] : read.statements.map((s) => ({ amount: s.amount, facts: factsFor(bind(s, context), 'current', context) }));
  return { read, says, ledger: read.ledger, drafts };
}

/** 决算 in the title. */
const isOfFinals = ({ passages }: ReadNarrative): boolean => /决算/.test(passages.slice(0, 3).map((p) => p.text).join(''));
