import type { ClipboardEvent } from 'react';
import type { CellPosition, Rect } from '../../audit/workbook';
import type { CellEntry, MemoryHost } from '../../host/memory';
import { copyTexts, pasteEntries } from './clipboard';
import { cellsOf } from './ranges';
import type { SheetView } from './sheetView';

export interface ClipboardHands {
  readonly host: MemoryHost;
  readonly view: SheetView;
  readonly selected: Rect;
  readonly enter: (entries: readonly CellEntry[]) => void;
  readonly select: (cell: CellPosition, end: CellPosition) => void;
}

/** Ctrl+C, Ctrl+X and Ctrl+V on the grid. */
export function useClipboard({ host, view, selected, enter, select }: ClipboardHands) {
  const { sheet } = host.selection;
  const copy = (event: ClipboardEvent): void => {
    const { text, html } = copyTexts(host, sheet, selected);
    event.clipboardData.setData('text/plain', text);
    event.clipboardData.setData('text/html', html);
    event.preventDefault();
  };
  return {
    onCopy: copy,
    onCut(event: ClipboardEvent): void {
      copy(event);
      enter(cellsOf(view, sheet, selected).filter((cell) => host.cell(cell) !== null).map((cell) => ({ cell, content: null })));
    },
    onPaste(event: ClipboardEvent): void {
      event.preventDefault();
      const pasted = pasteEntries(host, view, sheet, selected, { text: event.clipboardData.getData('text/plain'), html: event.clipboardData.getData('text/html') });
      if (!pasted) return;
      enter(pasted.entries);
      const { top, left, bottom, right } = pasted.rect;
      select({ sheet, row: top, column: left }, { sheet, row: bottom, column: right });
    },
  };
}
