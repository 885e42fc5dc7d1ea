/** "表6!E16", the way people read it: sheet, blank, address. */
export function placeOf(sheet: string, address: string): string {
  return `${sheet} ${address}`;
}
