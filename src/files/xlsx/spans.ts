import type { Span } from '../../audit/workbook';

/** Sorted, joined spans out of any. */
export function joinSpans(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = joined[joined.length - 1];
    if (last && span.from <= last.to + 1) {
      if (span.to > last.to) joined[joined.length - 1] = { from: last.from, to: span.to };
    } else joined.push({ from: span.from, to: span.to });
  }
  return joined;
}

/** What the spans leave out of 0 … size - 1. */
export function complementSpans(spans: readonly Span[], size: number): Span[] {
  const rest: Span[] = [];
  let from = 0;
  for (const span of joinSpans(spans)) {
    if (span.from > from) rest.push({ from, to: span.from - 1 });
    from = span.to + 1;
  }
  if (from < size) rest.push({ from, to: size - 1 });
  return rest;
}
