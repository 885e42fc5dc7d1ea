import type { FamilyDefinition, TableDefinition } from './definitions';

/** A table of rows that no family knows: its columns and rows are named by the vocabulary. */
export const GENERIC_TABLE: TableDefinition = { id: 'G', name: '其他表格', title: { all: [], none: [] }, shape: 'coded' };

/** Tables that are no statutory ones get the general checks. */
export const GENERIC_FAMILY: FamilyDefinition = {
  family: 'generic',
  name: { zh: '其他表格', en: 'Other tables' },
  usualUnit: 'yuan',
  kind: 'budget',
  tables: [GENERIC_TABLE],
};
