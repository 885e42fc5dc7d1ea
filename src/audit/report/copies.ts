import type { Recognition } from '../tables';
import { rectAddress, type WorkbookSnapshot } from '../workbook';

/** A note for each copy of a table, an old one on a hidden sheet or the same once more: which of the two is checked. */
export function copyNotes({ tables }: Recognition, workbook: WorkbookSnapshot, lang: 'zh' | 'en'): string[] {
  const name = (sheet: number): string => workbook.sheets[sheet].name;
  return tables.flatMap((copy): string[] => {
    if (!copy.isCopy) return [];
    const project = copy.fields.get('项目名称')?.text;
    const used = tables.find((t) => t.id === copy.id && !t.isCopy && t.fields.get('项目名称')?.text === project);
    if (!used) return [];
    if (workbook.sheets[copy.sheet].visibility === 'visible') {
      const [first, second] = [used, copy].map((t) => `${name(t.sheet)}!${rectAddress(t.range)}`);
      return [
        lang === 'zh'
          ? `“${copy.definition.name}”有相同的两份：核对用的是 ${first}，${second} 没有另外核对；如是重复请删去`
          : `"${copy.definition.name}" stands there twice, alike: ${first} was checked, ${second} was not checked again; delete it if it is a repetition`,
      ];
    }
    return [
      lang === 'zh'
        ? `“${copy.definition.name}”有两份：核对用的是“${name(used.sheet)}”，隐藏的“${name(copy.sheet)}”没有核对；如是旧表请删去`
        : `"${copy.definition.name}" is there twice: "${name(used.sheet)}" was checked, the hidden "${name(copy.sheet)}" was not; delete it if it is an old copy`,
    ];
  });
}
