import type { Line } from './lineTotals';

/** The lines of a list that the next one may stand below or go on: what each line asks of those above it, without looking at all of them. */
export class OpenLines {
  /** Lines above of ever higher level numbers, since the last total: of two of which the later is no lower, only the later can be a parent. */
  private readonly stack: number[] = [];
  private current: Line | undefined = undefined;

  constructor(private readonly lines: readonly Line[]) {}

  /** The last line that stands on a whole level: the one that unnumbered lines go on. A total leaves none. */
  get last(): Line | undefined {
    return this.current;
  }

  /** The nearest line above of a higher level (a lower number); totals close what stands above them. -1 where there is none. */
  above(level: number): number {
    for (let k = this.stack.length - 1; k >= 0; k--) if (this.lines[this.stack[k]].level < level) return this.stack[k];
    return -1;
  }

  /** Takes in the line with that index, the last of the list. */
  add(index: number): void {
    const line = this.lines[index];
    if (line.total !== '') {
      this.stack.length = 0;
      this.current = undefined;
      return;
    }
    if (line.row.kind !== 'item') return;
    while (this.stack.length > 0 && this.lines[this.stack[this.stack.length - 1]].level >= line.level) this.stack.pop();
    this.stack.push(index);
    if (Number.isInteger(line.level) && !(line.row.code !== '' && line.label.style === '')) this.current = line;
  }
}
