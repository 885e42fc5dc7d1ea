import { parentCode } from '../../chart';
import type { BoundBlock, BoundRow } from '../../tables';
import { classificationOfTable, judgedCodes } from './codeColumns';
import { Checklist, codedBlocks, fenOf, rowName, type Check, type CheckContext, type DraftCell } from './context';

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
    if (block.rows.some((r) => r.unitCode !== '')) continue;
    // Several 合计 rows: the table lists units one after the other, each with its own tree.
    if (block.rows.filter((r) => r.kind === 'total' && r.key === '合计').length > 1 && !block.table.definition.segments) {
      list.cannot('C3', `${block.table.title}有几个合计行，科目顺序没有核对`, `${block.table.title} has several total rows; the order of codes was not checked`);
      continue;
    }
    if (listsUnits(context, block)) {
      list.cannot('C3', `${block.table.title}按单位分段列出科目，科目顺序没有核对`, `${block.table.title} lists its accounts unit by unit; the order of codes was not checked`);
      continue;
    }
    checkParents(context, block, list);
    checkOrder(context, block, list);
    checkNameless(context, block, list);
  }
  return list.result();
};

/**
 * Units one after the other, each a row with money and no code above its own tree: every code that stands twice stands
 * below two of them, and below one none stands twice.
 */
function listsUnits(context: CheckContext, block: BoundBlock): boolean {
  const heads = block.rows.flatMap((r, i) => (r.kind === 'extra' && !SUBTOTAL.test(r.label) && hasMoney(context, block, i) ? [i] : []));
  if (heads.length < 2) return false;
  const sections = heads.map((head, i) => block.rows.slice(head + 1, heads[i + 1] ?? block.rows.length).flatMap((r) => (r.kind === 'item' ? [r.join] : [])));
  const all = new Set(sections.flat());
  const once = sections.every((codes) => new Set(codes).size === codes.length);
  return once && all.size < sections.flat().length && !block.rows.slice(0, heads[0]).some((r) => r.kind === 'item');
}

const SUBTOTAL = /小\s*计$/;

const hasMoney = (context: CheckContext, block: BoundBlock, row: number): boolean => block.columns.some((_, c) => (fenOf(context.recognition, block, row, c) ?? 0) !== 0);

const sheetName = (context: CheckContext, block: BoundBlock): string => context.workbook.sheets[block.table.sheet].name;

function cellsOf(row: BoundRow, block?: BoundBlock, context?: CheckContext): DraftCell[] {
  const cells: DraftCell[] = [];
  if (row.codeCell) cells.push({ at: row.codeCell, role: 'subject', label: rowName(row) });
  if (row.labelCell) cells.push({ at: row.labelCell, role: 'term', label: rowName(row) });
  if (block && context) {
    block.columns.forEach((column) => {
      cells.push({ at: { sheet: block.table.sheet, row: row.row, column: column.column }, role: 'term', label: `${rowName(row)} ${column.id}` });
    });
  }
  return cells;
}

function checkParents(context: CheckContext, block: BoundBlock, list: Checklist): void {
  const items = block.rows.filter((r) => r.kind === 'item' && /^\d+$/.test(r.code));
  const listed = new Set(items.map((r) => r.code));
  const lengths = new Set(items.map((r) => r.code.length));
  const missing = new Map<string, BoundRow[]>();
  for (const row of items) {
    const parent = parentCode(row.code);
    if (parent === null) continue;
    if (listed.has(parent)) {
      const bound = row.parent >= 0 ? block.rows[row.parent] : null;
      if (bound?.code === parent) list.pass();
      else
        list.add({
          rule: 'C3', severity: 'warning', table: block.table, key: `place|${row.code}`,
          message: {
            zh: `${sheetName(context, block)} 第 ${row.row + 1} 行 ${rowName(row)} 不在它的上级科目 ${parent} 之下；请移到 ${parent} 的下面，或核对编码`,
            en: `${sheetName(context, block)} row ${row.row + 1}: ${rowName(row)} does not stand below its parent ${parent}; move it or check the code`,
          },
          cells: cellsOf(row),
        });
      continue;
    }
    // A table that starts at this row's level (only 项, say) does so on purpose.
    if (Math.min(...lengths) >= row.code.length) {
      list.skip();
      continue;
    }
    missing.set(parent, [...(missing.get(parent) ?? []), row]);
  }
  for (const [parent, rows] of missing) {
    list.add({
      rule: 'C3', severity: 'error', table: block.table, key: `parent|${parent}`,
      message: {
        zh: `${sheetName(context, block)} 缺少上级科目 ${parent}：${rows.map((r) => `${rowName(r)}（第 ${r.row + 1} 行）`).join('、')} 没有上级行；请补上 ${parent}，或核对这些编码`,
        en: `${sheetName(context, block)}: parent code ${parent} is not listed, but ${rows.map((r) => `${rowName(r)} (row ${r.row + 1})`).join(', ')} belong to it`,
      },
      cells: rows.flatMap((row) => cellsOf(row)),
    });
  }
}

function checkOrder(context: CheckContext, block: BoundBlock, list: Checklist): void {
  const seen = new Map<string, BoundRow>();
  const previous = new Map<number, BoundRow>();
  for (const row of block.rows) {
    if (row.kind !== 'item' || !/^\d+$/.test(row.code)) continue;
    const twin = seen.get(row.join);
    const above = previous.get(row.parent);
    if (twin) {
      list.add({
        rule: 'C3', severity: 'error', table: block.table, key: `twice|${row.join}`,
        message: {
          zh: `${sheetName(context, block)} 科目 ${rowName(row)} 列了两次：第 ${twin.row + 1} 行和第 ${row.row + 1} 行；请合并或核对编码`,
          en: `${sheetName(context, block)}: ${rowName(row)} is listed twice, in rows ${twin.row + 1} and ${row.row + 1}`,
        },
        cells: [...cellsOf(row, block, context), ...cellsOf(twin)],
      });
    // A row higher up on the sheet begins the next of several runs side by side (301、303 | 302、310).
    } else if (above && above.row < row.row && above.code > row.code) {
      list.add({
        rule: 'C3', severity: 'warning', table: block.table, key: `order|${row.code}`,
        message: {
          zh: `${sheetName(context, block)} 第 ${row.row + 1} 行 ${rowName(row)} 排在 ${rowName(above)}（第 ${above.row + 1} 行）之后，编码没有由小到大；请核对编码或调整顺序`,
          en: `${sheetName(context, block)} row ${row.row + 1}: ${rowName(row)} stands after ${rowName(above)} (row ${above.row + 1}); codes should ascend`,
        },
        cells: [...cellsOf(row), ...cellsOf(above)],
      });
    } else list.pass();
    seen.set(row.join, row);
    previous.set(row.parent, row);
  }
}

function checkNameless(context: CheckContext, block: BoundBlock, list: Checklist): void {
  block.rows.forEach((row, index) => {
    if (row.kind !== 'extra' || SUBTOTAL.test(row.label) || !hasMoney(context, block, index)) return;
    list.add({
      rule: 'C3', severity: 'warning', table: block.table, key: `nocode|${row.label}`,
      message: {
        zh: `${sheetName(context, block)} 第 ${row.row + 1} 行“${row.label}”有金额，没有科目编码，不能核对；请补上编码`,
        en: `${sheetName(context, block)} row ${row.row + 1} "${row.label}" has an amount but no code and cannot be checked`,
      },
      cells: cellsOf(row, block, context),
    });
  });
}
