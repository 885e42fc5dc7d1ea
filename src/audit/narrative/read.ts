import type { Concepts, ItemList, LedgerEntry, NarrativeText, Nothing, Span, Statement, Subject } from './model';
import { nothingsOf } from './nothings';
import { unitNames } from './identity';
import { AccountRuns } from './accountRuns';
import { passagesOf, type Passage } from './passages';
import { structureOf, type Structure } from './sections';
import type { ChangePartStatement, CountStatement } from './passageContent';
import { readPassage } from './statements';

/** A text read once: what it states, not yet whether it is right. */
export interface ReadNarrative {
  readonly text: NarrativeText;
  readonly passages: readonly Passage[];
  readonly structure: Structure;
  readonly statements: readonly Statement[];
  readonly lists: readonly ItemList[];
  readonly changeParts: readonly ChangePartStatement[];
  readonly counts: readonly CountStatement[];
  readonly nothings: readonly Nothing[];
  readonly ledger: LedgerEntry[];
  /** Names of the unit, longest first. */
  readonly names: readonly string[];
}

/** Reads a text about a fiscal year: passages, chapters, statements, lists. `known`: names of the unit from the workbook. */
export function readNarrative(text: NarrativeText, known: readonly string[], year: number | null): ReadNarrative {
  const passages = passagesOf(text);
  const names = unitNames(passages, known);
  const structure = structureOf(passages, names);
  const ledger: LedgerEntry[] = [];
  const result = { statements: [] as Statement[], lists: [] as ItemList[], changeParts: [] as ChangePartStatement[], counts: [] as CountStatement[], nothings: [] as Nothing[] };
  let open: { head: Statement; opening: Span; items: Statement[]; given: Concepts } | null = null;
  let pending: Subject | null = null;
  const runs = new AccountRuns();
  const close = (): void => {
    if (open !== null && open.items.length > 0) result.lists.push({ head: open.head, items: open.items, opening: open.opening, context: open.given });
    open = null;
  };
  for (const passage of passages) {
    const section = structure.sections[passage.index];
    if (structure.isHeading[passage.index]) {
      close();
      result.lists.push(...runs.end());
      pending = null;
      continue;
    }
    if (section.kind === 'background' || passage.isRow) continue;
    const current: typeof open = open;
    const content = readPassage(passage, { section, given: { ...section.concepts, ...(current as { given: Concepts } | null)?.given }, names, year }, ledger);
    let { statements } = content;
    if (pending !== null && statements.length > 0 && statements.every((s) => s.subject.code === '' && s.subject.levels.length === 0 && s.subject.unknown === '')) {
      const subject: Subject = pending;
      statements = statements.map((s) => ({ ...s, subject: { ...subject, span: s.subject.span, concepts: { ...subject.concepts, ...s.subject.concepts } } }));
    }
    pending = statements.length === 0 ? accountOnly(content.trailing, passage, names) : null;
    result.statements.push(...statements);
    result.changeParts.push(...content.parts);
    result.counts.push(...content.counts);
    result.nothings.push(...nothingsOf(passage, section, names));
    const first = statements[0];
    // “从人员经费、公用经费来看，其中：” or “（1）人员经费：①…” begins something else.
    const beginsOther = first === undefined ? /:$/.test(passage.text) : content.lists.some((l) => l.head === null && l.items[0] === first && Object.keys(l.context).length > 0);
    if (beginsOther || (open !== null && first !== undefined && isBesideHead(first, open))) close();
    if (open !== null && first !== undefined && first.parent === null) (open as { items: Statement[] }).items.push(itemOf(statements, open));
    result.lists.push(...content.lists, ...(open === null ? runs.take(statements, content.trailing !== null) : runs.end()));
    if (content.opens !== null) {
      close();
      open = { head: content.opens.head, opening: content.opens.opening, items: [], given: content.opens.head.subject.concepts };
    }
  }
  close();
  result.lists.push(...runs.end());
  return { text, passages, structure, ledger, names, ...result };
}

/** "1.…(类)…(款)…(项)。" alone: the next passage speaks about it. */
function accountOnly(trailing: Subject | null, passage: Passage, names: readonly string[]): Subject | null {
  if (trailing !== null && trailing.levels.length > 0) return trailing;
  if (!/\(项\)[。:]?$/.test(passage.text)) return null;
  const content = readPassage({ ...passage, text: `${passage.text.replace(/[。:]$/, '')}:` }, { section: { headings: [], kind: 'money', concepts: {} }, given: {}, names, year: null }, []);
  return content.trailing;
}

const RANKS = ['类', '款', '项'];

/** 3, 5, 7 digits of a code, or 类, 款, 项: how deep an account stands; 0 for what names none. */
const rankOf = ({ subject: { code, levels } }: Statement): number => (code !== '' ? (code.length - 1) / 2 : levels.length > 0 ? RANKS.indexOf(levels[levels.length - 1].level) + 1 : 0);

/** "1.一般公共服务支出(类)…。其中：" is over where the next 类 begins. */
function isBesideHead(first: Statement, { head }: { readonly head: Statement }): boolean {
  return rankOf(head) > 0 && rankOf(first) > 0 && rankOf(first) <= rankOf(head);
}

/** "年初预算为A万元,支出决算为B万元": the amount of the stage that the list's head is of. */
function itemOf(statements: readonly Statement[], { head }: { readonly head: Statement }): Statement {
  const { stage } = head.subject.concepts;
  return statements.find((s) => s.parent === null && s.subject.concepts.stage === stage) ?? statements[0];
}
