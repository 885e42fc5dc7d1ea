import { normaliseText, outlineLabel, parseAmountText, type OutlineLabel } from '../workbook';
import { isNoteRow, makeBlock, makeRow, NO_FIELDS, ref, type BindContext, type Binding } from './binding';
import type { BlockDefinition, LineDefinition } from './definitions';
import { columnPatterns, findHeader, headerWords, isColumnNumbers, matchesPath, type Header } from './headers';
import type { BoundColumn, BoundRow } from './model';

/** Words of header rows that can stand in a label column. */
const HEADER_LABELS = /^(项目|收入|支出|栏次|行次|项目\(按功能分类\)|预算数|决算数|金额)$/;

interface PlacedBlock {
  readonly definition: BlockDefinition;
  readonly label: number;
  readonly amounts: readonly BoundColumn[];
}

/** Binds a form of line items in blocks side by side (收支总表). Blocks are told by their lines, then by their header. */
export function bindBlocks(context: BindContext): Binding | null {
  const { grid, definition, from, to } = context;
  const blocks = definition.blocks ?? [];
  const words = headerWords(blocks.flatMap((b) => b.amounts), [...blocks.flatMap((b) => b.label.filter((l) => !l.startsWith('.*'))), '项目', '收入', '支出', '行次', '合计', '小计']);
  const header = findHeader(grid, from, to, words);
  if (!header) return null;
  const lines = blocks.map((block) => new LineMatcher(block, context.classByName));
  const labels = placeLabels(context, header, blocks, lines);
  const placed: PlacedBlock[] = [];
  for (const [index, label] of labels) {
    const amounts = amountColumns(context, header, blocks[index], label, labels);
    if (amounts.length > 0) placed.push({ definition: blocks[index], label, amounts });
  }
  if (placed.length === 0) return null;
  let last = header.bottom;
  const bound = placed.map((block) => {
    const rows = readLines(context, header, block, new LineMatcher(block.definition, context.classByName));
    if (rows.length > 0) last = Math.max(last, rows[rows.length - 1].row);
    return makeBlock(context, block.definition.id, block.amounts, rows);
  });
  return {
    blocks: bound,
    fields: NO_FIELDS,
    headerTop: header.top,
    headerBottom: header.bottom,
    lastRow: last,
    left: Math.min(...placed.map((p) => p.label)),
    right: Math.max(...placed.flatMap((p) => p.amounts.map((a) => a.column))),
    fit: placed.length / blocks.length,
    reason: `认出 ${placed.length}/${blocks.length} 个栏组：${placed.map((p) => p.definition.id).join('、')}，共 ${bound.reduce((n, b) => n + b.rows.filter((r) => r.kind !== 'extra').length, 0)} 行`,
  };
}

/** Label column of each block: the column that holds most of its lines. */
function placeLabels(
  context: BindContext,
  header: Header,
  blocks: readonly BlockDefinition[],
  matchers: readonly LineMatcher[],
): Map<number, number> {
  const { grid, to } = context;
  const scores: { block: number; column: number; score: number }[] = [];
  const columns = new Map<number, OutlineLabel[]>();
  for (let row = header.bottom + 1; row <= Math.min(to, header.bottom + 200); row++) {
    const [first, end] = grid.cellsOf(row);
    for (let i = first; i < end; i++) {
      if (!grid.isText(i)) continue;
      const column = grid.sheet.columns[i];
      const list = columns.get(column) ?? [];
      list.push(grid.texts.label(grid.sheet.texts[i]));
      columns.set(column, list);
    }
  }
  for (const [column, texts] of columns) {
    matchers.forEach((matcher, block) => {
      const known = new Set(texts.filter((t) => matcher.knows(t.base)).map((t) => t.base)).size;
      if (known === 0) return;
      const path = header.paths.get(column);
      const headed = blocks[block].label.some((l) => path !== undefined && new RegExp(`^(?:${l})$`).test(path[path.length - 1]));
      // A fixed line counts in full, the header as much as two lines.
      scores.push({ block, column, score: known + (headed ? 2 : 0) });
    });
  }
  scores.sort((a, b) => b.score - a.score || a.block - b.block || a.column - b.column);
  const labels = new Map<number, number>();
  for (const { block, column, score } of scores) {
    if (labels.has(block) || [...labels.values()].includes(column) || score < 2) continue;
    labels.set(block, column);
  }
  return new Map([...labels].sort((a, b) => a[0] - b[0]));
}

/** The amount columns right of a label column, up to the next one; 行次 is none. */
function amountColumns(
  context: BindContext,
  header: Header,
  block: BlockDefinition,
  label: number,
  labels: ReadonlyMap<number, number>,
): BoundColumn[] {
  const next = Math.min(...[...labels.values()].filter((column) => column > label), Math.max(...header.paths.keys(), label) + 1);
  const free: number[] = [];
  for (let column = label + 1; column < next; column++) {
    const path = header.paths.get(column) ?? [];
    if (!path.some((word) => /^(行次|备注|序号)$/.test(word))) free.push(column);
  }
  const patterns = columnPatterns(block.amounts);
  if (block.amounts.length === 1) {
    const definition = block.amounts[0];
    const headed = free.find((column) => patterns[0].alternatives.some((a) => matchesPath(a, header.paths.get(column) ?? [])));
    const column = headed ?? free.find((c) => hasFigures(context, header, c)) ?? (label + 1 < next ? free[0] : undefined);
    if (column === undefined) return [];
    return [{ id: definition.id, label: definition.id, role: 'total', column }];
  }
  const columns: BoundColumn[] = [];
  for (const { definition, alternatives } of patterns) {
    const column = free.find(
      (c) => !columns.some((k) => k.column === c) && alternatives.some((a) => matchesPath(a, header.paths.get(c) ?? [])),
    );
    if (column !== undefined) columns.push({ id: definition.id, label: definition.id, role: definition.role ?? 'part', column });
  }
  return columns;
}

function hasFigures(context: BindContext, header: Header, column: number): boolean {
  const { grid, to } = context;
  for (let row = header.bottom + 1; row <= Math.min(to, header.bottom + 60); row++) {
    const cell = grid.at(row, column);
    if (cell >= 0 && (grid.isNumber(cell) || parseAmountText(grid.rawOf(cell))?.decimal)) return true;
  }
  return false;
}

function readLines(context: BindContext, header: Header, block: PlacedBlock, matcher: LineMatcher): BoundRow[] {
  const { grid, to } = context;
  const rows: BoundRow[] = [];
  const styles: string[] = [];
  const indexOfKey = new Map<string, number>();
  for (let row = header.bottom + 1; row <= to; row++) {
    if (isNoteRow(grid, row)) continue;
    const [first, end] = grid.cellsOf(row);
    if (first === end || isColumnNumbers(grid, first, end)) continue;
    const cell = grid.at(row, block.label);
    const text = grid.isText(cell) ? grid.normOf(cell) : '';
    const hasAmount = block.amounts.some((a) => grid.at(row, a.column) >= 0);
    if (text !== '' && header.paths.get(block.label)?.includes(text)) continue;
    if (HEADER_LABELS.test(text) || /^(金额)?单位:|^(编制|公开)(部门|单位)|名称:|^公开\d+表$/.test(text)) continue;
    if (text === '' && !hasAmount) continue;
    if (text === '' && block.amounts.some((a) => !isAmountLike(grid.raw(row, a.column)))) continue;
    const label = outlineLabel(text);
    const line = text === '' ? null : matcher.take(label);
    const parent = line
      ? parentOf(line.parent, indexOfKey)
      : unknownParent(label, rows, styles);
    const kind = line ? (line.ofWhich ? 'ofWhich' : 'item') : label.ofWhich ? 'ofWhich' : label.style !== '' && parent.known ? 'item' : 'extra';
    if (line) indexOfKey.set(line.key, rows.length);
    rows.push(
      makeRow({
        row,
        key: line ? line.key : label.base,
        join: line?.code ?? (line ? line.key : label.base),
        code: line?.code ?? '',
        label: grid.rawOf(cell).trim(),
        labelCell: ref(grid, row, block.label),
        kind,
        parent: parent.index,
        group: line?.parent ?? '',
        isClass: matcher.isClassLine(line) || (line === null && kind === 'item' && block.definition.chart === 'function'),
      }),
    );
    styles.push(label.style);
  }
  return rows;
}

const isAmountLike = (raw: string): boolean => raw === '' || parseAmountText(raw) !== null;

const parentOf = (key: string | null, index: ReadonlyMap<string, number>): { index: number; known: boolean } => ({
  index: key === null ? -1 : index.get(key) ?? -1,
  known: true,
});

/** A new line of the form stands beside the nearest line above that is numbered in the same manner. */
function unknownParent(label: OutlineLabel, rows: readonly BoundRow[], styles: readonly string[]): { index: number; known: boolean } {
  if (label.ofWhich) return { index: rows.length - 1, known: true };
  if (label.style === '') return { index: -1, known: false };
  for (let i = rows.length - 1; i >= 0; i--) if (styles[i] === label.style) return { index: rows[i].parent, known: true };
  return { index: -1, known: false };
}

/** Finds a block's lines by their words; a name that occurs twice is told apart by order. */
class LineMatcher {
  private readonly byName = new Map<string, number[]>();
  private readonly used = new Set<number>();
  private last = -1;

  constructor(
    private readonly block: BlockDefinition,
    private readonly classByName: (name: string) => string | null,
  ) {
    block.lines.forEach((line, index) => {
      for (const name of line.names) {
        const key = normaliseText(name);
        this.byName.set(key, [...(this.byName.get(key) ?? []), index]);
      }
    });
  }

  knows(base: string): boolean {
    return this.byName.has(base) || (this.block.chart === 'function' && this.classByName(base) !== null);
  }

  isClassLine(line: LineDefinition | null): boolean {
    return line !== null && this.block.chart === 'function' && line.code !== null;
  }

  /** The line a label stands for; each line is given out once. */
  take(label: OutlineLabel): LineDefinition | null {
    const candidates = this.byName.get(label.base) ?? [];
    const next = candidates.find((i) => i > this.last && !this.used.has(i)) ?? candidates.find((i) => !this.used.has(i));
    if (next !== undefined) {
      this.used.add(next);
      this.last = next;
      return this.block.lines[next];
    }
    if (this.block.chart !== 'function') return null;
    const code = this.classByName(label.base);
    if (code === null) return null;
    return { key: code, names: [label.base], parent: this.block.chartParent ?? null, ofWhich: false, code };
  }
}
