import type { BoundBlock, BoundTable, Recognition } from './model';

/** Whether two readings of a workbook found the same tables with the same rows, columns and words; their amounts may differ, not where they stand. */
export function isSameReading(a: Recognition, b: Recognition): boolean {
  const { amounts } = a;
  if (amounts.count !== b.amounts.count || a.tables.length !== b.tables.length) return false;
  for (let i = 0; i < amounts.count; i++) {
    if (amounts.row[i] !== b.amounts.row[i] || amounts.column[i] !== b.amounts.column[i] || amounts.sheet[i] !== b.amounts.sheet[i]) return false;
  }
  return isSame(whole(a), whole(b)) && a.tables.every((table, i) => isSameTable(table, b.tables[i]));
}

/** What is said of the workbook as a whole. */
const whole = ({ families, catalogue, catalogues, year, yearCell, level, unitName, unitNameCell, notes, genericSheets }: Recognition): unknown =>
  [families.map(({ family }) => family), catalogue, catalogues, year, yearCell, level, unitName, unitNameCell, notes, genericSheets];

function isSameTable(a: BoundTable, b: BoundTable): boolean {
  // What was finished once is the same for both.
  if (a === b) return true;
  return a.blocks.length === b.blocks.length && isSame(said(a), said(b)) && a.blocks.every((block, i) => isSameBlock(block, b.blocks[i]));
}

/** Everything but its blocks, and the texts of fields that are amounts. */
function said({ definition, family, blocks: _, fields, ...rest }: BoundTable): unknown {
  const isAmount = (id: string): boolean => definition.fields?.some((field) => field.id === id && field.kind === 'amount') === true;
  return [definition.id, definition.codes, family.family, [...fields].map(([id, { cell, text }]) => [id, cell, isAmount(id) ? '' : text]), rest];
}

function isSameBlock(a: BoundBlock, b: BoundBlock): boolean {
  if (a.amounts.length !== b.amounts.length || a.amounts.some((amount, i) => amount !== b.amounts[i])) return false;
  return isSame(bound(a), bound(b));
}

const bound = ({ id, columns, rows, children, doubt, isStated, hangsOnAmounts }: BoundBlock): unknown => [id, columns, rows, children, doubt, isStated, hangsOnAmounts];

/** Plain values, lists and objects; much faster than by their texts, of which rows have many. */
function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((one, i) => isSame(one, b[i]));
  const [names, others] = [Object.keys(a), Object.keys(b)];
  return names.length === others.length && names.every((name) => isSame(a[name as keyof typeof a], b[name as keyof typeof b]));
}
