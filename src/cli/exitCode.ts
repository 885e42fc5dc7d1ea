/** What the shell learns: nothing wrong in the workbooks, errors found, something could not be read or checked, stopped by Ctrl+C. */
export const ExitCode = { clean: 0, errorsFound: 1, failed: 2, stopped: 130 } as const;
export type ExitCodeValue = (typeof ExitCode)[keyof typeof ExitCode];
