/** A window in which head and list do not both fit (200 % zoom, small screens): the head begins folded. Height in px. */
export function isShort(height: number): boolean {
  return height < 720;
}
