import { buildZip, type ZipPart } from './zipBuilder';

/** Choices in which packages of real programs differ. */
export interface PackageShape {
  /** Prefix of the spreadsheet's elements, such as "x:". */
  readonly prefix: string;
  readonly isStrict: boolean;
  readonly dxfs: 'none' | 'empty' | 'some';
  readonly hasStyles: boolean;
  /** Notes of the user on the first sheet: none, in its own drawing, beside a form control only, or without any drawing. */
  readonly notes: 'none' | 'drawn' | 'control' | 'undrawn';
  readonly formats: 'none' | 'elsewhere' | 'sameCells' | 'pivot';
  /** List of relationships of the second sheet. */
  readonly relations: 'missing' | 'empty' | 'selfClosing';
  readonly names: 'none' | 'some';
  readonly sheetName: string;
  /** Name in the archive of the second sheet, and the same as relationships write it. */
  readonly stored: string;
  readonly target: string;
  readonly encoding: 'utf-8' | 'utf-8-mark' | 'utf-16le';
  readonly zip: { readonly zip64: boolean; readonly descriptors: boolean; readonly isStored: boolean; readonly comment: string };
}

export const richShape: PackageShape = {
  prefix: '', isStrict: false, dxfs: 'some', hasStyles: true, notes: 'drawn', formats: 'sameCells', relations: 'missing', names: 'some',
  sheetName: '表2', stored: 'xl/worksheets/sheet2.xml', target: 'worksheets/sheet2.xml', encoding: 'utf-8',
  zip: { zip64: false, descriptors: false, isStored: false, comment: '' },
};

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** All that a rich workbook of Excel or WPS holds beside its figures: parts nobody of us ever opens. */
function bystanders(): ZipPart[] {
  const noise = (length: number, seed: number): Uint8Array => Uint8Array.from({ length }, (_, i) => (i * i * 31 + seed * 17 + (i >> 3)) & 255);
  return [
    { name: 'xl/vbaProject.bin', data: noise(3000, 1) },
    { name: 'xl/media/image1.png', data: noise(500, 2), isStored: true },
    { name: 'xl/charts/chart1.xml', data: `${HEAD}<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"/>` },
    { name: 'xl/drawings/drawing1.xml', data: `${HEAD}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"/>` },
    { name: 'xl/pivotCache/pivotCacheDefinition1.xml', data: `${HEAD}<pivotCacheDefinition/>` },
    { name: 'xl/tables/table1.xml', data: `${HEAD}<table id="1" name="表_1" displayName="表_1" ref="A1:B2"/>` },
    { name: 'xl/threadedComments/threadedComment1.xml', data: `${HEAD}<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="C3" id="{1}"><text>请核实</text></threadedComment></ThreadedComments>` },
    { name: 'xl/printerSettings/printerSettings1.bin', data: noise(900, 3) },
    { name: 'customXml/item1.xml', data: '<wps:root xmlns:wps="http://www.wps.cn/officeDocument/2013/wpsCustomData"/>' },
    { name: 'docProps/app.xml', data: `${HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>WPS 表格</Application></Properties>` },
    { name: 'xl/calcChain.xml', data: `${HEAD}<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><c r="B4" i="1"/></calcChain>` },
    { name: 'xl/empty/', data: '', isStored: true },
  ];
}

const VML =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml"\n xmlns:o="urn:schemas-microsoft-com:office:office"\n xmlns:x="urn:schemas-microsoft-com:office:excel">' +
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202"/>';
const USER_SHAPE =
  '<v:shape id="_x0000_s1026" type="#_x0000_t202"><v:textbox><div>一<br>二</div></v:textbox><x:ClientData ObjectType="Note"><x:Row>1</x:Row><x:Column>1</x:Column></x:ClientData></v:shape>';

export function packageParts(shape: PackageShape): ZipPart[] {
  const { prefix: p, isStrict } = shape;
  const root = isStrict ? 'http://purl.oclc.org/ooxml' : 'http://schemas.openxmlformats.org';
  const main = isStrict ? `${root}/spreadsheetml/main` : `${root}/spreadsheetml/2006/main`;
  const relations = isStrict ? `${root}/officeDocument/relationships` : `${root}/officeDocument/2006/relationships`;
  const ns = p === '' ? `xmlns="${main}"` : `xmlns:${p.slice(0, -1)}="${main}"`;
  // Elements of the spreadsheet are written "<~row>".
  const xml = (text: string): string => HEAD + text.replaceAll('~', p);
  const relation = (id: string, type: string, target: string): string => `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`;
  const list = (items: string): string => `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${items}</Relationships>`;
  const formats = {
    none: '',
    elsewhere: '<~conditionalFormatting sqref="H1:H9"><~cfRule type="cellIs" dxfId="0" priority="3" operator="lessThan"><~formula>0</~formula></~cfRule></~conditionalFormatting>',
    sameCells: '<~conditionalFormatting sqref="A1:C9"><~cfRule type="duplicateValues" priority="2"/><~cfRule type="cellIs" dxfId="0" priority="1" stopIfTrue="1" operator="lessThan"><~formula>0</~formula></~cfRule></~conditionalFormatting>',
    pivot: '<~conditionalFormatting pivot="1" sqref="A1:C9"><~cfRule type="cellIs" pivot="1" dxfId="0" priority="1" operator="lessThan"><~formula>0</~formula></~cfRule></~conditionalFormatting>',
  }[shape.formats];
  const hasDrawing = shape.notes === 'drawn' || shape.notes === 'control';
  const sheet1 =
    `<~worksheet ${ns} xmlns:r="${relations}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><~sheetPr codeName="Sheet1"/><~dimension ref="A1:C9"/>` +
    '<~sheetViews><~sheetView workbookViewId="0"><~pane ySplit="1" topLeftCell="A2" state="frozen"/></~sheetView></~sheetViews><~sheetFormatPr defaultRowHeight="14.25"/>' +
    '<~cols><~col min="1" max="2" width="30.5" style="1" customWidth="1"/></~cols>' +
    '<~sheetData><~row r="1" spans="1:3" ht="30" customHeight="1"><~c r="A1" t="s"><~v>0</~v></~c></~row><~row r="2"><~c r="A2"><~v>10</~v></~c><~c r="B2" s="1"><~v>20.5</~v></~c></~row>' +
    '<~row r="4"><~c r="B4" s="1"><~f>SUM(B2:B3)</~f><~v>20.5</~v></~c></~row></~sheetData>' +
    '<~sheetProtection sheet="1" objects="1"/><~protectedRanges><~protectedRange sqref="B2" name="区域1"/></~protectedRanges><~mergeCells count="1"><~mergeCell ref="A6:C6"/></~mergeCells><~phoneticPr fontId="1"/>' +
    `${formats}<~dataValidations count="1"><~dataValidation type="decimal" sqref="B2"><~formula1>0</~formula1></~dataValidation></~dataValidations>` +
    '<~pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><~pageSetup paperSize="9" orientation="landscape" r:id="rId9"/><~headerFooter><~oddFooter>第 &amp;P 页</~oddFooter></~headerFooter>' +
    `<~drawing r:id="rId8"/>${hasDrawing ? '<~legacyDrawing r:id="rId1"/>' : ''}<~tableParts count="1"><~tablePart r:id="rId7"/></~tableParts>` +
    '<~extLst><~ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}"><x14:sparklineGroups/></~ext></~extLst></~worksheet>';
  const sheet2 = `<~worksheet ${ns}><~sheetData><~row><~c><~v>1</~v></~c><~c><~v>2</~v></~c></~row></~sheetData></~worksheet>`;
  const comments = `<~comments ${ns}><~authors><~author>张三</~author></~authors><~commentList><~comment ref="B2" authorId="0"><~text><~r><~t>张三:</~t></~r><~r><~t xml:space="preserve">\n见附件</~t></~r></~text></~comment></~commentList></~comments>`;
  const styles =
    `<~styleSheet ${ns}><~fonts count="2"><~font><~sz val="11"/><~name val="宋体"/></~font><~font><~b/></~font></~fonts><~fills count="1"><~fill/></~fills><~borders count="1"><~border/></~borders>` +
    '<~cellStyleXfs count="1"><~xf/></~cellStyleXfs><~cellXfs count="2"><~xf/><~xf numFmtId="4" fontId="1"/></~cellXfs>' +
    `${{ none: '', empty: '<~dxfs count="0"/>', some: '<~dxfs count="1">\n  <~dxf><~font><~color rgb="FF9C0006"/></~font></~dxf>\n</~dxfs>' }[shape.dxfs]}<~tableStyles count="0"/></~styleSheet>`;
  const workbook =
    `<~workbook ${ns} xmlns:r="${relations}"><~workbookPr codeName="ThisWorkbook"/><~workbookProtection lockStructure="1"/><~bookViews><~workbookView activeTab="1"/></~bookViews>` +
    `<~sheets><~sheet name="表1" sheetId="3" r:id="rId1"/><~sheet name="${shape.sheetName}" sheetId="7" state="hidden" r:id="rId2"/></~sheets>` +
    `${shape.names === 'some' ? '<~definedNames><~definedName name="_xlnm.Print_Area" localSheetId="0">表1!$A$1:$C$9</~definedName></~definedNames>' : ''}<~calcPr calcMode="manual"/></~workbook>`;
  const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const part2 = `/xl/${shape.target.replace(/^\/xl\//, '')}`;
  const contentTypes =
    `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
    '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/><Default Extension="png" ContentType="image/png"/><Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/><Override PartName="${part2}" ContentType="${types}.worksheet+xml"/>` +
    `${shape.hasStyles ? `<Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/>` : ''}<Override PartName="/xl/comments1.xml" ContentType="${types}.comments+xml"/></Types>`;
  const sheetRelations = [
    ...(hasDrawing ? [relation('rId1', 'vmlDrawing', '../drawings/vmlDrawing1.vml')] : []),
    ...(shape.notes === 'drawn' || shape.notes === 'undrawn' ? [relation('rId2', 'comments', '../comments1.xml')] : []),
    relation('rId7', 'table', '../tables/table1.xml'), relation('rId8', 'drawing', '/xl/drawings/drawing1.xml'), relation('rId9', 'printerSettings', '../printerSettings/printerSettings1.bin'),
    '<Relationship Id="gouji1" Type="http://example.org/own" Target="http://example.org/" TargetMode="External"/>',
  ];
  const empty = { missing: null, empty: list(''), selfClosing: `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"/>` }[shape.relations];
  const slash = shape.stored.lastIndexOf('/') + 1;
  return [
    { name: '[Content_Types].xml', data: contentTypes },
    { name: '_rels/.rels', data: list(relation('rId1', 'officeDocument', 'xl/workbook.xml')) },
    { name: 'xl/workbook.xml', data: xml(workbook) },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: list([relation('rId1', 'worksheet', 'worksheets/sheet1.xml'), relation('rId2', 'worksheet', shape.target), ...(shape.hasStyles ? [relation('rId3', 'styles', 'styles.xml')] : []), relation('rId4', 'sharedStrings', 'sharedStrings.xml')].join('')),
    },
    { name: 'xl/worksheets/sheet1.xml', data: encoded(xml(sheet1), shape.encoding) },
    { name: 'xl/worksheets/_rels/sheet1.xml.rels', data: list(sheetRelations.join('\n')) },
    { name: shape.stored, data: xml(sheet2) },
    ...(empty === null ? [] : [{ name: `${shape.stored.slice(0, slash)}_rels/${shape.stored.slice(slash)}.rels`, data: empty }]),
    { name: 'xl/sharedStrings.xml', data: xml(`<~sst ${ns}><~si><~t>科目</~t><~rPh sb="0" eb="1"><~t>カ</~t></~rPh></~si></~sst>`) },
    ...(shape.hasStyles ? [{ name: 'xl/styles.xml', data: xml(styles) }] : []),
    ...(shape.notes === 'drawn' || shape.notes === 'undrawn' ? [{ name: 'xl/comments1.xml', data: xml(comments) }] : []),
    ...(hasDrawing ? [{ name: 'xl/drawings/vmlDrawing1.vml', data: `${VML}${shape.notes === 'drawn' ? USER_SHAPE : ''}</xml>` }] : []),
    ...bystanders(),
  ];
}

export function buildPackage(shape: PackageShape): Uint8Array {
  const { zip64, descriptors, isStored, comment } = shape.zip;
  const parts = packageParts(shape).map((part) => ({ ...part, hasDescriptor: descriptors, isStored: part.isStored ?? isStored }));
  return buildZip(parts, { zip64, comment });
}

function encoded(text: string, encoding: PackageShape['encoding']): Uint8Array {
  const marked = new TextEncoder().encode(encoding === 'utf-8-mark' ? `\ufeff${text}` : text);
  if (encoding !== 'utf-16le') return marked;
  const wide = `\ufeff${text.replace('UTF-8', 'UTF-16')}`;
  const bytes = new Uint8Array(wide.length * 2);
  for (let i = 0; i < wide.length; i++) new DataView(bytes.buffer).setUint16(i * 2, wide.charCodeAt(i), true);
  return bytes;
}
