import { kindTexts, type ErrorKind } from '../diagnosis';
import { moneyText } from '../rules/kinds/money';
import { UNITS, type AmountUnit } from '../tables';

export type Language = 'zh' | 'en';

/** "1,234.00" or "12.34 万元": figures of tables in 元 go without the word. */
export function figureText(fen: number, unit: AmountUnit, lang: Language): string {
  return `${moneyText(fen, unit)}${unit === 'yuan' ? '' : ` ${UNITS[unit][lang]}`}`;
}

/** The slip of one figure in words; only slips that need no other cell are asked for. */
export const slipText = (slip: ErrorKind, lang: Language): string => kindTexts[slip][lang];

export const listText = (parts: readonly string[], lang: Language, most = 8): string => {
  const shown = parts.slice(0, most).join(lang === 'zh' ? '、' : ', ');
  if (parts.length <= most) return shown;
  return lang === 'zh' ? `${shown}等 ${parts.length} 个` : `${shown} and ${parts.length - most} more`;
};
