/** LibreOffice as a second opinion: converts files without a window. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';

const FILTERS: Readonly<Record<string, string>> = { xlsx: 'xlsx:Calc MS Excel 2007 XML', xls: 'xls:MS Excel 97', ods: 'ods:calc8' };

export interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The files in another format, in their order; all in one run of the program. */
export function converted(files: readonly NamedFile[], to: keyof typeof FILTERS & string): Uint8Array[] {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-office-'));
  try {
    const paths = files.map(({ name, bytes }, i) => {
      const path = join(folder, `${i}${extname(name)}`);
      writeFileSync(path, bytes);
      return path;
    });
    execFileSync('soffice', [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', FILTERS[to], '--outdir', join(folder, 'out'), ...paths], { stdio: 'ignore' });
    return paths.map((path) => new Uint8Array(readFileSync(join(folder, 'out', `${basename(path, extname(path))}.${to}`))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
