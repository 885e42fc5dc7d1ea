import type { ChartData, ChartProfile, ChartTable } from './data';
import type { AllowedPair, Basis, ChartEntry, Classification, Confidence, Fund } from './model';

const BASES: readonly Basis[] = ['seen', 'nameSeen', 'recalled'];
const CONFIDENCES: readonly Confidence[] = ['high', 'medium', 'low'];
const FUNDS: readonly (Fund | null)[] = [null, 'general', 'governmentFund', 'stateCapital', 'socialInsurance'];
const CONDITIONS: readonly AllowedPair['condition'][] = ['any', 'organ', 'institution'];

/** An allowed pair and the years in which it is. */
export interface DatedPair {
  readonly pair: AllowedPair;
  readonly fromYear: number;
  readonly toYear: number | null;
}

/** The entries of one classification by code, each code's in the order of the years. */
export function entriesByCode(
  classification: Classification,
  table: ChartTable,
  profiles: readonly ChartProfile[],
): Map<string, ChartEntry[]> {
  const byCode = new Map<string, ChartEntry[]>();
  table.codes.forEach((number, i) => {
    const [basis, confidence, fund, fromYear, toYear, first, last, undated] = profiles[table.profiles[i]];
    const entry: ChartEntry = {
      classification,
      code: String(number),
      name: table.names[i],
      fund: FUNDS[fund],
      basis: BASES[basis],
      confidence: CONFIDENCES[confidence],
      fromYear,
      toYear: toYear === 0 ? null : toYear,
      seen: first === 0 ? null : { first, last },
      isUndated: undated === 1,
    };
    const entries = byCode.get(entry.code);
    if (entries === undefined) byCode.set(entry.code, [entry]);
    else {
      entries.push(entry);
      entries.sort((a, b) => a.fromYear - b.fromYear);
    }
  });
  return byCode;
}

/** The allowed pairs by 部门经济 code. */
export function pairsByDepartment(data: ChartData): Map<string, DatedPair[]> {
  const byCode = new Map<string, DatedPair[]>();
  const { departments, governments, conditions, profiles } = data.pairs;
  departments.forEach((department, i) => {
    const [basis, confidence, , fromYear, toYear] = data.profiles[profiles[i]];
    const dated: DatedPair = {
      pair: {
        governmentCode: String(governments[i]),
        condition: CONDITIONS[conditions[i]],
        basis: BASES[basis],
        confidence: CONFIDENCES[confidence],
      },
      fromYear,
      toYear: toYear === 0 ? null : toYear,
    };
    const code = String(department);
    const pairs = byCode.get(code);
    if (pairs === undefined) byCode.set(code, [dated]);
    else pairs.push(dated);
  });
  return byCode;
}

export function isValidIn(span: { readonly fromYear: number; readonly toYear: number | null }, year: number): boolean {
  return span.fromYear <= year && (span.toYear === null || year <= span.toYear);
}
