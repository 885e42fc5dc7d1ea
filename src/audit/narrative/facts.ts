import { codeText, type BoundBlock, type BoundRow, type BoundTable, type CellRef, type Recognition } from '../tables';
import { AmountState, type AmountStore } from '../equations/model';
import { without, type Classification, type Concepts } from './model';
import { plainText } from './passages';
import { analyse, SEVERAL } from './subject';

/** 本年 (what the document is about), 上年, and the change between them. */
export type Period = 'current' | 'prior' | 'change';

/** An amount of the tables, described by the same concepts as a phrase of the text. */
export interface Fact {
  readonly concepts: Concepts;
  readonly classification: Classification | null;
  readonly code: string;
  readonly period: Period;
  /** 分; integer. */
  readonly fen: number;
  /** Rounding step of the figure, in 分; 0 = exact. */
  readonly step: number;
  /** The cells it comes from; several where it is their sum. */
  readonly cells: readonly CellRef[];
  readonly table: BoundTable;
  /** Name of the row; "" for a sum. */
  readonly label: string;
  /** A blank in a row that does not add up: it may prove 0, it accuses no one. */
  readonly isWeak: boolean;
}

/** The facts of a workbook, found by what they are about. */
export interface FactIndex {
  readonly all: readonly Fact[];
  find(key: string, period: Period): readonly Fact[];
  /** Codes of a classification in tables that list them one by one. */
  readonly rows: Readonly<Record<Classification, ReadonlyMap<string, readonly Fact[]>>>;
  /** Codes by the label of their row. */
  codesByLabel(classification: Classification, name: string): readonly string[];
  readonly isEmpty: boolean;
}

export const NO_FACTS: FactIndex = { all: [], rows: { function: new Map(), department: new Map(), government: new Map() }, find: () => [], codesByLabel: () => [], isEmpty: true };

const THREE_PUBLIC: Readonly<Record<string, string>> = { 三公小计: '三公', 出国: '出国', 接待: '接待', 用车小计: '用车', 购置: '购置', 运行: '运行', 会议费: '会议费', 培训费: '培训费' };
const PERIODS: Readonly<Record<string, Period>> = { 上年: 'prior', 当年: 'current', 增减: 'change' };
const STAGES: Readonly<Record<string, string>> = { 预算数: '预算', 决算数: '决算' };
/** Items of which the fund is not said twice. */
const OWN_ITEMS = new Set(['三公', '出国', '接待', '用车', '购置', '运行', '会议费', '培训费', '机关运行经费', '委托业务费']);

/** One name for a thing, however many of its dimensions were said. */
export function factKey(concepts: Concepts, classification: Classification | null, code: string): string {
  const { side = '', fund = '', source = '', nature = '', item = '', stage = '' } = concepts;
  if (code !== '') return ['', fund, '', nature, '', stage, classification, code].join('|');
  if (item !== '') return ['', OWN_ITEMS.has(item) ? '' : fund, '', '', item, stage, '', ''].join('|');
  if (source !== '') return ['', source === '上年结转' || source === '结转下年' ? fund : '', source, '', '', stage, '', ''].join('|');
  return [nature === '' ? side : '', fund, '', nature, '', stage, '', ''].join('|');
}

/** A fact with what it is found by. */
interface Entry {
  readonly fact: Fact;
  readonly key: string;
  /** Classification and label of its row; "" for a sum. */
  readonly name: string;
}

/** What a table says, and the amounts that it said it with. */
interface TableFacts {
  readonly amounts: AmountStore;
  readonly entries: readonly Entry[];
}

const ofTables = new WeakMap<BoundTable, TableFacts>();

/** The facts of a table; made anew where one of its amounts is another than last time. */
function entriesOf(table: BoundTable, recognition: Recognition): readonly Entry[] {
  const known = ofTables.get(table);
  if (known !== undefined && hasSameAmounts(table, known.amounts, recognition.amounts)) return known.entries;
  const entries = factsOfTable(table, recognition).map((fact) => ({
    fact,
    key: `${factKey(fact.concepts, fact.classification, fact.code)}|${fact.period}`,
    name: fact.label === '' ? '' : `${fact.classification}|${labelKey(fact.label)}`,
  }));
  ofTables.set(table, { amounts: recognition.amounts, entries });
  return entries;
}

function hasSameAmounts({ blocks }: BoundTable, before: AmountStore, now: AmountStore): boolean {
  if (before === now) return true;
  return blocks.every(({ amounts }) => amounts.every((a) => a < 0 || (before.fen[a] === now.fen[a] && before.state[a] === now.state[a] && before.step[a] === now.step[a])));
}

/** The amounts of all recognised tables as facts. The one place that knows how tables are bound. */
function factsOf(recognition: Recognition): FactIndex {
  const entries = recognition.tables.filter((t) => t.instance === 0).flatMap((t) => entriesOf(t, recognition));
  const index = new Map<string, Fact[]>();
  const rows: Record<Classification, Map<string, Fact[]>> = { function: new Map(), department: new Map(), government: new Map() };
  const labels = new Map<string, Set<string>>();
  for (const { fact, key, name } of entries) {
    push(index, key, fact);
    if (fact.classification === null || fact.code === '') continue;
    push(rows[fact.classification], fact.code, fact);
    if (name !== '') labels.set(name, (labels.get(name) ?? new Set()).add(fact.code));
  }
  for (const facts of index.values()) facts.push(...overUnits(facts));
  return {
    all: entries.map((e) => e.fact),
    rows,
    find: (key, period) => index.get(`${key}|${period}`) ?? [],
    codesByLabel: (classification, name) => [...(labels.get(`${classification}|${labelKey(name)}`) ?? [])],
    isEmpty: entries.length === 0,
  };
}

/** A table that lists its accounts unit by unit: a text gives their sums. */
function overUnits(facts: readonly Fact[]): Fact[] {
  if (facts.length < 2 || facts[0].code === '') return [];
  const byTable = new Map<BoundTable, Fact[]>();
  for (const f of facts) byTable.set(f.table, [...(byTable.get(f.table) ?? []), f]);
  return [...byTable.values()]
    .filter((list) => list.length > 1)
    .map((list) => ({ ...list[0], isWeak: list.every((f) => f.isWeak), fen: list.reduce((n, f) => n + f.fen, 0), step: list.reduce((n, f) => n + f.step, 0), cells: list.flatMap((f) => f.cells) }));
}

const indexes = new WeakMap<Recognition, FactIndex>();

/** The facts of a workbook; made once for each state of it. */
export function factIndex(recognition: Recognition): FactIndex {
  let index = indexes.get(recognition);
  if (index === undefined) {
    index = factsOf(recognition);
    indexes.set(recognition, index);
  }
  return index;
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Without the number of the form's line. */
const plainLabel = (label: string): string => plainText(label).replace(/^(?:其中:?|[一二三四五六七八九十]+、|\(?\d{1,2}[、.)]|\([一二三四五六七八九十]+\))/, '');
const labelKey = (label: string): string => plainLabel(label).replace(/支出$/, '');

/** …预算…表. */
const namesBudget = (title: string): boolean => title.includes('预算') && title.endsWith('表');

function factsOfTable(table: BoundTable, recognition: Recognition): Fact[] {
  const own = { ...cleared(analyse(plainText(table.definition.name)).concepts), ...fundOf(table.title) };
  const stage: Concepts = table.family.family === 'national-final-accounts' && !namesBudget(plainText(table.title)) ? { stage: '决算' } : {};
  const base: Concepts = { ...own, ...stage };
  return table.blocks.flatMap((block) => {
    const facts = table.definition.shape === 'matrix' ? matrixFacts(block, recognition) : rowFacts(block, base, recognition);
    // Rows of 部门经济 tables carry a 政府经济 code: only their sum by 类 is a figure that a text gives.
    return [...facts.filter((f) => f.classification !== 'government' || table.definition.shape === 'blocks'), ...sumsByClass(facts)];
  });
}

/** The fund that the title on the sheet names. */
function fundOf(title: string): Concepts {
  const { fund } = cleared(analyse(plainText(title)).concepts);
  return fund === undefined ? {} : { fund };
}

/** Without the dimensions that the words leave open. */
function cleared(concepts: Concepts): Concepts {
  return Object.fromEntries(Object.entries(concepts).filter(([, value]) => value !== SEVERAL && value !== '收支'));
}

/** “三公”表: the total row, a fact a column. */
function matrixFacts(block: BoundBlock, recognition: Recognition): Fact[] {
  const row = block.rows.findIndex((r) => r.kind === 'total');
  if (row < 0) return [];
  const stage = STAGES[block.id] ?? (block.id.includes('预算') ? '预算' : block.id.includes('决算') ? '决算' : undefined);
  const hasSubtotal = block.columns.some((c) => c.id === '三公小计');
  return block.columns.flatMap((column, c) => {
    const item = THREE_PUBLIC[column.id] ?? (column.id === '合计' && !hasSubtotal ? '三公' : undefined);
    if (item === undefined) return [];
    return fact(block, row, c, { item, ...(stage === undefined ? {} : { stage }) }, null, '', PERIODS[block.id] ?? 'current', recognition);
  });
}

function rowFacts(block: BoundBlock, base: Concepts, recognition: Recognition): Fact[] {
  const facts: Fact[] = [];
  const system = block.table.definition.codes;
  const columns = block.columns.map(({ id, label }) => ({ period: periodOf(`${id} ${label}`), own: cleared(analyse(plainText(id).replace(/^.*\./, '')).concepts) }));
  block.rows.forEach((row, r) => {
    if (row.kind === 'extra') return;
    const place = placeOf(block, row, base);
    if (place === null) return;
    block.columns.forEach((column, c) => {
      const { period, own } = columns[c];
      if (column.role === 'quantity' || period === null) return;
      const concepts = { ...place.concepts, ...own };
      if (column.role === 'of' || (system === 'project' && row.kind !== 'total')) return;
      facts.push(...fact(block, r, c, concepts, place.classification, place.code, period, recognition));
      if (row.govCode.length >= 3 && (block.children[r]?.length ?? 0) === 0) facts.push(...fact(block, r, c, concepts, 'government', codeText(row.govCode), period, recognition));
    });
  });
  return facts;
}

/** What a column's own words say; null for changes, which the text is checked against by their parts. */
function periodOf(label: string): Period | null {
  const compared = label.indexOf('比');
  if (/增减|增长|%/.test(label) || (compared >= 0 && /上年|执行/.test(label.slice(compared)))) return null;
  return /上年(?!结转|实户|结余)|执行数|去年/.test(label) ? 'prior' : 'current';
}

/** A total that may hold 会议费 and 培训费 as well is no total of 三公. */
function threePublicTotal(block: BoundBlock): Concepts {
  const wider = block.columns.some((c) => /会议费|培训费/.test(c.id)) && !block.columns.some((c) => c.role === 'total' && c.label.includes('三公'));
  return { item: wider ? SEVERAL : '三公' };
}

/** A form that lists 出国, 接待, 用车 one below the other. */
function threePublicRow(row: BoundRow): Concepts | null {
  const { concepts, unknown } = analyse(plainLabel(row.label));
  return unknown === '' && concepts.item !== undefined && concepts.item !== SEVERAL && OWN_ITEMS.has(concepts.item) ? { item: concepts.item } : null;
}

interface Place {
  readonly concepts: Concepts;
  readonly classification: Classification | null;
  readonly code: string;
}

/** What a row is about. */
function placeOf(block: BoundBlock, row: BoundRow, base: Concepts): Place | null {
  const { definition } = block.table;
  if (definition.shape === 'coded') {
    if (/三公/.test(plainText(definition.name))) {
      const concepts = row.kind === 'total' ? threePublicTotal(block) : threePublicRow(row);
      return concepts === null ? null : { concepts, classification: null, code: '' };
    }
    if (definition.codes === 'procurement' || /采购/.test(definition.name)) return row.kind === 'total' ? { concepts: { item: '采购' }, classification: null, code: '' } : null;
    if (definition.codes === 'unit' || definition.codes === 'project') return row.kind === 'total' ? { concepts: base, classification: null, code: '' } : null;
    if (row.kind === 'total') return { concepts: { side: '支出', ...base }, classification: null, code: '' };
    return row.code === '' ? null : { concepts: base, classification: definition.codes === 'department' ? 'department' : 'function', code: row.code };
  }
  if (definition.shape !== 'blocks') return null;
  const rest = without(base, 'nature');
  const side = block.id === '收入' ? '收入' : '支出';
  if (row.code !== '') {
    const nature = row.group === '基本' ? '基本支出' : row.group === '专项' ? '项目支出' : undefined;
    const classification = row.code.startsWith('2') ? 'function' : row.code.startsWith('3') ? 'department' : 'government';
    return { concepts: nature === undefined ? rest : { ...rest, nature }, classification, code: row.code };
  }
  if (row.kind === 'ofWhich') return null;
  if (row.key === '基本' || row.key === '专项') return { concepts: { ...rest, nature: row.key === '基本' ? '基本支出' : '项目支出' }, classification: null, code: '' };
  const label = analyse(plainText(row.label).replace(/^(?:[一二三四五六七八九十]+、|\(?[\d一二三四五六七八九十]{1,2}[、.)])/, ''));
  if (label.unknown !== '') return null;
  const own = cleared(label.concepts);
  if (block.id === '收入' || Object.keys(own).length > 0 || block.columns.length >= 1) return { concepts: { side, ...rest, ...own }, classification: null, code: '' };
  return null;
}

function fact(block: BoundBlock, row: number, column: number, concepts: Concepts, classification: Classification | null, code: string, period: Period, { amounts }: Recognition): Fact[] {
  const index = block.amounts[row * block.columns.length + column];
  if (index === undefined || index < 0 || amounts.state[index] === AmountState.unreadable) return [];
  const cell = { sheet: amounts.sheet[index], row: amounts.row[index], column: amounts.column[index] };
  const isWeak = amounts.state[index] === AmountState.blank && !addsUp(block, row, amounts);
  return [{ concepts, classification, code, period, fen: amounts.fen[index], step: amounts.step[index], cells: [cell], table: block.table, label: plainLabel(block.rows[row].label), isWeak }];
}

/** Whether the parts of a row make up its total, so that its blanks are noughts. */
function addsUp(block: BoundBlock, row: number, amounts: Recognition['amounts']): boolean {
  let total: number | null = null;
  let sum = 0;
  block.columns.forEach(({ role, id }, c) => {
    const index = block.amounts[row * block.columns.length + c];
    if (index === undefined || index < 0) return;
    if (role === 'total') total = amounts.fen[index];
    else if (role === 'part' && id !== '出国' && id !== '接待' && id !== '用车小计' && id !== '购置' && id !== '运行') sum += amounts.fen[index];
  });
  return total !== null && total === sum;
}

/** Totals of 类 codes that a table gives only in parts: 政府经济 from 款, 部门经济 from 基本 and 项目. */
function sumsByClass(facts: readonly Fact[]): Fact[] {
  const groups = new Map<string, Fact[]>();
  for (const f of facts) {
    if (f.classification === null || f.classification === 'function') continue;
    const parted = f.concepts.nature === '基本支出' || f.concepts.nature === '项目支出';
    if (f.classification === 'government' && f.code.length > 3) push(groups, JSON.stringify([f.classification, f.code.slice(0, 3), f.concepts]), f);
    else if (f.classification === 'department' && f.code.length === 3 && parted && f.table.definition.shape === 'blocks') {
      push(groups, JSON.stringify([f.classification, f.code, without(f.concepts, 'nature')]), f);
    }
  }
  return [...groups].map(([key, parts]) => {
    const [classification, code, concepts] = JSON.parse(key) as [Classification, string, Concepts];
    return { ...parts[0], label: '', isWeak: false, classification, code, concepts, fen: parts.reduce((n, p) => n + p.fen, 0), step: parts.reduce((n, p) => n + p.step, 0), cells: parts.flatMap((p) => p.cells) };
  });
}
