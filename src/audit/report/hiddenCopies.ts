import { GENERIC_FAMILY, type Recognition } from '../tables';
import type { WorkbookSnapshot } from '../workbook';

/** A note for each hidden sheet with a table that a sheet before it has too: which of the two the relations between tables use. */
export function hiddenCopyNotes({ tables }: Recognition, workbook: WorkbookSnapshot, lang: 'zh' | 'en'): string[] {
  const name = (sheet: number): string => workbook.sheets[sheet].name;
  return tables.flatMap((copy): string[] => {
    if (copy.instance === 0 || copy.definition.repeat || copy.family === GENERIC_FAMILY || workbook.sheets[copy.sheet].visibility === 'visible') return [];
    const used = tables.find((t) => t.id === copy.id && t.instance === 0);
    if (!used || used.sheet === copy.sheet) return [];
    return [
      lang === 'zh'
        ? `“${copy.definition.name}”有两份：表间核对用的是“${name(used.sheet)}”，隐藏的“${name(copy.sheet)}”没有用；如是旧表请删去`
        : `"${copy.definition.name}" is there twice: relations between tables use "${name(used.sheet)}", not the hidden "${name(copy.sheet)}"; delete it if it is an old copy`,
    ];
  });
}
