/** Speed of error localisation: a 16-table workbook with five faults, 100,000 equations with fifty and with 984. */
import { buildSystem, localise } from '../../src/audit/diagnosis';
import { drawBudget, usualSize, type BudgetSize } from '../diagnosis/support/budget';
import { Drawing, withValues, type Drawn } from '../diagnosis/support/drawing';
import { slip } from '../diagnosis/support/faults';
import { random } from '../diagnosis/support/random';

export interface DiagnosisBench {
  readonly name: string;
  readonly equations: number;
  readonly faults: number;
  /** Judging, indexing and localising together. */
  readonly medianMs: number;
}

export function benchDiagnosis(): DiagnosisBench[] {
  const workbook = budgets(1, { ...usualSize, classes: 14, groups: 5, items: 6, economic: 30 });
  const one = budgets(1, { ...usualSize, classes: 140, groups: 12, items: 24, economic: 60 });
  const many = budgets(75, { ...usualSize, classes: 14, groups: 5, items: 6, economic: 30 });
  return [
    run('16-table workbook', workbook, 5, 21),
    run('16-table workbook, clean', workbook, 0, 21),
    run('many budgets in one system', many, 50, 5),
    run('many budgets in one system, broken all over', many, 984, 3),
    run('one large budget', one, 50, 5),
  ];
}

function budgets(count: number, size: BudgetSize): Drawn {
  const drawing = new Drawing();
  for (let n = 0; n < count; n++) drawBudget(drawing, random(n + 1), size, count > 1 ? `${n + 1}号` : '');
  return drawing.build();
}

function run(name: string, clean: Drawn, faults: number, rounds: number): DiagnosisBench {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const rand = random(round + 1);
    const planted = new Map<number, number>();
    while (planted.size < faults) {
      const cell = rand.below(clean.amounts.count);
      const wrong = slip(rand, clean.amounts.fen[cell]!);
      if (wrong !== null) planted.set(cell, wrong);
    }
    const dirty = withValues(clean, planted);
    const start = performance.now();
    localise(dirty, buildSystem(dirty.amounts, dirty.equations));
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return { name, equations: clean.equations.count, faults, medianMs: Math.round(times[Math.floor(times.length / 2)]! * 100) / 100 };
}
