/** National-form budgets in local wordings, with the truth about every cell. */
export type { NationalBook } from './book';
export { generateNational, type NationalOptions } from './draw';
export { PLACES } from './places';
export * from './truth';
