/** Whether there are workers: a page opened from disk may start none (its origin is its own), and Node has others. */
export function canStartWorkers(): boolean {
  return typeof Worker !== 'undefined' && location.protocol !== 'file:';
}
