import type { Random } from '../random';

/** How untidy the clerk is: the same for the whole workbook unless a chance is given. */
export interface Style {
  readonly merges: 'merged' | 'unmerged' | 'unknown';
  readonly numbers: 'number' | 'text' | 'grouped';
  readonly sheetNames: 'number' | 'title' | 'plain' | 'sheet';
  readonly rowNumbers: boolean;
  readonly spaced: boolean;
  readonly blankRows: number;
  readonly noteLines: number;
  readonly pageBreaks: boolean;
  readonly stacked: boolean;
  readonly oneLineHead: boolean;
  readonly cover: boolean;
  readonly contents: boolean;
  readonly indent: boolean;
  readonly percentAsText: boolean;
  /** Totals are sums of exact figures, each rounded by itself. */
  readonly roundedSums: boolean;
  readonly leadingBlank: boolean;
  readonly numericCodes: boolean;
  /** 行次 beside the lines of the two 收支总表. */
  readonly lineNumbers: boolean;
  /** A blank row before each 类. */
  readonly gaps: boolean;
}

export function drawStyle(random: Random): Style {
  return {
    merges: random.pick(['merged', 'merged', 'merged', 'unmerged', 'unknown']),
    numbers: random.pick(['number', 'number', 'number', 'number', 'text', 'grouped']),
    sheetNames: random.pick(['number', 'title', 'title', 'plain', 'sheet']),
    rowNumbers: random.chance(0.08),
    spaced: random.chance(0.25),
    blankRows: random.pick([0, 0, 0, 1, 2]),
    noteLines: random.pick([0, 0, 1, 2, 3]),
    pageBreaks: random.chance(0.15),
    stacked: random.chance(0.15),
    oneLineHead: random.chance(0.08),
    cover: random.chance(0.7),
    contents: random.chance(0.4),
    indent: random.chance(0.25),
    percentAsText: random.chance(0.5),
    roundedSums: random.chance(0.2),
    leadingBlank: random.chance(0.1),
    numericCodes: random.chance(0.15),
    lineNumbers: random.chance(0.1),
    gaps: random.chance(0.06),
  };
}
