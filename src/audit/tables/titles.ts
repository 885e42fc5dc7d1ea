import { remembered } from '../remembered';
import { normaliseText, type SheetGrid } from '../workbook';
import type { Words } from '../words';
import { titleCore } from '../layout';
import type { FamilyDefinition, TableDefinition } from './definitions';
import { titleTest } from './titleTest';

/** A table of a family. */
export interface TableOf {
  readonly family: FamilyDefinition;
  readonly definition: TableDefinition;
}

interface CompiledTitle extends TableOf {
  readonly isTitle: (core: string) => boolean;
}

/** Titles of families as data, compiled once. */
export class TitleMatcher {
  /** The table whose title a title's core is, or null. */
  readonly match: (core: string) => TableOf | null;

  private constructor(readonly families: readonly FamilyDefinition[]) {
    const titles: readonly CompiledTitle[] = families.flatMap((family) => family.tables.map((definition) => ({ family, definition, isTitle: titleTest(definition.title) })));
    this.match = remembered((core) => titles.find((t) => t.isTitle(core)) ?? null);
  }

  /** The matcher of these families; workbooks are of few sets of families, so that one serves many. */
  static of(families: readonly FamilyDefinition[]): TitleMatcher {
    const known = MATCHERS.find((m) => m.families.length === families.length && m.families.every((f, i) => f === families[i]));
    if (known) return known;
    if (MATCHERS.length >= MOST_MATCHERS) MATCHERS.shift();
    const made = new TitleMatcher(families);
    MATCHERS.push(made);
    return made;
  }
}

const MATCHERS: TitleMatcher[] = [];
const MOST_MATCHERS = 16;

/** A text alone in its row above a header that is a title but for the word 表 (机关运行经费); "" where there is none. */
export function loneTitle(grid: SheetGrid, from: number, header: number, words: Words): string {
  for (let row = from; row < header; row++) {
    const [first, end] = grid.cellsOf(row);
    const text = end - first === 1 && grid.isText(first) ? grid.normOf(first) : '';
    const core = text === '' || words.headLine(text) > 0 ? '' : titleCore(`${text}表`, words);
    if (core !== '') return core;
  }
  return '';
}

const LONGEST_SHEET_NAME = 31;

/** What a sheet is called, as a title; "" where its name is none. */
export function titleOfSheet(grid: SheetGrid, words: Words): string {
  const full = normaliseText(grid.sheet.name);
  // A bracket that the cut left open is closed: 基本支出明细表(按支出功能分 → …功能分).
  const name = full.lastIndexOf('(') > full.lastIndexOf(')') ? `${full})` : full;
  const core = titleCore(name, words);
  // Excel cuts names at 31 characters: what is left of a long title need not end like one.
  return core !== '' || grid.sheet.name.length < LONGEST_SHEET_NAME - 1 ? core : titleCore(`${name}表`, words);
}
