import type { BookIdentity } from './model';

/** What a workbook is, without its tables. */
export const identityOf = ({ file, family, level, year, unit }: BookIdentity): BookIdentity => ({ file, family, level, year, unit });
