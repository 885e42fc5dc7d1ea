import { normaliseText, type OutlineLabel } from '../../workbook';
import type { BlockDefinition, LineDefinition } from '../definitions';

/** Finds a block's lines by their words; a name that occurs twice is told apart by order. */
export class LineMatcher {
  private readonly byName: ReadonlyMap<string, readonly number[]>;
  private readonly used = new Set<number>();
  private last = -1;

  constructor(
    private readonly block: BlockDefinition,
    private readonly classByName: (name: string) => string | null,
  ) {
    this.byName = linesByName(block);
  }

  knows(base: string): boolean {
    return this.byName.has(base) || (this.block.chart === 'function' && this.classByName(base) !== null);
  }

  isClassLine(line: LineDefinition | null): boolean {
    return line !== null && this.block.chart === 'function' && line.code !== null;
  }

  /** The line a label stands for; each line is given out once. */
  take(label: OutlineLabel): LineDefinition | null {
    // 其中：政府性基金预算财政拨款 is a part of the line above it, not the line of its own that other years have.
    const candidates = (this.byName.get(label.base) ?? []).filter((i) => !label.ofWhich || this.block.lines[i].ofWhich || this.block.lines[i].parent !== null);
    const next = candidates.find((i) => i > this.last && !this.used.has(i)) ?? candidates.find((i) => !this.used.has(i));
    if (next !== undefined) {
      this.used.add(next);
      this.last = next;
      return this.block.lines[next];
    }
    if (this.block.chart !== 'function') return null;
    const code = this.classByName(label.base);
    if (code === null) return null;
    return { key: code, names: [label.base], parent: this.block.chartParent ?? null, ofWhich: false, code };
  }
}

/** Definitions are data of the whole process: the names of each are sorted out once. */
const BY_NAME = new WeakMap<BlockDefinition, ReadonlyMap<string, readonly number[]>>();

function linesByName(block: BlockDefinition): ReadonlyMap<string, readonly number[]> {
  const known = BY_NAME.get(block);
  if (known) return known;
  const byName = new Map<string, number[]>();
  block.lines.forEach((line, index) => {
    for (const name of line.names) {
      const key = normaliseText(name);
      byName.set(key, [...(byName.get(key) ?? []), index]);
    }
  });
  BY_NAME.set(block, byName);
  return byName;
}
