import type { NarrativeText, ProseReading } from '../../audit/narrative';
import type { Finding, WorkbookReport } from '../../audit/report/model';
import type { CellPosition, CellState } from '../../audit/workbook';
import type { CellContent } from '../../host/workbookHost';
import type { RelationsOf } from '../../audit/report/relations';
import type { AuditChoice, ProvedCell } from '../auditPort';
import type { Part, PartSizes } from '../../files/reading/parts';
import type { WorkbookPart } from '../../files/reading/workbookParts';

/** What the owner of an audit thread asks; answers come in the order of the questions. A thread holds one workbook at a time. */
export type Question =
  | { readonly ask: 'open'; readonly choice: AuditChoice }
  | { readonly ask: 'apply'; readonly edits: readonly CellContent[] }
  | { readonly ask: 'diagnose' }
  | { readonly ask: 'holds'; readonly findings: readonly Finding[] }
  | { readonly ask: 'relations'; readonly of: RelationsOf }
  | { readonly ask: 'proved' }
  | { readonly ask: 'cellAt'; readonly cell: CellPosition }
  | { readonly ask: 'fingerprint' }
  | { readonly ask: 'readProse'; readonly text: NarrativeText; readonly lang: 'zh' | 'en' };

/** A part of the workbook, before `open`; or a question. */
export type ToThread = { readonly workbook: WorkbookPart } | Question;

/** What a question is answered with; a report comes in parts before it. */
export interface Answers {
  readonly open: null;
  readonly apply: null;
  /** false: an edit came in, and nothing new is known. */
  readonly diagnose: boolean;
  readonly holds: readonly string[];
  readonly relations: readonly Finding[];
  readonly proved: readonly ProvedCell[];
  readonly cellAt: CellState;
  readonly fingerprint: string;
  readonly readProse: ProseReading;
}

export type FromThread = { readonly report: Part<WorkbookReport> } | { readonly answer: Answers[keyof Answers] } | { readonly failure: string };

/** What the page takes in within a few milliseconds. */
export const reportSizes: PartSizes<WorkbookReport> = { findings: 100, groups: 25, tables: 10, rules: 50, unchecked: 200 };
