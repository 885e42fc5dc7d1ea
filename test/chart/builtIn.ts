import { readFileSync } from 'node:fs';
import type { ChartData } from '../../src/audit/chart';
import { compileChart } from '../../src/build/chartData.mjs';

function file(name: string): string {
  return readFileSync(new URL(`../../src/families/chart/${name}.csv`, import.meta.url), 'utf8');
}

/** The built-in chart, compiled from the files as the build does it. */
export function builtInChartData(): ChartData {
  return compileChart({
    function: file('function'),
    economicDepartment: file('economic_department'),
    economicGovernment: file('economic_government'),
    economicMapping: file('economic_mapping'),
    income: file('income'),
    aliases: file('aliases'),
  });
}
