import type { FoundKind } from './errorCodes';

/** What the first bytes say a file is; the extension is not asked. */
export type Container = { readonly kind: 'zip' | 'ole' | 'biff' | 'spreadsheetXml' } | { readonly kind: 'other'; readonly found: FoundKind };

const SIGNATURES: readonly (readonly [FoundKind | 'zip' | 'ole', readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x47, 0x49, 0x46, 0x38]],
  ['archive', [0x52, 0x61, 0x72, 0x21]],
  ['archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['archive', [0x1f, 0x8b]],
];

export function detectContainer(bytes: Uint8Array): Container {
  for (const [kind, signature] of SIGNATURES) {
    if (signature.every((byte, i) => bytes[i] === byte)) return kind === 'zip' || kind === 'ole' ? { kind } : { kind: 'other', found: kind };
  }
  if (isBiff(bytes)) return { kind: 'biff' };
  const found = textKind(bytes);
  return found === 'spreadsheetXml' ? { kind: found } : { kind: 'other', found };
}

/** A bare BIFF stream (Excel 2.1 to 5.0 without a container) begins with a BOF record. */
function isBiff(bytes: Uint8Array): boolean {
  const isVersion = bytes[1] === 0 || bytes[1] === 2 || bytes[1] === 4 || bytes[1] === 8;
  return bytes[0] === 9 && isVersion && bytes[2] >= 4 && bytes[2] <= 16 && bytes[3] === 0;
}

function textKind(bytes: Uint8Array): FoundKind | 'spreadsheetXml' {
  const head = bytes.subarray(0, 4096);
  const isWide = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  if (!isWide && head.includes(0)) return 'unknown';
  const text = new TextDecoder(isWide ? (head[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8').decode(head).toLowerCase();
  if (/^\s*<[^]*urn:schemas-microsoft-com:office:spreadsheet/.test(text) && /<(\w+:)?workbook[\s>]/.test(text)) return 'spreadsheetXml';
  if (/<html|<table|<!doctype html|^mime-version:/.test(text)) return 'webPage';
  return text.trimStart().startsWith('<') ? 'xml' : 'text';
}
