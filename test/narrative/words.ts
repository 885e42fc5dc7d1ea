import type { Style } from './styles';

/** 分 in 万元, as a place writes it. */
export const money = (fen: number, style: Style): string => {
  const text = style.isShort ? String(Number((fen / 1e6).toFixed(2))) : (fen / 1e6).toFixed(2);
  return style.hasSeparators ? text.replace(/^\d+/, (w) => w.replace(/\B(?=(\d{3})+(?!\d))/g, ',')) : text;
};
export const percent = (part: number, whole: number, style: Style): string => ((Math.abs(part) / whole) * 100).toFixed(style.decimals);

/** "较上年增加142.30万元，增长3.50%，…". */
export function changeWords({ now, before }: { now: number; before: number }, style: Style, year: number): string {
  const d = now - before;
  if (d === 0) return style.same;
  const base = style.base(year);
  const up = d > 0;
  if (before === 0) return style.rate === null ? `${base}${style.up}${money(d, style)}万元` : `${base}不可比，上年基数为零`;
  const words = `${base}${style.hasPrior ? `${money(before, style)}万元` : ''}${up ? style.up : style.down}${money(Math.abs(d), style)}万元`;
  return `${words}${style.rate === null ? '' : style.rate(up, percent(d, before, style))}${style.reason(up)}`;
}
