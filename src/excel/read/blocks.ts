import type { Rect } from '../../audit/workbook';
import { HostError } from '../../host/workbookHost';
import { cellCount, halves, rangeOf } from '../areas';
import { isTooLarge } from '../errors';

/** A rectangle to read; `sheet` is the index in the outline. */
export interface Block {
  readonly sheet: number;
  readonly rect: Rect;
  /** Whether the hidden state of its single rows or columns is wanted as well. */
  readonly rowsWanted: boolean;
  readonly columnsWanted: boolean;
}

export interface BlockContent {
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
  readonly numberFormat: readonly (readonly unknown[])[];
  readonly rowsHidden: readonly boolean[] | null;
  readonly columnsHidden: readonly boolean[] | null;
}

export interface BlockReader {
  readonly sheets: readonly Excel.Worksheet[];
  readonly take: (block: Block, content: BlockContent) => void;
  /** Called before each round trip. */
  readonly check: () => void;
}

/**
 * Cells of three properties in one answer: about 27 bytes a number, 40 with the labels of a budget table, so about
 * 4 MB of the 5 MB that Excel on the web lets through.
 */
const CELLS_PER_REQUEST = 100_000;

/** Reads all blocks, many sheets in a request; a request that Excel finds too large is halved, and so are those after it. */
export async function readBlocks(context: Excel.RequestContext, blocks: readonly Block[], reader: BlockReader): Promise<void> {
  let budget = CELLS_PER_REQUEST;
  let open = cutToBudget(blocks, budget);
  while (open.length > 0) {
    const group = takeGroup(open, budget);
    reader.check();
    const refused = await readGroup(context, group, reader);
    if (refused.length === 0) {
      open = open.slice(group.length);
      continue;
    }
    budget = Math.max(1, Math.floor(Math.min(budget, cells(refused)) / 2));
    const smaller = refused.length > 1 ? refused : halved(refused[0]);
    open = cutToBudget([...smaller, ...open.slice(group.length)], budget);
  }
}

/** Answers the blocks that were too large; the others were taken. */
async function readGroup(context: Excel.RequestContext, group: readonly Block[], reader: BlockReader): Promise<readonly Block[]> {
  const asked = group.map((block) => ask(reader.sheets[block.sheet], block));
  try {
    await context.sync();
  } catch (error) {
    if (isTooLarge(error)) return group;
    throw error;
  }
  const refused: Block[] = [];
  group.forEach((block, i) => {
    const { range, rows, columns } = asked[i];
    // Above five million cells Excel may answer null instead of an error.
    const { values, formulas, numberFormat } = range as { [K in 'values' | 'formulas' | 'numberFormat']: unknown[][] | null };
    if (!values || !formulas || !numberFormat) refused.push(block);
    else {
      const rowsHidden = rows?.value.map((row) => row.rowHidden === true) ?? null;
      const columnsHidden = columns?.value.map((column) => column.columnHidden === true) ?? null;
      reader.take(block, { values, formulas, numberFormat, rowsHidden, columnsHidden });
    }
  });
  return refused;
}

function ask(sheet: Excel.Worksheet, block: Block) {
  const range = rangeOf(sheet, block.rect);
  range.load('values,formulas,numberFormat');
  const rows = block.rowsWanted ? range.getRowProperties({ rowHidden: true }) : null;
  const columns = block.columnsWanted ? range.getColumnProperties({ columnHidden: true }) : null;
  return { range, rows, columns };
}

function takeGroup(blocks: readonly Block[], budget: number): Block[] {
  const group = [blocks[0]];
  let total = cellCount(blocks[0].rect);
  for (const block of blocks.slice(1)) {
    total += cellCount(block.rect);
    if (total > budget) break;
    group.push(block);
  }
  return group;
}

function cutToBudget(blocks: readonly Block[], budget: number): Block[] {
  return blocks.flatMap((block) => {
    const { top, bottom, left, right } = block.rect;
    const rows = Math.max(1, Math.floor(budget / (right - left + 1)));
    const parts: Block[] = [];
    for (let row = top; row <= bottom; row += rows) {
      parts.push({ ...block, rect: { top: row, bottom: Math.min(bottom, row + rows - 1), left, right } });
    }
    return parts;
  });
}

function halved(block: Block): Block[] {
  const parts = halves(block.rect);
  if (!parts) throw new HostError('tooLarge', 'a single cell is above the payload limit of Excel');
  return parts.map((rect) => ({ ...block, rect }));
}

function cells(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { rect }) => sum + cellCount(rect), 0);
}
