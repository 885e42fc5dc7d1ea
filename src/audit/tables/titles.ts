import { normaliseText, type SheetGrid } from '../workbook';
import type { FamilyDefinition, TableDefinition } from './definitions';

export interface TitleHit {
  readonly family: FamilyDefinition;
  readonly definition: TableDefinition;
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

interface CompiledTitle {
  readonly family: FamilyDefinition;
  readonly definition: TableDefinition;
  readonly all: readonly RegExp[];
  readonly none: readonly RegExp[];
}

/** A title is a short line that ends in 表, a bracket, a quote or 续; longer texts are prose that mentions one. */
const LONGEST_TITLE = 70;
const TITLE_END = /表(\(.{0,30}\))?("|\(续\)|续表?|-?\d{0,2})?$/;
const CATALOGUE_NUMBER = /^附?表[\d一二三四五六七八九十]+(-\d+)?[:、.]?/;

/** Compiles the families' title patterns once. */
export class TitleMatcher {
  private readonly titles: readonly CompiledTitle[];
  private readonly memo = new Map<string, CompiledTitle | null>();

  constructor(families: readonly FamilyDefinition[]) {
    this.titles = families.flatMap((family) =>
      family.tables.map((definition) => ({
        family,
        definition,
        all: definition.title.all.map((part) => new RegExp(part)),
        none: definition.title.none.map((part) => new RegExp(part)),
      })),
    );
  }

  /** The table whose title a normalised text is, or null. */
  match(normalised: string): CompiledTitle | null {
    let found = this.memo.get(normalised);
    if (found === undefined) {
      found = this.search(normalised.replace(CATALOGUE_NUMBER, ''));
      this.memo.set(normalised, found);
    }
    return found;
  }

  private search(text: string): CompiledTitle | null {
    if (text.length < 4 || text.length > LONGEST_TITLE || !TITLE_END.test(text) || /[。;]/.test(text)) return null;
    return (
      this.titles.find((t) => t.all.every((part) => part.test(text)) && !t.none.some((part) => part.test(text))) ?? null
    );
  }
}

/** "5.", "Z05_1", "公开05表 " before a table's name in the name of a sheet. */
const SHEET_NUMBER = /^(公开|附)?[A-Za-z]{0,4}\d{1,2}([-_.]\d{1,2})?表?[\s、.:_-]*/;

const LONGEST_SHEET_NAME = 31;

/** The table that a sheet is named after, for sheets on which no title stands. */
export function titleOfSheet(grid: SheetGrid, matcher: TitleMatcher): Pick<TitleHit, 'family' | 'definition'> | null {
  // Excel cuts names at 31 characters: what is left of a long title need not end like one.
  const cut = grid.sheet.name.length >= LONGEST_SHEET_NAME - 1;
  const name = normaliseText(grid.sheet.name);
  const names = [name, name.replace(SHEET_NUMBER, '')];
  for (const candidate of cut ? [...names, ...names.map((n) => `${n}表`)] : names) {
    const found = matcher.match(candidate);
    if (found) return found;
  }
  return null;
}

/** All title cells of a sheet, from top to bottom; at most one a row. */
export function titlesOf(grid: SheetGrid, matcher: TitleMatcher): TitleHit[] {
  const hits: TitleHit[] = [];
  const { sheet } = grid;
  // A text index is looked at once per sheet however often it occurs.
  const verdicts = new Map<number, ReturnType<TitleMatcher['match']>>();
  for (let i = 0; i < sheet.rowNumbers.length; i++) {
    for (let cell = sheet.rowStart[i]; cell < sheet.rowStart[i + 1]; cell++) {
      const text = sheet.texts[cell];
      if (text < 0 || !grid.isText(cell)) continue;
      let found = verdicts.get(text);
      if (found === undefined) {
        const raw = grid.texts.strings[text];
        found = raw.length > 200 || !raw.includes('表') ? null : matcher.match(grid.texts.norm(text));
        verdicts.set(text, found);
      }
      if (!found) continue;
      hits.push({
        family: found.family,
        definition: found.definition,
        row: sheet.rowNumbers[i],
        column: sheet.columns[cell],
        text: grid.rawOf(cell).trim(),
      });
      break;
    }
  }
  return hits;
}
