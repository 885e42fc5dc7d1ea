import { resolve } from 'node:path';
import { createAuditor } from '../../audit/audit';
import type { RosterEntry, RosterProblem } from '../../desk';
import { rosterOfFile } from '../../desk/rosterFile';
import { CliError } from '../cliError';
import type { CliIo } from '../io';
import { readBytes } from '../reading';
import { errorTexts, type Bilingual } from '../texts';

/** Reads a 名册: a list of units, or a department's own workbook. Throws `CliError` of code roster or a reading error. */
export async function loadRoster(file: string, io: CliIo): Promise<readonly RosterEntry[]> {
  const bytes = readBytes({ shown: file, path: resolve(io.cwd, file) });
  const roster = await rosterOfFile(bytes, () => io.readWorkbook(bytes, file), createAuditor({ lang: 'zh' }));
  if (!('kind' in roster)) return roster;
  throw new CliError('roster', problemText(file, roster), file);
}

function problemText(file: string, { kind, columns }: RosterProblem): Bilingual {
  switch (kind) {
    case 'unknownColumns': return errorTexts.rosterColumns(file, columns);
    case 'noUnits': return errorTexts.rosterNoUnits(file);
    case 'notText': return errorTexts.rosterNotText(file);
    case 'empty': return errorTexts.rosterEmpty(file);
  }
}
