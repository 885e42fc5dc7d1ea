import type { Finding, WorkbookReport } from '../../audit/report/model';
import type { Gone, Mended } from './model';

/** What stood in an earlier report and does not in the later one, in its order. */
export function goneFindings(before: WorkbookReport, after: WorkbookReport): readonly Finding[] {
  return gone(before.findings, after.findings).map(({ item }) => item);
}

/**
 * What stood in the earlier report and is gone, each with the neighbour above it that is still there. `holding`: the
 * findings that were checked again and hold. A cause is gone only with the last of its findings: others may have taken them up.
 */
export function mendedBetween(before: WorkbookReport, after: WorkbookReport, holding: ReadonlySet<string>): Mended {
  const findings = gone(before.findings, after.findings).map(({ item, above }) => ({ finding: item, after: above, why: whyOf([item.id], holding) }));
  const left = new Set(after.findings.map(({ id }) => id));
  const groups = gone(before.groups, after.groups)
    .filter(({ item }) => !item.findings.some((id) => left.has(id)))
    .map(({ item, above }) => ({ group: item, after: above, why: whyOf(item.findings, holding) }));
  return { findings, groups };
}

const whyOf = (ids: readonly string[], holding: ReadonlySet<string>): Gone => (ids.every((id) => holding.has(id)) ? 'mended' : 'uncheckable');

/** Findings that were not there before. */
export function freshBetween(before: WorkbookReport, after: WorkbookReport): number {
  const known = new Set(before.findings.map((finding) => finding.id));
  return after.findings.filter((finding) => !known.has(finding.id)).length;
}

/** Puts mended items back where they stood, for the moment they are shown. */
export function withMended<T>(items: readonly T[], mended: readonly { item: T; after: string | null }[], id: (item: T) => string): T[] {
  if (mended.length === 0) return [...items];
  const following = new Map<string | null, T[]>();
  for (const { item, after } of mended) following.set(after, [...(following.get(after) ?? []), item]);
  const merged: T[] = [...(following.get(null) ?? [])];
  for (const item of items) merged.push(item, ...(following.get(id(item)) ?? []));
  return merged;
}

function gone<T extends { readonly id: string }>(before: readonly T[], after: readonly T[]): { item: T; above: string | null }[] {
  const left = new Set(after.map((item) => item.id));
  const result: { item: T; above: string | null }[] = [];
  let above: string | null = null;
  for (const item of before) {
    if (left.has(item.id)) above = item.id;
    else result.push({ item, above });
  }
  return result;
}
