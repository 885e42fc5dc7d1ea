import type { ChartData } from '../audit/chart/data';

/** The text of each CSV file of src/families/chart. */
export interface ChartCsv {
  readonly function: string;
  readonly economicDepartment: string;
  readonly economicGovernment: string;
  readonly economicMapping: string;
  readonly income: string;
  readonly aliases: string;
}

/** @throws {Error} naming the file and line that cannot be read. */
export function compileChart(csv: ChartCsv): ChartData;
