import type { Calculation, WorkbookSnapshot } from '../audit/workbook';
import { builtinFormat } from './xlsx';
import { MAIN_NAMESPACE, RELATIONS_NAMESPACE, workbookPackage, XML_HEAD } from './write/package';
import { SharedTexts } from './write/sharedTexts';
import { sheetXml } from './write/sheetXml';
import { xmlText } from './write/xmlText';

/** Ids below belong to the format's own list. */
const FIRST_CUSTOM_FORMAT = 164;

/**
 * A new, minimal .xlsx of the snapshot: values, formulas with their last results, number formats, merges, hidden rows,
 * columns and sheets, protection without password. Equal snapshots yield equal bytes. Appearance is not part of a
 * snapshot, and array formulas come out as plain ones.
 */
export function writeWorkbookXlsx(snapshot: WorkbookSnapshot): Uint8Array {
  const shared = new SharedTexts();
  const sheets = snapshot.sheets.map((sheet) => sheetXml(sheet, snapshot.strings, (text) => shared.indexOf(snapshot.strings[text])));
  // Only now is it known which texts the sheets use.
  return workbookPackage({ workbook: workbookXml(snapshot), sheets, styles: stylesXml(snapshot.numberFormats), sharedStrings: shared.xml() });
}

function workbookXml(snapshot: WorkbookSnapshot): string {
  const sheets = snapshot.sheets.map((sheet, i) => {
    const state = sheet.visibility === 'visible' ? '' : ` state="${sheet.visibility}"`;
    return `<sheet name="${xmlText(sheet.name)}" sheetId="${i + 1}"${state} r:id="rId${i + 1}"/>`;
  });
  // Excel opens a file on its active sheet, which must be a visible one.
  const active = Math.max(0, snapshot.sheets.findIndex((sheet) => sheet.visibility === 'visible'));
  const views = `<bookViews><workbookView activeTab="${active}"/></bookViews>`;
  return `${XML_HEAD}<workbook xmlns="${MAIN_NAMESPACE}" xmlns:r="${RELATIONS_NAMESPACE}">${views}<sheets>${sheets.join('')}</sheets>${calcPr(snapshot.calculation)}</workbook>`;
}

/** Nothing for ordinary calculation. */
function calcPr({ isManual, isDueOnOpening, usesDisplayed }: Calculation): string {
  const attributes = [isManual ? ' calcMode="manual"' : '', isDueOnOpening ? ' fullCalcOnLoad="1"' : '', usesDisplayed ? ' fullPrecision="0"' : ''].join('');
  return attributes === '' ? '' : `<calcPr${attributes}/>`;
}

/** Style i carries number format i of the snapshot. */
function stylesXml(formats: readonly string[]): string {
  const builtin = new Map<string, number>();
  // 14 and above look different in every language, so they are spelled out; 9–11 and 0–4 are the same everywhere.
  for (const id of [0, 1, 2, 3, 4, 9, 10, 11, 49]) builtin.set(builtinFormat(id), id);
  const custom: string[] = [];
  const cells = formats.map((format, i) => {
    const known = builtin.get(format);
    const id = known ?? FIRST_CUSTOM_FORMAT + i;
    if (known === undefined) custom.push(`<numFmt numFmtId="${id}" formatCode="${xmlText(format)}"/>`);
    return `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0" xfId="0"${id === 0 ? '' : ' applyNumberFormat="1"'}/>`;
  });
  return (
    `${XML_HEAD}<styleSheet xmlns="${MAIN_NAMESPACE}">` +
    (custom.length > 0 ? `<numFmts count="${custom.length}">${custom.join('')}</numFmts>` : '') +
    '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>' +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${cells.length}">${cells.join('')}</cellXfs>` +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
  );
}
