import { sheetOf, type FactBook } from '../facts';
import { bareName } from '../names';

/** A unit that the department's own tables list and no workbook was given for, or whose workbook could not be read (then `sheet` is ""). */
interface MissingUnit {
  readonly name: string;
  /** 单位编码; "" where none stands there. */
  readonly code: string;
  readonly sheet: string;
  readonly address: string;
}

export interface Roster {
  readonly missing: readonly MissingUnit[];
  /** Workbooks of units that the department does not list. */
  readonly unlisted: readonly FactBook[];
}

/** Sets the units given against the units that the department's tables list. Where no name or code meets, nothing is said. */
export function rosterOf(department: FactBook, units: readonly FactBook[], unread: readonly string[]): Roster {
  const lost = unread.map((name): MissingUnit => ({ name, code: '', sheet: '', address: '' }));
  const listed = listedUnits(department);
  const keys = new Map(units.map((book) => [book, new Set([...listedUnits(book).keys(), ...(book.unit ? [bareName(book.unit)] : [])])] as const));
  const isHere = (key: string, name: string): boolean => [...keys.values()].some((known) => known.has(key) || known.has(name));
  const missing = [...listed].filter(([key, unit]) => !isHere(key, bareName(unit.name))).map(([, unit]) => unit);
  if (missing.length === listed.size) return { missing: lost, unlisted: [] };
  const names = new Set([...listed].flatMap(([key, unit]) => [key, bareName(unit.name)]));
  return { missing: [...missing, ...lost], unlisted: units.filter((book) => ![...(keys.get(book) ?? [])].some((key) => names.has(key))) };
}

/** The units that a department's own tables list, in their order: names without the code. */
export function unitsListedIn(book: FactBook): readonly { readonly name: string; readonly code: string }[] {
  return [...listedUnits(book).values()].map(({ name, code }) => ({ name: code !== '' && name.endsWith(`(${code})`) ? name.slice(0, -code.length - 2) : name, code }));
}

/** Units that stand in rows of their own and have figures, by code or name; bodies that comprise others are none. */
function listedUnits(book: FactBook): Map<string, MissingUnit> {
  const found = new Map<string, MissingUnit>();
  for (const table of book.tables) {
    if (!table.listsUnits) continue;
    for (const block of table.blocks) {
      const { rows, columns, fen, addresses } = block;
      const parents = new Set(rows.map((r) => r.parent));
      rows.forEach((row, r) => {
        const width = columns.length;
        const filled = fen.subarray(r * width, (r + 1) * width).findIndex((value) => value !== 0);
        if (row.kind !== 'item' || parents.has(r) || filled < 0 || found.has(row.key)) return;
        found.set(row.key, { name: row.name, code: row.code, sheet: sheetOf(table, block, r * width + filled), address: addresses[r * width + filled] });
      });
    }
    // One table is enough: others may list fewer.
    if (found.size > 0) break;
  }
  return found;
}
