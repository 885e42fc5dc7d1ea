import type { AuditState } from '../state';
import type { CellPosition, Repair, WorkbookSnapshot } from '../workbook';

type Language = 'zh' | 'en';

/** Sheets that a note names at most. */
const MOST_SHEETS = 8;

/** What the file itself calls for: what was left out to read it, formulas without results, manual calculation. */
export function fileNotes({ workbook, formulas }: AuditState, lang: Language): string[] {
  const notes = workbook.repairs.map((repair) => repairNote(repair, lang));
  const { computed, open } = formulas;
  if (computed.length > 0) {
    const sheets = sheetsOf(workbook, computed, lang);
    notes.push(
      lang === 'zh'
        ? `${sheets} 的 ${computed.length} 个公式在文件中没有可用的结果，已按公式算出后核对；请用 Excel 或 WPS 打开、保存一次`
        : `${sheets}: ${computed.length} formulas have no usable result in the file and were calculated here; open the file in Excel or WPS and save it once`,
    );
  }
  if (open.length > 0) {
    const sheets = sheetsOf(workbook, open, lang);
    notes.push(
      lang === 'zh'
        ? `${sheets} 的 ${open.length} 个公式在文件中没有可用的结果，也不能在这里算出，相关核对取数不足；请用 Excel 或 WPS 打开、保存一次后再审核`
        : `${sheets}: ${open.length} formulas have no usable result in the file and cannot be calculated here; checks that need them are undecided; open the file in Excel or WPS, save it, then check it again`,
    );
  }
  if (workbook.calculation.isManual && workbook.sheets.some((sheet) => sheet.formulas.size > 0)) {
    notes.push(
      lang === 'zh'
        ? '工作簿设为手动重算，公式结果可能不是最新的，已按公式核对；请按 F9 重新计算并保存'
        : 'The workbook calculates on demand only, so results of formulas may be old; the formulas were used for checking; press F9 to recalculate, then save',
    );
  }
  return notes;
}

function repairNote({ kind, sheet, places, count }: Repair, lang: Language): string {
  const more = count > places.length;
  const zhPlaces = places.join('、') + (more ? ` 等 ${count} 处` : '');
  const enPlaces = places.join(', ') + (more ? ` and others, ${count} in all` : '');
  switch (kind) {
    case 'lostText':
      return lang === 'zh' ? `${sheet} ${zhPlaces} 指向的文字不在文件里，按空白处理；需要它的核对取数不足` : `${sheet} ${enPlaces} points at a text that is not in the file and is taken as blank; checks that need it are undecided`;
    case 'merge':
      return lang === 'zh' ? `${sheet} 有 ${count} 处合并区域的地址不能读取，已略去` : `${sheet}: ${count} merged areas cannot be read and are left out`;
    case 'sheet':
      return lang === 'zh' ? `工作表“${sheet}”在文件里没有内容，不能读取，已略去` : `The sheet "${sheet}" has no content in the file, cannot be read and is left out`;
  }
}

function sheetsOf(workbook: WorkbookSnapshot, cells: readonly CellPosition[], lang: Language): string {
  const names = [...new Set(cells.map((c) => c.sheet))].map((sheet) => workbook.sheets[sheet].name);
  const shown = names.slice(0, MOST_SHEETS).join(lang === 'zh' ? '、' : ', ');
  return names.length > MOST_SHEETS ? (lang === 'zh' ? `${shown} 等 ${names.length} 张表` : `${shown} and others`) : shown;
}
