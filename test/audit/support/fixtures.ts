/** The four example workbooks, and the workbooks made by the generators, as snapshots; each is read once a test file. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readWorkbook } from '../../../src/files';
import type { WorkbookSnapshot } from '../../../src/audit/workbook';
import { generateDepartmentBudget, generateFinalAccounts } from '../../generate';

export const EXAMPLES = ['000', '001', '002', '003'] as const;
export type Example = (typeof EXAMPLES)[number];

export async function example(name: Example): Promise<WorkbookSnapshot> {
  const path = fileURLToPath(new URL(`../../fixtures/${name}.xlsx`, import.meta.url));
  return readWorkbook(new Uint8Array(readFileSync(path)), `${name}.xlsx`);
}

export function generated(seed: number): { readonly name: string; readonly snapshot: WorkbookSnapshot }[] {
  return [
    { name: 'department budget', snapshot: generateDepartmentBudget({ seed, year: 2024, units: 3 }) },
    { name: 'unit budget', snapshot: generateDepartmentBudget({ seed, year: 2023, level: 'unit', balances: 'none', otherIncome: false, governmentFund: false }) },
    { name: 'final accounts', snapshot: generateFinalAccounts({ seed, year: 2023, form: 'national', scale: 12 }) },
    { name: 'final accounts of 2020', snapshot: generateFinalAccounts({ seed, year: 2021, form: '2020-list', scale: 12 }) },
  ];
}
