import { createAliases } from './aliases';
import { isTreasuryBondCode } from './codes';
import type { ChartData } from './data';
import { entriesByCode, isValidIn, pairsByDepartment } from './entries';
import type { AllowedPair, Chart, Classification, Fund } from './model';
import { CLASSIFICATIONS } from './model';
import type { OfficialChart } from './official/model';
import type { Register } from './register';
import { createRegister } from './register';
import { counterpartOf, nearestTo } from './relatives';

/** The chart of accounts from the shipped data, with a loaded official chart laid over it. */
export function createChart(data: ChartData, options: { readonly official?: OfficialChart | null } = {}): Chart {
  const official = options.official ?? null;
  const registers = Object.fromEntries(
    CLASSIFICATIONS.map((classification) => [
      classification,
      createRegister(
        classification,
        entriesByCode(classification, data.tables[classification], data.profiles),
        data.years,
        official,
      ),
    ]),
  ) as Record<Classification, Register>;
  const aliases = createAliases(data.aliases);
  const allPairs = pairsByDepartment(data);
  const funds = new Map<string, readonly Fund[]>();

  const pairs = (departmentCode: string, year: number): AllowedPair[] =>
    (allPairs.get(departmentCode) ?? []).filter((dated) => isValidIn(dated, year)).map((dated) => dated.pair);

  const fundOf = (code: string, year: number): Fund | null => {
    const entry = registers.function.lookup(code, year);
    if (entry !== null && entry.fund !== null) return entry.fund;
    // An unlisted 项 belongs to the fund of its 款, unless it is a 国债 code, whose fund is not settled.
    if (code.length !== 7 || isTreasuryBondCode('function', code, year)) return null;
    return registers.function.lookup(code.slice(0, 5), year)?.fund ?? null;
  };
  const fundsUnder = (code: string, year: number): readonly Fund[] => {
    // A 项 has nothing under it; what is kept is bounded by the 类 and 款 there can be.
    if (code.length >= 7) return [fundOf(code, year)].filter((fund) => fund !== null);
    const key = `${code}/${year}`;
    const known = funds.get(key);
    if (known !== undefined) return known;
    const found = new Set<Fund>();
    for (const entry of registers.function.under(code, year)) if (entry.fund !== null) found.add(entry.fund);
    const own = fundOf(code, year);
    if (own !== null) found.add(own);
    if (code.length === 3 && isTreasuryBondCode('function', code + '98', year)) found.add('governmentFund');
    const list = [...found];
    funds.set(key, list);
    return list;
  };

  return {
    firstYear: data.years[0],
    lastYear: data.years[1],
    coversYear: (year, classification) =>
      (classification === undefined ? CLASSIFICATIONS : [classification]).some((one) => registers[one].covers(year)),
    isOfficial: (classification, code, year) => registers[classification].isOfficial(code, year),
    lookup: (classification, code, year) => registers[classification].lookup(code, year),
    inOtherYears: (classification, code) => registers[classification].all(code),
    hasClass: (classification, code) => registers[classification].hasClass(code.slice(0, 3)),
    counterpart: (classification, code, year) => counterpartOf(registers[classification], code, year),
    nearest: (classification, code, year) => nearestTo(registers[classification], classification, code, year),
    codesByName: (classification, name, year) => registers[classification].byName(name, year),
    aliasWeight: aliases.weight,
    aliases: aliases.of,
    fundOf,
    fundsUnder,
    pairs,
    isPairAllowed: (departmentCode, governmentCode, year) =>
      pairs(departmentCode, year).some((pair) => pair.governmentCode === governmentCode),
  };
}
