import type { Finding, NarrativeReport, WorkbookReport } from '../report/model';
import type { WorkbookSnapshot } from '../workbook';
import type { NarrativeAudit } from './audit';
import type { OtherDocument } from './identity';
import type { LedgerEntry } from './model';
import { quoteOf } from './passages';
import { UNCHECKED_REASONS } from './reasons';
import { narrativeFindings, reasonOf, summary } from './report';
import { witnessed } from './witness';

/** A stretch of a paragraph; a number has a mark, the words between have none. */
export interface ProsePiece {
  readonly text: string;
  readonly mark: 'proved' | 'consistent' | 'wrong' | 'unchecked' | null;
  /** What proves the number, or why it was not checked; "" for plain words. */
  readonly why: string;
}

export interface ProseParagraph {
  /** From 1. */
  readonly number: number;
  readonly pieces: readonly ProsePiece[];
}

/** A finding as it is shown beside its text. */
export interface ProseFinding {
  readonly finding: Finding;
  /** The sentence in which the phrase stands: what is before it, the phrase, what is after it. */
  readonly sentence: readonly [string, string, string];
  /** The sentence with the right words in it; null where they are not determined. */
  readonly corrected: string | null;
}

/** A text with every number marked, for showing. */
export interface ProseReading {
  readonly summary: NarrativeReport;
  /** Unit or year of the text, where the workbook is of another. */
  readonly other: OtherDocument | null;
  readonly findings: readonly ProseFinding[];
  /** Figures that are wrong in the tables and right in the text: causes of the workbook that the text speaks for. */
  readonly supports: readonly { readonly id: string; readonly headline: string; readonly cells: readonly { readonly sheet: string; readonly address: string }[] }[];
  /** Paragraphs that hold numbers or findings. */
  readonly paragraphs: readonly ProseParagraph[];
}

/** What is shown of an audit of a text. */
export function proseReading(alone: NarrativeAudit, report: WorkbookReport, workbook: WorkbookSnapshot, lang: 'zh' | 'en', other: OtherDocument | null): ProseReading {
  const { audit, groups, supported } = witnessed(report, alone, workbook, lang);
  const { text, passages } = audit.read;
  const marks = new Map<number, { start: number; end: number; entry: LedgerEntry }[]>();
  for (const entry of audit.ledger) {
    const { paragraph, start, end } = quoteOf(text, passages, entry.span);
    const own = marks.get(paragraph);
    if (own === undefined) marks.set(paragraph, [{ start, end, entry }]);
    else own.push({ start, end, entry });
  }
  const paragraphs = [...marks].sort(([a], [b]) => a - b).map(([number, own]) => ({ number, pieces: piecesOf(text.paragraphs[number - 1], own, lang) }));
  const findings = narrativeFindings(audit, workbook, lang).map((finding) => proseFinding(finding, text.paragraphs));
  const supports = groups.filter((g) => supported.includes(g.id)).map(({ id, headline, suspects }) => ({ id, headline, cells: suspects.map(({ sheet, address }) => ({ sheet, address })) }));
  return { summary: summary(audit, lang), other, findings, supports, paragraphs };
}

function piecesOf(paragraph: string, marks: readonly { start: number; end: number; entry: LedgerEntry }[], lang: 'zh' | 'en'): ProsePiece[] {
  const pieces: ProsePiece[] = [];
  let at = 0;
  for (const { start, end, entry } of [...marks].sort((a, b) => a.start - b.start)) {
    if (start < at) continue;
    if (start > at) pieces.push({ text: paragraph.slice(at, start), mark: null, why: '' });
    const mark = entry.isOnlyConsistent === true ? 'consistent' : entry.status;
    pieces.push({ text: paragraph.slice(start, end), mark, why: entry.status === 'unchecked' ? UNCHECKED_REASONS[reasonOf(entry)][lang] : entry.proof.join(' ') });
    at = end;
  }
  if (at < paragraph.length) pieces.push({ text: paragraph.slice(at), mark: null, why: '' });
  return pieces;
}

const SENTENCE_END = /[。；;!！?？]/;
/** Characters shown before and behind the phrase at most. */
const LONGEST_SIDE = 400;

function proseFinding(finding: Finding, paragraphs: readonly string[]): ProseFinding {
  const { text } = finding;
  if (text === undefined) return { finding, sentence: ['', '', ''], corrected: null };
  const paragraph = paragraphs[text.paragraph - 1];
  let from = text.start;
  while (from > Math.max(0, text.start - LONGEST_SIDE) && !SENTENCE_END.test(paragraph[from - 1])) from--;
  const behind = paragraph.slice(text.end, text.end + LONGEST_SIDE);
  const rest = behind.search(SENTENCE_END);
  const to = SENTENCE_END.test(paragraph[text.end - 1]) ? text.end : text.end + (rest < 0 ? behind.length : rest + 1);
  const sentence = [paragraph.slice(from, text.start).trimStart(), paragraph.slice(text.start, text.end), paragraph.slice(text.end, to)] as const;
  return { finding, sentence, corrected: text.right === null ? null : `${sentence[0]}${inWidthOf(sentence[1], text.right)}${sentence[2]}` };
}

/** Brackets and commas as the text writes them. */
function inWidthOf(like: string, right: string): string {
  const wide = right.replace(/\((?=[^()]*\))/g, like.includes('（') ? '（' : '(').replace(/\)/g, like.includes('）') ? '）' : ')');
  return like.includes('，') ? wide.replace(/,(?!\d{3})/g, '，') : wide;
}
