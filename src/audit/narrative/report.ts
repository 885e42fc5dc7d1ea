import { fingerprint } from '../report/fingerprint';
import type { Finding, FindingCell, NarrativeReport, WorkbookReport } from '../report/model';
import { decimalText } from '../rules/kinds/money';
import { cellAddress, type WorkbookSnapshot } from '../workbook';
import type { NarrativeAudit } from './audit';
import type { Fact } from './facts';
import type { LedgerEntry } from './model';
import { UNCHECKED_REASONS } from './reasons';
import { witnessed } from './witness';

const WEIGHT = { error: 0, warning: 1, hint: 2 } as const;

/** The report of a workbook together with what was found in the text that goes with it. */
export function withNarrative(report: WorkbookReport, alone: NarrativeAudit, workbook: WorkbookSnapshot, lang: 'zh' | 'en'): WorkbookReport {
  const { groups, audit } = witnessed(report, alone, workbook, lang);
  const findings = narrativeFindings(audit, workbook, lang);
  const merged = [...report.findings, ...findings];
  const order = new Map(merged.map((f, i) => [f, i]));
  merged.sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity] || (order.get(a) ?? 0) - (order.get(b) ?? 0));
  return { ...report, groups, findings: merged, narrative: summary(audit, lang) };
}

/** How many numbers were proved, wrong, unchecked and why. */
export function summary({ ledger, read }: NarrativeAudit, lang: 'zh' | 'en'): NarrativeReport {
  const counts = new Map<string, number>();
  for (const entry of ledger) if (entry.status === 'unchecked') counts.set(reasonOf(entry), (counts.get(reasonOf(entry)) ?? 0) + 1);
  const n = (status: LedgerEntry['status']): number => ledger.filter((e) => e.status === status).length;
  return {
    file: read.text.file,
    numbers: ledger.length,
    proved: n('proved'),
    consistent: ledger.filter((e) => e.isOnlyConsistent === true).length,
    wrong: n('wrong'),
    unchecked: [...counts].sort((a, b) => b[1] - a[1]).map(([key, count]) => ({ reason: UNCHECKED_REASONS[key][lang], count })),
  };
}

export function reasonOf({ kind, reason }: LedgerEntry): string {
  if (kind === 'count') return 'count';
  if (kind === 'change' && reason === 'grammar') return 'prior';
  return reason in UNCHECKED_REASONS ? reason : 'grammar';
}

export function narrativeFindings(audit: NarrativeAudit, workbook: WorkbookSnapshot, lang: 'zh' | 'en'): Finding[] {
  const used = new Map<string, number>();
  return audit.drafts.map((draft) => {
    const base = `${draft.rule}|${draft.place.quote}|${draft.message.zh}`;
    const times = used.get(base) ?? 0;
    used.set(base, times + 1);
    const { paragraph, start, end, quote } = draft.place;
    return {
      id: fingerprint(times === 0 ? base : `${base}#${times}`),
      rule: draft.rule,
      severity: draft.severity,
      outcome: 'inconsistent' as const,
      table: draft.facts[0]?.table.id ?? null,
      message: draft.message[lang],
      left: null,
      right: null,
      difference: null,
      cells: draft.facts.flatMap((fact) => cellsOf(fact, workbook)),
      text: { file: audit.read.text.file, paragraph, quote: quote.length > MOST_QUOTED ? quote.slice(0, MOST_QUOTED) : quote, start, end, right: draft.right },
    };
  });
}

const MOST_QUOTED = 80;

function cellsOf(fact: Fact, workbook: WorkbookSnapshot): FindingCell[] {
  const isOne = fact.cells.length === 1;
  return fact.cells.map((cell) => ({
    sheet: workbook.sheets[cell.sheet].name,
    address: cellAddress(cell.row, cell.column),
    role: 'term' as const,
    value: isOne ? decimalText(fact.fen, fact.table.unit) : '',
    label: fact.label,
    unit: fact.table.unit,
  }));
}
