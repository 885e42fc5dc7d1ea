import { parse } from '../../generated/formulaParser';
import { MAX_COLUMNS, MAX_ROWS, type Rect } from '../workbook';
import type { Area, Expression } from './syntax';

/** Longer ones are no sums that a person wrote, and bracket depth follows length. */
const LONGEST = 2_000;
const DEEPEST = 60;

/** Signs that no plain formula holds, and calls of other functions: most formulas beyond are told without the parser. */
const FOREIGN = /["^&<>={}[\]#@;]|[A-Za-z.]\s*\(/;

/** The tree of a formula (without its "="), or null where it is none of the plain ones. */
export function parseFormula(formula: string): Expression | null {
  if (formula.length > LONGEST || depthOf(formula) > DEEPEST) return null;
  const bare = withoutQuotedSheets(formula).replace(/(?<![A-Za-z0-9.])(?:ROUND|SUM)\s*\(/gi, '(');
  if (FOREIGN.test(bare)) return null;
  try {
    return parse(formula);
  } catch {
    return null;
  }
}

/** Excel takes "+C5+C6" for a formula as well; "SUM(C5:C9)" lost its sign. */
const BEGINS_A_FORMULA = /^'?(?:=(.+)|([+-]\$?[A-Z].*|[+-]?(?:SUM|ROUND)\(.+))$/i;

/** A text such as "=SUM(C5:C9)" that should have been a formula. */
export function looksLikeFormula(text: string): boolean {
  const match = text.length > LONGEST ? null : BEGINS_A_FORMULA.exec(text.normalize('NFKC').replace(/\s+/g, ''));
  const expression = match ? parseFormula(match[1] ?? match[2]) : null;
  return expression !== null && areasOf(expression).length > 0;
}

function depthOf(formula: string): number {
  let depth = 0;
  let deepest = 0;
  for (const letter of formula) {
    if (letter === '(') deepest = Math.max(deepest, ++depth);
    else if (letter === ')') depth--;
  }
  return deepest;
}

/** The areas a formula refers to, in reading order. */
export function areasOf(expression: Expression): Area[] {
  switch (expression.kind) {
    case 'area': return [expression];
    case 'sum': return expression.items.flatMap(areasOf);
    case 'binary': return [...areasOf(expression.left), ...areasOf(expression.right)];
    case 'number': return [];
    default: return areasOf(expression.of);
  }
}

/** The rectangle of an area; null where it lies outside a sheet. */
export function rectOf({ from, to }: Area): Rect | null {
  const top = Math.min(from.row ?? 0, to.row ?? 0);
  const bottom = from.row === null || to.row === null ? MAX_ROWS - 1 : Math.max(from.row, to.row);
  const left = Math.min(from.column, to.column);
  const right = Math.max(from.column, to.column);
  return bottom < MAX_ROWS && right < MAX_COLUMNS ? { top, left, bottom, right } : null;
}

/** The names of sheets in quotes may hold any words: 'SUM 表'!A1. A quote inside a name is doubled. */
function withoutQuotedSheets(formula: string): string {
  const pieces = formula.split("'");
  // Pieces at odd places stand within quotes; a doubled quote yields an empty piece between two names, which changes nothing here.
  return pieces.filter((_, i) => i % 2 === 0).join('');
}
