/**
 * The reviewer's desk without its page: a `Submission` a handed-in file, made from its report (`submissionOf`); which files
 * lead and which are copies or older (`withStandings`); order, filter, sums and overview of the table; the roster; what a
 * name in a folder means; the file of explanations and decisions that lies beside the workbooks. Pure functions.
 */
export type { DecidedState, Decision, Decisions, Standing, Submission, SubmissionFile, SubmissionState, Tally } from './model';
export { folderOf, nameOf, submissionOf, unreadableSubmission, waitingSubmission } from './submission';
export { decided, withDecision } from './decisions';
export { digestOf } from './digest';
export { byPath, withStandings } from './standings';
export { ordered, statesInOrder, type DeskOrder } from './order';
export { filtered, noFilter, type DeskFilter } from './filter';
export { overviewOf, sumsOf, type DeskOverview, type DeskSums, type Frequency } from './overview';
export { fileNameKind, mayBeChecklist, EXPLANATIONS_NAME, type FileNameKind } from './fileNames';
export { compareRoster, rosterOf, type RosterEntry, type RosterProblem, type RosterResult } from './roster';
export { decisionIn, emptyFolderFile, explanationsIn, mergeFolderFiles, readFolderFile, writeFolderFile, type FolderFile } from './folderFile';
export { causeName, stateNames, type DeskLanguage } from './words';
