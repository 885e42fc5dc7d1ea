import type { WorkbookSnapshot } from '../../src/audit/workbook';
import { budgetWorkbook, drawBudget, fullBudgetOptions, type Budget, type BudgetOptions } from '../generate/budget';

export interface MadeDepartment {
  readonly department: WorkbookSnapshot;
  /** In the order of the department's own lists. */
  readonly units: readonly WorkbookSnapshot[];
}

/** A department of so many units and the workbook of each unit: its items alone, on the form of a 单位. */
export function makeDepartment(options: BudgetOptions): MadeDepartment {
  const budget = drawBudget(fullBudgetOptions({ ...options, level: 'department' }));
  return { department: budgetWorkbook(budget), units: budget.units.map((unit, i) => ({ ...budgetWorkbook(onlyUnit(budget, i)), name: `${unit.name}.xlsx` })) };
}

function onlyUnit(budget: Budget, index: number): Budget {
  const unit = budget.units[index];
  const projects = budget.projects.map((project, i) => ({ project, i })).filter(({ project }) => project.unit === index);
  const number = new Map(projects.map(({ i }, k) => [i, k]));
  const own = <T extends { readonly unit: number }>(list: readonly T[]): T[] => list.filter((one) => one.unit === index).map((one) => ({ ...one, unit: 0 }));
  return {
    ...budget,
    options: { ...budget.options, level: 'unit', units: 1, departments: 1 },
    departments: [budget.departments[unit.department]],
    units: [{ ...unit, department: 0 }],
    items: own(budget.items).map((item) => ({ ...item, project: item.project === null ? null : number.get(item.project) ?? null })),
    unspent: own(budget.unspent),
    projects: projects.map(({ project }) => ({ ...project, unit: 0 })),
    purchases: own(budget.purchases).map((p) => ({ ...p, project: number.get(p.project) ?? 0 })),
    lastYear: [budget.lastYear[index]],
  };
}
