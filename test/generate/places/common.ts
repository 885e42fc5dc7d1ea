import { and, capital, code, eco, fiscal, fund, general, type Kit, type Part, type Pick, type Row } from './kit';

const CN = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '十三', '十四', '十五', '十六', '十七', '十八', '十九', '二十', '二十一', '二十二', '二十三', '二十四', '二十五', '二十六', '二十七', '二十八', '二十九', '三十', '三十一', '三十二'];
export const CLASSES = ['201', '202', '203', '204', '205', '206', '207', '208', '209', '210', '211', '212', '213', '214', '215', '216', '217', '219', '220', '221', '222', '223', '224', '227', '229', '230', '231', '232', '233'];

/** Classes of expenditure with money. */
export const used = (k: Kit, pick: Pick): string[] => CLASSES.filter((c) => k.cents(and(pick, code(c))) > 0);

/** Lines of classes, numbered by a place's numbers. */
export const lines = (k: Kit, classes: readonly string[], number: (i: number) => string, columns: readonly Pick[], name = (c: string): string => k.name(c)): Row[] =>
  classes.map((c, i) => [`${number(i)}${name(c)}`, ...columns.map((p) => k.m(and(p, code(c))))]);

export const chinese = (i: number): string => `${CN[i]}、`;
export const bare = (): string => '';

export const cols = (k: Kit, picks: readonly Pick[]) => (p: Pick): Row => picks.map((q) => k.m(and(p, q)));

/** Parts of a code over columns: repeated on every row, or the last alone. */
export const parts = (c: string, count: number, repeat = true): Row => {
  const list: Row = Array.from({ length: count }, (_, i) => (i === 0 ? c.slice(0, 3) : c.slice(1 + 2 * i, 3 + 2 * i) || null));
  return repeat ? list : list.map((p, i) => (p !== null && (list[i + 1] ?? null) === null ? p : null));
};

/** Title, name and unit above a table. */
export const titled = (above: (width: number) => Row[]) => (header: Row[], body: Row[], below: Row[] = []): Part => ({ above: above(Math.max(...header.map((r) => r.length))), header, body, below });

const THREE = { abroad: ['30212'], reception: ['30217'], purchase: ['31013'], running: ['30231'], cars: ['31013', '30231'], all: ['30212', '30217', '31013', '30231'] } as const;
export const three = (k: Kit, of: Pick) => (name: keyof typeof THREE): Row[number] => k.m(and(of, eco(...THREE[name])));

export const FISCAL3: readonly Pick[] = [fiscal, general, fund, capital];
