/** A workbook of many cells takes a moment to be shown. */
const LONGEST = 5_000;

/**
 * Gives the focus to the table of files or the cells of one as soon as it is there, if by then nothing else has it: what had it went with the view that was left.
 * Answers how to give up.
 */
export function focusWhenShown(part: 'desk' | 'grid'): () => void {
  const since = performance.now();
  let frame = requestAnimationFrame(function look() {
    if (document.activeElement !== null && document.activeElement !== document.body) return;
    const element = document.querySelector<HTMLElement>(`[data-testid="${part}"]`);
    if (element) element.focus({ preventScroll: true });
    else if (performance.now() - since < LONGEST) frame = requestAnimationFrame(look);
  });
  return () => cancelAnimationFrame(frame);
}
