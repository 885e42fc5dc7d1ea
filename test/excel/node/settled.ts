/** Waits until every answer and event on its way has arrived; each of them takes one turn of the timer. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setTimeout(resolve, 1));
}
