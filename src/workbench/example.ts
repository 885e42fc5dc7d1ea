import dataUrl from '../../assets/example/002.xlsx';

/** The example workbook; it is part of the page, so that it opens from disk and without a network. */
export function exampleBytes(): Uint8Array {
  const base64 = dataUrl.slice(dataUrl.indexOf(',') + 1);
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
