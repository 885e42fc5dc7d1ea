import { Checklist, type Check } from '../context';
import { titleOf } from './form';
import { checkRates } from './rates';
import { checkScores } from './scores';
import { checkFunds, checkSpending } from './spending';

/** M10: in a 绩效自评表 rates are what they are made of, weights and scores add up, and its money is that of the tables. */
export const selfEvaluation: Check = (context) => {
  const list = new Checklist();
  for (const grid of context.grids) {
    const title = titleOf(grid);
    if (title === null) continue;
    for (const row of grid.sheet.rowNumbers) {
      checkRates(context, list, grid, row);
      checkSpending(context, list, grid, row, title);
    }
    checkScores(context, list, grid);
    checkFunds(context, list, grid, title);
  }
  return list.result();
};
