/**
 * The prose of a disclosure (公开说明): every number proved by a cell or by the text's own arithmetic, wrong, or said to
 * be unchecked. `auditNarrative(text, audit)` is a pure function; it knows no host and no file format.
 */
export { vocabularyData as narrativeData } from './vocabulary';
export { auditNarrative, type NarrativeAudit, type NarrativeOptions } from './audit';
export { otherDocument, type OtherDocument } from './identity';
export type { NarrativeText, LedgerEntry, NumberKind } from './model';
export { proseReading, type ProseFinding, type ProseParagraph, type ProsePiece, type ProseReading } from './reading';
export { Rereading } from './rereading';
export { withNarrative } from './report';
