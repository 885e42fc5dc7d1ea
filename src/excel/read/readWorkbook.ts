import type { Rect, Span, WorkbookSnapshot } from '../../audit/workbook';
import { AUTOMATIC, WorkbookBuilder } from '../../audit/workbook';
import { throwIfAborted } from '../../host/throwIfAborted';
import type { ReadOptions } from '../../host/workbookHost';
import { isRefusedAsAWhole } from '../errors';
import type { SheetName } from '../sheets';
import { type Block, type BlockContent, readBlocks } from './blocks';
import { addCells } from './cells';
import { askMerges, mergesOf, readMerges } from './merges';
import { askUsed, cutToSize, readSheetHeads, type UsedPart, usedPart } from './outline';

export interface ReadWorkbook {
  readonly snapshot: WorkbookSnapshot;
  /** In the order of the snapshot. */
  readonly sheets: readonly SheetName[];
}

/** Sends what `queue` asks about these sheets, in one round trip. */
type SendAbout = <T>(sheets: readonly SheetName[], queue: () => T) => Promise<T>;

/**
 * The whole workbook: the sheets, their used ranges, then the cells, in three round trips as long as the cells fit one
 * answer. Only named properties are asked for. Errors are those of office.js and `HostError`.
 */
export async function readWorkbook(context: Excel.RequestContext, mergesKnown: boolean, options: ReadOptions, send: SendAbout): Promise<ReadWorkbook> {
  const check = (): void => throwIfAborted(options.signal);
  check();
  const { name, isManual, heads } = await readSheetHeads(context);
  check();
  const sheets = heads.map(({ sheet }) => sheet);
  const { used, merges } = await readUsed(context, sheets, mergesKnown, (queue) => send(heads, queue));
  const parts: UsedPart[][] = [];
  for (const [i, head] of heads.entries()) parts.push(await cutToSize(context, head, used[i]));

  const workbook = new WorkbookBuilder(name);
  workbook.calculate({ ...AUTOMATIC, isManual });
  const builders = heads.map((head) => workbook.sheet(head.name));
  const hiddenRows = parts.map((list) => knownHidden(list, 'rows'));
  const hiddenColumns = parts.map((list) => knownHidden(list, 'columns'));
  const progress = sheetProgress(parts, options.onProgress);
  const take = (block: Block, content: BlockContent): void => {
    addCells(builders[block.sheet], block, content);
    hiddenRows[block.sheet].push(...hiddenSpans(content.rowsHidden, block.rect.top));
    hiddenColumns[block.sheet].push(...hiddenSpans(content.columnsHidden, block.rect.left));
    progress(block);
  };
  await readBlocks(context, parts.flatMap(blocksOf), { sheets, take, check });

  heads.forEach(({ visibility, isProtected }, i) => {
    const spans = { hiddenRows: joinSpans(hiddenRows[i]), hiddenColumns: joinSpans(hiddenColumns[i]) };
    workbook.add(builders[i].finish({ visibility, isProtected, merges: merges[i], ...spans }));
  });
  return { snapshot: workbook.finish(), sheets: heads.map(({ id, name: sheetName }) => ({ id, name: sheetName })) };
}

/** Second round trip. A sheet with more merges than Excel hands out fails the request: then they are read by themselves. */
async function readUsed(
  context: Excel.RequestContext,
  sheets: readonly Excel.Worksheet[],
  mergesKnown: boolean,
  send: <T>(queue: () => T) => Promise<T>,
): Promise<{ used: (UsedPart | null)[]; merges: (Rect[] | null)[] }> {
  const ask = async (withMerges: boolean) => {
    const { used, merges } = await send(() => ({ used: sheets.map((sheet) => askUsed(sheet)), merges: withMerges ? sheets.map(askMerges) : null }));
    return { used: used.map(usedPart), merges: merges ? merges.map(mergesOf) : sheets.map(() => null) };
  };
  if (!mergesKnown) return ask(false);
  try {
    return await ask(true);
  } catch (error) {
    if (isRefusedAsAWhole(error)) throw error;
    const { used } = await ask(false);
    return { used, merges: await readMerges(context, sheets) };
  }
}

function blocksOf(parts: readonly UsedPart[], sheet: number): Block[] {
  return parts.map(({ rect, rows, columns }) => ({ sheet, rect, rowsWanted: rows === null, columnsWanted: columns === null }));
}

function knownHidden(parts: readonly UsedPart[], side: 'rows' | 'columns'): Span[] {
  const all = parts.filter((part) => part[side] === 'all');
  return all.map(({ rect }) => (side === 'rows' ? { from: rect.top, to: rect.bottom } : { from: rect.left, to: rect.right }));
}

function hiddenSpans(hidden: readonly boolean[] | null, first: number): Span[] {
  return (hidden ?? []).flatMap((is, i) => (is ? [{ from: first + i, to: first + i }] : []));
}

/** Sorted, without overlaps; neighbours joined. */
function joinSpans(spans: readonly Span[]): Span[] {
  const joined: { from: number; to: number }[] = [];
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    const last = joined[joined.length - 1];
    if (last && from <= last.to + 1) last.to = Math.max(last.to, to);
    else joined.push({ from, to });
  }
  return joined;
}

/** Counts the sheets whose last block has arrived. */
function sheetProgress(parts: readonly (readonly UsedPart[])[], onProgress: ReadOptions['onProgress']): (block: Block) => void {
  const left = parts.map((list) => list.reduce((rows, { rect }) => rows + (rect.bottom - rect.top + 1) * (rect.right - rect.left + 1), 0));
  let done = left.filter((cells) => cells === 0).length;
  onProgress?.(done, parts.length);
  return ({ sheet, rect }) => {
    left[sheet] -= (rect.bottom - rect.top + 1) * (rect.right - rect.left + 1);
    if (left[sheet] > 0) return;
    onProgress?.(++done, parts.length);
  };
}
