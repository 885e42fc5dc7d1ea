import type { BoundBlock, BoundRow } from '../../tables';
import type { RowSelector } from '../language/syntax';

/** Row indices that a selector picks from a block, in order. */
export function selectRows(block: BoundBlock, selector: RowSelector): readonly number[] {
  let ofBlock = PICKED.get(block);
  if (!ofBlock) PICKED.set(block, (ofBlock = new Map()));
  const name = nameOf(selector);
  let picked = ofBlock.get(name);
  if (!picked) {
    picked = [];
    for (let index = 0; index < block.rows.length; index++) if (isPicked(block, block.rows[index], index, selector)) picked.push(index);
    ofBlock.set(name, picked);
  }
  return picked;
}

/** Many rules pick the same rows of a block. */
const PICKED = new WeakMap<BoundBlock, Map<string, number[]>>();

function nameOf(selector: RowSelector): string {
  switch (selector.kind) {
    case 'below': return `below ${selector.prefix}`;
    case 'keys': return namesOfKeys(selector);
    default: return selector.kind;
  }
}

/** Selectors are parts of rules and live as long as these. */
const NAMES = new WeakMap<RowSelector, string>();

function namesOfKeys(selector: RowSelector & { kind: 'keys' }): string {
  let name = NAMES.get(selector);
  if (name === undefined) NAMES.set(selector, (name = `keys ${selector.keys.join('|')}`));
  return name;
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
