import { buildZip, type ZipPart } from './zipBuilder';

/** A workbook given by the insides of its parts. */
export interface RawWorkbook {
  /** Whole worksheet parts, or only what stands inside `<sheetData>`. */
  readonly sheets: readonly { readonly name: string; readonly data?: string; readonly xml?: string; readonly state?: string }[];
  readonly sharedStrings?: string;
  readonly styles?: string;
  /** Prefix of all element names of the spreadsheet namespace, such as "x:". */
  readonly prefix?: string;
  readonly isStrict?: boolean;
  readonly workbookPr?: string;
}

/** The parts of a raw workbook; `{p}` in given XML stands for the prefix. */
export function rawParts(book: RawWorkbook): ZipPart[] {
  const p = book.prefix ?? '';
  const root = book.isStrict ? 'http://purl.oclc.org/ooxml' : 'http://schemas.openxmlformats.org';
  const main = book.isStrict ? `${root}/spreadsheetml/main` : `${root}/spreadsheetml/2006/main`;
  const relations = book.isStrict ? `${root}/officeDocument/relationships` : `${root}/officeDocument/2006/relationships`;
  const ns = p === '' ? `xmlns="${main}"` : `xmlns:${p.slice(0, -1)}="${main}"`;
  const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
  const own = (xml: string): string => xml.replaceAll('{p}', p);
  const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const parts: ZipPart[] = [];
  const rels: string[] = [];
  const overrides: string[] = [`<Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/>`];
  const add = (name: string, type: string, contentType: string, xml: string): void => {
    parts.push({ name: `xl/${name}`, data: head + own(xml) });
    rels.push(`<Relationship Id="rId${rels.length + 1}" Type="${relations}/${type}" Target="${name}"/>`);
    overrides.push(`<Override PartName="/xl/${name}" ContentType="${types}.${contentType}+xml"/>`);
  };
  book.sheets.forEach((sheet, i) => {
    const xml = sheet.xml ?? `<{p}worksheet ${ns}><{p}sheetData>${sheet.data ?? ''}</{p}sheetData></{p}worksheet>`;
    add(`worksheets/sheet${i + 1}.xml`, 'worksheet', 'worksheet', xml.replaceAll('{ns}', ns));
  });
  if (book.sharedStrings !== undefined) add('sharedStrings.xml', 'sharedStrings', 'sharedStrings', `<{p}sst ${ns}>${book.sharedStrings}</{p}sst>`);
  if (book.styles !== undefined) add('styles.xml', 'styles', 'styles', `<{p}styleSheet ${ns}>${book.styles}</{p}styleSheet>`);
  const sheets = book.sheets.map(({ name, state }, i) => {
    return `<${p}sheet name="${name}" sheetId="${i + 1}"${state ? ` state="${state}"` : ''} r:id="rId${i + 1}"/>`;
  });
  const workbook = `${head}<${p}workbook ${ns} xmlns:r="${relations}">${own(book.workbookPr ?? '')}<${p}sheets>${sheets.join('')}</${p}sheets></${p}workbook>`;
  const packageNs = 'http://schemas.openxmlformats.org/package/2006';
  const list = (items: string): string => `${head}<Relationships xmlns="${packageNs}/relationships">${items}</Relationships>`;
  const defaults = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>';
  return [
    { name: '[Content_Types].xml', data: `${head}<Types xmlns="${packageNs}/content-types">${defaults}${overrides.join('')}</Types>` },
    { name: '_rels/.rels', data: list(`<Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/>`) },
    { name: 'xl/workbook.xml', data: workbook },
    { name: 'xl/_rels/workbook.xml.rels', data: list(rels.join('')) },
    ...parts,
  ];
}

export function makeXlsx(book: RawWorkbook): Uint8Array {
  return buildZip(rawParts(book));
}
