import { readFileSync } from 'node:fs';
import { isChecklist } from '../../src/desk/checklist';
import { copyKind, editedCopy, readWorkbook } from '../../src/files';
import { auditInPage } from '../../src/taskpane/auditInPage';
import { answerBatch } from '../../src/workbench/batch/answerBatch';
import type { Batch } from '../../src/workbench/batch';
import { writeAgainstChecklist, writeChecklist } from '../../src/workbench/checklist';
import { createFileStore, type FileStoreParts, type IncomingFile } from '../../src/workbench/files';
import { workbenchTextsFor } from '../../src/workbench/workbenchTexts';

/** The pool's work in this thread. */
export const batchHere: Batch = {
  size: 1,
  async run(task, signal) {
    signal.throwIfAborted();
    return answerBatch(task);
  },
};

/** A list of files without a page. */
export const fileStore = (parts: Partial<FileStoreParts> = {}) =>
  createFileStore({
    readWorkbook: (read, name) => readWorkbook(read, name),
    isChecklist: async (bytes) => isChecklist(bytes),
    batch: batchHere,
    copyKind: async (original) => copyKind(original),
    writeCopy: async (original, content) => editedCopy(original, content),
    writeChecklist: async (submissions, made, roster, signed) => writeChecklist(submissions, made, roster, signed, 'zh'),
    writeAgainst: async (result, report, signed) => writeAgainstChecklist(result, report, signed, 'zh'),
    openAudit: auditInPage,
    refusalText: () => '不是工作簿',
    texts: workbenchTextsFor('zh-CN'),
    ...parts,
  });

export const fixture = (path: string, as: Partial<IncomingFile> = {}): IncomingFile => ({
  name: path.slice(path.lastIndexOf('/') + 1),
  bytes: async () => new Uint8Array(readFileSync(`test/fixtures/${path}`)),
  ...as,
});
