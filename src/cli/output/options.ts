import type { Chart } from '../../audit/chart';
import type { Language } from '../texts';

export interface TextOptions {
  readonly lang: Language;
  /** What was loaded for this run: chart, rules. */
  readonly remarks: readonly string[];
  readonly chart: Chart | null;
  /** The chart is an official one the user loaded: then the built-in years do not matter. */
  readonly hasOfficialChart: boolean;
}
