import { outlineLabel, parseAmountText, type OutlineLabel } from '../../workbook';
import { isHeadedItself, type Header } from '../../layout';
import type { BlockDefinition } from '../definitions';
import type { BoundColumn, BoundRow } from '../model';
import { NO_FIELDS, type BindContext, type Binding } from './context';
import { LineMatcher } from './lineMatcher';
import { makeBlock, makeRow, ref } from './make';
import { lastOf, roleByRows, withoutParts } from './furtherParts';
import { columnPatterns, matchesPath, type ColumnPattern } from './patterns';
import { wholeText } from '../wholeText';

/** Rows in which the labels of a block are looked for. */
const SEARCH = 200;

/** Lines, the header counting as two, that make a column a form's list; one that only some print needs more than its totals, which every list of expenditure ends with. */
const LEAST = { usual: 2, optional: 5 } as const;

interface PlacedBlock {
  readonly definition: BlockDefinition;
  readonly label: number;
  readonly amounts: readonly BoundColumn[];
}

/** Binds a form of line items in blocks side by side (收支总表). Blocks are told by their lines, then by their header. */
export function bindLines(context: BindContext): Binding | null {
  const { definition, layout } = context;
  const blocks = definition.blocks ?? [];
  const { header } = layout;
  if (!header) return null;
  const lines = blocks.map((block) => new LineMatcher(block, context.classByName));
  const labels = placeLabels(context, header, blocks, lines);
  const placed: PlacedBlock[] = [];
  for (const [index, label] of labels) {
    const amounts = amountColumns(context, header, blocks[index], label, labels);
    if (amounts.length > 0) placed.push({ definition: blocks[index], label, amounts });
  }
  if (placed.length === 0) return null;
  const read = placed.map((block) => ({ block, rows: readLines(context, block, new LineMatcher(block.definition, context.classByName)) }));
  if (read.some(({ block, rows }) => leavesFirstBlank(context, block, rows)) && !read.some(({ block, rows }) => fillsFirst(context, block, rows))) {
    for (const { block, rows } of read) passOverBlanks(context, block, rows);
  }
  const bound = read.map(({ block, rows }) => makeBlock(context, block.definition.id, block.amounts, rows));
  const expected = blocks.filter((b, i) => !b.optional || labels.has(i)).length;
  const count = bound.reduce((n, b) => n + b.rows.filter((r) => r.kind !== 'extra').length, 0);
  return {
    blocks: bound,
    fields: NO_FIELDS,
    headerBottom: header.bottom,
    range: layout.range,
    fit: placed.filter((p) => !p.definition.optional).length / blocks.filter((b) => !b.optional).length,
    reason: {
      zh: `认出 ${placed.length}/${expected} 个栏组：${placed.map((p) => p.definition.id).join('、')}，共 ${count} 行`,
      en: `${placed.length} of ${expected} groups of columns known: ${placed.map((p) => p.definition.id).join(', ')}; ${count} rows`,
    },
  };
}

/** Label column of each block: the column that holds most of its lines. */
function placeLabels(
  context: BindContext,
  header: Header,
  blocks: readonly BlockDefinition[],
  matchers: readonly LineMatcher[],
): Map<number, number> {
  const { grid, layout } = context;
  const scores: { block: number; column: number; score: number }[] = [];
  const columns = new Map<number, OutlineLabel[]>();
  for (const row of layout.rows.slice(0, SEARCH)) {
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
      const headed = blocks[block].label.some((l) => path !== undefined && wholeText(l).test(path[path.length - 1]));
      // A fixed line counts in full, the header as much as two lines.
      scores.push({ block, column, score: known + (headed ? 2 : 0) });
    });
  }
  const isOptional = (block: number): boolean => blocks[block].optional === true;
  scores.sort((a, b) => Number(isOptional(a.block)) - Number(isOptional(b.block)) || b.score - a.score || a.block - b.block || a.column - b.column);
  const labels = new Map<number, number>();
  for (const { block, column, score } of scores) {
    if (labels.has(block) || [...labels.values()].includes(column) || score < (isOptional(block) ? LEAST.optional : LEAST.usual)) continue;
    labels.set(block, column);
  }
  return new Map([...labels].sort((a, b) => a[0] - b[0]));
}

/** Where a label column's figures end: at the next block's labels, or at names of lines that the form has no block for (按支出性质和经济分类). */
function endOf({ layout }: BindContext, header: Header, label: number, labels: ReadonlyMap<number, number>): number {
  const figures = Math.min(...layout.columns.filter((c) => c.column > label && c.kind === 'amount').map((c) => c.column));
  const names = [...labels.values(), ...layout.columns.filter((c) => c.kind === 'name' && c.column > figures).map((c) => c.column)];
  return Math.min(...names.filter((column) => column > label), Math.max(...layout.columns.map((c) => c.column), ...header.paths.keys(), label) + 1);
}

/** The amount columns right of a label column, up to the next one; 行次 is none. */
function amountColumns(
  context: BindContext,
  header: Header,
  block: BlockDefinition,
  label: number,
  labels: ReadonlyMap<number, number>,
): BoundColumn[] {
  const next = endOf(context, header, label, labels);
  const free: number[] = [];
  for (let column = label + 1; column < next; column++) {
    const path = header.paths.get(column) ?? [];
    const kind = context.layout.columns.find((c) => c.column === column)?.kind;
    if (kind !== 'serial' && !context.words.phrase(path[path.length - 1] ?? '').concepts.some((c) => c.dimension === 'column')) free.push(column);
  }
  const patterns = columnPatterns(block.amounts);
  const [main, ...further] = patterns.filter(({ definition }) => definition.role !== 'other');
  if (further.length === 0) {
    const others = besideMain(context, header, patterns.filter((pattern) => pattern !== main), free);
    const own = free.filter((column) => !others.some((other) => other.column === column));
    const headed = own.find((column) => main.alternatives.some((a) => matchesPath(a, header.paths.get(column) ?? [])));
    const column = headed ?? unheaded(context, header, own) ?? (label + 1 < next ? own[0] : undefined);
    if (column === undefined) return [];
    return [{ id: main.definition.id, label: main.definition.id, role: 'total', column }, ...others];
  }
  const columns: BoundColumn[] = [];
  for (const { definition, alternatives } of patterns) {
    const column = free.find(
      (c) => !columns.some((k) => k.column === c) && alternatives.some((a) => matchesPath(a, header.paths.get(c) ?? [])),
    );
    if (column !== undefined) columns.push({ id: definition.id, label: definition.id, role: definition.role ?? 'part', column, isUnsure: !isHeadedItself(context.grid, header, column) });
  }
  return withUnknown(context, block, columns, free.filter((c) => !columns.some((k) => k.column === c)));
}

/** Other money beside a form's one column (年初预算数): where its own word stands above it. */
function besideMain({ grid }: BindContext, header: Header, patterns: readonly ColumnPattern[], free: readonly number[]): BoundColumn[] {
  return patterns.flatMap(({ definition, alternatives }): BoundColumn[] => {
    const columns = free.filter((c) => alternatives.some((a) => matchesPath(a, header.paths.get(c) ?? [])) && isHeadedItself(grid, header, c));
    return columns.length === 1 ? [{ id: definition.id, label: definition.id, role: 'other', column: columns[0] }] : [];
  });
}

/** Of columns of figures none of which has the form's word: the one without a word of its own (it was lost) before those that say something else (年初预算数). */
function unheaded(context: BindContext, header: Header, free: readonly number[]): number | undefined {
  const filled = free.filter((column) => hasFigures(context, column));
  const wordless = filled.filter((column) => !isHeadedItself(context.grid, header, column));
  return wordless.length === 1 ? wordless[0] : filled[0];
}

/** Columns of figures whose words the form does not have: the rows tell whether they are part of the total, and where they do not, nothing is known of the parts. */
function withUnknown(context: BindContext, block: BlockDefinition, known: readonly BoundColumn[], free: readonly number[]): BoundColumn[] {
  const money = free.filter((column) => context.layout.columns.some((c) => c.column === column && c.kind === 'amount') && hasFigures(context, column));
  const roles = money.map((column) => ({ column, role: roleByRows(context, known, column) }));
  if (roles.some(({ role }) => role === 'unclear') || roles.filter(({ role }) => role === 'part').length > 1) return withoutParts(known);
  const missing = block.amounts.filter((d) => d.role === 'part' && !known.some((k) => k.id === d.id));
  const further = roles.flatMap(({ column, role }): BoundColumn[] => (role === 'part' ? [{ id: missing.length === 1 ? missing[0].id : lastOf(context.layout.header?.paths.get(column)), label: lastOf(context.layout.header?.paths.get(column)), role, column }] : []));
  return [...known, ...further];
}

function hasFigures({ grid, layout }: BindContext, column: number): boolean {
  return layout.rows.slice(0, SEARCH).some((row) => {
    const cell = grid.at(row, column);
    return cell >= 0 && (grid.isNumber(cell) || Boolean(parseAmountText(grid.rawOf(cell))?.decimal));
  });
}

function readLines(context: BindContext, block: PlacedBlock, matcher: LineMatcher): BoundRow[] {
  const { grid, layout } = context;
  const rows: BoundRow[] = [];
  const styles: string[] = [];
  const indexOfKey = new Map<string, number>();
  for (const row of layout.rows) {
    const cell = grid.at(row, block.label);
    const text = grid.isText(cell) ? grid.normOf(cell) : '';
    const hasAmount = block.amounts.some((a) => grid.at(row, a.column) >= 0);
    if (text === '' && !hasAmount) continue;
    if (text === '' && block.amounts.some((a) => !isAmountLike(grid.raw(row, a.column)))) continue;
    const label = outlineLabel(text);
    const line = text === '' ? null : matcher.take(label);
    const parent = line
      ? parentOf(line.parent, indexOfKey)
      : unknownParent(label, rows, styles);
    const kind = line ? (line.ofWhich ? 'ofWhich' : 'item') : label.ofWhich ? 'ofWhich' : label.style !== '' && parent.known ? 'item' : 'extra';
    if (line) indexOfKey.set(line.key, rows.length);
    const base = label.ofWhich && matcher.knows(label.base) ? `其中.${label.base}` : label.base;
    rows.push(
      makeRow({
        row,
        key: line?.key ?? base,
        join: line?.code ?? line?.key ?? base,
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

/** The line above the others (一、部门预算) by its key; every block of a form has it, or none. */
const FIRST = '总额';
const YEAR_TOTALS: readonly string[] = ['本年收入合计', '本年支出合计'];

/** Forms of 2019 and 2020 leave 一、部门预算 blank in every block and print the sum only as 本年收入合计. */
function leavesFirstBlank({ grid }: BindContext, block: PlacedBlock, rows: readonly BoundRow[]): boolean {
  const first = rows.find((r) => r.key === FIRST);
  const total = rows.find((r) => YEAR_TOTALS.includes(r.key));
  return first !== undefined && total !== undefined && block.amounts.every((a) => grid.at(first.row, a.column) < 0) && block.amounts.some((a) => grid.at(total.row, a.column) >= 0);
}

const isFilled = ({ grid }: BindContext, block: PlacedBlock, row: BoundRow): boolean => block.amounts.some((a) => grid.at(row.row, a.column) >= 0);

const fillsFirst = (context: BindContext, block: PlacedBlock, rows: readonly BoundRow[]): boolean => rows.some((r) => r.key === FIRST && isFilled(context, block, r));

/** In such a form the year's total takes the place of the first line, and other sums left blank give way to what stands below them. */
function passOverBlanks(context: BindContext, block: PlacedBlock, rows: BoundRow[]): void {
  const first = rows.findIndex((r) => r.key === FIRST);
  const total = rows.find((r) => YEAR_TOTALS.includes(r.key));
  if (first >= 0 && total && isFilled(context, block, total)) rows[first] = { ...rows[first], row: total.row };
  const children = new Map<number, BoundRow[]>();
  for (const row of rows) {
    if (row.kind !== 'item' || row.parent < 0) continue;
    const list = children.get(row.parent);
    if (list) list.push(row);
    else children.set(row.parent, [row]);
  }
  rows.forEach((row, i) => {
    const below = children.get(i) ?? [];
    if (i === first || isFilled(context, block, row) || !below.some((r) => isFilled(context, block, r))) return;
    for (const r of below) r.parent = row.parent;
    rows[i] = { ...row, key: `${row.key}（空白）`, kind: 'extra' };
  });
}
