import type { WorkbookReport } from '../../audit/report/model';
import type { Mended } from './model';

/** What stood in the earlier report and is gone, each with the neighbour above it that is still there. */
export function mendedBetween(before: WorkbookReport, after: WorkbookReport): Mended {
  const findings = gone(before.findings, after.findings).map(({ item, above }) => ({ finding: item, after: above }));
  const groups = gone(before.groups, after.groups).map(({ item, above }) => ({ group: item, after: above }));
  return { findings, groups };
}

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
