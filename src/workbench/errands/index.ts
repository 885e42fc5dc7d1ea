/**
 * What is asked for of files that are not open: set against each other (`setAgainst`: versions, a department and its units, a
 * year and the last) or copied with their marks, in a thread that lives as long as one piece of work (`openErrands`).
 */
export { openErrands, type Errands } from './pageErrands';
export { copyMany, type CopiesMade, type CopySink } from './copyMany';
export { setAgainst, type AgainstOutcome } from './setAgainst';
export type { ErrandResult, Material, Relation } from './model';
