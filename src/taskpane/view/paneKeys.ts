import type { PaneControl } from '../control';

/** What a key handler needs of a DOM or React event. */
interface KeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly defaultPrevented: boolean;
  preventDefault(): void;
}

/** Keys that hold everywhere in the pane: F8 next, Shift+F8 previous, Ctrl+F search, Esc back to the list. */
export function handlePaneKey(event: KeyPress, control: PaneControl, root: HTMLElement | null): void {
  if (event.defaultPrevented) return;
  if (event.key === 'F8') {
    event.preventDefault();
    void control.navigation.stop(event.shiftKey ? -1 : 1);
  } else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'f') {
    const search = root?.querySelector<HTMLInputElement>('input[type="search"]');
    if (!search) return;
    event.preventDefault();
    search.focus();
    search.select();
  } else if (event.key === 'Escape') {
    if (control.store.getState().panel !== null) control.store.dispatch({ type: 'panelChosen', panel: null });
    root?.querySelector<HTMLElement>('[role="tree"]')?.focus();
  }
}
