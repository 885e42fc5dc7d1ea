import { MAIN_NAMESPACE, RELATIONS_NAMESPACE, workbookPackage, XML_HEAD } from '../write/package';
import { SharedTexts } from '../write/sharedTexts';
import { xmlText } from '../write/xmlText';
import type { PrintedDocument, PrintedSheet } from './model';
import { filterRange, printedSheetXml } from './sheetXml';
import { StyleSheet } from './styles';

/** The document as a new .xlsx; equal documents give equal bytes. No text in it is ever a formula. */
export function writePrinted({ sheets }: PrintedDocument): Uint8Array {
  const texts = new SharedTexts();
  const styles = new StyleSheet();
  const parts = sheets.map((sheet, i) => printedSheetXml(sheet, i === 0, texts, styles));
  return workbookPackage({ workbook: workbookXml(sheets), sheets: parts, styles: styles.xml(), sharedStrings: texts.xml() });
}

function workbookXml(sheets: readonly PrintedSheet[]): string {
  const list = sheets.map(({ name }, i) => `<sheet name="${xmlText(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`);
  const names = sheets.flatMap((sheet, i) => {
    if (sheet.head === null) return [];
    const quoted = `'${sheet.name.replaceAll("'", "''")}'`;
    const range = filterRange(sheet);
    return [
      ...(range === null ? [] : [`<definedName name="_xlnm._FilterDatabase" localSheetId="${i}" hidden="1">${xmlText(`${quoted}!${range}`)}</definedName>`]),
      `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">${xmlText(`${quoted}!$${sheet.head + 1}:$${sheet.head + 1}`)}</definedName>`,
    ];
  });
  return (
    `${XML_HEAD}<workbook xmlns="${MAIN_NAMESPACE}" xmlns:r="${RELATIONS_NAMESPACE}"><bookViews><workbookView/></bookViews><sheets>${list.join('')}</sheets>` +
    `${names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`}</workbook>`
  );
}
