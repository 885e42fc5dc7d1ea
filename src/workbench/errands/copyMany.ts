import type { CopyOptions } from '../../desk/copies';
import { fileErrorText } from '../../files/errorTexts';
import { say, speak } from '../../taskpane/text';
import type { PackedReport } from '../batch';
import type { Material } from './model';
import type { Errands } from './pageErrands';

/** Where copies go: a .zip, a folder. */
export interface CopySink {
  /** `path` below the sink; a file that is there stays, the new one gets a number. Throws where it cannot be written. */
  write(path: string, bytes: Uint8Array): Promise<void>;
}

export interface CopyMany {
  readonly paths: readonly string[];
  readonly material: (path: string) => Promise<Material>;
  /** null where the file was not audited or nothing in it was recognised. */
  readonly reportOf: (path: string) => PackedReport | null;
  readonly options: CopyOptions;
  readonly sink: CopySink;
  readonly onProgress: (done: number) => void;
}

export interface CopiesMade {
  readonly copies: number;
  readonly markedCells: number;
  /** A sentence for each file without a copy, or of which the copy is less than the file. */
  readonly remarks: readonly string[];
}

const catalogue = {
  gone: say((path: string) => `“${path}”读不了，可能已被改动、移走，或正被其他程序占用，没有副本。`, (path) => `“${path}” cannot be read; it may have been changed, moved, or held by another program. It has no copy.`),
  notAudited: say((path: string) => `“${path}”没有审核或没有认出，没有副本。`, (path) => `“${path}” was not audited or not recognised; it has no copy.`),
  edited: say((path: string) => `“${path}”在工作台里改过，副本含这些改动。`, (path) => `“${path}” was edited in the workbench; its copy holds the edits.`),
  notWritten: say((path: string) => `“${path}”的副本写不进去（文件夹只读，或空间不够）。`, (path) => `The copy of “${path}” cannot be written: the folder is read-only or full.`),
  signed: say((path: string) => `“${path}”带有数字签名，副本的签名已失效。`, (path) => `“${path}” is digitally signed; the signature of its copy no longer holds.`),
  rebuilt: say((path: string) => `“${path}”另建为 .xlsx：字体、颜色、列宽、批注、图表、打印设置和宏没有保留。`, (path) => `“${path}” was built anew as .xlsx: fonts, colours, widths, notes, charts, print setup and macros are not kept.`),
};

/** Copies files with their marks one by one; what fails is said, and the others go on. */
export async function copyMany(errands: Errands, { paths, material, reportOf, options, sink, onProgress }: CopyMany): Promise<CopiesMade> {
  const texts = speak(catalogue, options.lang);
  const remarks: string[] = [];
  let copies = 0;
  let markedCells = 0;
  for (const [i, path] of paths.entries()) {
    const report = reportOf(path);
    const original = report && (await material(path).catch(() => null));
    if (!original) remarks.push(report ? texts.gone(path) : texts.notAudited(path));
    else {
      const answer = await errands.run({ kind: 'copy', material: original, report, options });
      if (answer.kind === 'refused') remarks.push(fileErrorText(answer.code, options.lang, answer.details));
      else if (answer.kind === 'copied') {
        try {
          await sink.write(answer.copy === 'rebuilt' ? path.replace(/(\.[^./]*)?$/, '.xlsx') : path, answer.bytes);
          copies++;
          markedCells += answer.markedCells;
          if (answer.copy === 'signed' || answer.copy === 'rebuilt') remarks.push(texts[answer.copy](path));
          if (original.edits.length > 0) remarks.push(texts.edited(path));
        } catch {
          remarks.push(texts.notWritten(path));
        }
      }
    }
    onProgress(i + 1);
  }
  return { copies, markedCells, remarks };
}
