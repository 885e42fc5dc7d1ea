import { comparedName } from '../../workbook';
import type { ChartRow } from './sources';

/** Where a list keeps its codes and names; several lists may stand side by side. */
export interface ChartColumns {
  /** Zero-based row below which the codes begin. */
  readonly headerRow: number;
  readonly blocks: readonly { readonly codes: readonly number[]; readonly name: number }[];
}

/** Headers stand near the top, below a title and a remark or two. */
const HEADER_ROWS = 40;
const LEVELS: readonly string[] = ['类', '款', '项', '目'];

/** Finds the code and name columns by their headings; null where there is no code column, the row where only the names lack. */
export function findColumns(rows: readonly ChartRow[]): ChartColumns | { readonly namelessRow: number } | null {
  let namelessRow: number | null = null;
  const depth = Math.min(rows.length, HEADER_ROWS);
  for (let r = 0; r < depth; r++) {
    // A heading over 类 | 款 | 项 spans two rows: codes are headed in the lower one, names often in the upper.
    const headings = rows[r].map(headingOf);
    const levels = levelRuns(headings);
    const codes = levels.length > 0 ? levels : headings.flatMap((text, c) => (isCodeHeading(text) ? [[c]] : []));
    if (codes.length === 0 || (levels.length === 0 && levelRuns((rows[r + 1] ?? []).map(headingOf)).length > 0)) continue;
    const above = r > 0 ? rows[r - 1].map(headingOf) : [];
    const isNameColumn = (c: number): boolean => isNameHeading(headings[c] ?? '') || isNameHeading(above[c] ?? '');
    const width = Math.max(headings.length, above.length);
    const blocks = codes.flatMap((columns, i) => {
      const end = codes[i + 1]?.[0] ?? width;
      const after = range(columns[columns.length - 1] + 1, end).find(isNameColumn);
      const name = after ?? (codes.length === 1 ? range(0, columns[0]).find(isNameColumn) : undefined);
      return name === undefined ? [] : [{ codes: columns, name }];
    });
    if (blocks.length > 0) return { headerRow: r, blocks };
    namelessRow ??= r;
  }
  return namelessRow === null ? null : { namelessRow };
}

function headingOf(value: string | number | null): string {
  return typeof value === 'string' ? comparedName(value).normalize('NFKC').replace(/\s/g, '').toLowerCase() : '';
}

function isCodeHeading(text: string): boolean {
  return /(编码|代码|编号)$/.test(text) ? !/单位|项目|部门编码|机构/.test(text) : text === 'code' || text === '科目号';
}

function isNameHeading(text: string): boolean {
  return text === 'name' || (/名称$/.test(text) && !/单位|项目名称|机构/.test(text)) || text === '科目';
}

/** The columns of each 类, 款(, 项) run. */
function levelRuns(headings: readonly string[]): number[][] {
  const runs: number[][] = [];
  headings.forEach((text, c) => {
    if (text !== LEVELS[0] || headings[c + 1] !== LEVELS[1]) return;
    const run = [c];
    while (headings[c + run.length] === LEVELS[run.length] && run.length < LEVELS.length) run.push(c + run.length);
    runs.push(run);
  });
  return runs;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}
