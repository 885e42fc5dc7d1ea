import data from '../../generated/between';
import { AmountState, Relation } from '../equations/model';
import { OutcomeCode } from '../outcome/evaluate';
import { rowName } from '../rules/kinds/context';
import type { AuditState } from '../state';
import type { AmountUnit, BoundBlock, BoundRow, BoundTable, RowKind } from '../tables';
import { cellAddress, normaliseText, outlineLabel } from '../workbook';
import type { BookIdentity } from './model';

/** Of a table's own equations at most this share may fail; else it was probably misread and proves nothing elsewhere. */
const MOST_FAILING = 0.5;

/** Fewer failing equations say nothing about the reading. */
const FEW_FAILING = 6;

export interface FactRow {
  /** What the row is, the same in every workbook: code, line or 合计. */
  readonly key: string;
  /** "商品和服务支出(302)". */
  readonly name: string;
  readonly code: string;
  readonly kind: RowKind;
  /** Index of the row it is a part of; -1 at the top. */
  readonly parent: number;
  /** What the vocabulary makes of its words. */
  readonly concepts: readonly string[];
}

export interface FactColumn {
  readonly id: string;
  /** As the sheet calls it. */
  readonly label: string;
  /** Header words from top to bottom, as one text. */
  readonly header: string;
  readonly concepts: readonly string[];
  /** A number that is no money: the table's unit does not speak of it. */
  readonly isQuantity: boolean;
  /** Other money beside the table's own (年初预算数 beside 决算数). */
  readonly isBeside: boolean;
}

/** Figures of a block by row × columns.length + column. */
export interface FactBlock {
  readonly id: string;
  readonly rows: readonly FactRow[];
  readonly columns: readonly FactColumn[];
  /** 分; 0 for blanks. */
  readonly fen: Float64Array;
  /** `AmountState`; ABSENT where there is no cell. */
  readonly state: Uint8Array;
  /** How far each figure may be off through rounding, in 分. */
  readonly slack: Float64Array;
  readonly addresses: readonly string[];
  /** Figure → name of its sheet, where that is not the table's (a table joined from several sheets). */
  readonly elsewhere: ReadonlyMap<number, string>;
  /** Figure → what failing equations of its own workbook ask it to be, in 分. */
  readonly asked: ReadonlyMap<number, readonly number[]>;
}

export const ABSENT = 3;

export interface FactTable {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly sheet: string;
  readonly unit: AmountUnit;
  readonly family: string;
  /** Rows are units (收入总表 of a department). */
  readonly listsUnits: boolean;
  /** One table a project or a list of tasks: nothing that adds up over workbooks. */
  readonly isSingular: boolean;
  /** Most of its own equations fail. */
  readonly isDoubtful: boolean;
  readonly blocks: readonly FactBlock[];
}

/** What is kept of a workbook for others to be set against it: figures by row and column, no cells. */
export interface FactBook extends BookIdentity {
  readonly tables: readonly FactTable[];
}

/** The facts of an audited workbook. `file` as people know it. */
export function factsOf(state: AuditState, file: string): FactBook {
  const { recognition, year } = state;
  const failing = failuresOf(state);
  const tables = recognition.tables.filter((t) => !t.isCopy && t.family.family !== 'generic');
  return {
    file,
    family: recognition.families[0]?.family ?? (recognition.genericSheets.length > 0 ? 'generic' : null),
    level: recognition.level,
    year,
    unit: recognition.unitName,
    tables: tables.map((table) => tableFacts(table, state, failing)),
  };
}

interface Failures {
  /** Amount → figures asked for by failing equations. */
  readonly asked: ReadonlyMap<number, readonly number[]>;
  readonly doubtful: ReadonlySet<BoundTable>;
}

function failuresOf({ compiled: { equations, notes }, evaluation, recognition }: AuditState): Failures {
  const asked = new Map<number, number[]>();
  const failed = new Map<BoundTable, number>();
  const held = new Map<BoundTable, number>();
  for (let e = 0; e < equations.count; e++) {
    const { table } = recognition.blocks[notes.block[e]];
    if (evaluation.outcome[e] === OutcomeCode.consistent) held.set(table, (held.get(table) ?? 0) + 1);
    if (evaluation.outcome[e] !== OutcomeCode.inconsistent || equations.relation[e] !== Relation.equal) continue;
    failed.set(table, (failed.get(table) ?? 0) + 1);
    for (let t = equations.start[e]; t < equations.start[e + 1]; t++) {
      const a = equations.cell[t];
      if (Math.abs(equations.coefficient[t]) !== 1) continue;
      const value = recognition.amounts.fen[a] - evaluation.difference[e] * equations.coefficient[t];
      const known = asked.get(a);
      if (known) known.push(value);
      else asked.set(a, [value]);
    }
  }
  const doubtful = [...failed].filter(([table, n]) => n >= FEW_FAILING && n > MOST_FAILING * (n + (held.get(table) ?? 0)));
  return { asked, doubtful: new Set(doubtful.map(([table]) => table)) };
}

function tableFacts(table: BoundTable, state: AuditState, failing: Failures): FactTable {
  const { definition } = table;
  return {
    id: table.id,
    name: definition.name,
    title: table.title,
    sheet: state.workbook.sheets[table.sheet].name,
    unit: table.unit,
    family: table.family.family,
    listsUnits: listsUnits(table, state),
    isSingular: definition.repeat === true || definition.shape === 'form' || definition.shape === 'tasks',
    isDoubtful: failing.doubtful.has(table),
    blocks: table.blocks.filter((b) => b.columns.length > 0).map((block) => blockFacts(block, state, failing.asked)),
  };
}

/** Whether the rows are units: by their codes, or by the header of their names where there are no codes. */
function listsUnits({ definition, reading: { columns } }: BoundTable, { auditor: { words } }: AuditState): boolean {
  if (definition.shape !== 'coded' && definition.shape !== 'matrix') return false;
  if (definition.codes === 'unit') return true;
  if (columns.some((c) => c.kind === 'code')) return false;
  return columns.some((c) => c.kind === 'name' && c.path.some((word) => words.phrase(word).concepts.some((concept) => concept.id === '单位')));
}

function blockFacts(block: BoundBlock, { workbook, recognition: { amounts }, raw, auditor: { words } }: AuditState, asked: Failures['asked']): FactBlock {
  const count = block.amounts.length;
  const fen = new Float64Array(count);
  const state = new Uint8Array(count).fill(ABSENT);
  const slack = new Float64Array(count);
  const addresses = new Array<string>(count).fill('');
  const wanted = new Map<number, readonly number[]>();
  const elsewhere = new Map<number, string>();
  for (let i = 0; i < count; i++) {
    const a = block.amounts[i];
    if (a < 0) continue;
    fen[i] = amounts.fen[a];
    state[i] = amounts.state[a];
    slack[i] = Math.max(raw.slacks.own[a], raw.slacks.total[a]);
    addresses[i] = cellAddress(amounts.row[a], amounts.column[a]);
    if (amounts.sheet[a] !== block.table.sheet) elsewhere.set(i, workbook.sheets[amounts.sheet[a]].name);
    const values = asked.get(a);
    if (values) wanted.set(i, values);
  }
  const paths = new Map(block.table.reading.columns.map(({ column, path }) => [column, path] as const));
  const conceptsOf = (texts: readonly string[]): string[] => texts.flatMap((text) => words.phrase(text).concepts.map((c) => c.id));
  return {
    id: block.id,
    rows: block.rows.map((row) => ({ key: keyOf(row), name: rowName(row), code: row.code, kind: isNameless(row) ? 'extra' : row.kind, parent: row.parent, concepts: row.kind === 'total' ? [] : conceptsOf([outlineLabel(normaliseText(row.label)).base]) })),
    columns: block.columns.map(({ id, label, column, role }) => ({ id, label: label || id, header: (paths.get(column) ?? []).join('/'), concepts: conceptsOf(paths.get(column) ?? []), isQuantity: role === 'quantity', isBeside: role === 'other' })),
    fen,
    state,
    slack,
    addresses,
    elsewhere,
    asked: wanted,
  };
}

/** Figures without a word beside them are nobody's: only their place would tell which is which. */
const isNameless = ({ kind, code, label }: BoundRow): boolean => kind !== 'total' && code === '' && normaliseText(label) === '';

/** The unit that a figure of a column is written in; a quantity is a bare number. */
export const unitOf = ({ unit }: FactTable, { isQuantity }: FactColumn): AmountUnit => (isQuantity ? 'yuan' : unit);

/** Code, line or name; 合计 rows are called so whatever stands there. Addresses, owners and places in the tree play no part. */
function keyOf({ kind, code, govCode, key, group }: BoundRow): string {
  if (kind === 'total') return '合计';
  const base = code !== '' ? (govCode !== '' ? `${code}|${govCode}` : code) : outlineLabel(normaliseText(key)).base;
  return [group, kind === 'ofWhich' ? '其中' : '', base].filter((part) => part !== '').join('.');
}

/** Whether money within the department may have been left out of a figure. */
export function isNetted(concepts: readonly string[]): boolean {
  return concepts.some((id) => data.netted.includes(id));
}

/** The sheet on which a figure stands; −1 = the table as a whole. */
export const sheetOf = (table: FactTable, block: FactBlock, cell: number): string => block.elsewhere.get(cell) ?? table.sheet;

/** Whether a cell holds a figure that can be compared; a blank counts as 0. */
export const isReadable = (state: number): boolean => state !== AmountState.unreadable;
