import vocabulary from '../../../generated/words';
import { createWords } from '../../words';
import { canMean, GENERIC_FAMILY, type BlockDefinition, type ColumnRole, type FamilyDefinition, type TableDefinition } from '../../tables';

/** The names that a rule may use for one table or one of its blocks. */
export interface PlaceNames {
  /** null = anything goes (columns are named by the sheet itself). */
  readonly columns: readonly string[] | null;
  /** Further columns may turn up in a workbook; only near misses of a known name are mistakes. */
  readonly extraColumns: boolean;
  /** null = rows are named by the sheet itself. */
  readonly rows: readonly string[] | null;
  /** Columns and rows may also bear names that the vocabulary composes: 上年结转.一般公共预算. */
  readonly composed: boolean;
  /** Rows may be named by codes. */
  readonly codes: boolean;
  /** Lines that have lines below them. */
  readonly parents: readonly string[];
  readonly hasClasses: boolean;
  readonly hasOfWhich: boolean;
}

const AMOUNTS: readonly ColumnRole[] = ['total', 'part', 'of', 'sub', 'other', 'quantity'];

/** Tables by id, with the families they belong to. */
export function tablesById(families: readonly FamilyDefinition[]): ReadonlyMap<string, { readonly table: TableDefinition; readonly family: string }> {
  return new Map([...families, GENERIC_FAMILY].flatMap((family) => family.tables.map((table) => [table.id, { table, family: family.family }] as const)));
}

/** Ids of the blocks a reference must choose from; none where the table is one block. */
export function blockNames(table: TableDefinition): readonly string[] {
  if (table.shape === 'blocks') return table.blocks ? table.blocks.map((b) => b.id) : DERIVED_BLOCKS;
  return table.shape === 'matrix' ? (table.groups ?? []).map((g) => g.id) : [];
}

export function placeNames(table: TableDefinition, block: string): PlaceNames {
  if (isDerived(table)) return derivedPlaces(table);
  const plain = { extraColumns: table.extraParts === true, composed: false, parents: [], hasClasses: false, hasOfWhich: false };
  switch (table.shape) {
    case 'blocks': return blockPlaces((table.blocks ?? []).find((b) => b.id === block));
    case 'matrix': return { ...plain, columns: (table.cells ?? []).map((c) => c.id), rows: null, codes: true };
    case 'form': return { ...plain, columns: ['金额'], rows: (table.fields ?? []).filter((f) => f.kind === 'amount').map((f) => f.id), codes: false };
    case 'tasks': return { ...plain, columns: amountColumns(table), rows: null, codes: false };
    case 'coded': {
      if (table.id === GENERIC_FAMILY.tables[0].id) return { ...plain, columns: null, rows: ['合计'], codes: true };
      const isNamedByCode = table.codes === 'function' || table.codes === 'department';
      return { ...plain, columns: amountColumns(table), rows: isNamedByCode ? ['合计'] : null, codes: true, hasClasses: isNamedByCode };
    }
  }
}

/** The sides of a form whose lines are named by the vocabulary. */
const DERIVED_BLOCKS: readonly string[] = ['收入', '支出', '用途', '部门经济', '政府经济'];
const DERIVED_LINES: readonly string[] = ['本年合计', '总计'];

const words = createWords(vocabulary);
const NAMES: readonly string[] = vocabulary.concepts.map((c) => c.id).filter((id) => canMean(id, words));

/** A name that the vocabulary can give a column or a line; a second column of the same meaning bears a number: 一般公共预算2. */
export const isComposed = (name: string): boolean => canMean(name.replace(/[2-9]$/, ''), words);

/** A table that lists neither columns nor lines: the vocabulary names them. */
function isDerived(table: TableDefinition): boolean {
  return (table.shape === 'blocks' && !table.blocks) || (table.shape === 'coded' && !table.columns && table.id !== GENERIC_FAMILY.tables[0].id);
}

function derivedPlaces(table: TableDefinition): PlaceNames {
  // A table without a classification of its own may be printed as one list of lines.
  const rows = table.shape === 'blocks' ? [...DERIVED_LINES, ...NAMES] : table.codes === undefined ? ['合计', '本年合计', ...NAMES] : ['合计'];
  return { columns: ['合计', ...NAMES, ...(table.classes ?? [])], extraColumns: false, composed: true, rows, codes: true, parents: [], hasClasses: true, hasOfWhich: true };
}

function blockPlaces(block: BlockDefinition | undefined): PlaceNames {
  const lines = block?.lines ?? [];
  const parents = new Set(lines.flatMap((l) => (l.parent === null ? [] : [l.parent])));
  if (block?.chart && block.chartParent) parents.add(block.chartParent);
  return {
    columns: (block?.amounts ?? []).map((c) => c.id),
    extraColumns: false,
    composed: false,
    rows: [...lines.map((l) => l.key), ...lines.flatMap((l) => (l.code === null ? [] : [l.code]))],
    codes: block?.chart !== undefined,
    parents: [...parents],
    hasClasses: block?.chart !== undefined,
    hasOfWhich: lines.some((l) => l.ofWhich),
  };
}

const amountColumns = (table: TableDefinition): string[] => (table.columns ?? []).filter((c) => AMOUNTS.includes(c.role ?? 'part')).map((c) => c.id);
