import { codeName, type Ledger } from './ledger';
import { both, some, type Select } from './select';
import type { CodeLayout, Words } from './place';
import { BLANK, type Column, type Row } from './spec';

/** Rows of a code tree in one of the layouts that places use. */

export function codeHeads(layout: CodeLayout, words: Pick<Words, 'code' | 'codeGroup'>, levels: 2 | 3): Column[] {
  const [code, name] = words.code;
  if (layout === 'split-last' || layout === 'split-all') {
    return [{ text: code, parts: ['类', '款', '项'].slice(0, levels).map((text) => ({ text })) }, { text: name }];
  }
  if (layout === 'one' || layout === 'items' || layout === 'three-two-seven') {
    return words.codeGroup === null ? [{ text: code }, { text: name }] : [{ text: words.codeGroup, parts: [{ text: code }, { text: name }] }];
  }
  return [{ text: layout === 'name' ? `${words.codeGroup ?? name}` : name }];
}

/** The texts of a coded row, and where code and name stand in them. */
export function codeTexts(layout: CodeLayout, code: string, name: string, levels: 2 | 3): { texts: string[]; codeAt: number | null; nameAt: number | null } {
  const parts = [code.slice(0, 3), code.slice(3, 5), code.slice(5, 7)].slice(0, levels);
  switch (layout) {
    case 'three-two-seven':
      return { texts: [code.length === 5 ? code.slice(3) : code, name], codeAt: 0, nameAt: 1 };
    case 'one':
    case 'items':
      return { texts: [code, name], codeAt: 0, nameAt: 1 };
    case 'split-last': {
      const last = code.length === 3 ? 0 : code.length === 5 ? 1 : 2;
      return { texts: [...parts.map((p, i) => (i === last ? p : '')), name], codeAt: last, nameAt: levels };
    }
    case 'split-all':
      return { texts: [...parts, name], codeAt: code.length === 3 ? 0 : code.length === 5 ? 1 : 2, nameAt: levels };
    case 'bracket':
      return { texts: [`[${code}]${name}`], codeAt: 0, nameAt: 0 };
    case 'dash':
      return { texts: [`${code}-${name}`], codeAt: 0, nameAt: 0 };
    case 'space':
      return { texts: [`${code} ${name}`], codeAt: 0, nameAt: 0 };
    case 'name':
      return { texts: [name], codeAt: null, nameAt: 0 };
  }
}

export interface CodeTreeOptions {
  readonly ledger: Ledger;
  readonly dimension: 'func' | 'econ';
  readonly layout: CodeLayout;
  /** Which amounts the table is about; a code with money in any of them has a row. */
  readonly within: readonly Select[];
  readonly totalWord: string;
  readonly totalAt: 'top' | 'bottom';
  /** Digits of the levels shown. */
  readonly levels: readonly number[];
  /** Codes to print even without money. */
  readonly always?: readonly string[];
}

export function codeTree(options: CodeTreeOptions): Row[] {
  const { ledger, dimension, layout, totalWord, totalAt } = options;
  const depth = dimension === 'func' ? 3 : 2;
  const codes = listCodes(options);
  const offset = totalAt === 'top' ? 1 : 0;
  const listed = new Set(codes);
  const parents = new Map(codes.map((code) => [code, [code.slice(0, -2), code.slice(0, -4)].find((c) => c.length >= 3 && listed.has(c))]));
  const rows = codes.map((code): Row => {
    const name = codeName(ledger, code);
    const { texts, codeAt, nameAt } = codeTexts(layout, code, name, depth);
    const children = codes.flatMap((c, i) => (parents.get(c) === code ? [i + offset] : []));
    return { texts, select: { [dimension]: code }, code: { code, name, codeAt, nameAt }, ...(children.length > 0 ? { sums: children } : {}) };
  });
  const tops = codes.flatMap((c, i) => (parents.get(c) === undefined ? [i + offset] : []));
  const width = codeTexts(layout, '201', '', depth).texts.length;
  const sum: Row = { texts: Array.from({ length: width }, (_, i) => (i === width - 1 ? totalWord : '')), select: {}, total: true, sums: tops };
  return totalAt === 'top' ? [sum, ...rows] : [...rows, sum];
}

function listCodes({ ledger, dimension, within, levels, layout, always }: CodeTreeOptions): string[] {
  const found = new Set<string>(always ?? []);
  const tried = new Set<string>();
  for (const item of [...ledger.items, ...ledger.last]) {
    for (const digits of levels) {
      const code = item[dimension].slice(0, digits);
      if (code.length < digits || tried.has(code)) continue;
      tried.add(code);
      if (within.some((select) => some(ledger, both(select, { [dimension]: code })))) found.add(code);
    }
  }
  const sorted = [...found].sort();
  return layout === 'items' ? sorted.filter((c) => !sorted.some((other) => other !== c && other.startsWith(c))) : sorted;
}

/** Unit after unit: a row with its name, its codes below it. */
export function unitTrees(options: CodeTreeOptions): Row[] {
  const { ledger, totalWord, totalAt } = options;
  const parts = ledger.units.map((unit, u) => {
    const own: Select = { units: [u] };
    const tree = codeTree({ ...options, within: options.within.map((select) => both(select, own)), totalAt: 'top' });
    return tree.map((row): Row => ({ ...row, select: both(row.select ?? {}, own), ...(row.total ? { total: false, texts: row.texts.map((t) => (t === totalWord ? unit.name : t)) } : {}) }));
  }).filter((tree) => tree.length > 1);
  const rows: Row[] = [];
  const tops: number[] = [];
  if (totalAt === 'top') rows.push(BLANK);
  for (const tree of parts) {
    const offset = rows.length;
    tops.push(offset);
    rows.push(...tree.map((row): Row => (row.sums ? { ...row, sums: row.sums.map((i) => i + offset) } : row)));
  }
  const width = rows[rows.length - 1].texts.length;
  const total: Row = { texts: Array.from({ length: width }, (_, i) => (i === width - 1 ? totalWord : '')), select: {}, total: true, sums: tops };
  return totalAt === 'top' ? [total, ...rows.slice(1)] : [...rows, total];
}
