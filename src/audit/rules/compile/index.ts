import { EquationBuilder, type EquationNotes } from '../../equations/builder';
import { AmountState, type EquationStore } from '../../equations/model';
import { bodiesOf, type BoundBlock, type BoundRow, type Recognition } from '../../tables';
import type { Formula } from '../language/syntax';
import type { RuleDefinition } from '../model';
import { compileFormula } from './compileFormula';
import { holds } from './conditions';
import { Places, referencesOf, type Obstacle } from './places';

export type { Obstacle } from './places';

export interface CompiledRules {
  readonly equations: EquationStore;
  readonly notes: EquationNotes;
  /** Rule index → what stood in its way (tables, rows, columns missing; condition not met). */
  readonly obstacles: ReadonlyMap<number, readonly Obstacle[]>;
  /** Amount cells on which a rule's condition depends: an edit there may bring other rules into force. */
  readonly conditionCells: ReadonlySet<number>;
  /** The same by rule index: what a rule's application rests on. */
  readonly conditionsOf: ReadonlyMap<number, ReadonlySet<number>>;
}

/** Compiles every rule against the tables of one workbook. */
export function compileRules(rules: readonly RuleDefinition[], recognition: Recognition): CompiledRules {
  const builder = new EquationBuilder();
  const places = new Places(recognition);
  const obstacles = new Map<number, Obstacle[]>();
  const conditionsOf = new Map<number, ReadonlySet<number>>();
  const unknownMoney = new Map<BoundBlock, boolean>();
  const hasUnknownMoney = (block: BoundBlock): boolean => {
    let known = unknownMoney.get(block);
    if (known === undefined) {
      known = blockHasUnknownMoney(block, recognition);
      unknownMoney.set(block, known);
    }
    return known;
  };
  const bodies = bodiesOf(recognition.tables).map(({ tables }, _, all) => (all.length === 1 ? places : new Places(recognition, tables)));
  rules.forEach((rule, index) => {
    if (rule.checks.length === 0) return;
    const compile = (own: Places, instance: number, add: (obstacle: Obstacle) => void): void =>
      rule.checks.forEach((check, k) => {
        const obstacle = compileFormula(check.formula, instance, { builder, places: own, rule: index, check: k, blanks: rule.blanks, hasUnknownMoney, hasUnknownColumn });
        if (obstacle) add(obstacle);
      });
    // Rules within one table hold for each table of that kind; rules between tables speak of the first of each, body by body.
    const isWithin = rule.tables.length === 1;
    for (const [at, own] of (isWithin ? [places] : bodies).entries()) {
      // Of a further body only what it lacks and the first has.
      const add = (obstacle: Obstacle): void => {
        if (at > 0 && (obstacle.kind !== 'table' || bodies[0].instances(obstacle.table).length === 0)) return;
        obstacles.set(index, [...(obstacles.get(index) ?? []), at > 0 && obstacle.kind === 'table' ? { ...obstacle, body: at } : obstacle]);
      };
      if (rule.when.length > 0) {
        const cells = new Set(conditionsOf.get(index) ?? []);
        const met = holds(rule.when, { places: own, amounts: recognition.amounts, cells, mayBeUnread: (block) => hasUnknownMoney(block) || hasUnknownIncome(block, recognition) });
        conditionsOf.set(index, cells);
        if (met === false) {
          add({ kind: 'condition' });
          continue;
        }
        // A check whose condition cannot be read is not made; a missing table is the better reason.
        if (met === null) {
          for (const check of rule.checks) add(missingTable(check.formula, own) ?? { kind: 'unknownCondition' });
          continue;
        }
      }
      for (let instance = 0; instance < (isWithin ? Math.max(1, places.instances(rule.tables[0]).length) : 1); instance++) compile(own, instance, add);
    }
  });
  return { ...builder.finish(), obstacles, conditionsOf, conditionCells: new Set([...conditionsOf.values()].flatMap((cells) => [...cells])) };
}

/** A coded table with amounts in a column of its own that its form does not have, or whose words are lost. */
function hasUnknownColumn({ table, columns }: BoundBlock): boolean {
  return table.definition.shape === 'coded' && table.definition.columns !== undefined && table.reading.columns.some((c) => c.kind === 'amount' && c.path.length < 2 && !columns.some((own) => own.column === c.column));
}

function missingTable(formula: Formula, places: Places): Obstacle | null {
  const missing = referencesOf(formula).find((r) => !r.optionalTable && places.instances(r.table).length === 0);
  return missing ? { kind: 'table', table: missing.table } : null;
}

/** A form with an unidentified line that carries money cannot be summed with certainty. */
const blockHasUnknownMoney = (block: BoundBlock, recognition: Recognition): boolean => hasMoney(block, recognition, (row) => row.kind === 'extra');

/** A numbered line of income of which no word is known is part of the total, and may be any source. */
const hasUnknownIncome = (block: BoundBlock, recognition: Recognition): boolean => block.id === '收入' && hasMoney(block, recognition, (row) => row.kind === 'item' && row.isClass && row.code === '');

function hasMoney(block: BoundBlock, recognition: Recognition, of: (row: BoundRow) => boolean): boolean {
  const width = block.columns.length;
  return block.rows.some(
    (row, r) =>
      of(row) &&
      block.columns.some((_, c) => {
        const amount = block.amounts[r * width + c];
        return amount >= 0 && recognition.amounts.state[amount] === AmountState.number && recognition.amounts.fen[amount] !== 0;
      }),
  );
}
