import { WorkbookBuilder, type WorkbookSnapshot } from '../../src/audit/workbook';

/** Two small tables; the second sheet is hidden. */
export function literalWorkbook(): WorkbookSnapshot {
  const builder = new WorkbookBuilder('预算.xlsx');
  const first = builder.sheet('表6');
  first.text(0, 0, '工会经费');
  first.number(15, 4, 405200, '#,##0.00');
  builder.add(first.finish());
  const second = builder.sheet('底稿');
  second.number(0, 0, 1);
  builder.add(second.finish({ visibility: 'hidden' }));
  return builder.finish();
}
