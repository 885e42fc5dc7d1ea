import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toXlsx } from '../forms/xlsx';
import { generateDepartmentBudget } from '../generate/budget';
import { generateFinalAccounts } from '../generate/finalAccounts';
import { readFixture } from './readFixture';
import type { Fixture } from './run';

const REAL = ['000', '001', '002', '003'];

/** The workbooks that mutations start from: four disclosures and four generated ones. */
export const FIXTURE_NAMES: readonly string[] = [...REAL, 'budget', 'unit', 'accounts', 'list'];

export function loadFixture(name: string, seed: number | string): Fixture {
  if (REAL.includes(name)) {
    return { name, snapshot: readFixture(fileURLToPath(new URL(`../fixtures/${name}.xlsx`, import.meta.url)), `${name}.xlsx`) };
  }
  if (name === 'budget') return { name, snapshot: generateDepartmentBudget({ seed, year: 2024, units: 6 }) };
  if (name === 'unit') return { name, snapshot: generateDepartmentBudget({ seed, year: 2023, level: 'unit', style: 'plain', zeros: 'zero' }) };
  if (name === 'accounts') return { name, snapshot: generateFinalAccounts({ seed, year: 2023, form: 'national', scale: 20 }) };
  if (name === 'list') return { name, snapshot: generateFinalAccounts({ seed, year: 2021, form: '2020-list', scale: 16 }) };
  throw new Error(`unknown fixture ${name}; known: ${FIXTURE_NAMES.join(', ')}`);
}

/** The .xlsx files of a folder, by name without ending. */
export function workbooksIn(folder: string): string[] {
  return readdirSync(folder).filter((file) => file.endsWith('.xlsx')).map((file) => file.slice(0, -5)).sort();
}

export function loadWorkbook(folder: string, name: string): Fixture {
  return { name, snapshot: readFixture(join(folder, `${name}.xlsx`), `${name}.xlsx`) };
}

/** The same as a file. */
export function fileOf(folder: string | undefined, name: string, seed: number | string): Uint8Array {
  if (folder === undefined && !REAL.includes(name)) return toXlsx(loadFixture(name, seed).snapshot);
  return new Uint8Array(readFileSync(folder === undefined ? fileURLToPath(new URL(`../fixtures/${name}.xlsx`, import.meta.url)) : join(folder, `${name}.xlsx`)));
}
