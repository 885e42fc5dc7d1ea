import { missingKind } from '../state';
import { usePaneState, useTexts } from './paneContext';

/** What was not checked, and why: a filed page must not say more than was done. */
export function PrintedUnchecked() {
  const texts = useTexts();
  const report = usePaneState((state) => state.report);
  if (!report) return null;
  const words = new Map(report.rules.map(({ rule, text }) => [rule, text]));
  const byReason = new Map<string, Set<string>>();
  for (const { rule, reason } of report.unchecked) byReason.set(reason, (byReason.get(reason) ?? new Set()).add(words.get(rule) ?? texts.ruleIs(rule)));
  const { uncovered } = report.coverage;
  if (byReason.size + report.missing.length + uncovered.length + report.notes.length === 0) return null;
  return (
    <>
      <h2>{texts.tabUnchecked}</h2>
      <ul>
        {[...byReason].map(([reason, rules]) => <li key={reason}>{reason}{texts.listColon}{[...rules].join(texts.listComma)}</li>)}
        {report.missing.map((table) => <li key={table.id}>{table.title}{texts.listColon}{texts[missingKind(report, table)]}</li>)}
        {uncovered.map(({ sheet, ranges }) => <li key={sheet}>{texts.uncheckedCells}{texts.listColon}{sheet} {ranges.join(texts.listComma)}</li>)}
        {report.notes.map((note) => <li key={note}>{note}</li>)}
      </ul>
    </>
  );
}
