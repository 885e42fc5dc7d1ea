import { unitKind } from '../../chart';
import type { BoundRow } from '../../tables';
import { CHECK_WORDS } from '../../words';
import { Checklist, codedBlocks, fenOf, placeName, rowName, type Check, type CheckContext } from './context';

/** Functional items that only organs, or only institutions use; the names are the chart's. */
const ONLY = {
  organ: { names: CHECK_WORDS.organCodes.organ, zh: '机关', en: 'organs' },
  institution: { names: CHECK_WORDS.organCodes.institution, zh: '事业单位', en: 'institutions' },
} as const;

/** C4b: a unit whose economic codes are those of organs uses no functional items of institutions, and the other way round. */
export const organCodes: Check = (context) => {
  const list = new Checklist();
  const kind = context.recognition.level === 'unit' ? kindOfUnit(context) : null;
  if (kind === null) {
    list.skip();
    return list.result();
  }
  const [own, other] = kind === 'organ' ? [ONLY.organ, ONLY.institution] : [ONLY.institution, ONLY.organ];
  for (const block of codedBlocks(context.recognition, ['function'])) {
    const hasMoney = (row: number): boolean => block.columns.some((_, c) => (fenOf(context.recognition, block, row, c) ?? 0) !== 0);
    block.rows.forEach((row, index) => {
      if (row.kind !== 'item' || row.code.length !== 7 || !row.codeCell || !hasMoney(index)) return;
      if (!other.names.test(officialName(context, row))) {
        list.pass();
        return;
      }
      list.add({
        rule: 'C4b', severity: 'warning', table: block.table, key: row.code,
        message: {
          zh: `${placeName(context, row.codeCell)} ${rowName(row)} 是${other.zh}使用的功能科目，而本单位的政府经济科目全是${own.zh}的；请核对编码`,
          en: `${placeName(context, row.codeCell)} ${rowName(row)} is an item of ${other.en}, while all economic codes of the unit are those of ${own.en}`,
        },
        cells: [{ at: row.codeCell, role: 'subject', label: rowName(row) }],
      });
    });
  }
  return list.result();
};

/** organ or institution where every government code with money says the same; null where they differ or there are none. */
function kindOfUnit(context: CheckContext): 'organ' | 'institution' | null {
  const kinds = new Set<'organ' | 'institution'>();
  for (const block of codedBlocks(context.recognition, ['department'])) {
    block.rows.forEach((row, index) => {
      const kind = row.kind === 'item' && row.govCode !== '' ? unitKind(row.govCode) : null;
      if (kind !== null && block.columns.some((_, c) => (fenOf(context.recognition, block, index, c) ?? 0) !== 0)) kinds.add(kind);
    });
  }
  return kinds.size === 1 ? [...kinds][0] : null;
}

function officialName(context: CheckContext, row: BoundRow): string {
  return context.chart.lookup('function', row.code, context.year ?? 2024)?.name ?? '';
}
