import type { Recognition } from '../tables';
import type { WorkbookSnapshot } from '../workbook';

/** A note for each hidden copy of a table: which of the two is checked. */
export function hiddenCopyNotes({ tables }: Recognition, workbook: WorkbookSnapshot, lang: 'zh' | 'en'): string[] {
  const name = (sheet: number): string => workbook.sheets[sheet].name;
  return tables.flatMap((copy): string[] => {
    if (!copy.isHiddenCopy) return [];
    const project = copy.fields.get('项目名称')?.text;
    const used = tables.find((t) => t.id === copy.id && !t.isHiddenCopy && t.fields.get('项目名称')?.text === project);
    if (!used) return [];
    return [
      lang === 'zh'
        ? `“${copy.definition.name}”有两份：核对用的是“${name(used.sheet)}”，隐藏的“${name(copy.sheet)}”没有核对；如是旧表请删去`
        : `"${copy.definition.name}" is there twice: "${name(used.sheet)}" was checked, the hidden "${name(copy.sheet)}" was not; delete it if it is an old copy`,
    ];
  });
}
