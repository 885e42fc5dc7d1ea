/** After a command whose button is gone the keyboard stands on the list again (WCAG 2.4.3). `from`: anything in the same pane. */
export function focusList(from: HTMLElement): void {
  const pane = from.closest('main');
  // The list may be drawn anew by the command; by the next frame it stands.
  requestAnimationFrame(() => (pane?.querySelector<HTMLElement>('[role="tree"]') ?? pane?.querySelector<HTMLElement>('[role="tabpanel"]'))?.focus());
}
