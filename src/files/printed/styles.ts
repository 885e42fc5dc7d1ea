import { MAIN_NAMESPACE, XML_HEAD } from '../write/package';
import { xmlText } from '../write/xmlText';
import { LETTERS } from './layout';
import type { PrintedLook } from './model';

/** A look with its number format, and whether lines separate it from the rows above and below. */
export interface CellStyle {
  readonly look: PrintedLook;
  readonly format: string;
  readonly opens: boolean;
  readonly closes: boolean;
}

const FONT = '宋体';
/** Ids below belong to the format's own list. */
const FIRST_CUSTOM_FORMAT = 164;
const BUILT_IN: Readonly<Record<string, number>> = { '#,##0': 3, '@': 49 };

const BOLD: ReadonlySet<PrintedLook> = new Set(['title', 'section', 'head', 'total', 'warning']);
const LINED: ReadonlySet<PrintedLook> = new Set(['section', 'head', 'text', 'centre', 'shrunk', 'answer', 'amount', 'count', 'total']);
const FILLS: Readonly<Partial<Record<PrintedLook, string>>> = { head: 'FFD9E2F3', section: 'FFF2F2F2', total: 'FFF2F2F2' };
const ACROSS: Readonly<Partial<Record<PrintedLook, string>>> = { title: 'center', head: 'center', centre: 'center', amount: 'right', count: 'right' };

/** Collects the styles of a workbook; equal ones share an index of `cellXfs`. */
export class StyleSheet {
  private readonly indices = new Map<string, number>();
  private readonly styles: CellStyle[] = [{ look: 'text', format: 'General', opens: false, closes: false }];

  indexOf(style: CellStyle): number {
    const key = JSON.stringify(style);
    const known = this.indices.get(key);
    if (known !== undefined) return known;
    const index = this.styles.push(style) - 1;
    this.indices.set(key, index);
    return index;
  }

  xml(): string {
    const formats = new Parts();
    const fonts = new Parts();
    const fills = new Parts();
    const borders = new Parts();
    fonts.indexOf(font('text'));
    fills.indexOf('<fill><patternFill patternType="none"/></fill>');
    fills.indexOf('<fill><patternFill patternType="gray125"/></fill>');
    borders.indexOf(border(false, false, false));
    const cells = this.styles.map(({ look, format, opens, closes }, i) => {
      if (i === 0) return '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>';
      const colour = FILLS[look];
      const fill = fills.indexOf(colour === undefined ? '<fill><patternFill patternType="none"/></fill>' : `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/></patternFill></fill>`);
      const number = BUILT_IN[format] ?? FIRST_CUSTOM_FORMAT + formats.indexOf(format);
      const ids = `numFmtId="${number}" fontId="${fonts.indexOf(font(look))}" fillId="${fill}" borderId="${borders.indexOf(border(LINED.has(look), opens, closes))}" xfId="0"`;
      const alignment = `<alignment${ACROSS[look] === undefined ? '' : ` horizontal="${ACROSS[look]}"`} vertical="${look === 'section' || look === 'head' || look === 'shrunk' ? 'center' : 'top'}"${look === 'shrunk' ? ' shrinkToFit="1"' : ' wrapText="1"'}/>`;
      return `<xf ${ids} applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${alignment}</xf>`;
    });
    const custom = formats.all.map((format, i) => `<numFmt numFmtId="${FIRST_CUSTOM_FORMAT + i}" formatCode="${xmlText(format)}"/>`);
    return (
      `${XML_HEAD}<styleSheet xmlns="${MAIN_NAMESPACE}">` +
      (custom.length === 0 ? '' : `<numFmts count="${custom.length}">${custom.join('')}</numFmts>`) +
      `<fonts count="${fonts.all.length}">${fonts.all.join('')}</fonts><fills count="${fills.all.length}">${fills.all.join('')}</fills><borders count="${borders.all.length}">${borders.all.join('')}</borders>` +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
      `<cellXfs count="${cells.length}">${cells.join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
    );
  }
}

/** Distinct elements in the order of their first use. */
class Parts {
  readonly all: string[] = [];

  indexOf(part: string): number {
    const known = this.all.indexOf(part);
    return known >= 0 ? known : this.all.push(part) - 1;
  }
}

const font = (look: PrintedLook): string =>
  `<font>${BOLD.has(look) ? '<b/>' : ''}<sz val="${LETTERS[look]}"/>${look === 'warning' ? '<color rgb="FFC00000"/>' : ''}<name val="${FONT}"/><charset val="134"/></font>`;

function border(lined: boolean, opens: boolean, closes: boolean): string {
  const side = (name: string, isDrawn: boolean): string => (isDrawn ? `<${name} style="thin"><color rgb="FF7F7F7F"/></${name}>` : `<${name}/>`);
  return `<border>${side('left', lined)}${side('right', lined)}${side('top', lined && opens)}${side('bottom', lined && closes)}<diagonal/></border>`;
}
