import { outlineLabel } from '../../workbook';
import type { CodeKind } from '../../layout';
import { amountOfCell } from '../amounts';
import type { BindContext } from '../bind/context';
import type { BoundColumn, BoundRow } from '../model';

/** Names that the chart must know for the whole list to be taken for subjects. */
const KNOWN = 0.7;

/**
 * Gives rows that bear only a subject's name their code, by the path in which they stand: 司法 > 行政运行 is 2040601, 监狱 > 行政运行 is
 * 2040701. false (and nothing changed) where the chart knows too few of the names.
 */
export function nameCodes({ book, grid }: BindContext, rows: BoundRow[], kind: CodeKind): boolean {
  const found: (string | null)[] = [];
  let above: readonly string[] = [];
  let known = 0;
  let named = 0;
  for (const row of rows) {
    if (row.kind !== 'item' || row.label === '') {
      found.push(null);
      continue;
    }
    named++;
    const label = row.labelCell ? outlineLabel(grid.norm(row.row, row.labelCell.column)).base : row.label;
    const code = choose(book.codesOf(kind, label), above);
    found.push(code);
    if (code === null) continue;
    known++;
    above = [...above.filter((upper) => upper.length < code.length && code.startsWith(upper)), code];
  }
  if (named === 0 || known < named * KNOWN) return false;
  rows.forEach((row, i) => {
    const code = found[i];
    if (code !== null) rows[i] = { ...row, key: code, join: code, code };
  });
  return true;
}

/** Of the codes that bear a name: one below the path in which it stands, the nearest level first; else the highest. */
function choose(codes: readonly string[], above: readonly string[]): string | null {
  if (codes.length === 0) return null;
  for (let i = above.length - 1; i >= 0; i--) {
    const below = codes.filter((code) => code.length > above[i].length && code.startsWith(above[i]));
    if (below.length > 0) return below[0];
  }
  const last = above[above.length - 1];
  const sibling = last === undefined ? undefined : codes.find((code) => code.length === last.length && code !== last);
  return codes.find((code) => code.length === 3) ?? sibling ?? codes[0];
}

/**
 * Names that the chart does not know in a list of subjects: details of the subject above them where they add up to it
 * (津贴补贴: 规范性津贴补贴 + 改革性补贴), else its sisters.
 */
export function linkDetails({ grid, unit }: BindContext, rows: readonly BoundRow[], columns: readonly BoundColumn[]): void {
  const money = columns.find((c) => c.role !== 'quantity' && c.role !== 'of');
  if (!money) return;
  const value = (row: number): number => amountOfCell(grid, grid.at(rows[row].row, money.column), unit).fen;
  const isUnknown = (row: BoundRow | undefined): boolean => row?.kind === 'item' && row.code === '' && row.unitCode === '';
  for (let i = 1; i < rows.length; i++) {
    const above = rows[i - 1];
    if (!isUnknown(rows[i]) || above.kind !== 'item' || above.code === '') continue;
    let end = i;
    while (isUnknown(rows[end])) end++;
    let sum = 0;
    for (let k = i; k < end; k++) sum += value(k);
    const isWhole = end - i > 1 && Math.abs(sum - value(i - 1)) <= (unit === 'wanyuan' ? (end - i) * 5000 : 0);
    for (let k = i; k < end; k++) rows[k].parent = isWhole ? i - 1 : above.parent;
    i = end - 1;
  }
}
