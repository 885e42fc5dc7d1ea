import { clearPackage, copyKind, FileError } from '../../files';
import type { Invocation } from '../arguments';
import type { ExitCodeValue } from '../exitCode';
import type { CliIo } from '../io';
import { cleanText } from '../output';
import { readBytes } from '../reading';
import { copyTexts } from '../texts';
import { forEachFile } from './forEachFile';

/** `gouji clear FILE… --out FOLDER`: writes a copy of each file without marks, notes and 审核意见 of ours. */
export function clear(invocation: Invocation, io: CliIo): Promise<ExitCodeValue> {
  const texts = copyTexts[invocation.lang];
  return forEachFile(invocation, io, [], (file, copies) => {
    const { shown } = file;
    const bytes = readBytes(file);
    const kind = copyKind(bytes);
    if (kind !== 'package' && kind !== 'signed') throw new FileError('notAPackage', { fileName: shown });
    const cleared = clearPackage(bytes);
    if (cleared.hadMarks && !cleared.isExact && kind === 'signed') io.error(`gouji: ${cleanText(texts.signed(shown))}\n`);
    const name = copies.write(file, bytes, cleared.bytes, null);
    io.out(`${cleanText(texts.cleared(shown, name, cleared))}\n`);
  });
}
