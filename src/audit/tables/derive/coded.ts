import { CodeReader, splitCode, type CodeColumns, type CodeKind, type LayoutColumn, type Panel } from '../../layout';
import { isTotalLabel, normaliseText, outlineLabel, parseAmountText, type Bilingual } from '../../workbook';
import type { BindContext, Binding, UnownedBlock } from '../bind/context';
import { NO_FIELDS } from '../bind/context';
import { makeBlock, makeRow, ref } from '../bind/make';
import { bodyTotal, type BodyTotal } from '../bind/bodyTotal';
import { leaveTotalAgain } from '../bind/totalAgain';
import type { CodeSystem } from '../definitions';
import type { BoundColumn, BoundRow } from '../model';
import { deriveColumns } from './columnTree';
import { impliedBy } from './concepts';
import { detailsBelow } from './details';
import { linkNamed, PLAIN, type Linked } from './named';
import { linkDetails, nameCodes } from './names';
import { wholesOf } from './ofWhich';
import { deriveList } from './lines';
import { ownersOf } from './owners';
import { linkSubtotals, subtotalsBelow } from './subtotals';
import { linkCodes } from './tree';

/** Binds a table of coded or named rows whose columns are named by the vocabulary. null where it has no amounts. */
export function deriveRows(context: BindContext): Binding | null {
  const { layout } = context;
  const panels = layout.panels.filter((p) => p.amounts.length > 0);
  if (!layout.header || panels.length === 0) return null;
  const implied = impliedBy(layout.title?.core ?? '', context.words);
  const list = deriveList(context, panels);
  if (list) return list;
  const blocks = panels.length > 1 && panels.every((p) => p.codes.length > 0) ? [sideBySide(context, panels, implied)] : [block(context, panels[0], implied)];
  if (blocks.every((b) => b.columns.length === 0)) return null;
  return {
    blocks,
    fields: NO_FIELDS,
    headerBottom: layout.header.bottom,
    range: layout.range,
    fit: 1,
    reason: describe(context, panels, blocks[0]),
    codes: systemOf(context, panels[0]),
  };
}

/** Which classification the rows' codes are of, where the definition leaves it open. */
function systemOf(context: BindContext, panel: Panel): CodeSystem | undefined {
  const kind = ownCodes(panel, context)?.kind;
  return kind === 'function' || kind === 'department' || kind === 'unit' ? kind : undefined;
}

function describe({ layout }: BindContext, panels: readonly Panel[], block: UnownedBlock): Bilingual {
  const coded = block.rows.filter((r) => r.code !== '').length;
  const names = block.columns.filter((c) => c.role !== 'quantity').map((c) => c.id);
  const [first, beside] = [names.slice(0, 8), panels.length > 1];
  return {
    zh: `${beside ? `并列 ${panels.length} 栏组，` : ''}金额栏：${first.join('、')}${names.length > 8 ? '等' : ''}；${layout.rows.length} 行，${coded} 行有编码`,
    en: `${beside ? `${panels.length} groups side by side, ` : ''}amounts: ${first.join(', ')}${names.length > 8 ? ' …' : ''}; ${layout.rows.length} rows, ${coded} with a code`,
  };
}

function block(context: BindContext, panel: Panel, implied: ReadonlySet<string>): UnownedBlock {
  const columns = deriveColumns(context, panel.amounts, implied);
  const { rows, linked } = readRows(context, panel, columns);
  return makeBlock(context, '', columns, rows, linked);
}

/** The same columns two or three times side by side: one list, each row with the amount of its own run. */
function sideBySide(context: BindContext, panels: readonly Panel[], implied: ReadonlySet<string>): UnownedBlock {
  const first = deriveColumns(context, panels[0].amounts, implied);
  const columns: BoundColumn[] = first.map((c) => ({ ...c }));
  const rows: BoundRow[] = [];
  const placed: number[][] = [];
  let hasTotal = false;
  for (const panel of panels) {
    const own = deriveColumns(context, panel.amounts, implied);
    const part = readRows(context, panel, own);
    for (const row of part.rows) {
      // Only the first 合计 row is the table's.
      if (row.kind === 'total' && hasTotal) continue;
      hasTotal ||= row.kind === 'total';
      rows.push({ ...row, parent: -1 });
      placed.push(columns.map((_, i) => own[i]?.column ?? -1));
    }
  }
  linkCodes(rows);
  return makeBlock(context, '', columns, rows, { columnOf: (r, c) => placed[r][c] });
}

interface Rows {
  readonly rows: BoundRow[];
  readonly linked: Linked;
}

function readRows(context: BindContext, panel: Panel, columns: readonly BoundColumn[]): Rows {
  const { grid, layout } = context;
  const own = ownCodes(panel, context);
  const further = panel.codes.filter((c) => c !== own);
  const reader = own ? new CodeReader(grid, own) : null;
  const gov = further.find((c) => c.kind === 'government') ?? (own?.kind === 'government' ? own : null);
  const department = own?.kind === 'department' ? null : further.find((c) => c.kind === 'department') ?? null;
  const govReader = gov && gov !== own ? new CodeReader(grid, gov) : null;
  const departmentReader = department ? new CodeReader(grid, department) : null;
  const firstAmount = Math.min(...panel.amounts.map((a) => a.column));
  const labels = labelColumns(panel, own);
  const owners = ownersOf(context, panel, own);
  const ofBody = bodyTotal(context, firstAmount, own !== undefined && own.kind !== 'unit');
  // [2120811]公共租赁住房支出 beside 类 款 项: the names stand there, those of units too.
  const gluedNames = own && labels.length === 0 ? further.find((c) => c.joined && c.columns[0] > own.columns[0]) : undefined;
  const rows: BoundRow[] = [];
  for (const row of layout.rows) {
    const code = reader?.read(row) ?? '';
    const hasAmount = columns.some((c) => grid.at(row, c.column) >= 0);
    const named = withGlued(labelOf(context, gluedNames ?? own, labels, row), reader, row);
    // A unit or project above its items stands in front of their codes.
    const above = own && code === '' && named.text === '' ? labelOf(context, undefined, panel.names, row) : named;
    // Or in the column of codes itself.
    const label = own && !own.joined && code === '' && above.text === '' ? labelOf(context, undefined, own.columns, row) : above;
    const total = totalCell(context, panel, row, firstAmount, ofBody);
    if (code === '' && total < 0 && (label.text === '' ? !hasAmount : !hasAmount && isRemark(context, row, label.text))) continue;
    if (code === '' && total < 0 && !hasAmount && endsName(context, rows[rows.length - 1], own, label.text)) continue;
    if (code === '' && total < 0 && headsTotal(context, columns, row, label.column)) continue;
    if (total >= 0 && !hasAmount && code === '' && row !== layout.rows[layout.rows.length - 1] && endsItem(context, rows[rows.length - 1], grid.normOf(total))) continue;
    const unnamed = code === '' && total < 0 && label.text === '';
    const isTotal = (code === '' && total >= 0) || (unnamed && (layout.rows.length === 1 || row === layout.rows[0] || row === layout.rows[layout.rows.length - 1]));
    const govCode = govReader?.read(row) ?? '';
    const departmentCode = departmentReader?.read(row) ?? '';
    const owner = code === '' ? '' : owners(row);
    const outline = outlineLabel(label.column >= 0 ? grid.norm(row, label.column) : '');
    rows.push(
      makeRow({
        row,
        key: isTotal ? '合计' : code || keyOf(label.text, rows),
        join: isTotal ? '合计' : joinOf(code, departmentCode, govCode, owner) || keyOf(label.text, rows),
        code: isTotal ? '' : code,
        codeCell: reader && code !== '' ? ref(grid, row, reader.columnOf(row)) : null,
        label: isTotal && total >= 0 ? grid.rawOf(total).trim() : label.text,
        labelCell: label.column >= 0 ? ref(grid, row, label.column) : null,
        kind: isTotal ? 'total' : outline.ofWhich && code === '' ? 'ofWhich' : 'item',
        govCode,
        govCodeCell: govReader && govCode !== '' ? ref(grid, row, govReader.columnOf(row)) : null,
        departmentCode,
        departmentCodeCell: departmentReader && departmentCode !== '' ? ref(grid, row, departmentReader.columnOf(row)) : null,
        unitCode: '',
        owner: isTotal ? '' : owner,
        isProject: code !== '' && namesProject(context, label.column),
      }),
    );
  }
  leaveTotalAgain(context, rows, columns);
  if (own) tellApart(context, rows, panel.names.filter((column) => column > (labels[0] ?? own.columns[own.columns.length - 1]) && column < firstAmount));
  const subtotals = own ? subtotalsBelow(context, rows, columns) : [];
  const linked = link(context, panel, rows, columns);
  linkSubtotals(rows, subtotals);
  wholesOf(rows.map((row) => row.kind)).forEach((whole, i) => {
    if (whole >= 0) rows[i].parent = whole;
  });
  return { rows, linked };
}

/** 支出 below 公共租赁住房: the end of the name above, which its cell broke over two rows. */
function endsName({ words, book }: BindContext, above: BoundRow | undefined, own: CodeColumns | undefined, text: string): boolean {
  if (!above || above.code === '' || !own || text === '') return false;
  const end = normaliseText(text);
  return book.agrees(own.kind, above.code, normaliseText(above.label) + end) || (words.phrase(end).known === 1 && words.phrase(end).concepts.every((c) => c.dimension === 'kind'));
}

/** 合计 below “三公”经费: the end of that name. */
function endsItem({ words }: BindContext, above: BoundRow | undefined, text: string): boolean {
  const name = outlineLabel(normaliseText(above?.label ?? '')).base;
  return above?.kind === 'item' && above.code === '' && words.phrase(name).concepts.some((c) => c.dimension === 'item' && c.over !== undefined) && words.phrase(name + text).known === 1;
}

/** Rows of one subject that further names tell apart (its projects) are no repetition. */
function tellApart({ grid }: BindContext, rows: BoundRow[], further: readonly number[]): void {
  if (further.length === 0) return;
  const first = new Set<string>();
  rows.forEach((row, i) => {
    const again = row.code !== '' && first.has(row.join);
    first.add(row.join);
    const names = again ? further.map((column) => grid.norm(row.row, column)).join('') : '';
    if (names !== '') rows[i] = { ...row, join: `${row.join}|${names}` };
  });
}

/** A row's own code is of the classification that the table is of; else functional before departmental before governmental. */
function ownCodes(panel: Panel, { definition }: BindContext): CodeColumns | undefined {
  const order: readonly CodeKind[] = definition.codes === 'department' ? ['department', 'government'] : ['function', 'department', 'government', 'unit'];
  for (const kind of order) {
    const found = panel.codes.find((c) => c.kind === kind);
    if (found) return found;
  }
  return panel.codes[0];
}

const joinOf = (code: string, department: string, government: string, owner: string): string => [code, department, government, code === '' ? '' : owner].filter((c) => c !== '').join('|');

/** Names that occur again take their number along, so that each row can be found. */
function keyOf(label: string, rows: readonly BoundRow[]): string {
  if (label === '') return `第${rows.length + 1}行`;
  return label;
}

/** Columns that name a row, the most telling last: 单位名称 | 项目名称. */
function labelColumns(panel: Panel, own: CodeColumns | undefined): readonly number[] {
  if (own?.joined) return [own.columns[0]];
  const after = own ? panel.names.filter((c) => c > own.columns[0]) : panel.names;
  if (own) return after.slice(0, 1);
  return panel.names;
}

interface RowLabel {
  readonly text: string;
  readonly column: number;
}

function labelOf(context: BindContext, own: CodeColumns | undefined, columns: readonly number[], row: number): RowLabel {
  const { grid } = context;
  if (own?.joined) {
    const raw = grid.raw(row, own.columns[0]).trim();
    const { code, name } = splitCode(grid.norm(row, own.columns[0]));
    return { text: code === '' ? raw : name, column: own.columns[0] };
  }
  const filled = columns.filter((column) => grid.norm(row, column) !== '');
  const text = filled.map((column) => grid.raw(row, column).trim()).join(' ');
  return { text, column: filled[filled.length - 1] ?? columns[0] ?? -1 };
}

/** 单位名称（项目名称） beside 类 款 项: the names are of projects. */
function namesProject({ layout, words }: BindContext, column: number): boolean {
  const path = layout.header?.paths.get(column) ?? [];
  const ids = words.phrase(path[path.length - 1] ?? '').concepts.map((c) => c.id);
  return ids.includes('项目') && ids.includes('名称');
}

/** The name may stand behind the code in its cell while the cell for names is blank. */
function withGlued(label: RowLabel, reader: CodeReader | null, row: number): RowLabel {
  const name = label.text === '' && reader ? reader.nameOf(row) : '';
  return name === '' || !reader ? label : { text: name, column: reader.columnOf(row) };
}

/** 合计 left of the amounts; a label that is nothing but a total. */
function totalCell({ grid }: BindContext, panel: Panel, row: number, firstAmount: number, ofBody: BodyTotal): number {
  const [from, to] = grid.cellsOf(row);
  for (let i = from; i < to && grid.sheet.columns[i] < firstAmount; i++) {
    if (grid.sheet.columns[i] >= panel.left && grid.isText(i) && (isTotalLabel(grid.normOf(i)) || GRAND.has(grid.normOf(i)) || (row === ofBody.row && ofBody.isTotal(grid.normOf(i))))) return i;
  }
  return -1;
}

const GRAND: ReadonlySet<string> = new Set(['收入总计', '支出总计', '收入合计', '支出合计', '本年支出合计', '本年收入合计', '本级支出合计', '本级收入合计', '全部合计']);

/** 一、“三公”经费支出 with dashes for figures, above （一）支出合计: the heading of what the total comprises, not a sum of its own. A plain 合计 ends a list, the last line of which has figures among its dashes. */
function headsTotal({ grid, layout, words }: BindContext, columns: readonly BoundColumn[], row: number, names: number): boolean {
  const isDash = (cell: number): boolean => grid.isText(cell) && parseAmountText(grid.rawOf(cell))?.decimal === '';
  const filled = columns.map((c) => grid.at(row, c.column)).filter((cell) => cell >= 0);
  const dashes = filled.filter(isDash).length;
  if (dashes * 2 < Math.max(1, columns.length)) return false;
  const next = outlineLabel(grid.norm(layout.rows.find((other) => other > row && grid.norm(other, names) !== '') ?? row, names));
  return (next.style !== '' || dashes === filled.length) && words.phrase(next.base).concepts.some((c) => c.dimension === 'total');
}

/** A row of words without a figure: a unit's name above its items is one of them, prose is not. */
function isRemark({ grid }: BindContext, row: number, text: string): boolean {
  const [from, to] = grid.cellsOf(row);
  return to - from <= 1 && text.length > 24;
}

function link(context: BindContext, panel: Panel, rows: BoundRow[], columns: readonly BoundColumn[]): Linked {
  const kind = ownCodes(panel, context)?.kind;
  if (kind !== undefined && rows.some((r) => r.code !== '')) {
    linkCodes(rows, kind === 'unit' ? 'unit' : 'subject', kind === 'unit' ? undefined : detailsBelow(context, rows, columns));
    return PLAIN;
  }
  const classification = nameClassification(context);
  if (classification && nameCodes(context, rows, classification)) {
    linkCodes(rows);
    linkDetails(context, rows, columns);
    return PLAIN;
  }
  return linkNamed(context, rows, columns, panel.names);
}

/** 功能分类科目名称, 经济分类科目名称 without a column of codes: the chart knows the codes of the names. */
function nameClassification({ layout, words, definition }: BindContext): CodeKind | null {
  if (definition.codes === 'function') return 'function';
  if (definition.codes === 'department') return 'department';
  const named = layout.columns.find((c: LayoutColumn) => c.kind === 'name');
  const ids = (named?.path ?? []).flatMap((word) => words.phrase(word).concepts.map((c) => c.id));
  if (ids.includes('功能')) return 'function';
  if (ids.includes('部门经济') || ids.includes('经济')) return 'department';
  return null;
}
