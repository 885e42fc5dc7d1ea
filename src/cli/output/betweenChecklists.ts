import type { BetweenChecklists } from '../../desk/checklist';
import { writePrinted } from '../../files/printed';
import type { Invocation } from '../arguments';
import type { CliIo } from '../io';
import { settleFolder, writeChecklistFiles } from './checklistFiles';
import { cleanText } from './cleanText';

/** Where the 检查表 of findings between workbooks go; found out before anything is read. Throws `CliError`. */
export function betweenOutput({ checklist, lang }: Invocation, io: CliIo): {
  /** Writes them and says so; false where one could not be written. Does nothing where no folder was named. */
  write(make: () => BetweenChecklists): boolean;
} {
  const path = settleFolder(checklist, io);
  return {
    write(make) {
      if (path === null) return true;
      const { units, summary } = make();
      const { lines, failures } = writeChecklistFiles(
        { path, shown: checklist ?? '' },
        units.map(({ name, document }) => [name, writePrinted(document)] as const),
        [summary.name, writePrinted(summary.document)],
        lang,
      );
      for (const line of lines) io.error(`${cleanText(line)}\n`);
      for (const failure of failures) io.error(`gouji: ${cleanText(failure.texts[lang])}\n`);
      return failures.length === 0;
    },
  };
}
