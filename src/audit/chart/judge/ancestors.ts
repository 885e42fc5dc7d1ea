import { splitBrackets } from '../../workbook';
import { parentCode } from '../codes';
import type { Chart, Classification } from '../model';
import { nearKey } from '../names';

/**
 * The name without its 款 or 类 in brackets, as many tables print items: "行政运行（人力资源和社会保障管理事务）" of 2080101
 * is 行政运行. Any other name as it is.
 */
export function withoutAncestor(chart: Chart, classification: Classification, code: string, name: string): string {
  const parts = splitBrackets(name);
  if (parts === null) return name;
  const inside = nearKey(parts.inside);
  for (let above = parentCode(code); above !== null; above = parentCode(above)) {
    const names = [...chart.inOtherYears(classification, above).map((entry) => entry.name), ...chart.aliases(above)];
    if (names.some((each) => nearKey(each) === inside)) return parts.head;
  }
  return name;
}
