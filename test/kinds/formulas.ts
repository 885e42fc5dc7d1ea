/** Totals that are formulas: without results, with old ones, with ranges too short, typed over, pointing elsewhere, written as texts. */
import { cellAddress } from '../../src/audit/workbook';
import type { Random } from '../generate/random';
import { partsOf, type Base, type Kind, type Planted } from './model';
import type { Parts } from './parts';
import { amountsOf, placeOfAmount, storedAt, sumsOf, tablesOf, type Place, type Sum } from './places';

interface Written {
  readonly place: Place;
  readonly formula: string;
  readonly stored: number;
  readonly sum: Sum;
}

/** The sum spelt as a formula: a range where its parts stand in one line without gaps, otherwise one by one. */
function spelt(base: Base, { parts }: Sum, random: Random): string {
  const places = parts.map((p) => ({ ...placeOfAmount(base, p.amount), sign: p.sign }));
  const plus = places.every((p) => p.sign === 1);
  const sorted = [...places].sort((a, b) => a.row - b.row || a.column - b.column);
  const [first, last] = [sorted[0], sorted[sorted.length - 1]];
  const oneLine = places.every((p) => p.column === first.column) ? last.row - first.row : places.every((p) => p.row === first.row) ? last.column - first.column : -1;
  const spell = (p: Place): string => random.pick([p.address, p.address, p.address, `$${p.address}`]);
  if (plus && oneLine === places.length - 1) return `SUM(${first.address}:${last.address})`;
  if (plus && random.chance(0.5)) return `SUM(${places.map(spell).join(',')})`;
  const text = places.map((p) => `${p.sign === 1 ? '+' : '-'}${spell(p)}`).join('').replace(/^\+/, '');
  return random.pick([text, `+${text}`, `ROUND(${text},2)`, `(${text})`].map((t) => t.replace(/^\+-/, '-')));
}

/** Some totals of the workbook and the formulas that give what is stored. */
function drawFormulas(base: Base, random: Random, count: number): Written[] {
  const found = new Map<number, Written>();
  for (const sum of random.sample(sumsOf(base), count * 3)) {
    const stored = storedAt(base, sum.total);
    // A part that is a total already written, and read by its own part, would close a circle.
    if (stored === null || found.has(sum.total) || [...found.values()].some((w) => w.sum.parts.some((p) => p.amount === sum.total)) || sum.parts.some((p) => found.has(p.amount) || storedAt(base, p.amount) === null && base.state.recognition.amounts.state[p.amount] === 1)) continue;
    found.set(sum.total, { place: placeOfAmount(base, sum.total), formula: spelt(base, sum, random), stored, sum });
    if (found.size === count) break;
  }
  return [...found.values()];
}

function write(parts: Parts, list: readonly Written[], stored: (w: Written) => number | null): Parts {
  for (const w of list) parts.formula(w.place.sheet, w.place.address, w.formula, stored(w));
  return parts;
}

const calculation = (parts: Parts, attributes: string): Parts => parts.change('xl/workbook.xml', (xml) => xml.replace('</workbook>', `<calcPr ${attributes}/></workbook>`));

const named = (list: readonly Written[]): string => list.map((w) => `${w.place.name}=${w.formula}`).join(' ').slice(0, 160);

/** Without what the writer of the base says of its results: they are up to date. */
const settled = (base: Base): Parts => {
  const parts = partsOf(base);
  return parts.text('xl/workbook.xml').includes('<calcPr') ? parts.change('xl/workbook.xml', (xml) => xml.replace(/<calcPr[^>]*\/>/, '')) : parts;
};

/** Formulas here and there among typed totals: M4 says so where they are the manner of a row or column. */
const typedAmong = (f: { rule: string; message: string }): boolean => f.rule === 'M4' && f.message.includes('是直接填写的数');

function planted(base: Base, random: Random, make: (parts: Parts, list: readonly Written[]) => Omit<Planted, 'file' | 'what'>): Planted | null {
  const list = drawFormulas(base, random, random.int(1, 12));
  if (list.length === 0) return null;
  const parts = settled(base);
  const { mayToo, ...rest } = make(parts, list);
  return { ...rest, mayToo: (f) => typedAmong(f) || (mayToo?.(f) ?? false), what: named(list), file: parts.zip() };
}

/** With those of the base itself, which are told together. */
const calculated = (base: Base, list: readonly Written[]): RegExp => new RegExp(` 的 ${list.length + base.state.formulas.computed.length} 个公式在文件中没有可用的结果，已按公式算出`);

/** A column or row of a table whose total is a range; for formulas that go wrong. */
function drawRange(base: Base, random: Random): { list: Written[]; odd: Written; parts: Place[] } | null {
  const sums = sumsOf(base).flatMap((sum) => {
    const places = sum.parts.map((p) => placeOfAmount(base, p.amount)).sort((a, b) => a.row - b.row);
    const total = placeOfAmount(base, sum.total);
    const isColumn = sum.parts.every((p) => p.sign === 1) && places.every((p, i) => p.column === total.column && p.row === places[0].row + i);
    return isColumn && storedAt(base, sum.total) !== null ? [{ sum, total, places }] : [];
  });
  if (sums.length === 0) return null;
  const chosen = random.pick(sums);
  const row = sums.filter((s) => s.total.sheet === chosen.total.sheet && s.total.row === chosen.total.row && s.places[0].row === chosen.places[0].row && s.places.length === chosen.places.length);
  const list = row.map((s): Written => ({ sum: s.sum, place: s.total, stored: storedAt(base, s.sum.total) ?? 0, formula: `SUM(${s.places[0].address}:${s.places[s.places.length - 1].address})` }));
  const odd = list.find((w) => w.place.name === chosen.total.name);
  // Two rules may say the same sum.
  return odd ? { list: [...new Map(list.map((w) => [w.place.name, w])).values()], odd, parts: chosen.places } : null;
}

/** The other totals of its row as formulas, where all of them can be. */
function otherTotals(base: Base, odd: Written, random: Random): Written[] {
  const totals = new Map<string, Written>();
  for (const sum of sumsOf(base)) {
    const place = placeOfAmount(base, sum.total);
    const isDown = sum.parts.every((p) => placeOfAmount(base, p.amount).row !== place.row);
    if (place.sheet === odd.place.sheet && place.row === odd.place.row && place.name !== odd.place.name && isDown && storedAt(base, sum.total) !== null) totals.set(place.name, { sum, place, stored: storedAt(base, sum.total) ?? 0, formula: spelt(base, sum, random) });
  }
  const filled = figuresOfRow(base, odd.place).filter((name) => name !== odd.place.name);
  return filled.every((name) => totals.has(name)) ? [...totals.values()] : [];
}

function figuresOfRow(base: Base, at: Place): string[] {
  return tablesOf(base).flatMap((t) => amountsOf(base, t)).map((a) => placeOfAmount(base, a)).filter((p) => p.sheet === at.sheet && p.row === at.row).map((p) => p.name);
}

/** Totals across the rows of a table, one formula copied down; one of them is to go wrong. */
function drawDown(base: Base, random: Random): { list: Written[]; odd: Written } | null {
  const across = sumsOf(base).flatMap((sum): Written[] => {
    const total = placeOfAmount(base, sum.total);
    const places = sum.parts.map((p) => ({ ...placeOfAmount(base, p.amount), sign: p.sign }));
    if (storedAt(base, sum.total) === null || places.some((p) => p.row !== total.row || p.sign !== 1)) return [];
    return [{ sum, place: total, stored: storedAt(base, sum.total) ?? 0, formula: places.map((p) => p.address).join('+') }];
  });
  if (across.length === 0) return null;
  const odd = random.pick(across);
  const shape = (w: Written): string => `${w.place.sheet} ${w.place.column} ${w.formula.replace(/\d/g, '')}`;
  return { odd, list: [...new Map(across.filter((w) => shape(w) === shape(odd)).map((w) => [w.place.name, w])).values()] };
}

export const FORMULAS: readonly Kind[] = [
  { name: 'formulas with right results', plant: (base, random) => planted(base, random, (parts, list) => (write(parts, list, (w) => w.stored), { notes: [], decidesAll: true })) },
  {
    name: 'formulas without results',
    plant: (base, random) => planted(base, random, (parts, list) => {
      write(parts, list, () => null);
      if (random.chance(0.7)) calculation(parts, 'calcId="0" fullCalcOnLoad="1"');
      return { notes: [calculated(base, list)], decidesAll: true };
    }),
  },
  {
    name: 'formulas with result 0',
    plant: (base, random) => planted(base, random, (parts, list) => (calculation(write(parts, list, () => 0), 'fullCalcOnLoad="1"'), { notes: [calculated(base, list)], decidesAll: true })),
  },
  {
    name: 'formulas with old results',
    plant: (base, random) => planted(base, random, (parts, list) => {
      const by = random.pick([10_000, -500, 0.01, 1234.56]);
      const old = list.slice(0, random.int(1, list.length));
      write(parts, list, (w) => (old.includes(w) ? Math.round((w.stored + by) * 100) / 100 : w.stored));
      const isManual = random.chance(0.6);
      if (isManual) calculation(parts, 'calcMode="manual"');
      const cells = new Set(old.map((w) => w.place.name));
      // The page shows the old figures, and relations that need them fail with reason.
      return { says: old.map((w) => ({ rule: 'M4a', at: [w.place.name] })), mayToo: (f) => f.outcome === 'rounding' || (!isManual && f.cells.some((c) => cells.has(`${c.sheet}!${c.address}`))), notes: isManual ? [/手动重算/] : [] };
    }),
  },
  {
    name: 'formula leaves out a row',
    plant: (base, random) => {
      const drawn = drawRange(base, random);
      if (!drawn) return null;
      const { odd, parts } = drawn;
      const filled = parts.filter((p) => odd.sum.parts.some((x) => placeOfAmount(base, x.amount).name === p.name && base.state.recognition.amounts.fen[x.amount] !== 0));
      const end = random.chance(0.5) ? parts[parts.length - 1] : parts[0];
      if (parts.length < 3 || !filled.some((p) => p.name === end.name)) return null;
      const [from, to] = end === parts[0] ? [parts[1], parts[parts.length - 1]] : [parts[0], parts[parts.length - 2]];
      // The result is what the formula gives, and the relations with it fail; or it is the right one, and not the formula's.
      const left = odd.sum.parts.find((p) => placeOfAmount(base, p.amount).name === end.name);
      const isOwn = random.chance(0.6);
      const result = isOwn && left ? Math.round((odd.stored - (storedAt(base, left.amount) ?? 0)) * 100) / 100 : odd.stored;
      const file = write(settled(base), [{ ...odd, formula: `SUM(${from.address}:${to.address})` }], () => result).zip();
      const touches = (f: { rule: string; cells: readonly { sheet: string; address: string }[] }): boolean => (isOwn || f.rule === 'M4a') && f.cells.some((c) => c.sheet === odd.place.sheet && c.address === odd.place.address);
      return { file, what: `${odd.place.name} without ${end.name} ${isOwn ? 'own result' : 'right result'}`, says: [{ rule: 'M4', at: [odd.place.name] }], mayToo: touches, mayGo: true };
    },
  },
  {
    name: 'total typed over among formulas',
    plant: (base, random) => {
      const drawn = drawRange(base, random);
      const rest = drawn ? otherTotals(base, drawn.odd, random) : [];
      if (!drawn || rest.length < 2) return null;
      const file = write(settled(base), rest, (w) => w.stored).zip();
      return { file, what: drawn.odd.place.name, says: [{ rule: 'M4', at: [drawn.odd.place.name] }], notes: [], mayToo: typedAmong };
    },
  },
  {
    name: 'total across typed over among formulas',
    plant: (base, random) => {
      const drawn = drawDown(base, random);
      const column = drawn ? tablesOf(base).flatMap((t) => amountsOf(base, t)).map((a) => placeOfAmount(base, a)).filter((p) => p.sheet === drawn.odd.place.sheet && p.column === drawn.odd.place.column) : [];
      // Where other rows are typed as well, typing may be the manner.
      if (!drawn || drawn.list.length < 4 || column.length > drawn.list.length) return null;
      const file = write(settled(base), drawn.list.filter((w) => w !== drawn.odd), (w) => w.stored).zip();
      return { file, what: drawn.odd.place.name, says: [{ rule: 'M4', at: [drawn.odd.place.name] }], notes: [], mayToo: typedAmong };
    },
  },
  {
    name: 'formula points at another row',
    plant: (base, random) => {
      const drawn = drawDown(base, random);
      if (!drawn || drawn.list.length < 4) return null;
      const { odd, list } = drawn;
      const row = odd.place.row + 1 + random.pick([-1, 1]);
      const wrong = odd.formula.replace(/([A-Z]+)\d+/g, `$1${row}`);
      const file = write(settled(base), list.map((w) => (w.place.name === odd.place.name ? { ...w, formula: wrong } : w)), (w) => w.stored).zip();
      return { file, what: `${odd.place.name} =${wrong}`, says: [{ rule: 'M4b', at: [odd.place.name] }], mayToo: (f) => typedAmong(f) || (f.rule === 'M4a' && f.cells.some((c) => c.address === odd.place.address)) };
    },
  },
  {
    name: 'formula points at another column',
    plant: (base, random) => {
      const drawn = drawRange(base, random);
      if (!drawn || drawn.list.length < 4) return null;
      const { odd, list } = drawn;
      const column = odd.place.column + random.pick([-1, 1]);
      if (!list.some((w) => w.place.column === column)) return null;
      const moved = drawn.parts.map((p) => cellAddress(p.row, column));
      const file = write(settled(base), list.map((w) => (w.place.name === odd.place.name ? { ...w, formula: `SUM(${moved[0]}:${moved[moved.length - 1]})` } : w)), (w) => w.stored).zip();
      return { file, what: `${odd.place.name} sums ${moved[0]}…`, says: [{ rule: 'M4b', at: [odd.place.name] }], mayToo: (f) => typedAmong(f) || (f.rule === 'M4a' && f.cells.some((c) => c.address === odd.place.address)) };
    },
  },
  {
    name: 'formula written as a text',
    plant: (base, random) => {
      const [w] = drawFormulas(base, random, 1);
      if (!w) return null;
      const text = random.pick([`=${w.formula}`, ` =${w.formula}`, `＝${w.formula}`]);
      return { file: partsOf(base).words(w.place.sheet, w.place.address, text).zip(), what: `${w.place.name} ${text}`, says: [{ rule: 'M4c', at: [w.place.name] }], mayGo: true };
    },
  },
];
