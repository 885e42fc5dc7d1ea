import { strToU8, zipSync, type Zippable } from 'fflate';
import type { Calculation, WorkbookSnapshot } from '../audit/workbook';
import { builtinFormat } from './xlsx';
import { sheetXml } from './write/sheetXml';
import { spaceAttribute, xmlText } from './write/xmlText';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** Zip keeps local time from 1980 on; a fixed one makes equal snapshots equal files. */
const NO_TIME = new Date(1980, 0, 1);
/** Ids below belong to the format's own list. */
const FIRST_CUSTOM_FORMAT = 164;

/**
 * A new, minimal .xlsx of the snapshot: values, formulas with their last results, number formats, merges, hidden rows,
 * columns and sheets, protection without password. Equal snapshots yield equal bytes. Appearance is not part of a
 * snapshot, and array formulas come out as plain ones.
 */
export function writeWorkbookXlsx(snapshot: WorkbookSnapshot): Uint8Array {
  const shared = sharedTexts(snapshot.strings);
  const parts: Record<string, string> = {
    '[Content_Types].xml': contentTypes(snapshot.sheets.length),
    '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbookXml(snapshot),
    'xl/_rels/workbook.xml.rels': relationships([
      ...snapshot.sheets.map((_, i) => ['worksheet', `worksheets/sheet${i + 1}.xml`] as const),
      ['styles', 'styles.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
    ]),
    'xl/styles.xml': stylesXml(snapshot.numberFormats),
  };
  snapshot.sheets.forEach((sheet, i) => {
    parts[`xl/worksheets/sheet${i + 1}.xml`] = sheetXml(sheet, snapshot.strings, shared.indexOf);
  });
  // Only now is it known which texts the sheets use.
  parts['xl/sharedStrings.xml'] = shared.xml();
  const files: Zippable = {};
  for (const [name, text] of Object.entries(parts)) files[name] = [strToU8(text), { level: 6, mtime: NO_TIME }];
  return zipSync(files);
}

function sharedTexts(strings: readonly string[]): { indexOf(text: number): number; xml(): string } {
  const indices = new Map<number, number>();
  const items: string[] = [];
  return {
    indexOf(text) {
      const known = indices.get(text);
      if (known !== undefined) return known;
      indices.set(text, items.length);
      return items.push(`<si><t${spaceAttribute(strings[text])}>${xmlText(strings[text])}</t></si>`) - 1;
    },
    xml: () => `${HEAD}<sst xmlns="${MAIN}" uniqueCount="${items.length}">${items.join('')}</sst>`,
  };
}

function workbookXml(snapshot: WorkbookSnapshot): string {
  const sheets = snapshot.sheets.map((sheet, i) => {
    const state = sheet.visibility === 'visible' ? '' : ` state="${sheet.visibility}"`;
    return `<sheet name="${xmlText(sheet.name)}" sheetId="${i + 1}"${state} r:id="rId${i + 1}"/>`;
  });
  // Excel opens a file on its active sheet, which must be a visible one.
  const active = Math.max(0, snapshot.sheets.findIndex((sheet) => sheet.visibility === 'visible'));
  const views = `<bookViews><workbookView activeTab="${active}"/></bookViews>`;
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">${views}<sheets>${sheets.join('')}</sheets>${calcPr(snapshot.calculation)}</workbook>`;
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
    `${HEAD}<styleSheet xmlns="${MAIN}">` +
    (custom.length > 0 ? `<numFmts count="${custom.length}">${custom.join('')}</numFmts>` : '') +
    '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>' +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${cells.length}">${cells.join('')}</cellXfs>` +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
  );
}

function relationships(targets: readonly (readonly [type: string, target: string])[]): string {
  const items = targets.map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`);
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`;
}

function contentTypes(sheets: number): string {
  const override = (part: string, type: string): string => `<Override PartName="/xl/${part}" ContentType="${CONTENT}.${type}+xml"/>`;
  const items = [override('workbook.xml', 'sheet.main'), override('styles.xml', 'styles'), override('sharedStrings.xml', 'sharedStrings')];
  for (let i = 1; i <= sheets; i++) items.push(override(`worksheets/sheet${i}.xml`, 'worksheet'));
  const defaults =
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>';
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types">${defaults}${items.join('')}</Types>`;
}
