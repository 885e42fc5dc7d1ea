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

const CLASSIFICATION: Readonly<Record<CodeKind, Classification | null>> = { function: 'function', department: 'department', government: 'government', unit: null, other: null };

export function createCodeBook(chart: Chart): CodeBook {
  const codes = new Map<string, readonly string[]>();
  const known = new Map<string, readonly string[]>();
  const keysOf = (kind: CodeKind, code: string): readonly string[] => {
    const classification = CLASSIFICATION[kind];
    if (!classification) return [];
    const id = `${kind}/${code}`;
    let keys = known.get(id);
    if (!keys) known.set(id, (keys = [...chart.inOtherYears(classification, code).map((e) => e.name), ...chart.aliases(code)].map(nameKey)));
    return keys;
  };
  return {
    knows: (kind, code) => keysOf(kind, code).length > 0,
    agrees: (kind, code, name) => keysOf(kind, code).includes(nameKey(name)),
    codesOf(kind, name) {
      const classification = CLASSIFICATION[kind];
      if (!classification) return [];
      const id = `${kind}/${nameKey(name)}`;
      let found = codes.get(id);
      if (!found) {
        const lastYears = new Map<string, number>();
        for (let year = chart.firstYear; year <= chart.lastYear; year++) for (const entry of chart.codesByName(classification, name, year)) lastYears.set(entry.code, year);
        const age = (code: string): number => -(lastYears.get(code) ?? 0);
        codes.set(id, (found = [...lastYears.keys()].sort((a, b) => a.length - b.length || age(a) - age(b) || a.localeCompare(b))));
      }
      return found;
    },
  };
}
