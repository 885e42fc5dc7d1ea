import { zipSync, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readDocx, isDocx, tablesAsWorkbook, FileError } from '../../src/files';
import { openAudit, createAuditor } from '../../src/audit/audit';
import { auditNarrative } from '../../src/audit/narrative';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';
const p = (text: string, properties = ''): string => `<w:p>${properties}<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
const cell = (text: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`;
const row = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`;
const document = (body: string, more: Record<string, string> = {}): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    'word/document.xml': strToU8(`<?xml version="1.0" encoding="UTF-8"?><w:document ${W}><w:body>${body}</w:body></w:document>`),
    ...Object.fromEntries(Object.entries(more).map(([name, xml]) => [name, strToU8(xml)])),
  });

describe('Word documents', () => {
  it('paragraphs in order, blank ones too; tracked changes as accepted, fields by their result', () => {
    const { paragraphs } = readDocx(
      document(
        p('一、收支情况') + '<w:p/>' +
          '<w:p><w:r><w:t>较上年</w:t></w:r><w:del><w:r><w:delText>增加</w:delText></w:r></w:del><w:ins><w:r><w:t>减少</w:t></w:r></w:ins>' +
          '<w:r><w:instrText>REF x</w:instrText></w:r><w:r><w:t>5.00</w:t><w:tab/><w:t>万元</w:t></w:r></w:p>',
      ),
      '说明.docx',
    );
    expect(paragraphs).toEqual(['一、收支情况', '', '较上年减少5.00\t万元']);
  });

  it('text boxes once, numbers that Word writes itself', () => {
    const numbering = `<w:numbering ${W}><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%1）"/></w:lvl></w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>`;
    const listed = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr></w:pPr>';
    const box = `<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>${p('框里的话')}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${p('框里的话')}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>外面的话</w:t></w:r></w:p>`;
    const { paragraphs } = readDocx(document(p('收入', listed) + p('支出', listed) + box, { 'word/numbering.xml': numbering }), '说明.docx');
    expect(paragraphs).toEqual(['（一）收入', '（二）支出', '框里的话', '外面的话']);
  });

  it('headings that their style numbers, tab stops, reading aids, deleted rows, rows that begin further right, end notes', () => {
    const numbering = `<w:numbering ${W}><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num></w:numbering>`;
    const styles = `<w:styles ${W}><w:style w:styleId="2"><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style><w:style w:styleId="a"><w:basedOn w:val="2"/></w:style></w:styles>`;
    const styled = (id: string): string => `<w:pPr><w:pStyle w:val="${id}"/><w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs></w:pPr>`;
    const none = '<w:pPr><w:pStyle w:val="2"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>';
    const aid = '<w:p><w:r><w:ruby><w:rt><w:r><w:t>ㄕㄡ</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>收</w:t></w:r></w:rubyBase></w:ruby></w:r><w:r><w:t>入</w:t></w:r></w:p>';
    const table = `<w:tbl>${row(cell('名称'), cell('合计'))}<w:tr><w:trPr><w:del w:id="1"/></w:trPr>${cell('旧')}${cell('9')}</w:tr><w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell('１，２３４．５０')}</w:tr></w:tbl>`;
    const read = readDocx(document(p('收支情况', styled('2')) + p('支出情况', styled('a')) + p('没有编号', none) + aid + table, { 'word/numbering.xml': numbering, 'word/styles.xml': styles, 'word/endnotes.xml': `<w:endnotes ${W}><w:endnote>${p('尾注')}</w:endnote></w:endnotes>` }), '公开.docx');
    expect(read.paragraphs).toEqual(['一、收支情况', '二、支出情况', '没有编号', '收入', '尾注']);
    expect(read.tables[0].rows.map((cells) => cells.map((c) => [c.column, c.text]))).toEqual([[[0, '名称'], [1, '合计']], [[1, '１，２３４．５０']]]);
    expect([...tablesAsWorkbook(read, '公开.docx').sheets[0].numbers].filter((n) => !Number.isNaN(n))).toEqual([1234.5]);
  });

  it('a figure in pieces: smart tags, content controls, insertions, fields, soft and hard hyphens', () => {
    const run = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`;
    const field = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> =SUM(A1) </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('3')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const figure = `<w:smartTag w:element="chmetcnv">${run('1')}</w:smartTag><w:sdt><w:sdtPr><w:tabs/></w:sdtPr><w:sdtContent>${run('2')}</w:sdtContent></w:sdt>${field}<w:fldSimple w:instr="REF a">${run('.4')}</w:fldSimple><w:ins>${run('5')}</w:ins><w:moveFrom>${run('9')}</w:moveFrom><w:moveTo>${run('万')}</w:moveTo><w:r><w:softHyphen/></w:r><w:proofErr w:type="gramStart"/>${run('元')}`;
    expect(readDocx(document(`<w:p>${figure}<w:r><w:noBreakHyphen/></w:r></w:p>`), 'a.docx').paragraphs).toEqual(['123.45万元-']);
  });

  it('tables become sheets with the titles above them; merged cells, figures as numbers, codes as text', () => {
    const table = `<w:tbl>${row(cell('科目编码'), cell('科目名称'), cell('合计', '<w:gridSpan w:val="2"/>'))}${row(cell('2010801', '<w:vMerge w:val="restart"/>'), cell('行政运行'), cell('1,234.50'), cell(''))}${row(cell('', '<w:vMerge/>'), cell(''), cell('2'), cell(''))}</w:tbl>`;
    const read = readDocx(document(p('正文。') + p('一般公共预算支出表') + p('单位：万元') + table + p('后文')), '公开.docx');
    expect(read.paragraphs).toEqual(['正文。', '一般公共预算支出表', '单位：万元', '后文']);
    const { sheets, strings } = tablesAsWorkbook(read, '公开.docx');
    expect(sheets).toHaveLength(1);
    expect(strings).toEqual(expect.arrayContaining(['一般公共预算支出表', '单位：万元', '2010801', '行政运行']));
    expect([...sheets[0].numbers].filter((n) => !Number.isNaN(n))).toEqual([1234.5, 2]);
    expect(sheets[0].merges).toEqual([{ top: 2, left: 2, bottom: 2, right: 3 }, { top: 3, left: 0, bottom: 4, right: 0 }]);
  });

  it('prose is checked against the tables of the same document', () => {
    const lines = [['201', '一般公共服务支出', 30], ['20108', '审计事务', 30], ['2010801', '行政运行', 20], ['2010802', '一般行政管理事务', 10]] as const;
    const table = `<w:tbl>${row(cell('科目编码'), cell('科目名称'), cell('合计'), cell('基本支出'), cell('项目支出'))}${row(cell(''), cell('合计'), cell('30.00'), cell('20.00'), cell('10.00'))}${lines
      .map(([code, name, sum]) => row(cell(code), cell(name), cell(sum.toFixed(2)), cell(code.endsWith('2') ? '' : '20.00'), cell(code.endsWith('1') && code.length === 7 ? '' : '10.00')))
      .join('')}</w:tbl>`;
    const body = p('2026年某市审计局部门预算') + p('一、一般公共预算支出情况') + p('2026年一般公共预算支出30.00万元，其中：') + p('1.行政运行（2010801）20.00万元；') + p('2.一般行政管理事务（2010802）16.00万元。') + p('一般公共预算支出表') + p('单位：万元') + table;
    const read = readDocx(document(body), '公开.docx');
    const auditor = createAuditor();
    const workbook = tablesAsWorkbook(read, '公开.docx');
    const { state } = openAudit(workbook, {}, auditor);
    const { drafts } = auditNarrative({ file: '公开.docx', paragraphs: read.paragraphs }, { chart: auditor.chart, recognition: state.recognition, workbook, year: 2026 });
    expect(drafts.map((d) => [d.rule, d.place.paragraph, d.place.quote, d.right])).toEqual([['N2', 5, '16.00万元', '10.00万元']]);
  });

  it('a figure that looks like a code is a figure, and no text that Excel would not add up', () => {
    const table = `<w:tbl>${row(cell('科目编码'), cell('科目名称'), cell('合计'))}${row(cell(''), cell('合计'), cell('55200.50'))}${row(cell('201'), cell('一般公共服务支出'), cell('55200.50'))}${row(cell('20108'), cell('审计事务'), cell('55200.50'))}${row(cell('2010801'), cell('行政运行'), cell('55200'))}${row(cell('2010802'), cell('一般行政管理事务'), cell('0.50'))}</w:tbl>`;
    const workbook = tablesAsWorkbook(readDocx(document(p('一般公共预算支出表') + p('单位：元') + table), '公开.docx'), '公开.docx');
    const { report } = openAudit(workbook, {}, createAuditor());
    expect(report.tables.map((t) => t.id)).toEqual(['N05']);
    expect(report.findings.map((f) => f.message)).toEqual([]);
    const { report: wrong } = openAudit(tablesAsWorkbook(readDocx(document(p('一般公共预算支出表') + p('单位：元') + table.replace('>55200<', '>55300<')), '公开.docx'), '公开.docx'), {}, createAuditor());
    expect(wrong.findings.map((f) => [f.rule, f.severity])).toEqual([['N05.2', 'error']]);
  });

  it('what is no .docx is refused with its reason', () => {
    expect(isDocx(strToU8('hello'))).toBe(false);
    expect(() => readDocx(new Uint8Array(0), 'a.docx')).toThrow(FileError);
    expect(() => readDocx(strToU8('%PDF-1.7'), 'a.docx')).toThrow(/a\.docx/);
  });
});
