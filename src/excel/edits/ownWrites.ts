/** What a cell shows after a write; "" where it was blanked, null where a formula was written: its result is Excel's. */
export type WrittenValue = number | string | boolean | null;

/**
 * The writes of ours whose change event is still to come. Below ExcelApi 1.14 an event does not tell who caused it;
 * one that matches sheet, cell and value of a write of ours does not count as an edit. A write whose event never comes
 * (events switched off) is forgotten after a while.
 */
export class OwnWrites {
  private readonly expected: { readonly key: string; readonly value: WrittenValue; readonly until: number }[] = [];

  constructor(
    private readonly now: () => number = Date.now,
    private readonly keepMilliseconds = 10_000,
  ) {}

  expect(sheetId: string, address: string, value: WrittenValue): void {
    this.expected.push({ key: keyOf(sheetId, address), value, until: this.now() + this.keepMilliseconds });
  }

  forget(sheetId: string, address: string, value: WrittenValue): void {
    this.take(sheetId, address, value);
  }

  /** true where the change is a write of ours; each write explains one change. `value` undefined: Excel did not tell. */
  take(sheetId: string, address: string, value: unknown): boolean {
    const now = this.now();
    const key = keyOf(sheetId, address);
    const i = this.expected.findIndex((write) => write.key === key && write.until >= now && (value === undefined || write.value === null || write.value === value));
    if (i < 0) return false;
    this.expected.splice(i, 1);
    return true;
  }
}

function keyOf(sheetId: string, address: string): string {
  return `${sheetId}!${address.replace(/\$/g, '')}`;
}
