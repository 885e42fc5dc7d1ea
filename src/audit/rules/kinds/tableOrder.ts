import type { BoundTable, CatalogueEntry } from '../../tables';
import { normaliseText } from '../../workbook';
import { CHECK_WORDS } from '../../words';
import { Checklist, placeName, type Check, type CheckContext } from './context';
import { lettersInCommon } from './lettersInCommon';

/** Titles that share so much of the shorter one name one table in two wordings. */
const ALIKE = 0.6;

/** M8a: the tables stand in the order of the 目录 and are called as in it. */
export const tableOrder: Check = (context) => {
  const list = new Checklist();
  const { catalogue, tables } = context.recognition;
  if (!catalogue) return list.result();
  const pairs = catalogue.entries.flatMap((entry) => {
    const own = tables.filter((t) => t.id === entry.tableId && !t.isCopy);
    const only = catalogue.entries.filter((e) => e.tableId === entry.tableId).length === 1;
    return own.length === 1 && only && own[0].titleCell ? [{ entry, table: own[0] }] : [];
  });
  checkOrder(context, list, pairs);
  for (const { entry, table } of pairs) checkName(context, list, entry, table);
  return list.result();
};

interface Pair {
  readonly entry: CatalogueEntry;
  readonly table: BoundTable;
}

/** One table that stands before another which the 目录 lists before it; several out of order are said at the first. */
function checkOrder(context: CheckContext, list: Checklist, pairs: readonly Pair[]): void {
  const isBefore = (a: BoundTable, b: BoundTable): boolean => a.sheet < b.sheet || (a.sheet === b.sheet && a.range.top < b.range.top);
  const late = pairs.findIndex((pair, i) => i > 0 && isBefore(pair.table, pairs[i - 1].table));
  if (late < 0) return list.pass();
  const [before, { entry, table }] = [pairs[late - 1], pairs[late]];
  if (!table.titleCell) return;
  list.add({
    rule: 'M8a', severity: 'hint', table, key: `order|${table.id}`,
    message: {
      zh: `各表的次序与目录不同：目录中“${entry.title}”在“${before.entry.title}”之后，工作簿中 ${placeName(context, table.titleCell)} 在其前；请按目录排列`,
      en: `The tables do not stand in the order of the list: "${entry.title}" comes after "${before.entry.title}" there, before it in the workbook (${placeName(context, table.titleCell)})`,
    },
    cells: [{ at: table.titleCell, role: 'subject', label: table.title }, { at: entry.titleCell, role: 'declaration', label: entry.title }],
  });
}

function checkName(context: CheckContext, list: Checklist, entry: CatalogueEntry, table: BoundTable): void {
  const [listed, own] = [bare(entry.title), bare(table.title)];
  if (!table.titleCell || listed === '' || own === '' || listed.includes(own) || own.includes(listed) || lettersInCommon(listed, own) < Math.min(listed.length, own.length) * ALIKE) return list.pass();
  list.add({
    rule: 'M8a', severity: 'hint', table, key: `name|${table.id}`,
    message: {
      zh: `${placeName(context, table.titleCell)} 表名是“${table.title}”，目录（${placeName(context, entry.titleCell)}）写的是“${entry.title}”；请统一`,
      en: `${placeName(context, table.titleCell)}: the title is "${table.title}", the list (${placeName(context, entry.titleCell)}) says "${entry.title}"`,
    },
    cells: [{ at: table.titleCell, role: 'subject', label: table.title }, { at: entry.titleCell, role: 'declaration', label: entry.title }],
  });
}

const IGNORED = new RegExp(`20\\d\\d年?度?|${CHECK_WORDS.tableOrder.ignored.source}|[^\\p{L}]`, 'gu');

/** Year, number, marks and what is in brackets may differ; 部门 and 单位 are the business of M2a. */
const bare = (title: string): string => normaliseText(title).replace(/\([^()]*\)/g, '').replace(IGNORED, '');
