import { isTotalLabel, outlineLabel } from '../workbook';
import { isNoteRow, makeBlock, makeRow, NO_FIELDS, ref, totalLabelCell, type BindContext, type Binding } from './binding';
import { CodeReader } from './codes';
import type { ColumnDefinition, ColumnRole } from './definitions';
import { assignColumns, columnPatterns, findHeader, headerWords, isColumnNumbers, type Header } from './headers';
import { linkHierarchy } from './hierarchy';
import type { BoundColumn, BoundRow } from './model';

const AMOUNT_ROLES: readonly ColumnRole[] = ['total', 'part', 'of', 'sub', 'other', 'quantity'];
const TEXT_HEADER = /(编码|代码|名称|备注|说明|行次|序号|简介|目录|内容|时间|规格|型号|项目|理由|依据|类|款|项)$/;

/** One run of code, name and amount columns; the present 公开06表 has three of them side by side. */
export interface CodedColumns {
  readonly code: readonly number[];
  readonly name: number;
  readonly gov: readonly number[];
  readonly govName: number;
  readonly unitCode: number;
  readonly department: readonly number[];
  readonly amounts: readonly BoundColumn[];
  /** First column that is neither code nor name. */
  readonly firstAmount: number;
}

/** Binds a table of coded rows: header → columns, code and label → rows. null where code or amount columns are missing. */
export function bindCoded(context: BindContext): Binding | null {
  const { grid, definition, from, to } = context;
  const columns = definition.columns ?? [];
  const header = findHeader(grid, from, to, headerWords(columns, ['类', '款', '项', '项目', '小计', '收入', '支出', '部门预算', '单位预算']));
  if (!header) return null;
  const bound = bindColumns(columns, header.paths, definition.extraParts ?? false);
  if (!bound || bound.amounts.length === 0) return null;
  const rows = readRows(context, header, bound);
  const doubt = linkHierarchy(definition.codes ?? 'function', rows.rows, context, bound);
  const expected = columns.filter((c) => c.role !== 'note' && c.role !== 'of');
  const found = expected.filter((c) => isBound(c, bound));
  return {
    blocks: [makeBlock(context, '', bound.amounts, rows.rows, { doubt })],
    fields: NO_FIELDS,
    headerTop: header.top,
    headerBottom: header.bottom,
    lastRow: rows.last,
    left: Math.min(...header.paths.keys()),
    right: Math.max(...header.paths.keys()),
    fit: definition.extraParts ? Math.min(1, found.length / 4) : found.length / expected.length,
    reason: `表头认出 ${found.length}/${expected.length} 栏，${rows.rows.filter((r) => r.code !== '').length} 行有编码`,
  };
}

function isBound(definition: ColumnDefinition, bound: CodedColumns): boolean {
  switch (definition.role) {
    case 'code': return bound.code.length > 0;
    case 'name': return bound.name >= 0;
    case 'govCode': return bound.gov.length > 0;
    case 'govName': return bound.govName >= 0;
    case 'unitCode': return bound.unitCode >= 0;
    case 'departmentCode': return bound.department.length > 0;
    default: return bound.amounts.some((a) => a.id === definition.id);
  }
}

/** Assigns header paths to the definition's columns. */
export function bindColumns(
  definitions: readonly ColumnDefinition[],
  paths: ReadonlyMap<number, readonly string[]>,
  extraParts: boolean,
): CodedColumns | null {
  const assigned = assignColumns(columnPatterns(definitions), paths);
  const columnOf = (role: ColumnRole): number => {
    for (const [definition, column] of assigned) if (definition.role === role) return column;
    return -1;
  };
  const name = columnOf('name');
  const code = columnOf('code');
  if (code < 0 && name < 0) return null;
  const taken = new Set(assigned.values());
  const parts = (first: number): number[] => (first < 0 ? [] : codeParts(first, paths, taken));
  const codeColumns = parts(code);
  const gov = parts(columnOf('govCode'));
  const department = parts(columnOf('departmentCode'));
  const amounts: BoundColumn[] = [];
  for (const [definition, column] of assigned) {
    const role = definition.role ?? 'part';
    if (AMOUNT_ROLES.includes(role)) amounts.push({ id: definition.id, label: lastOf(paths.get(column)), role, column });
  }
  if (extraParts) amounts.push(...furtherParts(paths, taken, amounts));
  amounts.sort((a, b) => a.column - b.column);
  return {
    code: codeColumns,
    name,
    gov,
    govName: columnOf('govName'),
    unitCode: columnOf('unitCode'),
    department,
    amounts,
    firstAmount: amounts.length ? amounts[0].column : 0,
  };
}

const lastOf = (path: readonly string[] | undefined): string => (path ? path[path.length - 1] : '');

/** 类 | 款 | 项 below one header, or a header merged over unnamed columns. */
function codeParts(first: number, paths: ReadonlyMap<number, readonly string[]>, taken: Set<number>): number[] {
  const columns = [first];
  const path = paths.get(first) ?? [];
  for (let column = first + 1; column < first + 3; column++) {
    const next = paths.get(column);
    if (taken.has(column) || !next) break;
    const last = lastOf(next);
    const same = next.length === path.length && next.every((word, i) => word === path[i]);
    if (!/^[款项目]$/.test(last) && !same) break;
    columns.push(column);
    taken.add(column);
  }
  return columns;
}

/** Amount columns that the definition does not know (a new kind of income): parts of the total, unless 其中. */
function furtherParts(
  paths: ReadonlyMap<number, readonly string[]>,
  taken: ReadonlySet<number>,
  known: readonly BoundColumn[],
): BoundColumn[] {
  const further: BoundColumn[] = [];
  const first = Math.min(...known.map((k) => k.column));
  for (const [column, path] of paths) {
    const last = lastOf(path);
    if (taken.has(column) || column < first || TEXT_HEADER.test(last)) continue;
    // A column below a group whose 小计 is known belongs to that group.
    const group = path.length > 1 ? path[path.length - 2] : '';
    const inGroup = [...paths].some(
      ([other, otherPath]) =>
        other !== column && otherPath.length > 1 && otherPath[otherPath.length - 2] === group && /^(小计|合计)$/.test(lastOf(otherPath)) &&
        known.some((k) => k.column === other && k.role === 'part'),
    );
    further.push({ id: `${group}/${last}`, label: last, role: /^其中/.test(last) || inGroup ? 'of' : 'part', column });
  }
  return further;
}

interface CodedRows {
  readonly rows: BoundRow[];
  readonly last: number;
}

function readRows(context: BindContext, header: Header, bound: CodedColumns): CodedRows {
  const { grid, to } = context;
  const reader = new CodeReader(grid, bound.code);
  const gov = new CodeReader(grid, bound.gov);
  const department = new CodeReader(grid, bound.department);
  const rows: BoundRow[] = [];
  let last = header.bottom;
  for (let row = header.bottom + 1; row <= to; row++) {
    const [first, end] = grid.cellsOf(row);
    if (first === end) continue;
    if (isNoteRow(grid, row)) continue;
    if (repeatsHeader(context, header, row) || isColumnNumbers(grid, first, end)) continue;
    const code = bound.code.length ? reader.read(row) : '';
    const labelColumn = bound.name >= 0 ? bound.name : bound.code[0];
    const label = grid.raw(row, labelColumn).trim() || unitLabel(context, bound, row);
    const total = code === '' ? totalLabelCell(grid, row, bound.firstAmount) : -1;
    const hasAmount = bound.amounts.some((a) => grid.at(row, a.column) >= 0);
    if (code === '' && total < 0 && ((label === '' && !hasAmount) || isPartTotal(context, bound, row))) continue;
    last = row;
    const govCode = bound.gov.length ? gov.read(row) : '';
    const kind = total >= 0 ? 'total' : code !== '' || context.definition.codes === 'project' ? 'item' : 'extra';
    const isItem = kind === 'extra' && (context.definition.codes === 'procurement' || bound.unitCode >= 0) ? 'item' : kind;
    rows.push(
      makeRow({
        row,
        key: isItem === 'total' ? '合计' : code || label,
        join: isItem === 'total' ? '合计' : govCode ? `${code}|${govCode}` : code || label,
        code,
        codeCell: bound.code.length ? ref(grid, row, bound.code[0]) : null,
        label: total >= 0 ? grid.rawOf(total).trim() : label,
        labelCell: total >= 0 ? ref(grid, row, grid.sheet.columns[total]) : ref(grid, row, labelColumn),
        kind: isItem === 'extra' && outlineLabel(grid.norm(row, labelColumn)).ofWhich ? 'ofWhich' : isItem,
        govCode,
        govCodeCell: bound.gov.length ? ref(grid, row, bound.gov[0]) : null,
        govName: bound.govName >= 0 ? grid.raw(row, bound.govName).trim() : '',
        govNameCell: bound.govName >= 0 ? ref(grid, row, bound.govName) : null,
        departmentCode: bound.department.length ? department.read(row) : '',
        departmentCodeCell: bound.department.length ? ref(grid, row, bound.department[0]) : null,
        unitCode: bound.unitCode >= 0 ? grid.norm(row, bound.unitCode) : '',
      }),
    );
  }
  return { rows, last };
}

/** 人员经费合计, 公用经费合计 below a list: the 合计 row's columns once more, no row of their own. */
function isPartTotal(context: BindContext, bound: CodedColumns, row: number): boolean {
  const [from, to] = context.grid.cellsOf(row);
  for (let i = from; i < to && context.grid.sheet.columns[i] < bound.firstAmount; i++) {
    if (/^(人员|日常公用|公用)(支出|经费)(支出)?合计$/.test(context.grid.normOf(i))) return true;
  }
  return false;
}

/** Where units are listed above their items, a unit's name stands beside its code. */
function unitLabel(context: BindContext, bound: CodedColumns, row: number): string {
  const cell = bound.unitCode < 0 ? -1 : context.grid.at(row, bound.unitCode + 1);
  return context.grid.isText(cell) ? context.grid.rawOf(cell).trim() : '';
}

/** A header printed again after a page break, or the title and unit line above it. */
function repeatsHeader(context: BindContext, header: Header, row: number): boolean {
  const { grid } = context;
  const [from, to] = grid.cellsOf(row);
  let same = 0;
  let other = 0;
  for (let i = from; i < to; i++) {
    const text = grid.normOf(i);
    if (text === '') continue;
    if (/^(金额)?单位:|^(编制|公开)(部门|单位)|^(部门|单位)名称:|^公开\d+表$/.test(text)) return true;
    const path = header.paths.get(grid.sheet.columns[i]);
    if (path?.includes(text) && !isTotalLabel(text)) same++;
    else if (!isTotalLabel(text)) other++;
  }
  return same >= 2 && other === 0;
}
