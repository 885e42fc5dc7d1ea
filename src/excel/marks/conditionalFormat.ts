import type { Rect } from '../../audit/workbook';
import { type MarkLook, markFormula, markLooks } from '../../host/marks';
import type { MarkStyle } from '../../host/workbookHost';
import { areaTexts } from '../areas';

/** Queues the conditional formats that mark rectangles of a sheet in one style; the cells themselves are not touched. Answers the formats. */
export function addFormats(sheet: Excel.Worksheet, style: MarkStyle, rects: readonly Rect[]): Excel.ConditionalFormat[] {
  return areaTexts(rects).map((address) => {
    const format = sheet.getRanges(address).conditionalFormats.add('Custom');
    format.custom.rule.formula = markFormula(style);
    applyLook(format.custom.format, markLooks[style]);
    return format;
  });
}

function applyLook(format: Excel.ConditionalRangeFormat, look: MarkLook): void {
  if (look.fill) format.fill.color = look.fill;
  if (look.text) format.font.color = look.text;
  if (look.bold) format.font.bold = true;
  if (look.italic) format.font.italic = true;
  if (look.numberFormat) format.numberFormat = look.numberFormat;
  if (!look.border) return;
  const { top, bottom, left, right } = format.borders;
  for (const side of [top, bottom, left, right]) {
    side.style = look.border.line === 'dotted' ? 'Dot' : 'Continuous';
    side.color = look.border.color;
  }
}
