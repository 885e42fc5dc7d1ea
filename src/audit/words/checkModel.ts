/** The words by which single checks know texts, as data (src/families/vocabulary/checks.yaml, compiled to src/generated/checks.js). */

/** Where in a text its words stand; of several places one is enough. Each entry is a word or a regular expression. */
export interface TextPattern {
  /** The whole text. */
  readonly whole?: readonly string[];
  readonly start?: readonly string[];
  readonly end?: readonly string[];
  readonly inside?: readonly string[];
}

export const PLACES: readonly (keyof TextPattern)[] = ['whole', 'start', 'end', 'inside'];

/** What the checks read: groups, one per file of checks, and their lists. checks.yaml has these and no others. */
export const CHECK_LISTS = {
  purchases: ['total', 'goods', 'works', 'services', 'medium', 'small', 'ofWhich'],
  frugality: ['whole', 'running'],
  indicators: ['output', 'outputHeading', 'cost', 'costHeading', 'benefit', 'benefitHeading', 'satisfaction', 'satisfactionHeading', 'heading'],
  indicatorValues: ['numberOnly', 'level', 'numbered', 'listColumn', 'content', 'value'],
  timeTargets: ['date', 'longTerm', 'otherLevel'],
  zeroTotals: ['grand', 'sum'],
  blankTotals: ['total'],
  selfEvaluation: ['title', 'budget', 'spent', 'rate', 'fundsTotal', 'fundsPart', 'weight', 'score', 'total', 'statedScore', 'spending'],
  spendingZeros: ['item'],
  vehicles: ['item', 'other'],
  organCodes: ['organ', 'institution'],
  emptyReasons: ['fund', 'capital', 'threePublic', 'procurement', 'services'],
  residue: ['text', 'emptyIndicator', 'indicator'],
  wording: ['word'],
  cover: ['signOff', 'signed', 'notDone', 'closing', 'noYear'],
  depth: ['basic'],
  tableOrder: ['ignored'],
  headings: ['scope'],
  amountTexts: ['mayBeNegative', 'grandTotal'],
  formulas: ['total'],
  codeLists: ['subtotal'],
  catalogue: ['flag', 'reason', 'empty', 'yes'],
  headLines: ['figures', 'money', 'unit'],
  tasks: ['total', 'goals'],
  projects: ['category'],
  fields: ['part'],
  classNames: ['ending', 'more', 'sector'],
  bodies: ['after'],
  rowTotals: ['word'],
  columnNumbers: ['label'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

type Lists = typeof CHECK_LISTS;

/** A value for each list. */
export type ByList<T> = { readonly [G in keyof Lists]: { readonly [L in Lists[G][number]]: T } };

export type CheckData = ByList<TextPattern>;
