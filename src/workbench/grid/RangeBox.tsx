import type { Rect, Span } from '../../audit/workbook';
import { useGridStyles } from './gridStyles';
import { headHeight, rowHeadWidth } from './layout';
import { intersection } from './ranges';
import type { SheetView } from './sheetView';

interface RangeBoxProps {
  readonly view: SheetView;
  readonly rect: Rect;
  /** The lines of the part of the sheet it is drawn in. */
  readonly rows: Span;
  readonly columns: Span;
}

/** The selected range over its cells. */
export function RangeBox({ view, rect, rows, columns }: RangeBoxProps) {
  const styles = useGridStyles();
  const shown = intersection(rect, { top: rows.from, bottom: rows.to, left: columns.from, right: columns.to });
  if (!shown) return null;
  return (
    <div
      className={styles.range}
      aria-hidden
      data-testid="range"
      style={{
        left: rowHeadWidth + view.columns.offset(shown.left),
        top: headHeight + view.rows.offset(shown.top),
        width: view.columns.offset(shown.right + 1) - view.columns.offset(shown.left),
        height: view.rows.offset(shown.bottom + 1) - view.rows.offset(shown.top),
      }}
    />
  );
}
