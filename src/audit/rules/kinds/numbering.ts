import { foldText } from '../../workbook';

/** "表7" and "附表 7" → "7", "公开07表" → "7", "表13-1" → "13-1"; null for other texts. */
export function tableNumber(text: string): string | null {
  const match = /^(?:附?表(\d{1,2})(-\d{1,2})?|公开(\d{1,2})表)$/.exec(foldText(text));
  return match ? `${Number(match[1] ?? match[3])}${match[2] ?? ''}` : null;
}
