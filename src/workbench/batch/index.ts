/**
 * Many files: `Batch` reads and audits them in a pool of workers (`createPageBatch`) or in the page (`answerBatch`). What
 * comes back is the row of the desk and the packed report; cells are let go.
 */
export type { Batch } from './pool';
export type { BatchAnswer, BatchRefusal, BatchReport, BatchTask, PackedReport } from './model';
