import { typingSlip, type ErrorKind } from '../../diagnosis';
import { trimEndOf } from '../../workbook';
import type { FactBook } from '../facts';
import type { Figure } from './figures';
import type { Gap } from './sums';

/**
 * What speaks for a workbook as the source of a gap, strongest first. asked = its own identities ask for another figure here ·
 * lacksRow = its own table is off by the same amount · leftOut = the gap is this unit's whole figure, which the department does not count ·
 * twice = the department counts it twice · slip = a typing error of the figure · alone = no other unit has a figure here.
 */
export type SourceKind = 'asked' | 'lacksRow' | 'leftOut' | 'twice' | 'slip' | 'alone';

export interface Source {
  readonly kind: SourceKind;
  readonly figure: Figure;
  /** Index into the block's figures; -1 where there is no cell. */
  readonly cell: number;
  /** What it should be, in 分; null where nothing determines it. */
  readonly proposed: number | null;
  readonly slip: ErrorKind | null;
}

const STRENGTH: readonly (readonly SourceKind[])[] = [['asked'], ['lacksRow'], ['leftOut', 'twice', 'slip'], ['alone']];

/** Slips that chance seldom imitates among hundreds of figures. */
const TELLING: readonly ErrorKind[] = ['digitsSwapped', 'digitDropped', 'digitDoubled', 'timesTen', 'tenth', 'sign', 'unit'];

/** Shorter figures differ by any slip from many others. */
const TELLING_DIGITS = 4;

/** The strongest sources of a gap, all of one strength. Without a unit that stands out the answer is empty. */
export function sourcesOf(gap: Gap): Source[] {
  const found = [...gap.units.flatMap((figure) => sourcesIn(gap, figure, -gap.difference)), ...departmentSources(gap)];
  for (const kinds of STRENGTH) {
    const best = found.filter((s) => kinds.includes(s.kind));
    if (best.length > 0) return best;
  }
  return [];
}

export const isDepartment = (source: Source, department: FactBook): boolean => source.figure.book === department;

/** `off`: how much the figure is too large, in 分, if the whole gap is its own. */
function sourcesIn(gap: Gap, figure: Figure, off: number): Source[] {
  const found: Source[] = [];
  const source = (kind: SourceKind, proposed: number | null, slip: ErrorKind | null = null, cell = figure.cells[0] ?? -1): void =>
    void found.push({ kind, figure, cell, proposed, slip });
  const asked = askedHere(figure, figure.fen - off, gap.tolerance);
  if (asked) source('asked', asked.value, null, asked.cell);
  else if (isOffBy(figure, Math.abs(off), gap.tolerance)) source('lacksRow', figure.cells.length === 1 ? figure.fen - off : null);
  if (figure.fen === 0) return found;
  if (near(figure.fen, off, gap.tolerance)) source('twice', figure.fen);
  if (near(figure.fen, -off, gap.tolerance)) source('leftOut', figure.fen);
  const slip = slipOf(figure, figure.fen - off, gap);
  if (slip) source('slip', figure.fen - off, slip);
  if (gap.units.every((other) => other === figure || other.fen === 0)) source('alone', null);
  return found;
}

function departmentSources(gap: Gap): Source[] {
  const { department, difference, sum, tolerance } = gap;
  const asked = askedHere(department, sum, tolerance);
  if (asked) return [{ kind: 'asked', figure: department, cell: asked.cell, proposed: asked.value, slip: null }];
  const cell = department.cells[0] ?? -1;
  if (isOffBy(department, Math.abs(difference), tolerance)) return [{ kind: 'lacksRow', figure: department, cell, proposed: sum, slip: null }];
  const slip = slipOf(department, sum, gap);
  return slip ? [{ kind: 'slip', figure: department, cell, proposed: sum, slip }] : [];
}

const near = (a: number, b: number, tolerance: number): boolean => Math.abs(a - b) <= tolerance && Math.abs(b) > 2 * tolerance;

/** A cell of which identities of its own workbook ask for this very figure. */
function askedHere({ block, cells }: Figure, wanted: number, tolerance: number): { readonly cell: number; readonly value: number } | null {
  // Of several cells in one row each would have to take the whole gap.
  let rest = wanted;
  for (const cell of cells) rest -= block.fen[cell];
  for (const cell of cells) {
    const value = block.asked.get(cell)?.find((v) => Math.abs(v - (block.fen[cell] + rest)) <= tolerance);
    if (value !== undefined) return { cell, value };
  }
  return null;
}

/** Whether the workbook's own identities in this block are off by the same amount. */
function isOffBy({ block }: Figure, amount: number, tolerance: number): boolean {
  for (const [cell, values] of block.asked) {
    if (values.some((v) => Math.abs(Math.abs(v - block.fen[cell]) - amount) <= tolerance)) return true;
  }
  return false;
}

/** Rounded sums do not show digits. */
function slipOf({ fen, cells }: Figure, wanted: number, { tolerance }: Gap): ErrorKind | null {
  if (tolerance > 0 || cells.length !== 1 || fen === 0 || wanted === 0) return null;
  const slip = typingSlip(fen, wanted, 0);
  const digits = trimEndOf(String(Math.abs(fen)), '0').length;
  return slip !== null && TELLING.includes(slip) && digits >= TELLING_DIGITS ? slip : null;
}
