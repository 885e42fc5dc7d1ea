/** What the rules say a total of a sheet is made of, for totals whose parts do not stand below them as rows of codes do. */
import { Relation, type EquationStore } from '../../equations/model';
import { amountCell, type CheckContext } from './context';
import { reaches, type SummedArea } from './summedAreas';

/** Total → the parts that are added to it, by amounts; only sums on one sheet, or in one table. */
export class SumsOfRules {
  private readonly parts = new Map<number, readonly number[][]>();

  constructor(private readonly context: CheckContext, equations: EquationStore) {
    const { amounts, blocks, owners } = context.recognition;
    const table = (amount: number): unknown => blocks[owners.block[amount]]?.table;
    for (let e = 0; e < equations.count; e++) {
      const [from, to] = [equations.start[e], equations.start[e + 1]];
      if (equations.relation[e] !== Relation.equal || to - from < 3 || equations.coefficient[from] !== 1) continue;
      const [total, ...parts] = equations.cell.subarray(from, to);
      if (equations.coefficient.subarray(from + 1, to).some((c) => c !== -1) || parts.some((p) => amounts.sheet[p] !== amounts.sheet[total] && table(p) !== table(total))) continue;
      this.parts.set(total, [...(this.parts.get(total) ?? []), parts]);
    }
  }

  /** Parts with money that areas reach neither themselves nor by their own parts; none where the areas add something else. */
  leftOut(total: number, areas: readonly SummedArea[]): readonly number[] {
    const { amounts } = this.context.recognition;
    const isIn = (a: number): boolean => reaches(areas, amountCell(this.context.recognition, a));
    const covers = (a: number, depth: number): boolean => isIn(a) || (depth > 0 && (this.parts.get(a) ?? []).some((parts) => parts.every((p) => covers(p, depth - 1))));
    const candidates = (this.parts.get(total) ?? []).map((parts) => {
      const open = parts.filter((p) => !covers(p, DEEPEST));
      // A formula that reaches most of the parts means this sum.
      return open.length * 2 < parts.length ? open : null;
    });
    const meant = candidates.filter((open) => open !== null);
    return meant.length === 0 || meant.some((open) => open.length === 0) ? [] : meant[0].filter((a) => amounts.fen[a] !== 0);
  }
}

/** Levels of parts of parts. */
const DEEPEST = 3;
