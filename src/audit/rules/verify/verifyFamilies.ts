import type { FamilyDefinition, TableDefinition } from '../../tables/definitions';
import { titleTest } from '../../tables/titleTest';
import { normaliseText } from '../../workbook/text';
import type { WordData } from '../../words/model';
import type { DataMistake } from './dataMistakes';
import { dataMessages } from './messages';
import { nearestName } from './nearestName';
import { patterns, texts } from './patterns';

/** Mistakes of one family, by paths into its tables.yaml. */
export interface FamilyMistakes {
  readonly family: string;
  readonly mistakes: readonly DataMistake[];
}

/** Table ids given twice, titles that no text can match or that another table takes first, funds and words that are no concept, `instead` of no table. */
export function verifyFamilies(families: readonly FamilyDefinition[], words: WordData): FamilyMistakes[] {
  const owners = new Map<string, string>();
  const concepts = words.concepts.map((c) => c.id);
  return families.map((family) => {
    const mistakes: DataMistake[] = [...texts(family.signs ?? [], ['signs'])];
    family.tables.forEach((table, i) => {
      const path = ['tables', i];
      const owner = owners.get(table.id);
      if (owner !== undefined) mistakes.push({ path: [...path, 'id'], message: dataMessages.tableTwice(table.id, owner) });
      owners.set(table.id, family.family);
      if (table.fund !== undefined && !concepts.includes(table.fund)) mistakes.push({ path: [...path, 'fund'], message: dataMessages.noConcept(table.fund, nearestName(table.fund, concepts)) });
      const { instead } = table;
      if (instead && !family.tables.some((t) => t.id === instead.table)) mistakes.push({ path: [...path, 'instead', 'table'], message: dataMessages.noTable(instead.table, nearestName(instead.table, family.tables.map((t) => t.id))) });
      for (const list of ['without', 'with'] as const) {
        instead?.[list]?.forEach((id, k) => {
          if (!concepts.includes(id)) mistakes.push({ path: [...path, 'instead', list, k], message: dataMessages.noConcept(id, nearestName(id, concepts)) });
        });
      }
      const wrong = [...patterns(table.title.all, [...path, 'title', 'all']), ...patterns(table.title.none, [...path, 'title', 'none'])];
      mistakes.push(...wrong);
      if (wrong.length === 0) mistakes.push(...unreachable(table, family, families, [...path, 'name']));
    });
    return { family: family.family, mistakes };
  });
}

/**
 * A table must be found by its own name in every choice of families that a workbook can be read as: one of those that are each
 * other's rivals, and all that have none. One that another table with the same title gives way to is found by its header.
 */
function unreachable(table: TableDefinition, own: FamilyDefinition, families: readonly FamilyDefinition[], path: DataMistake['path']): DataMistake[] {
  const core = normaliseText(table.name);
  if (!titleTest(table.title)(core)) return [{ path, message: dataMessages.unreachable(table.name, null) }];
  const chosen = own.rival === undefined ? families.filter((f) => f.rival !== undefined) : [own];
  for (const rival of chosen.length > 0 ? chosen : [own]) {
    const read = families.filter((f) => f.rival === undefined || f === rival).flatMap((f) => f.tables);
    const first = read.slice(0, read.indexOf(table)).find((other) => isSound(other) && other.instead?.table !== table.id && titleTest(other.title)(core));
    if (first) return [{ path, message: dataMessages.unreachable(table.name, `${first.id} ${first.name}`) }];
  }
  return [];
}

const isSound = ({ title }: TableDefinition): boolean => patterns([...title.all, ...title.none], []).length === 0;
