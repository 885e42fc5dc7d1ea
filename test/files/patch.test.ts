import { describe, expect, it } from 'vitest';
import { annotatePackage, clearPackage, type FileError, readWorkbook, copyKind, type ReviewSheet } from '../../src/files';
import { DEFAULT_FILE_LIMITS } from '../../src/files/limits';
import { ZipPackage } from '../../src/files/zip';
import { readZipRecords } from '../../src/files/zip/directory';
import type { Mark, MarkStyle } from '../../src/host/workbookHost';
import { plainSnapshot } from './oracle';
import { Random } from './random';
import { buildPackage, packageParts, richShape, type PackageShape } from './richPackage';
import { buildZip } from './zipBuilder';

const review: ReviewSheet = { name: '审核意见', title: '审核意见', head: ['序号', '说明'], rows: [['1', '=1+1 <不是公式>']], widths: [6, 60] };
const mark = (sheet: number, row: number, column: number, style: MarkStyle = 'error', note = `${row}:${column} 相差 <10> & "x"`): Mark => ({ cell: { sheet, row, column }, style, note });
const marks = [mark(0, 1, 0, 'suspect', '疑似\n此格'), mark(0, 1, 1), mark(0, 3, 1, 'hint'), mark(1, 0, 1, 'warning')];

const open = (bytes: Uint8Array): ZipPackage => new ZipPackage(bytes, DEFAULT_FILE_LIMITS);
const textOf = (bytes: Uint8Array, part: string): string => new TextDecoder().decode(open(bytes).read(part));

/** Every part with its bytes, folders included. */
function contents(bytes: Uint8Array): ReadonlyMap<string, string> {
  const zip = open(bytes);
  return new Map(readZipRecords(bytes, DEFAULT_FILE_LIMITS).records.map(({ entry: { name } }) => [name, name.endsWith('/') ? '' : Buffer.from(zip.read(name)).toString('latin1')]));
}

/** What stands in the archive for a part: header, compressed bytes, descriptor, up to the next part. */
function stored(bytes: Uint8Array): ReadonlyMap<string, string> {
  const { records, directoryAt } = readZipRecords(bytes, DEFAULT_FILE_LIMITS);
  const starts = records.map(({ entry }) => entry.localHeaderAt).sort((a, b) => a - b);
  return new Map(records.map(({ entry: { name, localHeaderAt: at } }) => [name, Buffer.from(bytes.subarray(at, starts.find((start) => start > at) ?? directoryAt)).toString('latin1')]));
}

/** Parts that are not the same in both, or not in both. */
const differing = (a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): string[] => [...new Set([...a.keys(), ...b.keys()])].filter((name) => a.get(name) !== b.get(name));

/** Parts of `before` whose content differs in `after`; the others must be there with the very bytes of the archive. */
function changedParts(before: Uint8Array, after: Uint8Array): string[] {
  const [old, now, oldStored, nowStored] = [contents(before), contents(after), stored(before), stored(after)];
  const changed = [...old.keys()].filter((name) => old.get(name) !== now.get(name));
  for (const name of old.keys()) if (!changed.includes(name)) expect(nowStored.get(name) === oldStored.get(name), name).toBe(true);
  return changed;
}

describe('annotatePackage', () => {
  const rich = buildPackage(richShape);
  const { bytes, markedCells, withoutNotes } = annotatePackage(rich, marks, { notes: true, review });

  it('changes the parts it must and keeps the compressed bytes of all others', () => {
    expect({ markedCells, withoutNotes }).toEqual({ markedCells: 4, withoutNotes: [] });
    expect(changedParts(rich, bytes)).toEqual([
      '[Content_Types].xml', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels', 'xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml', 'xl/styles.xml', 'xl/comments1.xml', 'xl/drawings/vmlDrawing1.vml',
    ]);
    expect([...contents(bytes).keys()].slice(contents(rich).size)).toEqual([
      'xl/gouji/notes1.vml', 'xl/gouji/notes1.xml', 'xl/worksheets/_rels/sheet2.xml.rels', 'xl/worksheets/gouji/review1.xml', 'gouji/restore.json',
    ]);
  });

  it('puts the rules before those of the user that lie on the same cells, and where the schema wants them', () => {
    const sheet = textOf(bytes, 'xl/worksheets/sheet1.xml');
    expect(sheet.match(/<conditionalFormatting.*<\/conditionalFormatting>/)?.[0]).toBe(
      '<conditionalFormatting sqref="A1:C9"><cfRule type="duplicateValues" priority="5"/><cfRule type="cellIs" dxfId="0" priority="4" stopIfTrue="1" operator="lessThan"><formula>0</formula></cfRule></conditionalFormatting>' +
        '<conditionalFormatting sqref="A2"><cfRule type="expression" dxfId="1" priority="1"><formula>N(&quot;gouji:suspect&quot;)=0</formula></cfRule></conditionalFormatting>' +
        '<conditionalFormatting sqref="B2"><cfRule type="expression" dxfId="2" priority="2"><formula>N(&quot;gouji:error&quot;)=0</formula></cfRule></conditionalFormatting>' +
        '<conditionalFormatting sqref="B4"><cfRule type="expression" dxfId="3" priority="3"><formula>N(&quot;gouji:hint&quot;)=0</formula></cfRule></conditionalFormatting>',
    );
    expect(sheet).toContain('</conditionalFormatting><dataValidations');
    const styles = textOf(bytes, 'xl/styles.xml');
    expect(styles).toContain('<dxfs count="5">\n  <dxf><font><color rgb="FF9C0006"/></font></dxf>\n<dxf><font><b/><color rgb="FF000000"/></font><fill><patternFill><bgColor rgb="FFF2747E"/></patternFill></fill><border>');
    expect(styles.match(/<cellXfs count="5">/g)).toHaveLength(1);
  });

  it('leaves the rules of the user as they are where they lie elsewhere or belong to a pivot table', () => {
    for (const formats of ['elsewhere', 'pivot'] as const) {
      const sheet = textOf(annotatePackage(buildPackage({ ...richShape, formats }), marks).bytes, 'xl/worksheets/sheet1.xml');
      const first = formats === 'pivot' ? 1 : 3;
      expect([...sheet.matchAll(/priority="(\d+)"/g)].map(([, n]) => Number(n))).toEqual([first, first + 1, first + 2, first + 3]);
    }
  });

  it('adds notes beside those of the user, whose cells keep theirs', () => {
    const comments = textOf(bytes, 'xl/comments1.xml');
    expect(comments).toContain('<author>张三</author><author>勾稽 gouji</author></authors>');
    expect([...comments.matchAll(/<comment ref="(\w+)" authorId="(\d)">/g)].map(([, ref, author]) => `${ref} ${author}`)).toEqual(['B2 0', 'A2 1', 'B4 1']);
    const drawing = textOf(bytes, 'xl/drawings/vmlDrawing1.vml');
    expect([...drawing.matchAll(/<v:shape id="(\w+)"/g)].map(([, id]) => id)).toEqual(['_x0000_s1026', '_x0000_s1027', '_x0000_s1028']);
    expect(drawing.match(/<v:shapetype /g)).toHaveLength(1);
    expect(textOf(bytes, 'xl/gouji/notes1.xml')).toContain('<t xml:space="preserve">【勾稽 gouji】0:1 相差 &lt;10&gt; &amp; &quot;x&quot;</t>');
    expect(textOf(bytes, 'xl/worksheets/sheet2.xml')).toMatch(/<\/conditionalFormatting><legacyDrawing xmlns:r="[^"]*" r:id="gouji1"\/><\/worksheet>$/);
  });

  it('adds the 审核意见 as the last sheet, with what is printed and found again', async () => {
    const workbook = textOf(bytes, 'xl/workbook.xml');
    expect(workbook).toContain('<sheet name="审核意见" sheetId="8" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="gouji1"/></sheets>');
    expect(workbook).toContain(`<definedName name="_xlnm.Print_Titles" localSheetId="2">'审核意见'!$1:$2</definedName><definedName name="_gouji_review" hidden="1">'审核意见'!$A$1</definedName></definedNames>`);
    const snapshot = await readWorkbook(bytes, 'a.xlsx');
    const before = await readWorkbook(rich, 'a.xlsx');
    expect(snapshot.sheets.map(({ name, visibility }) => `${name} ${visibility}`)).toEqual(['表1 visible', '表2 hidden', '审核意见 visible']);
    expect(plainSnapshot({ ...snapshot, sheets: snapshot.sheets.slice(0, 2) })).toEqual(plainSnapshot(before));
  });

  it('gives the sheet another name where the user has one of that name', () => {
    expect(textOf(annotatePackage(buildPackage({ ...richShape, sheetName: '审核意见' }), [], { review }).bytes, 'xl/workbook.xml')).toContain('<sheet name="审核意见(2)" sheetId="8"');
  });

  it('annotated again is annotated once', () => {
    expect(annotatePackage(annotatePackage(rich, [mark(0, 5, 5)], { notes: true }).bytes, marks, { notes: true, review }).bytes).toEqual(bytes);
    expect(contents(annotatePackage(bytes, []).bytes)).toEqual(contents(rich));
  });

  it('takes no name that a part has, even one that nothing points to', () => {
    const left = buildZip([...packageParts(richShape), ...['xl/gouji/notes1.xml', 'xl/worksheets/gouji/review1.xml'].map((name) => ({ name, data: 'left' }))]);
    const again = annotatePackage(left, marks, { notes: true, review }).bytes;
    expect(['xl/gouji/notes1.xml', 'xl/worksheets/gouji/review1.xml'].map((name) => textOf(again, name))).toEqual(['left', 'left']);
    expect(differing(contents(left), contents(clearPackage(again).bytes))).toEqual([]);
  });

  it('adds boxes to a drawing whose elements declare their own namespaces, as openpyxl writes it, and takes them out of it', () => {
    const vml = (id: string, row: number) =>
      `<n0:shape xmlns:n0="urn:schemas-microsoft-com:vml" type="#_x0000_t202" id="${id}"><n2:ClientData xmlns:n2="urn:schemas-microsoft-com:office:excel" ObjectType="Note"><n2:Row>${row}</n2:Row><n2:Column>0</n2:Column></n2:ClientData></n0:shape>`;
    const own = `<xml><n2:shapetype xmlns:n2="urn:schemas-microsoft-com:vml" id="_x0000_t202"/>${vml('_x0000_s1026', 40)}</xml>`;
    const parts = packageParts(richShape).map((part) => (part.name.endsWith('.vml') ? { ...part, data: own } : part));
    const plainFile = buildZip(parts);
    const { bytes, withoutNotes } = annotatePackage(plainFile, marks, { notes: true });
    expect(withoutNotes).toEqual([]);
    const drawing = textOf(bytes, 'xl/drawings/vmlDrawing1.vml');
    expect([...drawing.matchAll(/<[\w.-]+:shape [^>]*id="(\w+)"/g)].map(([, id]) => id)).toEqual(['_x0000_s1026', '_x0000_s1027', '_x0000_s1028']);
    for (const [tag] of drawing.matchAll(/<v:shape(?:type)? [^>]*>/g)) expect(tag).toContain('xmlns:v="urn:schemas-microsoft-com:vml"');
    expect(drawing.match(/:shapetype /g)).toHaveLength(1);
    expect(differing(contents(plainFile), contents(clearPackage(bytes).bytes))).toEqual([]);
    // Saved by a program that keeps neither the record nor our prefix: the box goes with its note.
    const zip = open(bytes);
    const again = buildZip(zip.names().filter((name) => name !== 'gouji/restore.json').map((name) => ({ name, data: name.endsWith('.vml') ? textOf(bytes, name).replace(/(<\/?|xmlns:)v(?=[:=])/g, '$1n9') : zip.read(name) })));
    expect([...textOf(clearPackage(again).bytes, 'xl/drawings/vmlDrawing1.vml').matchAll(/:shape [^>]*id="(\w+)"/g)].map(([, id]) => id)).toEqual(['_x0000_s1026']);
  });

  it('says which sheets cannot take notes', () => {
    const parts = packageParts(richShape).map((part) => (part.name.endsWith('.vml') ? { ...part, data: '<html/>' } : part));
    expect(annotatePackage(buildZip(parts), marks, { notes: true }).withoutNotes).toEqual(['表1']);
  });

  it('knows signatures, and refuses what is no package', () => {
    expect(copyKind(rich)).toBe('package');
    expect(copyKind(buildZip([...packageParts(richShape), { name: '_xmlsignatures/sig1.xml', data: '<Signature/>' }]))).toBe('signed');
    const ole = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array<number>(600).fill(0)]);
    expect(() => annotatePackage(ole, marks)).toThrow(expect.objectContaining({ code: 'notAPackage' }) as FileError);
  });
});

describe('clearPackage', () => {
  it('brings every part back byte for byte, in any package', () => {
    const seed = 20_260_311;
    const random = new Random(seed);
    const pick = <T>(...all: readonly T[]): T => all[random.below(all.length)];
    for (let i = 0; i < 80; i++) {
      const [stored, target] = pick(
        ['xl/worksheets/sheet2.xml', 'worksheets/sheet2.xml'], ['XL/Worksheets/Sheet2.XML', '/xl/worksheets/sheet2.xml'], ['/xl/worksheets/sheet2.xml', 'worksheets/sheet2.xml'],
        ['xl\\worksheets\\sheet2.xml', 'worksheets\\sheet2.xml'], ['xl/worksheets/sheet%202.xml', 'worksheets/sheet%202.xml'], ['xl/worksheets/表 2.xml', 'worksheets/%E8%A1%A8%202.xml'], ['xl/worksheets/100%.xml', 'worksheets/100%.xml'],
      );
      const shape: PackageShape = {
        prefix: pick('', 'x:', 'main:'), isStrict: pick(true, false), dxfs: pick('none', 'empty', 'some'), hasStyles: pick(true, true, false), notes: pick('none', 'drawn', 'control', 'undrawn'),
        formats: pick('none', 'elsewhere', 'sameCells', 'pivot'), relations: pick('missing', 'empty', 'selfClosing'), names: pick('none', 'some'), sheetName: pick('表2', '审核意见', "a'b&amp;c"),
        stored, target, encoding: pick('utf-8', 'utf-8', 'utf-8-mark', 'utf-16le'),
        zip: { zip64: pick(true, false), descriptors: pick(true, false), isStored: pick(true, false), comment: pick('', 'WPS') },
      };
      const about = `seed ${seed}, package ${i}: ${JSON.stringify(shape)}`;
      const bytes = buildPackage(shape);
      const some = Array.from({ length: random.below(6) }, () => mark(random.below(2), random.below(10), random.below(5), pick('suspect', 'error', 'warning', 'hint')));
      const annotated = annotatePackage(bytes, some, { notes: pick(true, false), ...(pick(true, false) ? { review } : {}) });
      changedParts(bytes, annotated.bytes);
      for (const [name, text] of contents(annotated.bytes)) if (/\.(xml|rels)$/i.test(name) && shape.encoding !== 'utf-16le') expect(isBalanced(Buffer.from(text, 'latin1').toString()), `${about}\n${name}: ${text}`).toBe(true);
      const cleared = clearPackage(annotated.bytes);
      expect(cleared.isExact, about).toBe(true);
      expect(differing(contents(bytes), contents(cleared.bytes)), about).toEqual([]);
      // As a program leaves it that drops what nothing points to: then by fingerprint.
      const saved = clearPackage(without(annotated.bytes, 'gouji/restore.json'));
      const traces = [...contents(saved.bytes)].filter(([name, text]) => /N\((&quot;|")gouji|_gouji_review/.test(text) || /review/.test(name) || Buffer.from(text, 'latin1').toString().includes('【勾稽'));
      expect(traces.map(([name]) => name), about).toEqual([]);
      expect(saved.hadMarks, about).toBe(annotated.bytes.length !== bytes.length);
    }
  });

  it('does not touch a file without marks', () => {
    const bytes = buildPackage(richShape);
    expect(clearPackage(bytes)).toEqual({ bytes, hadMarks: false, isExact: true });
  });

  it('takes ours out of a file that Excel has saved, and nothing else', () => {
    const annotated = annotatePackage(buildPackage(richShape), marks, { notes: true, review }).bytes;
    // Excel joins rules, shortens the formula, writes its own texts, and drops the part nothing points to.
    const saved = altered(without(annotated, 'gouji/restore.json'), 'xl/worksheets/sheet1.xml', (xml) =>
      xml.replace('<row r="2">', '<row r="2" spans="1:2">').replace('</cfRule></conditionalFormatting><conditionalFormatting sqref="B2">', '</cfRule>').replaceAll('&quot;', '"'),
    );
    const { bytes, hadMarks, isExact } = clearPackage(saved);
    expect({ hadMarks, isExact }).toEqual({ hadMarks: true, isExact: false });
    expect(textOf(bytes, 'xl/worksheets/sheet1.xml').match(/<conditionalFormatting.*<\/conditionalFormatting>/)?.[0]).toMatch(/^<conditionalFormatting sqref="A1:C9"><cfRule type="duplicateValues" priority="5"\/><cfRule [^>]*><formula>0<\/formula><\/cfRule><\/conditionalFormatting>$/);
    expect([...textOf(bytes, 'xl/comments1.xml').matchAll(/<comment ref="(\w+)"/g)].map(([, ref]) => ref)).toEqual(['B2']);
    expect([...textOf(bytes, 'xl/drawings/vmlDrawing1.vml').matchAll(/<v:shape id="(\w+)"/g)].map(([, id]) => id)).toEqual(['_x0000_s1026']);
    const original = packageParts(richShape);
    for (const name of ['xl/workbook.xml', 'xl/_rels/workbook.xml.rels']) expect(textOf(bytes, name)).toBe(original.find((part) => part.name === name)?.data);
    expect(open(bytes).has('xl/worksheets/gouji/review1.xml')).toBe(false);
    expect(textOf(bytes, '[Content_Types].xml')).not.toContain('review');
  });

  it('finds the sheet under another name and place, and moves what counts sheets', () => {
    const annotated = annotatePackage(buildPackage(richShape), [], { review }).bytes;
    const saved = altered(without(annotated, 'gouji/restore.json'), 'xl/workbook.xml', (xml) =>
      xml.replace(/(<sheet name="审核意见".*?\/>)(<\/sheets>)/, '$2').replace('<sheets>', '<sheets><sheet name="他\'的" sheetId="8" r:id="gouji1"/>')
        .replaceAll("'审核意见'", "'他''的'").replace('localSheetId="2"', 'localSheetId="9"').replace('localSheetId="0"', 'localSheetId="1"').replace('localSheetId="9"', 'localSheetId="0"').replace('activeTab="1"', 'activeTab="2"'),
    );
    expect(textOf(clearPackage(saved).bytes, 'xl/workbook.xml')).toBe(packageParts(richShape).find(({ name }) => name === 'xl/workbook.xml')?.data);
  });

  it('takes comments of the add-in off, unless somebody has answered', () => {
    const thread = (ref: string, id: string, text: string, parent = ''): string => `<threadedComment ref="${ref}" id="${id}"${parent}><text>${text}</text></threadedComment>`;
    const legacy = (ref: string): string => `<comment ref="${ref}" authorId="0"><text><t>[线程批注] …</t></text></comment>`;
    const parts = packageParts({ ...richShape, formats: 'none' }).map((part) => {
      if (part.name === 'xl/threadedComments/threadedComment1.xml') return { ...part, data: `<ThreadedComments>${thread('C1', '{1}', '【勾稽 gouji】差')}${thread('C2', '{2}', '【勾稽 gouji】差')}${thread('C2', '{3}', '已改', ' parentId="{2}"')}</ThreadedComments>` };
      if (part.name === 'xl/comments1.xml') return { ...part, data: String(part.data).replace('</commentList>', `${legacy('C1')}${legacy('C2')}</commentList>`) };
      return part.name === 'xl/worksheets/_rels/sheet1.xml.rels'
        ? { ...part, data: String(part.data).replace('</Relationships>', '<Relationship Id="rId20" Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment" Target="../threadedComments/threadedComment1.xml"/></Relationships>') }
        : part;
    });
    const { bytes } = clearPackage(buildZip(parts));
    expect([...textOf(bytes, 'xl/comments1.xml').matchAll(/<comment ref="(\w+)"/g)].map(([, ref]) => ref)).toEqual(['B2', 'C2']);
    expect([...textOf(bytes, 'xl/threadedComments/threadedComment1.xml').matchAll(/id="(\{\d\})"/g)].map(([, id]) => id)).toEqual(['{2}', '{3}']);
  });

  it('a record that asks for more than taking marks off counts for nothing', () => {
    const annotated = annotatePackage(buildPackage(richShape), [mark(0, 1, 1)]).bytes;
    const forged = altered(annotated, 'gouji/restore.json', (json) => json.replace(/"undo":\[\[(\d+),(\d+),""\]/, '"undo":[[$1,$2,"<c/>"]'));
    expect(forged).not.toEqual(annotated);
    expect(clearPackage(forged).isExact).toBe(false);
  });
});

/** The package with one part changed, as another program might. */
function altered(bytes: Uint8Array, part: string, change: (text: string) => string): Uint8Array {
  return buildZip([...contents(bytes)].map(([name, text]) => ({ name, data: name === part ? change(Buffer.from(text, 'latin1').toString()) : Buffer.from(text, 'latin1') })));
}

function without(bytes: Uint8Array, part: string): Uint8Array {
  return buildZip([...contents(bytes)].flatMap(([name, text]) => (name === part ? [] : [{ name, data: Buffer.from(text, 'latin1') }])));
}

/** Every element is closed by its own name. */
function isBalanced(xml: string): boolean {
  const names: string[] = [];
  for (const [, close, name, empty] of xml.matchAll(/<(\/?)([\w:.-]+)(?:"[^"]*"|'[^']*'|[^>"'])*?(\/?)>/g)) {
    if (close) {
      if (names.pop() !== name) return false;
    } else if (!empty) names.push(name);
  }
  return names.length === 0;
}
