import { CellKind, type WorkbookSnapshot } from './snapshot';

/** Adds up values cell by cell, in any order: two workbooks of the same values have the same text. */
export class ValueFingerprint {
  private count = 0;
  private sum = 0;

  /** Blank cells and empty texts count as nothing. */
  add(sheet: number, row: number, column: number, value: unknown): void {
    if (value === '' || value === null || value === undefined) return;
    const text = `${sheet}:${row}:${column}:${String(value)}`;
    let hash = 0x811c9dc5;
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    this.sum = (this.sum + (hash >>> 0)) % 2 ** 52;
    this.count++;
  }

  get text(): string {
    return `${this.count}.${this.sum.toString(36)}`;
  }
}

/** The fingerprint of a snapshot's values, formula results included. */
export function fingerprintOf({ sheets, strings }: WorkbookSnapshot): string {
  const fingerprint = new ValueFingerprint();
  sheets.forEach((sheet, index) =>
    sheet.rowNumbers.forEach((row, r) => {
      for (let i = sheet.rowStart[r]; i < sheet.rowStart[r + 1]; i++) {
        const kind = sheet.kinds[i];
        fingerprint.add(index, row, sheet.columns[i], kind === CellKind.number ? sheet.numbers[i] : kind === CellKind.boolean ? sheet.numbers[i] !== 0 : strings[sheet.texts[i]]);
      }
    }),
  );
  return fingerprint.text;
}
