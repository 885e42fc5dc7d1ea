import type { AuditState } from '../../state';
import type { BoundTable } from '../../tables';
import { normaliseText } from '../../workbook';
import { ALIKE, filledContents } from './alike';
import { pairUnique } from './sequence';

/** Sheets are told by so many rows. */
const MOST_ROWS = 2000;

type TablePair = readonly [old: BoundTable, now: BoundTable];

/** Which table of the new version is which of the old one: by kind and project, then by title, then by sheet; never by place. */
export function pairTables(old: AuditState, now: AuditState): TablePair[] {
  const [olds, news] = [old.recognition.tables, now.recognition.tables];
  const pairs = new Map<number, number>();
  const sheetOf = (state: AuditState, t: BoundTable): string => state.workbook.sheets[t.sheet].name;
  const subject = (t: BoundTable): string => normaliseText(t.fields.get('项目名称')?.text ?? '');
  const kind = (t: BoundTable): string => (t.family.family === 'generic' ? '' : `${t.family.family}|${t.id}`);
  const keys: readonly ((state: AuditState, t: BoundTable) => string)[] = [
    (state, t) => `${kind(t)}|${subject(t)}|${normaliseText(t.title)}|${sheetOf(state, t)}`,
    (_, t) => `${kind(t)}|${subject(t)}|${normaliseText(t.title)}`,
    (_, t) => (kind(t) === '' ? '' : `${kind(t)}|${subject(t)}`),
    (_, t) => (kind(t) === '' ? '' : kind(t)),
    (_, t) => normaliseText(t.title),
    (state, t) => sheetOf(state, t),
  ];
  const all = [[...olds.keys()], [...news.keys()]] as const;
  for (const key of keys) pairUnique(all[0], all[1], (i) => key(old, olds[i]), (i) => key(now, news[i]), pairs);
  // Several of one kind and no name to tell them by: by what they hold.
  const likes = all[0].filter((i) => !pairs.has(i)).flatMap((i) => all[1].filter((j) => kind(olds[i]) !== '' && kind(olds[i]) === kind(news[j])).map((j) => ({
    i, j, like: shared(rowsOf(old, olds[i].sheet, olds[i].range), rowsOf(now, news[j].sheet, news[j].range)) + (subject(olds[i]) === subject(news[j]) ? 1 : 0),
  })));
  const taken = new Set(pairs.values());
  for (const { i, j } of likes.sort((a, b) => b.like - a.like || a.i - b.i || a.j - b.j)) {
    if (pairs.has(i) || taken.has(j)) continue;
    pairs.set(i, j);
    taken.add(j);
  }
  return [...pairs].map(([i, j]) => [olds[i], news[j]]);
}

/** Old sheet → new sheet: sheets whose tables belong together, then sheets of one name, then sheets that hold nearly the same. */
export function pairSheets(old: AuditState, now: AuditState, tables: readonly TablePair[]): Map<number, number> {
  const pairs = new Map<number, number>();
  const taken = new Set<number>();
  const add = (a: number, b: number): void => {
    if (pairs.has(a) || taken.has(b)) return;
    pairs.set(a, b);
    taken.add(b);
  };
  for (const [a, b] of tables) add(a.sheet, b.sheet);
  const names = new Map(now.workbook.sheets.map((sheet, i) => [sheet.name, i] as const));
  old.workbook.sheets.forEach((sheet, i) => {
    const same = names.get(sheet.name);
    if (same !== undefined) add(i, same);
  });
  const open = now.workbook.sheets.map((_, i) => i).filter((i) => !taken.has(i)).map((i) => [i, rowsOf(now, i)] as const);
  for (let i = 0; i < old.workbook.sheets.length && open.length > 0; i++) {
    if (pairs.has(i)) continue;
    const own = rowsOf(old, i);
    const likes = open.filter(([b]) => !taken.has(b)).map(([b, rows]) => ({ b, like: shared(own, rows) })).sort((x, y) => y.like - x.like || x.b - y.b);
    if (likes.length > 0 && likes[0].like >= ALIKE) add(i, likes[0].b);
  }
  return pairs;
}

/** The rows of a sheet as texts. */
function rowsOf(state: AuditState, sheet: number, { top, bottom } = { top: 0, bottom: MOST_ROWS }): ReadonlySet<string> {
  const grid = state.grids[sheet];
  return new Set([...grid.rowsBetween(top, Math.min(bottom, top + MOST_ROWS))].map((row) => filledContents(grid, row).map((c) => c.text).join('|')));
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0) return 0;
  return (2 * [...a].filter((row) => b.has(row)).length) / (a.size + b.size);
}
