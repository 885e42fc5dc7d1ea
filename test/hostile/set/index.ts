/** The hostile files, made by code: `test/hostile/files.test.ts` reads the small ones, `npm run bench` all of them at full size. */
import { EXPORTED_FILES } from './exportedFiles';
import { LEGACY_FILES } from './legacyFiles';
import { XLSX_FILES } from './xlsxFiles';

export type { HostileFile } from './model';
export const HOSTILE_FILES = [...XLSX_FILES, ...LEGACY_FILES, ...EXPORTED_FILES];
