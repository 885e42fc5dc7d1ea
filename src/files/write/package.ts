import { strToU8, zipSync, type Zippable } from 'fflate';

/** What every workbook package that we write has in common (ISO/IEC 29500-1 and -2). */
export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const MAIN_NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const RELATIONS_NAMESPACE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** Zip keeps local time from 1980 on; a fixed one makes equal contents equal files. */
const NO_TIME = new Date(1980, 0, 1);

/** A package of `xl/workbook.xml`, its sheets, styles and shared texts; the same parts give the same bytes. */
export function workbookPackage({ workbook, sheets, styles, sharedStrings }: { readonly workbook: string; readonly sheets: readonly string[]; readonly styles: string; readonly sharedStrings: string }): Uint8Array {
  const parts: Record<string, string> = {
    '[Content_Types].xml': contentTypes(sheets.length),
    '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbook,
    'xl/_rels/workbook.xml.rels': relationships([
      ...sheets.map((_, i) => ['worksheet', `worksheets/sheet${i + 1}.xml`] as const),
      ['styles', 'styles.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
    ]),
    'xl/styles.xml': styles,
  };
  sheets.forEach((sheet, i) => {
    parts[`xl/worksheets/sheet${i + 1}.xml`] = sheet;
  });
  parts['xl/sharedStrings.xml'] = sharedStrings;
  const files: Zippable = {};
  for (const [name, text] of Object.entries(parts)) files[name] = [strToU8(text), { level: 6, mtime: NO_TIME }];
  return zipSync(files);
}

function relationships(targets: readonly (readonly [type: string, target: string])[]): string {
  const items = targets.map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${RELATIONS_NAMESPACE}/${type}" Target="${target}"/>`);
  return `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`;
}

function contentTypes(sheets: number): string {
  const override = (part: string, type: string): string => `<Override PartName="/xl/${part}" ContentType="${CONTENT}.${type}+xml"/>`;
  const items = [override('workbook.xml', 'sheet.main'), override('styles.xml', 'styles'), override('sharedStrings.xml', 'sharedStrings')];
  for (let i = 1; i <= sheets; i++) items.push(override(`worksheets/sheet${i}.xml`, 'worksheet'));
  const defaults =
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>';
  return `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types">${defaults}${items.join('')}</Types>`;
}
