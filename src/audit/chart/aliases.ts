import type { ChartData } from './data';
import type { AliasWeight } from './model';
import { nameKey } from './names';

/** The catalogued other spellings of codes. */
export interface AliasTable {
  weight(code: string, name: string): AliasWeight | null;
  of(code: string): readonly string[];
}

export function createAliases(data: ChartData['aliases']): AliasTable {
  const names = new Map<string, string[]>();
  const weights = new Map<string, AliasWeight>();
  data.codes.forEach((number, i) => {
    const code = String(number);
    const name = data.names[i];
    const known = names.get(code);
    if (known === undefined) names.set(code, [name]);
    else known.push(name);
    weights.set(code + nameKey(name), data.weights[i] === 0 ? 'nothing' : 'hint');
  });
  return {
    weight: (code, name) => weights.get(code + nameKey(name)) ?? null,
    of: (code) => names.get(code) ?? [],
  };
}
