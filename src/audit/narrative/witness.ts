import type { Finding, FindingGroup, Suspect, WorkbookReport } from '../report/model';
import { UNITS } from '../tables';
import { cellAddress, parseRectAddress, type WorkbookSnapshot } from '../workbook';
import type { NarrativeAudit } from './audit';
import { fitOf, moneyText } from './figures';
import type { LedgerEntry } from './model';
import { quoteOf } from './passages';
import type { Fact } from './facts';

/** What the text says of one cell. */
interface Saying {
  readonly fact: Fact;
  readonly written: { readonly fen: number; readonly step: number };
  readonly text: string;
  readonly paragraph: number;
  /** Ledger index. */
  readonly number: number;
}

/** A workbook's causes and a text's findings, each with what the other side says. */
export interface Witnessed {
  readonly groups: readonly FindingGroup[];
  /** Without the findings about figures that are wrong in the table and right in the text. */
  readonly audit: NarrativeAudit;
  /** Ids of the causes that the text speaks for. */
  readonly supported: readonly string[];
}

/** One cause, one finding: a figure that is wrong in the table and right in the text is the table's, and the text speaks for the right one. */
export function witnessed(report: Pick<WorkbookReport, 'groups' | 'findings' | 'coverage'>, audit: NarrativeAudit, workbook: WorkbookSnapshot, lang: 'zh' | 'en'): Witnessed {
  const sayings = sayingsOf(audit, workbook);
  const settled = new Map<number, string>();
  const supported: string[] = [];
  const groups = report.groups.map((group) => {
    const heard = group.suspects.flatMap((suspect) => (sayings.get(`${suspect.sheet}!${suspect.address}`) ?? []).map((saying) => ({ suspect, saying })));
    const right = heard.filter(({ suspect, saying }) => isRight(suspect, saying));
    for (const { suspect, saying } of right) settled.set(saying.number, `${suspect.sheet}!${suspect.address} → ${suspect.proposed}`);
    if (right.length > 0) return supported.push(group.id), withSupport(group, right, lang);
    const against = heard.filter(({ suspect, saying }) => suspect.proposed !== null && fitOf(saying.written, saying.fact.fen, saying.fact.step) === 'equal');
    return against.length === 0 ? group : { ...group, headline: `${group.headline}${lang === 'zh' ? againstZh(against[0]) : againstEn(against[0])}` };
  });
  return { groups, supported, audit: withoutSettled(audit, settled, evidenceOf(report, workbook), lang) };
}

const fenOf = (decimal: string, { table }: Fact): number => Math.round(Number(decimal) * 10 ** (UNITS[table.unit].power + 2));

/** The text has the figure that the cause proposes, and not the one that stands there. */
function isRight({ proposed }: Suspect, { fact, written }: Saying): boolean {
  return proposed !== null && fitOf(written, fact.fen, fact.step) === 'different' && fitOf(written, fenOf(proposed, fact), fact.step) === 'equal';
}

interface Heard {
  readonly suspect: Suspect;
  readonly saying: Saying;
}

/** The cause with the text's word for it; where several cells explained it equally well, the text decides. */
function withSupport(group: FindingGroup, right: readonly Heard[], lang: 'zh' | 'en'): FindingGroup {
  const [{ suspect, saying }] = right;
  const spokenFor = new Set(right.map((r) => r.suspect));
  const isDecided = group.ambiguous && spokenFor.size === 1 && suspect.breaks === 0 && suspect.closes > 0;
  const word = lang === 'zh' ? `；公开说明第 ${saying.paragraph} 段写的是 ${saying.text}，与应为的数一致` : `; paragraph ${saying.paragraph} of the text has ${saying.text}, the figure that is due`;
  if (!isDecided) return { ...group, headline: `${group.headline}${word}` };
  const headline = lang === 'zh'
    ? `疑似 ${suspect.sheet}!${suspect.address} 有误：${suspect.current} 应为 ${suspect.proposed}${word}`
    : `Probably wrong: ${suspect.sheet}!${suspect.address}, ${suspect.current} should be ${suspect.proposed}${word}`;
  return { ...group, ambiguous: false, suspects: [suspect], headline };
}

const againstZh = ({ suspect, saying }: Heard): string => `；公开说明第 ${saying.paragraph} 段写的也是 ${suspect.sheet}!${suspect.address} 现在的数 ${saying.text}，请核对原始资料`;
const againstEn = ({ suspect, saying }: Heard): string => `; paragraph ${saying.paragraph} of the text has the present figure of ${suspect.sheet}!${suspect.address} too, ${saying.text}: look at the source`;

function sayingsOf({ read, says }: NarrativeAudit, workbook: WorkbookSnapshot): Map<string, Saying[]> {
  const result = new Map<string, Saying[]>();
  for (const { amount, facts } of says) {
    for (const fact of facts) {
      if (fact.cells.length !== 1) continue;
      const { paragraph, quote } = quoteOf(read.text, read.passages, amount.span);
      const place = placeOf(fact, workbook);
      result.set(place, [...(result.get(place) ?? []), { fact, written: amount, text: quote, paragraph, number: amount.number }]);
    }
  }
  return result;
}

const placeOf = ({ cells: [cell] }: Fact, workbook: WorkbookSnapshot): string => `${workbook.sheets[cell.sheet].name}!${cellAddress(cell.row, cell.column)}`;

type Evidence = (fact: Fact) => 'holds' | 'fails' | null;

/** Whether a cell is borne out by the tables: part of something that was checked, and of nothing that failed. */
function evidenceOf({ findings, coverage }: Pick<WorkbookReport, 'findings' | 'coverage'>, workbook: WorkbookSnapshot): Evidence {
  const failing = new Set(findings.filter((f: Finding) => f.text === undefined && f.severity === 'error' && f.left !== null).flatMap((f) => f.cells.map((c) => `${c.sheet}!${c.address}`)));
  return (fact) => {
    if (fact.cells.length !== 1) return null;
    const [cell] = fact.cells;
    const { name } = workbook.sheets[cell.sheet];
    if (failing.has(placeOf(fact, workbook))) return 'fails';
    const isUncovered = coverage.uncovered.some(({ sheet, ranges }) => sheet === name && ranges.some((r) => contains(r, cell.row, cell.column)));
    return isUncovered ? null : 'holds';
  };
}

function contains(range: string, row: number, column: number): boolean {
  const rect = parseRectAddress(range);
  return rect !== null && row >= rect.top && row <= rect.bottom && column >= rect.left && column <= rect.right;
}

/** The text's findings: those that are the table's are gone, the others say what the tables bear out. */
function withoutSettled(audit: NarrativeAudit, settled: ReadonlyMap<number, string>, evidence: Evidence, lang: 'zh' | 'en'): NarrativeAudit {
  const spans = new Set([...settled.keys()].map((n) => spanKey(audit.ledger[n].span)));
  const ledger = audit.ledger.map((entry, n): LedgerEntry => (settled.has(n) ? { ...entry, status: 'proved', reason: '', proof: [settled.get(n) ?? ''] } : entry));
  const drafts = audit.drafts
    .filter((d) => !(d.facts.length > 0 && spans.has(spanKey(d.span))))
    .map((d) => {
      const side = d.severity === 'error' && d.facts.length === 1 && d.left !== undefined && d.right === moneyText(d.facts[0].fen, d.left) ? evidence(d.facts[0]) : null;
      return side === null ? d : { ...d, message: { ...d.message, [lang]: `${d.message[lang]}${SIDES[side][lang]}` } };
    });
  return { ...audit, ledger, drafts };
}

const SIDES = {
  holds: { zh: '；表里这一格在表内、表间核对相符，应改的是文字', en: '; the cell agrees with the rest of the tables: mend the text' },
  fails: { zh: '；表里这一格也有对不上的地方，请核对原始资料', en: '; the cell does not agree with the rest of the tables either: look at the source' },
} as const;

const spanKey = ({ passage, start, end }: { readonly passage: number; readonly start: number; readonly end: number }): string => `${passage}:${start}:${end}`;
