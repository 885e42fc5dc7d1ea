import { areTokensWhole } from './formulaTokens';

/** What a record holds that has a length of its own: texts (`text`; `nullable` ones may be missing), texts with runs (`rich`), formulas; `skip` bytes before it. */
interface Field {
  readonly kind: 'text' | 'nullable' | 'rich' | 'formula' | 'cellFormula';
  readonly skip: number;
}

const text = (skip: number): Field => ({ kind: 'text', skip });
const nullable = (skip: number): Field => ({ kind: 'nullable', skip });
const rich = (skip: number): Field => ({ kind: 'rich', skip });
const formula = (skip: number): Field => ({ kind: 'formula', skip });
const cellFormula = (skip: number): Field => ({ kind: 'cellFormula', skip });

/**
 * The records that an audit needs: the bytes each has at least, and its fields one behind the other. All others (links,
 * comments, views, charts, fonts) do not reach the reader behind. Source: [MS-XLSB] section 2.4.
 */
const RECORDS: ReadonlyMap<number, readonly [least: number, ...fields: readonly Field[]]> = new Map<number, readonly [number, ...Field[]]>([
  // Rows and cells.
  [0, [17]], [2, [12]], [3, [9]], [4, [9]], [5, [16]], [6, [8, text(8)]], [7, [12]],
  [8, [8, text(8), cellFormula(2)]], [9, [18, cellFormula(18)]], [10, [11, cellFormula(11)]], [11, [11, cellFormula(11)]],
  [13, [8]], [14, [5]], [15, [5]], [16, [12]], [17, [4, text(4)]], [18, [8]], [62, [8, rich(8)]],
  // Shared texts; formats.
  [159, [8]], [160, [0]], [19, [1, rich(0)]], [44, [2, text(2)]], [47, [16]], [617, [0]], [618, [0]],
  // Sheets, settings, names and references of the workbook.
  [156, [8, nullable(8), text(0)]], [153, [8]], [39, [9, text(9), formula(0), nullable(0)]], [362, [4]], [355, [0, nullable(0)]], [357, [0]], [358, [0]], [667, [0]],
  // Columns, merged areas, the used range, array and shared formulas.
  [60, [18]], [176, [16]], [148, [16]], [426, [17, formula(17)]], [427, [16, formula(16)]],
]);
/** BrtWbProp may end in a text. */
const WORKBOOK_SETTINGS = 153;
const NO_TEXT = 0xffffffff;

export const isNeeded = (type: number): boolean => RECORDS.has(type);

/** Whether everything that the record says it holds lies between `body` and `end`. */
export function areFieldsWhole(part: Uint8Array, type: number, body: number, end: number): boolean {
  const [least, ...known] = RECORDS.get(type) ?? [0];
  if (end - body < least) return false;
  const fields = type === WORKBOOK_SETTINGS && end - body > 8 ? [text(8)] : known;
  const view = new DataView(part.buffer, part.byteOffset, part.byteLength);
  let at = body;
  /** A count of things of some bytes each; false where they do not fit. */
  const list = (bytes: number, mayBeMissing = false): boolean => {
    if (at + 4 > end) return false;
    const count = view.getUint32(at, true);
    at += 4 + (mayBeMissing && count === NO_TEXT ? 0 : count * bytes);
    return at <= end;
  };
  const tokens = (mayRefer: boolean): boolean => {
    const start = at + 4;
    if (!list(1)) return false;
    const tokensEnd = at;
    return list(1) && areTokensWhole(part, start, tokensEnd, at, 12, mayRefer);
  };
  return fields.every(({ kind, skip }) => {
    at += skip;
    if (kind === 'formula' || kind === 'cellFormula') return tokens(kind === 'cellFormula');
    if (kind === 'text' || kind === 'nullable') return list(2, kind === 'nullable');
    const hasRuns = (part[at++] & 1) !== 0;
    return list(2) && (!hasRuns || list(4));
  });
}
