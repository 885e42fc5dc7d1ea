import { mergeClasses } from '@fluentui/react-components';
import { memo } from 'react';
import { cellAddress, type CellPosition } from '../../audit/workbook';
import { markLooks } from '../../host/marks';
import type { MemoryCell } from '../../host/memory';
import type { Mark } from '../../host/workbookHost';
import type { Texts } from '../../taskpane/text';
import { useGridStyles } from './gridStyles';
import { rowHeight } from './layout';
import { displayText } from './numberText';
import { shownText } from './textWidth';

export interface CellProps {
  readonly position: CellPosition;
  readonly cell: MemoryCell | null;
  readonly mark: Mark | null;
  readonly explained: boolean;
  readonly texts: Texts;
  readonly active: boolean;
  /** In the selected range. */
  readonly selected: boolean;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly merged: boolean;
  /** Pressed; with Shift, or dragged onto, the range is drawn to it. */
  readonly onSelect: (cell: CellPosition, extends_: boolean) => void;
  readonly onEdit: () => void;
}

/** One cell: its text by its number format, its mark, the selection. */
export const Cell = memo(
  function Cell(props: CellProps) {
    const { position, cell, mark, explained, texts, active, selected, left, top, width, height, merged } = props;
    const styles = useGridStyles();
    const format = mark ? markLooks[mark.style].numberFormat : null;
    const text = cell ? shownText(displayText(cell.content, format ?? cell.format), width, height) : '';
    const isNumber = cell?.content.kind === 'number';
    const word = mark ? { suspect: texts.legendSuspect, error: texts.legendError, warning: texts.legendWarning, hint: texts.legendHint, tick: texts.legendTick }[mark.style] : '';
    return (
      <div
        role="gridcell"
        id={active ? 'gouji-cell-active' : undefined}
        aria-colindex={position.column + 1}
        aria-selected={active || selected}
        aria-label={[cellAddress(position.row, position.column), text, word].filter(Boolean).join(' ')}
        data-cell={cellAddress(position.row, position.column)}
        data-mark={mark?.style}
        className={mergeClasses(styles.cell, isNumber && styles.number, merged && styles.merged, height > rowHeight && cell?.content.kind === 'text' && styles.wraps, mark ? styles[mark.style] : undefined, active && styles.active)}
        style={{ left, top, width, height, ...(mark ? markStyle(mark) : {}) }}
        title={explained && mark ? mark.note : undefined}
        onMouseDown={(event) => {
          if (event.button === 0) props.onSelect(position, event.shiftKey);
        }}
        onMouseEnter={(event) => {
          if (event.buttons === 1) props.onSelect(position, true);
        }}
        onDoubleClick={props.onEdit}
      >
        <span className={styles.text}>{text}</span>
        {explained && mark && <span aria-hidden className={styles.corner3} />}
      </div>
    );
  },
  // The callbacks do the same whenever they are made; comparing them would draw every cell at every scroll.
  (a, b) =>
    a.cell === b.cell && a.mark === b.mark && a.active === b.active && a.selected === b.selected && a.explained === b.explained && a.left === b.left && a.top === b.top &&
    a.width === b.width && a.height === b.height && a.merged === b.merged && a.position.sheet === b.position.sheet &&
    a.position.row === b.position.row && a.position.column === b.position.column,
);

function markStyle(mark: Mark): Record<string, string | number> {
  const { fill, text, bold, italic, border } = markLooks[mark.style];
  return {
    ...(fill === null ? {} : { backgroundColor: fill }),
    ...(text === null ? {} : { color: text }),
    ...(bold ? { fontWeight: 700 } : {}),
    ...(italic ? { fontStyle: 'italic' } : {}),
    ...(border ? { boxShadow: border.line === 'solid' ? `inset 0 0 0 2px ${border.color}` : 'none' } : {}),
    ...(border?.line === 'dotted' ? { border: `2px dotted ${border.color}` } : {}),
  };
}
