import { WorkbookBuilder, type WorkbookSnapshot } from '../workbook';
import { checklistHead, checklistRows, type ChecklistValue } from './checklist';
import type { AuditReport } from './model';

/** A text cell with this format stays text when it is edited: "=1+1" from someone's workbook never becomes a formula. */
const textFormat = '@';
/** Cents always, more decimals where the figure has them (万元). */
const amountFormat = '#,##0.00####';
/** Beyond this a double no longer holds every cent. */
const safeDigits = 15;

/** The 检查表 of a batch as a workbook of one sheet, ready to be written as .xlsx. */
export function checklistWorkbook(report: AuditReport, lang: 'zh' | 'en', name: string): WorkbookSnapshot {
  const builder = new WorkbookBuilder(name);
  const sheet = builder.sheet(lang === 'zh' ? '检查表' : 'Checklist');
  const head = checklistHead[lang].map((text): ChecklistValue => ({ text }));
  [head, ...checklistRows(report, lang)].forEach((row, r) =>
    row.forEach((value, c) => {
      if ('text' in value) {
        if (value.text !== '') sheet.text(r, c, value.text, textFormat);
      } else if (value.amount.replace(/\D/g, '').length <= safeDigits && Number.isFinite(Number(value.amount))) {
        sheet.number(r, c, Number(value.amount), amountFormat);
      } else sheet.text(r, c, value.amount, textFormat);
    }),
  );
  builder.add(sheet.finish());
  return builder.finish();
}
