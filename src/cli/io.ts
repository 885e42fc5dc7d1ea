import type { Worker } from 'node:worker_threads';
import type { WorkbookSnapshot } from '../audit/workbook';
import type { OutputPart } from './output/outputPart';

/** What the command line needs of the process around it; tests hand in their own. */
export interface CliIo {
  /** Folder that relative paths start from. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** A progress line is worth drawing. */
  readonly stderrIsTerminal: boolean;
  /** Lines for stdout and stderr. What they quote from files is cleaned on the way (`main`); bytes are clean already. */
  out(part: OutputPart): void;
  error(text: string): void;
  /** Empties the line of progress on the terminal. */
  eraseLine(): void;
  /** Processors that may work at once. */
  readonly cores: number;
  /** Today in local time, 2026-03-01; printed on 检查表 only. */
  today(): string;
  /** Aborted by Ctrl+C: what is begun is finished and written. Whoever never asks ends at once. */
  stopSignal(): AbortSignal;
  /** Many files are about to be checked: whatever makes the process fit for that. */
  expectMany(): void;
  /** A worker that runs `serveChecks` with these data; null where there are no workers. */
  startWorker(data: unknown): Worker | null;
  /** Bytes of a workbook file → snapshot. Throws `FileError` or `CliError`. */
  readWorkbook(bytes: Uint8Array, name: string): Promise<WorkbookSnapshot>;
  /** The paragraphs of a text; null where the file is none. Throws `FileError` or `CliError`. */
  readProse(bytes: Uint8Array, name: string): Promise<readonly string[] | null>;
}
