import { columnName } from '../../audit/workbook';

const REFERENCE = /(?<![A-Za-z0-9_.])R(\[-?\d+\]|\d+)?C(\[-?\d+\]|\d+)?(?![A-Za-z0-9_(])/g;

/** A formula in R1C1 notation ("=SUM(R[-3]C:R[-1]C)") as it reads in A1 notation in a zero-based cell, without "=". */
export function formulaFromR1C1(formula: string, row: number, column: number): string {
  const text = formula.startsWith('=') ? formula.slice(1) : formula;
  // Texts and quoted sheet names stay.
  return text.split(/("(?:[^"]|"")*"|'(?:[^']|'')*')/).map((part, i) => (i % 2 === 1 ? part : part.replace(REFERENCE, (_, r?: string, c?: string) => {
    const [toRow, rowSign] = place(r, row);
    const [toColumn, columnSign] = place(c, column);
    return toRow < 0 || toColumn < 0 ? '#REF!' : `${columnSign}${columnName(toColumn)}${rowSign}${toRow + 1}`;
  }))).join('');
}

/** "[-3]" is relative, "5" absolute, nothing the same line. */
function place(part: string | undefined, own: number): [number, '' | '$'] {
  if (part === undefined) return [own, ''];
  return part.startsWith('[') ? [own + Number(part.slice(1, -1)), ''] : [Number(part) - 1, '$'];
}
