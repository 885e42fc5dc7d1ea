/** The one sentence above a group of findings. */
import type { CauseGroup, SuspectCell } from './model';
import { fill, headlineTexts, kindTexts, proofTexts, type Language } from './texts';

/** How cells are called; given by whoever knows the workbook. */
export interface Naming {
  readonly language: Language;
  readonly place: (cell: number) => { readonly sheet: string; readonly address: string };
  /** The row in the field's words: "30228 工会经费". */
  readonly label: (cell: number) => string;
  /** The cell's present value in 分. */
  readonly value: (cell: number) => number;
  /** An amount of 分 for people, in the unit of the cell's table: "425,400.00". */
  readonly amount: (cell: number, fen: number) => string;
  /** The same as a decimal string: "425400.00"; "" for a blank cell is the caller's choice. */
  readonly plain: (cell: number, fen: number) => string;
  /** Id of the finding an equation belongs to. */
  readonly finding: (equation: number) => string | null;
}

/** More places than this are counted instead of listed. */
const longestList = 6;

export function headlineOf(group: CauseGroup, naming: Naming): string {
  const { language } = naming;
  const { suspects } = group;
  const first = suspects[0];
  const joint = suspects.filter((s) => s.related >= 0 && s.kind === 'rowLeftOut');
  const values = {
    n: String(group.equations.length),
    cells: placesOf(suspects.map((s) => s.cell), naming),
    others: group.alternatives.map((set) => placesOf(set.map((s) => s.cell), naming)).slice(0, 3).join(proofTexts.or[language]),
    values: suspects.map((s) => (s.proposedFen === null ? '?' : naming.amount(s.cell, s.proposedFen))).join(' / '),
    current: first ? naming.amount(first.cell, first.currentFen) : '',
    kind: first ? kindOf(first, naming) : '',
    related: joint[0] ? naming.label(joint[0].related) : '',
    relatedAmount: joint[0] ? naming.amount(joint[0].related, naming.value(joint[0].related)) : '',
    amount: first && first.nearFen !== null ? naming.amount(first.cell, Math.abs(first.nearFen - first.currentFen)) : '',
    row: first ? naming.label(first.cell) : '',
    parent: group.parent >= 0 ? naming.label(group.parent) : '',
    explanation: group.structural?.explanation ?? '',
  };
  return fill(headlineTexts[choose(group, joint.length)], language, group.shape !== 'structural' && group.ambiguous
    && suspects.length === 1 && group.alternatives.every((set) => set.length === 1)
    ? { ...values, cells: placesOf([first!, ...group.alternatives.flat()].map((s) => s.cell), naming) } : values);
}

function choose(group: CauseGroup, leftOut: number): keyof typeof headlineTexts {
  const { suspects, shape } = group;
  if (shape === 'structural' || shape === 'unknown' || shape === 'missingRow' || shape === 'surplusRow') return shape;
  const known = suspects.every((s) => s.proposedFen !== null);
  if (shape === 'transfer') return group.ambiguous ? 'transferSides' : known ? 'transfer' : 'open';
  if (group.ambiguous) {
    return suspects.length === 1 && group.alternatives.every((set) => set.length === 1) ? 'either' : 'eitherSet';
  }
  if (!known) return 'open';
  if (leftOut === suspects.length) return 'leftOut';
  if (shape === 'cells') return 'cells';
  return suspects[0]!.kind === 'blank' ? 'blank' : 'cell';
}

function kindOf(suspect: SuspectCell, naming: Naming): string {
  const { related } = suspect;
  const place = related < 0 ? null : naming.place(related);
  return fill(kindTexts[suspect.kind], naming.language, {
    related: place ? `${place.sheet}!${place.address}` : '',
    relatedAmount: related < 0 ? '' : naming.amount(related, naming.value(related)),
  });
}

/** 表6!E16、H16、表1!F13: the sheet once for its cells. */
export function placesOf(cells: readonly number[], naming: Naming): string {
  const shown = cells.slice(0, longestList);
  const parts: string[] = [];
  let sheet = '';
  for (const cell of shown) {
    const place = naming.place(cell);
    parts.push(place.sheet === sheet ? place.address : `${place.sheet}!${place.address}`);
    sheet = place.sheet;
  }
  const text = parts.join(proofTexts.joiner[naming.language]);
  if (cells.length <= longestList) return text;
  return naming.language === 'zh' ? `${text} 等 ${cells.length} 处` : `${text} and ${cells.length - longestList} more`;
}
