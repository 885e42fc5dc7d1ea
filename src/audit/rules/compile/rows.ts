import type { BoundBlock, BoundRow } from '../../tables';
import type { RowSelector } from '../language/syntax';

/** Row indices that a selector picks from a block, in order. */
export function selectRows(block: BoundBlock, selector: RowSelector): number[] {
  const picked: number[] = [];
  block.rows.forEach((row, index) => {
    if (isPicked(block, row, index, selector)) picked.push(index);
  });
  return picked;
}

function isPicked(block: BoundBlock, row: BoundRow, index: number, selector: RowSelector): boolean {
  switch (selector.kind) {
    case 'every': return true;
    case '末级': return row.kind === 'item' && block.children[index].length === 0;
    case '有下级': return row.kind === 'item' && block.children[index].length > 0;
    case '顶级': return row.kind === 'item' && row.parent < 0;
    case '大类': return row.kind === 'item' && row.isClass;
    case '科目行': return row.kind === 'item' && row.code !== '';
    case '其中': return row.kind === 'ofWhich';
    case 'below': return row.kind === 'item' && row.group === selector.prefix && row.code !== '';
    case 'keys': return selector.keys.includes(row.key) || (row.kind === 'item' && row.code !== '' && selector.keys.includes(row.code));
  }
}

/** The key under which rows of two tables meet. */
export function joinKey(row: BoundRow, selector: RowSelector): string {
  switch (selector.kind) {
    case '顶级':
    case '大类':
    case '科目行':
    case 'below':
      return row.code || row.join;
    default:
      return row.join;
  }
}
