import { columnName } from '../../audit/workbook';
import { linesOf } from '../printed/layout';
import { spaceAttribute, xmlText } from '../write/xmlText';
import { insertion } from './edits';
import type { NewPart } from './notes';
import { attributeOf, outline } from './outline';
import type { PackageEditor } from './packageEditor';
import { append, placeFor } from './places';
import { mainNamespace, relationsNamespace } from './relate';
import type { StyleAdder } from './styles';

/** A sheet of texts behind all others: the 审核意见. */
export interface ReviewSheet {
  readonly name: string;
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Widths of the columns, in characters. */
  readonly widths: readonly number[];
}

/** The hidden name by which the sheet is found again, whatever it is called by then. */
export const REVIEW_NAME = '_gouji_review';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';
const LONGEST_NAME = 31;
/** Points of a line; programs that do not calculate on opening do not fit rows to their texts either. */
const LINE = 14.5;
const HIGHEST_ROW = 409;
/** Rows of title and head, which stay on the screen and are printed on every page. */
const HEAD_ROWS = 2;

/** The part of the sheet; the workbook learns of it by `listReviewSheet`. */
export function addReviewSheet(editor: PackageEditor, styles: StyleAdder, review: ReviewSheet): NewPart {
  const name = editor.freeName('xl/worksheets/gouji/review', '.xml');
  editor.add(name, sheetXml(mainNamespace(editor.isStrict), review, cellStyles(styles)));
  return { name, type: TYPE };
}

/** Enters the sheet as the last one of the workbook. */
export function listReviewSheet(editor: PackageEditor, review: ReviewSheet, relationshipId: string): void {
  const part = editor.workbookPart;
  const bytes = editor.text(part);
  const root = outline(bytes, part, ['sheets', 'definedNames']);
  const sheets = root.children.find(({ name }) => name === 'sheets');
  if (!sheets) return;
  const p = root.prefix;
  const read = (attribute: string): string[] => sheets.children.map((sheet) => attributeOf(bytes, sheet, attribute)?.value ?? '');
  const id = Math.max(0, ...read('sheetId').map((value) => Number(value) || 0)) + 1;
  const name = freeName(review.name, read('name'));
  const quoted = xmlText(`'${name.replace(/'/g, "''")}'`);
  editor.edit(part, ...append(sheets, `<${p}sheet name="${xmlText(name)}" sheetId="${id}" xmlns:r="${relationsNamespace(editor.isStrict)}" r:id="${relationshipId}"/>`));
  const names =
    `<${p}definedName name="_xlnm.Print_Titles" localSheetId="${sheets.children.length}">${quoted}!$1:$${HEAD_ROWS}</${p}definedName>` +
    `<${p}definedName name="${REVIEW_NAME}" hidden="1">${quoted}!$A$1</${p}definedName>`;
  const list = root.children.find((child) => child.name === 'definedNames');
  editor.edit(part, ...(list ? append(list, names) : [insertion(placeFor(root, 'workbook', 'definedNames'), `<${p}definedNames>${names}</${p}definedNames>`)]));
}

function freeName(wanted: string, taken: readonly string[]): string {
  const known = new Set(taken.map((name) => name.toLowerCase()));
  for (let i = 1; ; i++) {
    const end = i === 1 ? '' : `(${i})`;
    const name = wanted.slice(0, LONGEST_NAME - end.length) + end;
    if (!known.has(name.toLowerCase())) return name;
  }
}

interface CellStyles {
  readonly title: number;
  readonly head: number;
  readonly body: number;
}

function cellStyles(styles: StyleAdder): CellStyles {
  const font = (size: number, bold: string): number => styles.add('fonts', `<font>${bold}<sz val="${size}"/><name val="宋体"/><charset val="134"/></font>`);
  const side = (name: string): string => `<${name} style="thin"><color rgb="FF808080"/></${name}>`;
  const border = styles.add('borders', `<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border>`);
  const none = styles.add('borders', '<border><left/><right/><top/><bottom/><diagonal/></border>');
  const grey = styles.add('fills', '<fill><patternFill patternType="solid"><fgColor rgb="FFE8E8E8"/><bgColor indexed="64"/></patternFill></fill>');
  const plain = styles.add('fills', '<fill><patternFill patternType="none"/></fill>');
  const xf = (fontId: number, fillId: number, borderId: number, alignment: string): number =>
    styles.add('cellXfs', `<xf numFmtId="49" fontId="${fontId}" fillId="${fillId}" borderId="${borderId}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment ${alignment}/></xf>`);
  return {
    title: xf(font(14, '<b/>'), plain, none, 'horizontal="left" vertical="center"'),
    head: xf(font(10, '<b/>'), grey, border, 'horizontal="center" vertical="center" wrapText="1"'),
    body: xf(font(10, ''), plain, border, 'vertical="top" wrapText="1"'),
  };
}

function heightOf(texts: readonly string[], widths: readonly number[]): string {
  const lines = Math.max(...texts.map((text, column) => linesOf(text, widths[column])));
  return lines < 2 ? '' : ` ht="${Math.min(HIGHEST_ROW, lines * LINE)}" customHeight="1"`;
}

function sheetXml(namespace: string, { title, head, rows, widths }: ReviewSheet, styles: CellStyles): string {
  const cell = (row: number, column: number, text: string, style: number): string =>
    `<c r="${columnName(column)}${row}" s="${style}" t="inlineStr"><is><t${spaceAttribute(text)}>${xmlText(text)}</t></is></c>`;
  const row = (number: number, texts: readonly string[], style: number, more = ''): string =>
    `<row r="${number}"${more}>${texts.map((text, column) => cell(number, column, text, style)).join('')}</row>`;
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${namespace}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
    `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${HEAD_ROWS}" topLeftCell="A${HEAD_ROWS + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
    `<sheetFormatPr defaultRowHeight="15"/><cols>${widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>` +
    `<sheetData>${row(1, [title], styles.title, ' ht="26" customHeight="1"')}${row(2, head, styles.head)}` +
    `${rows.map((texts, i) => row(HEAD_ROWS + 1 + i, texts, styles.body, heightOf(texts, widths))).join('')}</sheetData>` +
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/><headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter></worksheet>'
  );
}
