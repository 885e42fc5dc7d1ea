import { remembered } from '../remembered';
import { nameKey, type Chart, type Classification } from '../chart';
import type { CodeKind } from './model';

/** What the chart of accounts knows of codes and names, of whatever year. */
export interface CodeBook {
  /** true where some year's chart has the code in that classification. */
  knows(kind: CodeKind, code: string): boolean;
  /** true where some year's chart gives the code this name. */
  agrees(kind: CodeKind, code: string, name: string): boolean;
  /** Codes that bear the name in any year, shortest first, the one in use longest before those of earlier years. */
  codesOf(kind: CodeKind, name: string): readonly string[];
}

export function createCodeBook(chart: Chart): CodeBook {
  const inEach = <T>(make: (classification: Classification, text: string) => T, none: T): ((kind: CodeKind, text: string) => T) => {
    const of = (classification: Classification): ((text: string) => T) => remembered((text) => make(classification, text));
    const found = { function: of('function'), department: of('department'), government: of('government') };
    return (kind, text) => (kind === 'unit' || kind === 'other' ? none : found[kind](text));
  };
  const keysOf = inEach<readonly string[]>((classification, code) => [...chart.inOtherYears(classification, code).map((e) => e.name), ...chart.aliases(code)].map(nameKey), []);
  const codesOf = inEach<readonly string[]>((classification, name) => {
    const lastYears = new Map<string, number>();
    for (let year = chart.firstYear; year <= chart.lastYear; year++) for (const entry of chart.codesByName(classification, name, year)) lastYears.set(entry.code, year);
    const age = (code: string): number => -(lastYears.get(code) ?? 0);
    return [...lastYears.keys()].sort((a, b) => a.length - b.length || age(a) - age(b) || a.localeCompare(b));
  }, []);
  return {
    knows: (kind, code) => keysOf(kind, code).length > 0,
    agrees: (kind, code, name) => keysOf(kind, code).includes(nameKey(name)),
    codesOf,
  };
}
