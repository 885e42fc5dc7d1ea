import { likeliestYear, type NamedCode } from '../../chart';
import { codedBlocks, type CheckContext } from './context';

/** The fiscal year whose chart the codes are checked against. */
export interface ChartYear {
  readonly year: number;
  /** true where the workbook does not say its year: then nothing said about codes is more than a hint. */
  readonly isAssumed: boolean;
}

/** The workbook's year; without one, the year whose chart agrees with most codes and names; null where none does. */
export function chartYearOf(context: CheckContext): ChartYear | null {
  if (context.year !== null) return { year: context.year, isAssumed: false };
  const named: NamedCode[] = codedBlocks(context.recognition, ['function', 'department']).flatMap((block) =>
    block.rows.flatMap((row) => {
      if (row.code === '') return [];
      const classification = block.table.definition.codes === 'department' ? ('department' as const) : ('function' as const);
      const own = { classification, code: row.code, name: row.label };
      return row.govCode === '' ? [own] : [own, { classification: 'government' as const, code: row.govCode, name: row.govName }];
    }),
  );
  const year = likeliestYear(context.chart, named);
  return year === null ? null : { year, isAssumed: true };
}
