import type { MarkStyle } from '../workbookHost';

/**
 * How a mark looks, in Excel, in the grid of the workbench and in the legend. No two styles differ by colour alone:
 * bold, frame, italic and dots tell them apart in a black-and-white print and for colour-blind readers.
 * Text on each fill keeps a contrast of at least 5 : 1.
 */
export interface MarkLook {
  /** "#RRGGBB"; null keeps the cell's own. */
  readonly fill: string | null;
  readonly text: string | null;
  readonly bold: boolean;
  readonly italic: boolean;
  /** Number format while the mark is there; null keeps the cell's own. */
  readonly numberFormat: string | null;
  readonly border: { readonly line: 'solid' | 'dotted'; readonly color: string } | null;
}

/** Strongest first. */
export const markStyles: readonly MarkStyle[] = ['suspect', 'error', 'warning', 'hint', 'tick'];

export const markLooks: Readonly<Record<MarkStyle, MarkLook>> = {
  suspect: { fill: '#F2747E', text: '#000000', bold: true, italic: false, numberFormat: null, border: { line: 'solid', color: '#7A0010' } },
  error: { fill: '#FFC7CE', text: '#8A0010', bold: true, italic: false, numberFormat: null, border: null },
  warning: { fill: '#FFF0B8', text: '#5F4200', bold: false, italic: true, numberFormat: null, border: null },
  hint: { fill: null, text: null, bold: false, italic: false, numberFormat: null, border: { line: 'dotted', color: '#6B6B6B' } },
  // Whatever its own format, two decimals at least and as many as are there.
  tick: { fill: null, text: null, bold: false, italic: false, numberFormat: '"✓ "#,##0.00####;"✓ "-#,##0.00####', border: null },
};
