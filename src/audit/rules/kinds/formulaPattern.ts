import { filledFormula, relativeFormula, type RelativeFormula } from '../../formulas';
import type { BoundBlock } from '../../tables';
import { amountCell, Checklist, placeName, rowName, type Check, type CheckContext, type DraftCell } from './context';

/** So many neighbours must agree before the one that does not is called odd. */
const FEWEST = 3;

interface Member {
  readonly cell: DraftCell;
  readonly formula: string;
  readonly relative: RelativeFormula;
}

/** M4b: a formula looks at its own row or column as its neighbours do. */
export const formulaPattern: Check = (context) => {
  const list = new Checklist();
  for (const block of context.recognition.blocks) {
    if ([block.table, ...block.table.continued].every(({ sheet }) => context.grids[sheet].sheet.formulas.size === 0)) continue;
    const members = membersOf(context, block);
    compare(context, list, block, groupsBy(members, (m) => `${m.cell.at.sheet}|${m.cell.at.row}|${m.relative.shape}|${m.relative.rows.join()}`), 'columns');
    compare(context, list, block, groupsBy(members, (m) => `${m.cell.at.column}|${m.relative.shape}|${m.relative.columns.join()}`), 'rows');
  }
  return list.result();
};

function membersOf(context: CheckContext, block: BoundBlock): Member[] {
  const width = block.columns.length;
  const members: Member[] = [];
  block.amounts.forEach((amount, i) => {
    if (amount < 0) return;
    const at = amountCell(context.recognition, amount);
    const grid = context.grids[at.sheet];
    const cell = grid.at(at.row, at.column);
    const formula = grid.sheet.formulas.get(cell);
    const expression = formula === undefined ? null : context.formulas.expressionOf(grid.index, cell);
    const relative = expression && formula !== undefined ? relativeFormula(formula, expression, at.row, at.column) : null;
    if (formula === undefined || !relative) return;
    const label = `${rowName(block.rows[Math.floor(i / width)])} ${block.columns[i % width].id}`;
    members.push({ cell: { at, role: 'subject', label }, formula, relative });
  });
  return members;
}

function groupsBy(members: readonly Member[], key: (member: Member) => string): Member[][] {
  const groups = new Map<string, Member[]>();
  for (const member of members) {
    const group = groups.get(key(member));
    if (group) group.push(member);
    else groups.set(key(member), [member]);
  }
  return [...groups.values()];
}

/** Of formulas alike but for one direction: all but one stay in their own column (row). */
function compare(context: CheckContext, list: Checklist, block: BoundBlock, groups: readonly Member[][], direction: 'rows' | 'columns'): void {
  for (const group of groups) {
    const own = group.filter((m) => m.relative[direction].every((offset) => offset === 0));
    const odd = group.filter((m) => !own.includes(m));
    if (own.length < FEWEST) continue;
    list.pass(own.length);
    if (odd.length !== 1) continue;
    const [{ cell, formula }] = odd;
    const [model] = own;
    const mended = filledFormula(model.formula, cell.at.row - model.cell.at.row, cell.at.column - model.cell.at.column);
    const [zh, en] = direction === 'columns' ? ['别的列', 'another column'] : ['别的行', 'another row'];
    list.add({
      rule: 'M4b', severity: 'warning', table: block.table, key: `${direction}|${cell.label}`,
      message: {
        zh: `${placeName(context, cell.at)} ${cell.label} 的公式 =${formula} 指向${zh}，与相邻公式（${placeName(context, model.cell.at)} =${model.formula}）不一致；请改为 =${mended}`,
        en: `${placeName(context, cell.at)} ${cell.label}: the formula =${formula} points at ${en}, unlike its neighbours (${placeName(context, model.cell.at)} =${model.formula}); make it =${mended}`,
      },
      cells: [cell, { ...model.cell, role: 'term' }],
      formula: mended,
    });
  }
}
