import { useEffect, type RefObject } from 'react';
import { noticeOf } from '../../taskpane/control';
import { handlePaneKey } from '../../taskpane/view';
import type { OpenFile } from '../files';

/** Keys of the whole page: F6 from part to part, F8 and Ctrl+F also from the grid, undo also from the pane. */
export function useWorkbenchKeys(open: OpenFile | null, page: RefObject<HTMLElement | null>, pane: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return;
      const control = event.ctrlKey || event.metaKey;
      const key = event.key.toLowerCase();
      if (event.key === 'F6') {
        event.preventDefault();
        nextPart(page.current, event.shiftKey ? -1 : 1);
      } else if (open && (event.key === 'F8' || (control && key === 'f'))) handlePaneKey(event, open.control, pane.current);
      else if (open && control && (key === 'z' || key === 'y') && !isTyping(event.target)) {
        event.preventDefault();
        undo(open, key === 'y' || event.shiftKey);
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [open, page, pane]);
}

/** Where each part takes the keyboard: the file that is open, the grid, the list or what stands in its place. */
const parts: readonly (readonly string[])[] = [
  ['nav [aria-current="true"]', 'nav button'],
  ['[data-testid="grid"]'],
  ['main [role="tree"]', 'main button'],
];

function nextPart(page: HTMLElement | null, way: 1 | -1): void {
  if (!page) return;
  const found = parts.flatMap((selectors) => selectors.map((selector) => page.querySelector<HTMLElement>(selector)).find((element) => element !== null) ?? []);
  const homes = ['nav', '[data-part="sheets"]', 'main'];
  const here = homes.findIndex((home) => document.activeElement?.closest(home));
  const next = here < 0 ? (way === 1 ? 0 : found.length - 1) : (here + way + found.length) % found.length;
  found[next]?.focus();
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.matches('input, textarea, select') || target.isContentEditable);
}

function undo({ host, control }: OpenFile, redo: boolean): void {
  try {
    const changed = redo ? host.redo() : host.undo();
    if (changed) host.select(changed);
  } catch (error) {
    control.store.dispatch({ type: 'noticed', notice: noticeOf(error) });
  }
}
