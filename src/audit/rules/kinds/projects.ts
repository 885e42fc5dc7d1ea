import { AmountState } from '../../equations/model';
import type { BoundBlock, BoundTable } from '../../tables';
import { normaliseText } from '../../workbook';
import { amountCell, Checklist, placeName, type Check, type CheckContext, type DraftCell } from './context';
import { yuanText, wanyuanText } from './money';

interface Project {
  readonly name: string;
  readonly fen: number;
  readonly cells: readonly DraftCell[];
  readonly row: number;
}

interface Performance extends Project {
  readonly table: BoundTable;
  /** Half the rounding step of its figure, in 分. */
  readonly slack: number;
}

/** X12: projects of 表10 and their 绩效目标表 belong together by name, and carry the same money (元 against 万元). */
export const projects: Check = (context) => {
  const list = new Checklist();
  const table = context.recognition.tables.find((t) => t.id === 'B10');
  const sheets = performances(context);
  if (!table || sheets.length === 0) {
    if (table) list.cannot('X12', '工作簿中没有填写的项目绩效目标表', 'The workbook holds no filled performance tables');
    return list.result();
  }
  if (context.recognition.tables.filter((t) => t.id === 'B10').length > 1) {
    list.cannot('X12', '工作簿中有几张专项业务经费支出表，项目与绩效目标表没有核对；请把各单位的表分开', 'The workbook holds several project tables; projects and performance tables were not compared; keep the units apart');
    return list.result();
  }
  const block = table.blocks[0];
  const leaves = projectRows(context, block, true);
  const openLeaves = new Set(leaves);
  const openSheets = new Set(sheets);
  pairByName(openLeaves, openSheets, (a, b) => near(a, b), () => list.pass());
  // An inner row of the tree may be the project that is described as a whole.
  const inner = projectRows(context, block, false);
  for (const sheet of [...openSheets]) {
    const match = inner.find((row) => row.name === sheet.name && near(row, sheet));
    if (!match) continue;
    openSheets.delete(sheet);
    list.pass();
    for (const leaf of [...openLeaves]) if (isBelow(block, leaf.row, match.row)) openLeaves.delete(leaf);
  }
  pairByName(openLeaves, openSheets, () => true, (leaf, sheet) => {
    if (Number.isNaN(sheet.fen)) list.skip();
    else list.add(differentMoney(context, table, leaf, sheet));
  });
  pairUp(openLeaves, openSheets, (a, b) => near(a, b) && only(openLeaves, openSheets, a, b), (leaf, sheet) => list.add(differentName(context, table, leaf, sheet)));
  for (const leaf of openLeaves) {
    list.add({
      rule: 'X12', severity: 'warning', table, key: `leaf|${leaf.name}`,
      message: { zh: `${placeName(context, leaf.cells[0].at)} 项目“${leaf.cells[0].label}”（${yuanText(leaf.fen)} 元）没有对应的绩效目标表`, en: `${placeName(context, leaf.cells[0].at)}: project "${leaf.cells[0].label}" has no performance table` },
      cells: leaf.cells,
    });
  }
  for (const sheet of openSheets) {
    list.add({
      rule: 'X12', severity: 'warning', table: sheet.table, key: `sheet|${sheet.name}`,
      message: { zh: `${placeName(context, sheet.cells[0].at)} 绩效目标表的项目“${sheet.cells[0].label}”不在专项业务经费支出表中`, en: `${placeName(context, sheet.cells[0].at)}: the project "${sheet.cells[0].label}" is not in the project table` },
      cells: sheet.cells,
    });
  }
  return list.result();
};

function performances(context: CheckContext): Performance[] {
  const found: Performance[] = [];
  for (const table of context.recognition.tables) {
    if (table.id !== 'B13') continue;
    const name = table.fields.get('项目名称');
    const block = table.blocks[0];
    const row = block?.rows.findIndex((r) => r.key === '实施期资金总额') ?? -1;
    const amount = row >= 0 ? block.amounts[row * block.columns.length] : -1;
    if (!name || name.text === '' || amount < 0) continue;
    found.push({
      name: normaliseText(name.text),
      // A figure that is blank or unreadable is compared with nothing; B13.1 and M3 speak of it.
      fen: context.recognition.amounts.state[amount] === AmountState.number ? context.recognition.amounts.fen[amount] : NaN,
      slack: context.recognition.amounts.step[amount] / 2,
      table,
      row,
      cells: [
        { at: name.cell, role: 'subject', label: name.text },
        { at: amountCell(context.recognition, amount), role: 'term', label: '实施期资金总额' },
      ],
    });
  }
  return found;
}

/** Rows below the units: the leaves of the tree, or its inner rows. */
function projectRows(context: CheckContext, block: BoundBlock, leaf: boolean): Project[] {
  const width = block.columns.length;
  const amountColumn = block.columns.findIndex((c) => c.id === '项目金额');
  return block.rows.flatMap((row, index) => {
    if (row.kind !== 'item' || /^\d+$/.test(row.code) || (block.children[index].length === 0) !== leaf || !row.labelCell) return [];
    const amount = amountColumn >= 0 ? block.amounts[index * width + amountColumn] : -1;
    if (amount < 0 || context.recognition.amounts.state[amount] !== AmountState.number || context.recognition.amounts.fen[amount] === 0) return [];
    return [{
      name: normaliseText(row.label), fen: context.recognition.amounts.fen[amount], row: index,
      cells: [
        { at: row.labelCell, role: 'subject' as const, label: row.label },
        { at: amountCell(context.recognition, amount), role: 'term' as const, label: `${row.label} 项目金额` },
      ],
    }];
  });
}

const near = (a: Project, b: Project): boolean => Math.abs(a.fen - b.fen) <= ('slack' in b ? (b as Performance).slack : 0);

const only = (leaves: ReadonlySet<Project>, sheets: ReadonlySet<Performance>, a: Project, b: Performance): boolean =>
  [...leaves].filter((l) => near(l, b)).length === 1 && [...sheets].filter((s) => near(a, s)).length === 1;

function isBelow(block: BoundBlock, row: number, ancestor: number): boolean {
  for (let r = block.rows[row].parent; r >= 0; r = block.rows[r].parent) if (r === ancestor) return true;
  return false;
}

function pairUp(leaves: Set<Project>, sheets: Set<Performance>, match: (a: Project, b: Performance) => boolean, then: (a: Project, b: Performance) => void): void {
  for (const leaf of [...leaves]) {
    const sheet = [...sheets].find((s) => match(leaf, s));
    if (!sheet) continue;
    leaves.delete(leaf);
    sheets.delete(sheet);
    then(leaf, sheet);
  }
}

/** As `pairUp`, among those of one name only. */
function pairByName(leaves: Set<Project>, sheets: Set<Performance>, match: (a: Project, b: Performance) => boolean, then: (a: Project, b: Performance) => void): void {
  const byName = new Map<string, Set<Performance>>();
  for (const sheet of sheets) byName.set(sheet.name, (byName.get(sheet.name) ?? new Set<Performance>()).add(sheet));
  for (const leaf of [...leaves]) {
    const namesakes = byName.get(leaf.name);
    if (!namesakes) continue;
    pairUp(new Set([leaf]), namesakes, match, (a, b) => {
      leaves.delete(a);
      sheets.delete(b);
      then(a, b);
    });
  }
}

function differentMoney(context: CheckContext, table: BoundTable, leaf: Project, sheet: Performance): Parameters<Checklist['add']>[0] {
  const difference = sheet.fen - leaf.fen;
  return {
    rule: 'X12', severity: 'warning', table, key: `money|${leaf.name}`,
    message: {
      zh: `项目“${leaf.cells[0].label}”：${placeName(context, leaf.cells[1].at)} 为 ${yuanText(leaf.fen)} 元，${placeName(context, sheet.cells[1].at)} 绩效目标表为 ${wanyuanText(sheet.fen)} 万元，相差 ${wanyuanText(difference)} 万元`,
      en: `Project "${leaf.cells[0].label}": ${placeName(context, leaf.cells[1].at)} has ${yuanText(leaf.fen)} yuan, ${placeName(context, sheet.cells[1].at)} has ${wanyuanText(sheet.fen)} ×10,000 yuan`,
    },
    cells: [{ ...leaf.cells[1], role: 'subject' }, { ...sheet.cells[1], role: 'subject' }, leaf.cells[0], sheet.cells[0]],
    left: wanyuanText(sheet.fen), right: wanyuanText(leaf.fen), difference: wanyuanText(difference),
  };
}

function differentName(context: CheckContext, table: BoundTable, leaf: Project, sheet: Performance): Parameters<Checklist['add']>[0] {
  return {
    rule: 'X12', severity: 'warning', table, key: `name|${leaf.name}`,
    message: {
      zh: `同一项目（${wanyuanText(sheet.fen)} 万元）两处名称不同：${placeName(context, leaf.cells[0].at)} “${leaf.cells[0].label}”，${placeName(context, sheet.cells[0].at)} “${sheet.cells[0].label}”`,
      en: `The same project (${wanyuanText(sheet.fen)} ×10,000 yuan) has two names: "${leaf.cells[0].label}" at ${placeName(context, leaf.cells[0].at)} and "${sheet.cells[0].label}" at ${placeName(context, sheet.cells[0].at)}`,
    },
    cells: [sheet.cells[0], leaf.cells[0]],
  };
}
