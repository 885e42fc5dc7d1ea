import type { WorkbookSnapshot } from '../audit/workbook';

/** What the command line needs of the process around it; tests hand in their own. */
export interface CliIo {
  /** Folder that relative paths start from. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** A progress line is worth drawing. */
  readonly stderrIsTerminal: boolean;
  /** Lines for stdout and stderr. What they quote from files is cleaned on the way (`main`). */
  out(text: string): void;
  error(text: string): void;
  /** Empties the line of progress on the terminal. */
  eraseLine(): void;
  /** Bytes of a workbook file → snapshot. Throws `FileError` or `CliError`. */
  readWorkbook(bytes: Uint8Array, name: string): Promise<WorkbookSnapshot>;
  /** The paragraphs of a text; null where the file is none. Throws `FileError` or `CliError`. */
  readProse(bytes: Uint8Array, name: string): Promise<readonly string[] | null>;
}
