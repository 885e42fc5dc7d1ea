/**
 * Rearrangements that change how a workbook looks and never what it says. Each takes a snapshot and gives another;
 * they compose. An audit must find exactly the same in both (locations apart).
 */
import type { WorkbookSnapshot } from '../../../src/audit/workbook';
import { freeze, thaw, type Workbook } from '../grid';
import { Random } from '../random';
import { amountsAs, blanksAs, codesAs, floatResidue, fullWidthText, groupedText, spacedText, trailingSpaceText } from './cells';
import { blankRows, codesInThreeColumns, hiddenExtras, moved, remarks, repeatedHeaders, sheetsCalledAnything, sheetsNumbered, stacked, totalsAsFormulas, withoutMerges } from './layout';
import { fullWidthBrackets, halfWidthBrackets, halfWidthColons, nameLines, outlineSpelling, spacedColons, straightQuotes, texts, titleAndUnitLines } from './words';

export interface Variation {
  readonly name: string;
  /** true: changes how an amount is stored, so the hint "amount stored as text" (M3) may rightly appear. */
  readonly storesText: boolean;
  readonly apply: (workbook: Workbook, random: Random) => void;
}

function variation(name: string, apply: Variation['apply'], storesText = false): Variation {
  return { name, storesText, apply };
}

export const VARIATIONS: readonly Variation[] = [
  variation('sheets called anything', sheetsCalledAnything),
  variation('sheets called Sheet1 …', sheetsNumbered),
  variation('tables stacked on one sheet', stacked),
  variation('tables moved', moved),
  variation('merges unknown', withoutMerges),
  variation('blank rows', blankRows),
  variation('remarks column', remarks),
  variation('repeated headers', repeatedHeaders),
  variation('hidden and foreign sheets', hiddenExtras),
  variation('totals as formulas', totalsAsFormulas),
  variation('codes as numbers', codesAs('number')),
  variation('codes as text', codesAs('text')),
  variation('codes in three columns', codesInThreeColumns),
  variation('amounts as grouped text', amountsAs(groupedText, 0.3), true),
  variation('amounts with blanks inside', amountsAs(spacedText, 0.3), true),
  variation('amounts in full width', amountsAs(fullWidthText, 0.2), true),
  variation('amounts with a trailing space', amountsAs(trailingSpaceText, 0.3), true),
  variation('float residues', amountsAs(floatResidue, 0.5)),
  variation('zeros for blanks', blanksAs('zero')),
  variation('dashes for blanks', blanksAs('-'), true),
  variation('blanks for zeros', blanksAs('blank')),
  variation('half-width brackets', texts(halfWidthBrackets)),
  variation('full-width brackets', texts(fullWidthBrackets)),
  variation('straight quotes', texts(straightQuotes)),
  variation('half-width colons', texts(halfWidthColons)),
  variation('blank after 其中', texts(spacedColons)),
  variation('outline spelling', outlineSpelling),
  variation('title and unit lines', titleAndUnitLines),
  variation('name lines', nameLines),
];

/** Applies variations one after the other. */
export function varied(snapshot: WorkbookSnapshot, variations: readonly Variation[], seed: number | string): WorkbookSnapshot {
  const workbook = thaw(snapshot);
  for (const { name, apply } of variations) apply(workbook, new Random(`${seed} ${name}`));
  return freeze(workbook);
}
