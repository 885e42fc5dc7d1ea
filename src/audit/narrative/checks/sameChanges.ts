import { bind } from '../bind';
import { factKey } from '../facts';
import type { NarrativeContext } from '../findings';
import type { Change, Subjected } from '../model';
import { signed } from './signed';

interface Saying {
  readonly value: number;
  readonly step: number;
  readonly number: number;
}

/** N8: one change of one thing, said in several places, proves itself. Bases differ from place to place, so nothing is accused. */
export function checkSameChanges(context: NarrativeContext): void {
  const groups = new Map<string, Saying[]>();
  const say = (of: Subjected, change: Change): void => {
    const value = signed(change);
    if (value === null || change.amount === null || change.narrowed) return;
    for (const key of keysOf(of, context)) groups.set(key, [...(groups.get(key) ?? []), { value, step: change.amount.step, number: change.amount.number }]);
  };
  for (const statement of context.read.statements) for (const change of statement.changes) say(statement, change);
  for (const part of context.read.changeParts) say(part, part.change);
  for (const sayings of groups.values()) {
    for (const one of sayings) {
      if (sayings.some((other) => other.number !== one.number && Math.abs(other.value - one.value) <= Math.max(one.step, other.step) / 2)) context.prove(one.number, ['文中几处一致']);
    }
  }
}

/** “收支” is income and expenditure at once. */
function keysOf(of: Subjected, context: NarrativeContext): readonly string[] {
  const { key, concepts } = bind(of, context);
  if (key === null) return [];
  const isBoth = of.subject.concepts.side === '收支';
  return isBoth ? ['收入', '支出'].map((side) => factKey({ ...concepts, side }, null, '')) : [key];
}
