import { explanationOf, figuresOf, type Explanations } from '../../report/explanations';
import type { Finding, WorkbookReport } from '../../report/model';
import type { ExplanationChange, FindingChange } from '../model';
import type { Language } from '../texts';
import { movedTo, type Matching } from './matchWorkbooks';

/** What became of each finding: told by its id (rule, table, row, column), else by the cells it stands in. */
export function findingChanges(old: WorkbookReport, now: WorkbookReport, matching: Matching, lang: Language): FindingChange[] {
  const partners = partnersOf(old.findings, now.findings, matching);
  const taken = new Set(partners.values());
  return [
    ...old.findings.map((finding): FindingChange => {
      const partner = partners.get(finding);
      if (partner) return { standing: figuresOf(finding) === figuresOf(partner) ? 'same' : 'changed', old: finding, new: partner, reason: '' };
      const reason = whyUnchecked(finding, now, lang);
      return { standing: reason === '' ? 'mended' : 'unchecked', old: finding, new: null, reason };
    }),
    ...now.findings.filter((finding) => !taken.has(finding)).map((finding): FindingChange => ({ standing: 'new', old: null, new: finding, reason: '' })),
  ];
}

function partnersOf(olds: readonly Finding[], news: readonly Finding[], matching: Matching): Map<Finding, Finding> {
  const partners = new Map<Finding, Finding>();
  const byId = new Map(news.map((finding) => [finding.id, finding] as const));
  const taken = new Set<Finding>();
  const add = (finding: Finding, partner: Finding | undefined): void => {
    if (!partner || taken.has(partner)) return;
    partners.set(finding, partner);
    taken.add(partner);
  };
  for (const finding of olds) add(finding, byId.get(finding.id));
  const places = (cells: readonly { readonly sheet: string; readonly address: string }[]): string[] => cells.map(({ sheet, address }) => `${sheet}!${address}`);
  const open = news.filter((finding) => !taken.has(finding)).map((finding) => ({ finding, cells: new Set(places(finding.cells)) }));
  for (const finding of olds) {
    if (partners.has(finding) || finding.cells.length === 0) continue;
    const cells = places(finding.cells.flatMap((cell) => movedTo(matching, cell.sheet, cell.address) ?? []));
    const shared = (other: (typeof open)[number]): number => (other.finding.rule !== finding.rule || taken.has(other.finding) ? 0 : cells.filter((cell) => other.cells.has(cell)).length);
    const best = open.map((other) => ({ other, n: shared(other) })).sort((a, b) => b.n - a.n)[0];
    if (best && best.n * 2 >= finding.cells.length) add(finding, best.other.finding);
  }
  return partners;
}

/** A finding that is gone was mended only where its rule was looked at again. */
function whyUnchecked({ table, rule }: Finding, now: WorkbookReport, lang: Language): string {
  const zh = lang === 'zh';
  if (table !== null && !now.tables.some((t) => t.id === table)) {
    return zh ? `新文件里没有认出表 ${table}` : `table ${table} was not recognised in the new file`;
  }
  const outcomes = now.rules.find((r) => r.rule === rule)?.outcomes;
  const isLookedAt = outcomes !== undefined && outcomes.consistent + outcomes.inconsistent + outcomes.rounding > 0;
  // Rules of the prose and other workbooks are not in this list.
  if (outcomes === undefined || isLookedAt || outcomes.insufficient === 0) return '';
  return zh ? `新文件里规则 ${rule} 没有核对（取数不足）` : `rule ${rule} could not be checked in the new file (insufficient data)`;
}

/** What the 情况说明 given for the old version are worth. */
export function explanationChanges(changes: readonly FindingChange[], explained: Explanations): ExplanationChange[] {
  return changes.flatMap(({ old, new: now, standing }): ExplanationChange[] => {
    const given = old ? explanationOf(old, explained) : null;
    if (!old || !given) return [];
    const { text, by, date } = given;
    const lapsed = given.standing === 'lapsed' || standing === 'changed';
    return [{ text, by, date, old, new: now, standing: now === null && standing === 'mended' ? 'needless' : lapsed ? 'lapsed' : 'kept' }];
  });
}
