import type { Recognition } from '../tables';
import type { WorkbookSnapshot } from '../workbook';

/** A note for each table that is spread over several sheets, or over parts of one: that it was put together, or that it was not checked and what to do about it. */
export function tornTableNotes({ tables }: Recognition, workbook: WorkbookSnapshot, lang: 'zh' | 'en'): string[] {
  const name = (sheet: number): string => workbook.sheets[sheet].name;
  return tables.flatMap((part): string[] => {
    if (part.continued.length > 0) {
      const sheets = [part.sheet, ...part.continued.map(({ sheet }) => sheet)].map(name);
      return [lang === 'zh' ? `“${part.definition.name}”分在几张工作表上（${sheets.join('、')}），已合起来核对` : `"${part.definition.name}" is spread over several sheets (${sheets.join(', ')}); they were checked together`];
    }
    if (!part.isTorn || part.id === 'G' || tables.some((t) => t.isTorn && t.id === part.id && t.instance < part.instance)) return [];
    const sheets = [...new Set(tables.filter((t) => t.isTorn && (t.id === part.id || t.id === 'G')).map((t) => name(t.sheet)))];
    if (sheets.length === 1) {
      return [
        lang === 'zh'
          ? `“${part.definition.name}”在工作表“${sheets[0]}”上分成了几段（标题、表头重复印出），没有核对；请删去中间的标题和表头再审核`
          : `"${part.definition.name}" stands on sheet "${sheets[0]}" in several parts (title and header printed again) and was not checked; delete the title and header in between and audit again`,
      ];
    }
    return [
      lang === 'zh'
        ? `“${part.definition.name}”分在几张工作表上（${sheets.join('、')}），没有核对；请把它放回一张工作表再审核`
        : `"${part.definition.name}" is spread over several sheets (${sheets.join(', ')}) and was not checked; put it back on one sheet and audit again`,
    ];
  });
}
