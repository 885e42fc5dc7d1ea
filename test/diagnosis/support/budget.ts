/**
 * A budget disclosure as an equation system: 表5 and 表7 (code tree 类/款/项 × columns), 表6 and 表8 (economic codes),
 * 表1 and 表4 (blocks of lines that copy the 类 rows), with the cross-table equalities between them.
 */
import { Drawing, type Drawn } from './drawing';
import { random, type Random } from './random';

export interface BudgetSize {
  readonly classes: number;
  readonly groups: number;
  readonly items: number;
  readonly economic: number;
  /** Rows of 表7 and 表8 equal those of 表5 and 表6; without it only the totals are tied together. */
  readonly copies: boolean;
}

export const usualSize: BudgetSize = { classes: 4, groups: 3, items: 3, economic: 12, copies: true };
export const looseSize: BudgetSize = { ...usualSize, copies: false };

const columns = { C: '合计', D: '人员', E: '公用', F: '专项' } as const;

/** Draws one clean budget into `drawing`; `prefix` keeps several of them apart. */
export function drawBudget(drawing: Drawing, rand: Random, size: BudgetSize, prefix = ''): void {
  const five = `${prefix}表5`;
  const seven = `${prefix}表7`;
  const tree = grow(rand, size);
  drawTree(drawing, five, tree, ['D', 'E', 'F']);
  drawTree(drawing, seven, tree, ['D', 'E']);
  for (const row of tree) {
    if (!size.copies && row.level > 0) continue;
    for (const column of ['D', 'E']) drawing.same(`${five}!${column}${row.at}`, `${seven}!${column}${row.at}`);
  }

  const totals = { D: tree[0]!.D, E: tree[0]!.E, F: tree[0]!.F };
  const lists = economic(rand, totals, size.economic);
  drawTree(drawing, `${prefix}表6`, lists, ['D', 'E', 'F']);
  drawTree(drawing, `${prefix}表8`, lists, ['D', 'E']);
  for (const row of lists) {
    if (!size.copies && row.level > 0) continue;
    for (const column of ['D', 'E']) drawing.same(`${prefix}表6!${column}${row.at}`, `${prefix}表8!${column}${row.at}`);
  }
  drawProjects(drawing, rand, `${prefix}表10`, `${five}!F1`, totals.F);
  for (const column of Object.keys(columns)) drawing.same(`${five}!${column}1`, `${prefix}表6!${column}1`);
  for (const column of ['C', 'D', 'E']) drawing.same(`${seven}!${column}1`, `${prefix}表8!${column}1`);
  const classes = tree.filter((row) => row.level === 1);
  for (const table of ['表1', '表4']) drawBlock(drawing, `${prefix}${table}`, classes, five);
  for (let line = 2; line <= 25; line++) drawing.same(`${prefix}表1!D${line}`, `${prefix}表4!D${line}`);
}

export function budget(seed: number, size: BudgetSize = usualSize): Drawn {
  const drawing = new Drawing();
  drawBudget(drawing, random(seed), size);
  return drawing.build();
}

interface Row {
  readonly at: number;
  readonly level: number;
  readonly parent: number;
  D: number;
  E: number;
  F: number;
}

function grow(rand: Random, size: BudgetSize): Row[] {
  const rows: Row[] = [{ at: 1, level: 0, parent: 0, D: 0, E: 0, F: 0 }];
  const add = (level: number, parent: number): number => {
    rows.push({ at: rows.length + 1, level, parent, D: 0, E: 0, F: 0 });
    return rows.length;
  };
  for (let k = 0; k < size.classes; k++) {
    const top = add(1, 1);
    for (let g = 0; g <= rand.below(size.groups); g++) {
      const group = add(2, top);
      for (let i = 0; i <= rand.below(size.items); i++) {
        const row = rows[add(3, group) - 1]!;
        row.D = money(rand);
        row.E = rand.below(3) === 0 ? money(rand) : 0;
        row.F = rand.below(3) === 0 ? money(rand) : 0;
      }
    }
  }
  return addUp(rows);
}

function economic(rand: Random, totals: { D: number; E: number; F: number }, count: number): Row[] {
  const rows: Row[] = [{ at: 1, level: 0, parent: 0, ...totals }];
  for (const key of ['D', 'E', 'F'] as const) {
    rows.push({ at: rows.length + 1, level: 1, parent: 1, D: 0, E: 0, F: 0, [key]: totals[key] });
    const parent = rows.length;
    let left = totals[key];
    for (let i = 1; i <= count && left > 0; i++) {
      const share = i === count ? left : Math.min(left, Math.max(1, Math.round(left * (rand.below(60) + 5)) / 100));
      const value = Math.round(share * 100) / 100;
      rows.push({ at: rows.length + 1, level: 2, parent, D: 0, E: 0, F: 0, [key]: value });
      left = Math.round((left - value) * 100) / 100;
    }
  }
  return rows;
}

function addUp(rows: Row[]): Row[] {
  for (let i = rows.length - 1; i > 0; i--) {
    const parent = rows[rows[i]!.parent - 1]!;
    for (const key of ['D', 'E', 'F'] as const) parent[key] = Math.round((parent[key] + rows[i]![key]) * 100) / 100;
  }
  return rows;
}

function money(rand: Random): number {
  return rand.below(2) === 0 ? 1000 + rand.below(900000) : (100000 + rand.below(90000000)) / 100;
}

function drawTree(drawing: Drawing, table: string, rows: readonly Row[], keys: readonly ('D' | 'E' | 'F')[]): void {
  for (const row of rows) {
    drawing.cell(`${table}!C${row.at}`, keys.reduce((sum, key) => sum + row[key], 0));
    for (const key of keys) drawing.cell(`${table}!${key}${row.at}`, row[key] === 0 ? null : row[key]);
  }
  for (const row of rows) {
    drawing.sum(`${table}!C${row.at}`, ...keys.map((key) => `${table}!${key}${row.at}`));
    const children = rows.filter((child) => child.parent === row.at);
    if (children.length === 0) continue;
    for (const column of ['C', ...keys]) {
      drawing.sum(`${table}!${column}${row.at}`, ...children.map((child) => `${table}!${column}${child.at}`));
    }
  }
}

/** 表10: projects that stand in nothing but their sum, so that no arithmetic tells them apart. */
function drawProjects(drawing: Drawing, rand: Random, table: string, total: string, amount: number): void {
  const first = Math.round(amount * rand.below(100)) / 100;
  const second = Math.round((amount - first) * rand.below(100)) / 100;
  const third = Math.round((amount - first - second) * 100) / 100;
  drawing.cells({ [`${table}!C1`]: amount, [`${table}!C2`]: first, [`${table}!C3`]: second, [`${table}!C4`]: third });
  drawing.sum(`${table}!C1`, `${table}!C2`, `${table}!C3`, `${table}!C4`).same(total, `${table}!C1`);
}

/** Lines 2…25 of the functional block; the 类 rows fill the first, the others stay 0. */
function drawBlock(drawing: Drawing, table: string, classes: readonly Row[], five: string): void {
  const lines: string[] = [];
  const total = classes.reduce((sum, row) => sum + row.D + row.E + row.F, 0);
  for (const line of [1, 26, 27]) drawing.cell(`${table}!D${line}`, total);
  for (let line = 2; line <= 25; line++) {
    const row = classes[line - 2];
    drawing.cell(`${table}!D${line}`, row ? row.D + row.E + row.F : 0);
    if (row) drawing.same(`${table}!D${line}`, `${five}!C${row.at}`);
    lines.push(`${table}!D${line}`);
  }
  drawing.sum(`${table}!D1`, ...lines).same(`${table}!D26`, `${table}!D1`).same(`${table}!D27`, `${table}!D26`);
  drawing.same(`${five}!C1`, `${table}!D27`);
}

/** The same budget shown in 万元 with two decimals: every figure rounded by itself, so that sums have tails. */
export function rounded(drawn: Drawn): Drawn {
  const fen = drawn.amounts.fen.map((value) => Math.round(value / 10_000) * 10_000);
  return { ...drawn, amounts: { ...drawn.amounts, fen, step: new Float64Array(fen.length).fill(10_000) } };
}
