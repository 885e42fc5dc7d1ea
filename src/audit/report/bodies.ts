import type { CompiledRules } from '../rules/compile';
import type { RuleDefinition } from '../rules/model';
import { bodiesOf, looseKinds, setName, type Body, type Recognition } from '../tables';
import type { Unchecked } from './model';

/** Bodies whose names a note lists. */
const MOST_BODIES = 5;

const nameOf = ({ name }: Body, at: number, lang: 'zh' | 'en'): string => name || setName(at)[lang];

/** A workbook with the tables of several bodies: whose they are. */
export function bodyNotes({ tables }: Recognition, lang: 'zh' | 'en'): string[] {
  const bodies = bodiesOf(tables);
  if (bodies.length === 0) return [lang === 'zh' ? '工作簿里看来有几个单位的表，没有写单位名称，分不清哪张是哪个单位的，表间关系没有核对；请写上单位名称，或分成几个文件' : 'The workbook seems to hold the tables of several bodies without their names; whose each is is not certain, so relations between tables were not checked; please print the names, or keep the bodies in files of their own'];
  if (bodies.length < 2) return [];
  const some = bodies.slice(0, MOST_BODIES).map((body, at) => nameOf(body, at, lang)).join(lang === 'zh' ? '、' : ', ');
  return [lang === 'zh' ? `工作簿里有 ${bodies.length} 个单位的表（${some}${bodies.length > MOST_BODIES ? '等' : ''}），表间关系按单位分别核对` : `The workbook holds the tables of ${bodies.length} bodies (${some}${bodies.length > MOST_BODIES ? ', …' : ''}); relations between tables were checked for each`];
}

/** What the tables of a further body lack, a line for each body: one may print three tables where the department prints all. */
export function lackedByBodies(rules: readonly RuleDefinition[], { obstacles }: CompiledRules, recognition: Recognition, names: ReadonlyMap<string, string>, isDue: (table: string) => boolean, lang: 'zh' | 'en'): Unchecked[] {
  const lacks = new Map<number, { readonly tables: Set<string>; readonly rules: Set<string> }>();
  for (const [index, list] of obstacles) for (const obstacle of list) {
    if (obstacle.kind !== 'table' || obstacle.body === undefined || !isDue(obstacle.table)) continue;
    const lack = lacks.get(obstacle.body) ?? { tables: new Set(), rules: new Set() };
    lacks.set(obstacle.body, lack);
    lack.tables.add(names.get(obstacle.table) ?? obstacle.table);
    lack.rules.add(rules[index].id);
  }
  const bodies = lacks.size === 0 ? [] : bodiesOf(recognition.tables);
  return [...lacks].sort(([a], [b]) => a - b).map(([body, { tables, rules: unmade }]) => {
    const [rule] = unmade;
    const whose = nameOf(bodies[body], body, lang);
    return { rule, reason: lang === 'zh' ? `${whose} 没有${[...tables].map((t) => `“${t}”`).join('')}，用到它们的 ${unmade.size} 条规则没有核对` : `${whose} has no ${[...tables].map((t) => `“${t}”`).join(', ')}; ${unmade.size} rules that need them were not checked` };
  });
}

/** Kinds of tables of which it is not certain whose they are, a line each. */
export function looseTables(rules: readonly RuleDefinition[], recognition: Recognition, names: ReadonlyMap<string, string>, lang: 'zh' | 'en'): Unchecked[] {
  const certain = new Set(bodiesOf(recognition.tables).flatMap((body) => body.tables));
  return [...looseKinds(recognition.tables)].flatMap((id): Unchecked[] => {
    const unmade = rules.filter(({ tables }) => tables.length > 1 && tables.includes(id));
    const count = recognition.tables.filter((t) => t.id === id && !t.isCopy && !certain.has(t)).length;
    const name = names.get(id) ?? id;
    return unmade.length === 0 ? [] : [{ rule: unmade[0].id, reason: lang === 'zh' ? `“${name}”有 ${count} 张，分不清是哪个单位的，${unmade.length} 条表间规则没有用到它们` : `There are ${count} tables "${name}" of which it is not certain whose they are; ${unmade.length} rules between tables did not use them` }];
  });
}
