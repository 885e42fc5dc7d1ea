import type { Invocation } from '../arguments';
import type { CliIo } from '../io';
import { cleanText } from '../output';
import { reportTexts } from '../texts';

/** Where one file is read in a blink, a progress line is noise. */
const FEWEST_FILES = 2;

/** Before that a guess at the time left is worth nothing. */
const LEAST_SECONDS = 2;
const LEAST_FILES = 20;

/** One line on stderr that names the file being checked; plain lines where stderr is no terminal. */
export class Progress {
  private readonly isShown: boolean;
  private done = 0;
  private readonly start = performance.now();

  constructor(private readonly io: CliIo, private readonly invocation: Invocation, private readonly files: number) {
    this.isShown = invocation.progress || (io.stderrIsTerminal && files >= FEWEST_FILES);
  }

  begin(file: string): void {
    this.done++;
    if (!this.isShown) return;
    const line = cleanText(reportTexts[this.invocation.lang].progress(this.done, this.files, file, this.secondsLeft()));
    if (this.io.stderrIsTerminal) this.io.eraseLine();
    this.io.error(this.io.stderrIsTerminal ? line : `${line}\n`);
  }

  /** From what the files so far have taken; null while that says little. */
  private secondsLeft(): number | null {
    const seconds = (performance.now() - this.start) / 1000;
    return seconds < LEAST_SECONDS || this.done < LEAST_FILES ? null : Math.ceil((seconds / this.done) * (this.files - this.done));
  }

  /** The line goes: something else is written, or all is done. */
  end(): void {
    if (this.isShown && this.io.stderrIsTerminal && this.done > 0) this.io.eraseLine();
  }
}
