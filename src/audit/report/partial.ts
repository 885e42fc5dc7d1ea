import type { ReadingReport } from './model';

/** Sheets that a note names at most. */
const MOST_SHEETS = 12;

export interface PartialReading {
  /** One sentence that names the sheets with amounts that were not read; null where all were. */
  readonly note: string | null;
  /** The same sentence where less than half of the sheets with amounts were read: to be said before anything else. */
  readonly warning: string | null;
}

/** How much of the workbook was read: what was not is named. Hidden sheets are not published and do not count. */
export function partialReading({ sheets }: ReadingReport, lang: 'zh' | 'en'): PartialReading {
  const counted = sheets.filter((s) => s.isVisible && s.hasAmounts);
  const read = counted.filter((s) => s.isKnown).length;
  const unread = counted.filter((s) => !s.isKnown);
  if (unread.length === 0) return { note: null, warning: null };
  const shown = unread.slice(0, MOST_SHEETS).map((s) => `“${s.sheet}”`);
  const coded = unread.some((s) => s.tables.length > 0);
  const listed = lang === 'zh' ? shown.join('') + (unread.length > shown.length ? ` 等 ${unread.length} 张` : '') : shown.join(', ') + (unread.length > shown.length ? ` and others, ${unread.length} in all` : '');
  const note =
    lang === 'zh'
      ? `有金额的 ${counted.length} 张工作表中认出 ${read} 张公开表；没有认出、没有按公开表核对的：${listed}${coded ? '（其中带科目编码的只核对了编码和层级）' : ''}`
      : `${read} of ${counted.length} sheets with amounts were read as known tables; not read and not checked as such: ${listed}${coded ? ' (of those with account codes only codes and levels were checked)' : ''}`;
  return { note, warning: read * 2 < counted.length ? note : null };
}
