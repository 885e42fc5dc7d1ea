import type { FamilyDefinition } from './definitions';

/**
 * Which family a workbook's budget tables are: the one whose own words (综合预算, 专项业务经费) stand in its titles and headers;
 * without any, the family that has no words of its own (the Ministry's form). Families that know their tables by the title alone
 * (决算表) stay. A workbook is decided as a whole, so that no table is bound to another form by a title that looks alike.
 */
export function familiesOf(families: readonly FamilyDefinition[], texts: readonly string[]): readonly FamilyDefinition[] {
  const rivals = families.filter((f) => f.rival !== undefined);
  const score = (family: FamilyDefinition): number => texts.filter((text) => (family.signs ?? []).some((sign) => text.includes(sign))).length;
  const scored = rivals.map((family) => ({ family, score: score(family) })).sort((a, b) => b.score - a.score);
  const best = scored[0]?.score > 0 ? scored[0].family : rivals.find((f) => f.signs === undefined) ?? scored[0]?.family;
  return families.filter((f) => f.rival === undefined || f === best);
}
