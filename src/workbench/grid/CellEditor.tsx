import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { CellPosition } from '../../audit/workbook';
import { useGridStyles } from './gridStyles';
import { headHeight, rowHeadWidth } from './layout';
import type { SheetView } from './sheetView';

export interface CellEditorProps {
  /** What the field begins with. */
  readonly initial: string;
  /** What stands in the cell. */
  readonly before: string;
  readonly view: SheetView;
  readonly cell: CellPosition;
  readonly label: string;
  readonly onCommit: (text: string, then: 'down' | 'right' | 'up' | 'left' | null) => void;
  readonly onCancel: () => void;
  /** What the field holds, from its first character. */
  readonly onType: (text: string) => void;
  /** The field is taken away with what it holds: another sheet or file is shown. */
  readonly onTakenAway: () => void;
}

/** The field over the cell being typed into. Enter and Tab take the value over, Esc leaves it, a click elsewhere takes it over. */
export function CellEditor({ initial, before, view, cell, label, onCommit, onCancel, onType, onTakenAway }: CellEditorProps) {
  const styles = useGridStyles();
  const [text, setText] = useState(initial);
  const input = useRef<HTMLInputElement>(null);
  const done = useRef(false);
  useEffect(() => {
    input.current?.focus({ preventScroll: true });
  }, []);
  const takenAway = useRef(onTakenAway);
  useEffect(() => {
    if (!done.current) onType(text);
    takenAway.current = onTakenAway;
  });
  useEffect(() => () => {
    if (!done.current) takenAway.current();
  }, []);
  const finish = (work: () => void): void => {
    if (done.current) return;
    done.current = true;
    work();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') finish(onCancel);
    else if (event.key === 'Enter') finish(() => onCommit(text, event.shiftKey ? 'up' : 'down'));
    else if (event.key === 'Tab') finish(() => onCommit(text, event.shiftKey ? 'left' : 'right'));
    else return;
    event.preventDefault();
  };
  return (
    <input
      ref={input}
      className={styles.editor}
      data-testid="cell-editor"
      aria-label={label}
      value={text}
      style={{
        left: rowHeadWidth + view.columns.offset(cell.column),
        top: headHeight + view.rows.offset(cell.row),
        width: Math.max(96, view.columns.size(cell.column)),
        height: view.rows.size(cell.row),
      }}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={() => finish(() => (text === before ? onCancel() : onCommit(text, null)))}
    />
  );
}
