import { ofSheetsBody } from '../byBody';
import { Checklist, type Check } from '../context';
import { titleOf } from './form';
import { checkRates } from './rates';
import { checkScores } from './scores';
import { checkFunds, checkSpending } from './spending';

/** M10: in a 绩效自评表 rates are what they are made of, weights and scores add up, and its money is that of the tables. */
export const selfEvaluation: Check = (context) => {
  const list = new Checklist();
  const ofBody = ofSheetsBody(context);
  for (const grid of context.grids) {
    const title = titleOf(grid);
    if (title === null) continue;
    const own = ofBody(grid.index);
    for (const row of grid.sheet.rowNumbers) {
      checkRates(own, list, grid, row);
      checkSpending(own, list, grid, row, title);
    }
    checkScores(own, list, grid);
    checkFunds(own, list, grid, title);
  }
  return list.result();
};
