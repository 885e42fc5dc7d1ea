import type { Auditor } from '../../audit/audit';
import { auditSnapshot } from '../../audit/session';
import type { AuditState } from '../../audit/state';
import { isDocx, readDocx, tablesAsWorkbook } from '../../files';
import type { CliIo } from '../io';
import type { InputFile } from './inputFile';
import { readBytes } from './readBytes';

/** A file read and audited, without a report. Throws `CliError`, `FileError`. */
export async function readState(file: InputFile, auditor: Auditor, io: CliIo): Promise<AuditState> {
  const bytes = readBytes(file);
  return auditSnapshot(isDocx(bytes) ? tablesAsWorkbook(readDocx(bytes, file.shown), file.shown) : await io.readWorkbook(bytes, file.shown), auditor);
}
