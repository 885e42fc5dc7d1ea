import { cellAddress } from '../../audit/workbook';
import type { CopyContent, CopyKind, EditedCopy } from '../../files';
import type { MemoryHost } from '../../host/memory';
import type { OutgoingFile } from '../../taskpane/download';
import { savedName, xlsxType } from './output';

export interface SavedCopy {
  readonly file: OutgoingFile;
  /** Cells that could not be changed, as "表6!E16". */
  readonly refused: readonly string[];
}

/** What makes copies of files. */
export interface CopyWriters {
  readonly copyKind: (original: Uint8Array) => Promise<CopyKind>;
  readonly writeCopy: (original: Uint8Array, content: CopyContent) => Promise<EditedCopy>;
}

/** A copy of a file with what was typed over it in the page, and with its marks where asked for. */
export async function savedCopy(host: MemoryHost, original: Uint8Array, withMarks: boolean, suffix: string, { copyKind, writeCopy }: CopyWriters): Promise<SavedCopy> {
  const kind = await copyKind(original);
  const { bytes, refused } = await writeCopy(original, {
    snapshot: await host.snapshot(),
    edits: host.edits(),
    marks: withMarks ? host.marks() : [],
    notes: host.explanationsShown,
  });
  return {
    file: { name: savedName(host.name, suffix, kind === 'package' || kind === 'signed'), type: xlsxType, bytes },
    refused: refused.map(({ sheet, row, column }) => `${host.sheets[sheet].name}!${cellAddress(row, column)}`),
  };
}
