import { parentCode, sectionOfDetail } from '../../chart';
import type { BoundBlock, BoundRow } from '../../tables';
import { classificationOfTable, judgedCodes } from './codeColumns';
import { hasMoney, listsProjects, listsUnits, SUBTOTAL } from './codeLists';
import { Checklist, codedBlocks, rowName, rowPlace, type Check, type CheckContext, type DraftCell } from './context';
import { SECRET } from './words';

/** More rows out of order than these, and than this share of all: the table is not sorted by code. */
const SLIPS = 2;
const UNORDERED_SHARE = 0.2;

/** So many rows out of order, or codes, are written out. */
const ORDER_SHOWN = 3;

/** C3: parents are listed, children stand below them, codes ascend, no row stands twice, rows with money have a code. */
export const structure: Check = (context) => {
  const list = new Checklist();
  const judged = judgedCodes(context);
  for (const block of codedBlocks(context.recognition, ['function', 'department'])) {
    if (block.table.family.family === 'generic') continue;
    if (judged.isDoubtful(block, classificationOfTable(block.table.definition.codes))) {
      list.skip();
      continue;
    }
    // Units with their items below them: the same code stands under several units.
    if (block.rows.some((r) => r.unitCode !== '' || r.owner !== '')) continue;
    // Several 合计 rows: the table lists units one after the other, each with its own tree.
    if (block.rows.filter((r) => r.kind === 'total' && r.key === '合计').length > 1 && !block.table.definition.segments) {
      list.cannot('C3', `${block.table.title}有几个合计行，科目顺序没有核对`, `${block.table.title} has several total rows; the order of codes was not checked`);
      continue;
    }
    if (listsUnits(context, block)) {
      list.cannot('C3', `${block.table.title}按单位分段列出科目，科目顺序没有核对`, `${block.table.title} lists its accounts unit by unit; the order of codes was not checked`);
      continue;
    }
    if (listsProjects(block)) {
      list.skip();
      continue;
    }
    checkParents(context, block, list);
    checkOrder(context, block, list);
    checkNameless(context, block, list);
  }
  return list.result();
};

const sheetName = (context: CheckContext, block: BoundBlock): string => context.workbook.sheets[block.table.sheet].name;

/** Whether a row stands higher up than another of its table, on the same sheet or on one before. */
function standsAbove({ table }: BoundBlock, a: BoundRow, b: BoundRow): boolean {
  const part = (row: BoundRow): number => table.continued.findIndex(({ sheet }) => sheet === row.sheet);
  return a.sheet === b.sheet ? a.row < b.row : part(a) < part(b);
}

function cellsOf(row: BoundRow, block?: BoundBlock, context?: CheckContext): DraftCell[] {
  const cells: DraftCell[] = [];
  if (row.codeCell) cells.push({ at: row.codeCell, role: 'subject', label: rowName(row) });
  if (row.labelCell) cells.push({ at: row.labelCell, role: 'term', label: rowName(row) });
  if (block && context) {
    block.columns.forEach((column) => {
      cells.push({ at: { sheet: row.sheet, row: row.row, column: column.column }, role: 'term', label: `${rowName(row)} ${column.id}` });
    });
  }
  return cells;
}

function checkParents(context: CheckContext, block: BoundBlock, list: Checklist): void {
  const items = block.rows.filter((r) => r.kind === 'item' && /^\d+$/.test(r.code));
  const classification = classificationOfTable(block.table.definition.codes);
  const listed = new Set(items.map((r) => r.code));
  const lengths = new Set(items.map((r) => r.code.length));
  const missing = new Map<string, BoundRow[]>();
  const found = new Set<string>();
  for (const row of items) {
    const parent = parentCode(row.code);
    if (parent === null) continue;
    if (listed.has(parent)) {
      found.add(parent);
      const bound = row.parent >= 0 ? block.rows[row.parent] : null;
      const at = rowPlace(context, block, row);
      if (bound?.code === parent) list.pass();
      else
        list.add({
          rule: 'C3', severity: 'warning', table: block.table, key: `place|${row.code}`,
          message: {
            zh: `${sheetName(context, block)} ${at.zh} ${rowName(row)} 不在它的上级科目 ${parent} 之下；请移到 ${parent} 的下面，或核对编码`,
            en: `${sheetName(context, block)} ${at.en}: ${rowName(row)} does not stand below its parent ${parent}; move it or check the code`,
          },
          cells: cellsOf(row),
        });
      continue;
    }
    // A table that starts at this row's level (only 项, say) does so on purpose; a province's details may stand for their 款.
    if (Math.min(...lengths) >= row.code.length || sectionOfDetail(classification, row.code) !== row.code) {
      list.skip();
      continue;
    }
    missing.set(parent, [...(missing.get(parent) ?? []), row]);
  }
  const unprinted = new Set([...missing.keys()].filter((parent) => mostAreMissing(parent.length, missing, found)));
  if (unprinted.size > 0) {
    const some = [...unprinted].slice(0, ORDER_SHOWN).join('、');
    list.cannot(
      'C3',
      `${sheetName(context, block)} 有 ${unprinted.size} 个上级科目没有列出（${some} 等），看来该表不列这一级或编码没有读全，没有按缺少上级核对；请查看编码栏`,
      `${sheetName(context, block)}: ${unprinted.size} parent codes are not listed (${some}, …); the table does not seem to print that level, or its codes were not read, so missing parents were not checked; please look at the code column`,
    );
  }
  for (const [parent, rows] of missing) {
    if (unprinted.has(parent)) continue;
    list.add({
      rule: 'C3', severity: 'error', table: block.table, key: `parent|${parent}`,
      message: {
        zh: `${sheetName(context, block)} 缺少上级科目 ${parent}：${rows.map((r) => `${rowName(r)}（${rowPlace(context, block, r).zh}）`).join('、')} 没有上级行；请补上 ${parent}，或核对这些编码`,
        en: `${sheetName(context, block)}: parent code ${parent} is not listed, but ${rows.map((r) => `${rowName(r)} (${rowPlace(context, block, r).en})`).join(', ')} belong to it`,
      },
      cells: rows.flatMap((row) => cellsOf(row)),
    });
  }
}

/** Where most rows of a level are not there, the form does not print it, or its codes were not read. */
function mostAreMissing(level: number, missing: ReadonlyMap<string, unknown>, found: ReadonlySet<string>): boolean {
  const ofLevel = (codes: Iterable<string>): number => [...codes].filter((code) => code.length === level).length;
  const gone = ofLevel(missing.keys());
  return gone > SLIPS && gone > ofLevel(found);
}

/** A code stands in two rows. Where that is so of many, what tells the rows apart (units, funds) was not read. */
function addTwins(context: CheckContext, block: BoundBlock, twins: readonly { readonly row: BoundRow; readonly twin: BoundRow }[], others: number, list: Checklist): void {
  if (twins.length > SLIPS && twins.length > (others + twins.length) * UNORDERED_SHARE) {
    list.cannot(
      'C3',
      `${sheetName(context, block)} 有 ${twins.length} 行的编码前面已有，看来该表分几部分列示，没有按重复编码核对`,
      `${sheetName(context, block)}: the codes of ${twins.length} rows stand there before; the table seems to be listed in parts, so repeated codes were not checked`,
    );
    return;
  }
  for (const { row, twin } of twins) {
    list.add({
      rule: 'C3', severity: 'error', table: block.table, key: `twice|${row.join}`,
      message: {
        zh: `${sheetName(context, block)} 科目 ${rowName(row)} 列了两次：${rowPlace(context, block, twin).zh}和${rowPlace(context, block, row).zh}；请合并或核对编码`,
        en: `${sheetName(context, block)}: ${rowName(row)} is listed twice, in ${rowPlace(context, block, twin).en} and ${rowPlace(context, block, row).en}`,
      },
      cells: [...cellsOf(row, block, context), ...cellsOf(twin)],
    });
  }
}

function checkOrder(context: CheckContext, block: BoundBlock, list: Checklist): void {
  const seen = new Map<string, BoundRow>();
  const previous = new Map<number, BoundRow>();
  const unordered: { readonly row: BoundRow; readonly above: BoundRow }[] = [];
  const twins: { readonly row: BoundRow; readonly twin: BoundRow }[] = [];
  let ordered = 0;
  const byGovernment = ascendsByGovernment(block);
  for (const row of block.rows) {
    if (row.kind !== 'item' || !/^\d+$/.test(row.code)) continue;
    const twin = seen.get(row.join);
    const above = previous.get(row.parent);
    if (twin) twins.push({ row, twin });
    // A row higher up on the sheet begins the next of several runs side by side (301、303 | 302、310).
    else if (above && standsAbove(block, above, row) && above.code > row.code && !byGovernment) unordered.push({ row, above });
    else ordered++;
    seen.set(row.join, row);
    previous.set(row.parent, row);
  }
  addTwins(context, block, twins, ordered, list);
  list.pass(ordered);
  if (unordered.length > SLIPS && unordered.length > (ordered + unordered.length) * UNORDERED_SHARE) {
    list.cannot(
      'C3',
      `${sheetName(context, block)} 有 ${unordered.length} 行没有按编码由小到大排列，看来该表不按编码排列，顺序没有核对`,
      `${sheetName(context, block)}: ${unordered.length} rows are out of the order of codes; the table seems to be sorted otherwise, so the order was not checked`,
    );
    return;
  }
  if (unordered.length === 0) return;
  const shown = unordered.slice(0, ORDER_SHOWN);
  const more = unordered.length - shown.length;
  const zh = shown.map(({ row, above }) => `${rowPlace(context, block, row).zh} ${rowName(row)} 排在 ${rowName(above)}（${rowPlace(context, block, above).zh}）之后`).join('、');
  const en = shown.map(({ row, above }) => `${rowPlace(context, block, row).en}: ${rowName(row)} stands after ${rowName(above)} (${rowPlace(context, block, above).en})`).join('; ');
  // One way of sorting is one thing to look at, however many rows it moves.
  list.add({
    rule: 'C3', severity: 'warning', table: block.table, key: `order|${unordered[0].row.code}`,
    message: {
      zh: `${sheetName(context, block)} ${zh}${more > 0 ? `等 ${unordered.length} 行` : ''}，编码没有由小到大；请核对编码或调整顺序`,
      en: `${sheetName(context, block)} ${en}${more > 0 ? ` and ${more} more` : ''}; codes should ascend`,
    },
    cells: unordered.flatMap(({ row, above }) => [...cellsOf(row), ...cellsOf(above)]),
  });
}

/**
 * Lists by 政府经济分类 begin the departmental codes anew below each 类 of it: their order is the other code's, over the whole table
 * or within each 类 of the departmental codes. Below the same 类 of both the codes ascend as everywhere.
 */
function ascendsByGovernment(block: BoundBlock): boolean {
  const rows = block.rows.filter((r) => r.kind === 'item' && r.govCode !== '');
  if (new Set(rows.map((r) => r.govCode.slice(0, 3))).size <= 1) return false;
  const ascend = (keyOf: (row: BoundRow) => string): boolean => rows.every((row, i) => i === 0 || keyOf(rows[i - 1]) <= keyOf(row));
  return ascend((r) => r.govCode.slice(0, 3)) || ascend((r) => `${r.code.slice(0, 3)} ${r.govCode.slice(0, 3)} ${r.code}`);
}

function checkNameless(context: CheckContext, block: BoundBlock, list: Checklist): void {
  block.rows.forEach((row, index) => {
    if (row.kind !== 'extra' || SUBTOTAL.test(row.label) || row.label.includes(SECRET) || !hasMoney(context, block, index)) return;
    list.add({
      rule: 'C3', severity: 'warning', table: block.table, key: `nocode|${row.label}`,
      message: {
        zh: `${sheetName(context, block)} ${rowPlace(context, block, row).zh}“${row.label}”有金额，没有科目编码，不能核对；请补上编码`,
        en: `${sheetName(context, block)} ${rowPlace(context, block, row).en} "${row.label}" has an amount but no code and cannot be checked`,
      },
      cells: cellsOf(row, block, context),
    });
  });
}
