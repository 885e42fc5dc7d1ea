import type { CheckResult, Draft } from '../rules/kinds';
import type { RuleDefinition } from '../rules/model';
import type { Recognition } from '../tables';
import { cellAddress, type SheetGrid, type WorkbookSnapshot } from '../workbook';
import type { Placed } from './context';
import { fingerprint } from './fingerprint';
import { restText } from './rest';

/** Findings of the checks that are no equations, with ids and texts. */
export function draftFindings(
  results: readonly CheckResult[],
  rules: readonly RuleDefinition[],
  recognition: Recognition,
  workbook: WorkbookSnapshot,
  grids: readonly SheetGrid[],
  lang: 'zh' | 'en',
): Placed[] {
  const order = new Map(rules.map((rule, index) => [rule.id, index]));
  const used = new Map<string, number>();
  return results.flatMap((result) => result.drafts).map((draft) => {
    const base = identity(draft);
    const times = used.get(base) ?? 0;
    used.set(base, times + 1);
    return {
      equation: -1,
      rule: order.get(draft.rule) ?? rules.length,
      table: draft.table ? recognition.tables.indexOf(draft.table) : -1,
      row: draft.cells[0]?.at.row ?? 0,
      finding: {
        id: fingerprint(times === 0 ? base : `${base}#${times}`),
        rule: draft.rule,
        severity: draft.severity,
        outcome: 'inconsistent' as const,
        table: draft.table?.id ?? null,
        message: `${draft.message[lang]}${restText(draft.count, lang)}`,
        left: plain(draft.left),
        right: plain(draft.right),
        difference: plain(draft.difference),
        ...(draft.count === undefined ? {} : { count: draft.count }),
        cells: draft.cells.map((c) => ({
          sheet: workbook.sheets[c.at.sheet].name,
          address: cellAddress(c.at.row, c.at.column),
          role: c.role,
          value: c.value ?? grids[c.at.sheet].raw(c.at.row, c.at.column),
          label: c.label,
        })),
      },
    };
  });
}

/** Figures without the separators that people read. */
const plain = (figure: string | undefined): string | null => figure?.replace(/,/g, '') ?? null;

const identity = (draft: Draft): string => [draft.rule, draft.table?.id ?? '', draft.table?.fields.get('项目名称')?.text ?? '', draft.key].join('|');
