import { say } from './say';

/** What the pane says about the 公开说明. */
export const proseTexts = {
  prose: say('公开说明', 'Prose'),
  proseTitle: say('公开说明的核对', 'The prose of the disclosure'),
  proseIntro: say(
    '选择公开说明（.docx、.pdf、.txt、.md），或粘贴文字。文件只在本机读取，不会上传，也不写入工作簿。',
    'Choose the prose of the disclosure (.docx, .pdf, .txt, .md) or paste it. The file is read on this machine only and never written into the workbook.',
  ),
  proseChoose: say('选择文件', 'Choose a file'),
  proseChooseOther: say('换一份', 'Choose another'),
  prosePaste: say('粘贴的文字', 'Pasted text'),
  prosePasteHere: say('粘贴公开说明的文字', 'Paste the prose here'),
  proseCheck: say('核对文字', 'Check the text'),
  proseForget: say('移除', 'Remove'),
  proseReading: say('正在核对文字…', 'Checking the text…'),
  proseNotText: say('里面没有文字：请选择 Word 文档（.docx）、PDF 或文本文件，或把文字粘贴进来。', 'There is no text in it. Choose a Word document (.docx), a PDF or a text file, or paste the text.'),
  prosePastedTooLong: say(
    (most: number, mostOfParagraph: number) => `粘贴的文字太长：合计至多 ${most.toLocaleString('en')} 个字，一段至多 ${mostOfParagraph.toLocaleString('en')} 个字。请只粘贴公开说明的正文，各段分行。`,
    (most, mostOfParagraph) => `The pasted text is too long: at most ${most.toLocaleString('en')} characters, ${mostOfParagraph.toLocaleString('en')} a paragraph. Paste the disclosure's own text only, a paragraph a line.`,
  ),
  proseNoNumbers: say('文字里没有可以核对的数。请选择公开说明全文。', 'The text holds no numbers to check. Choose the whole disclosure.'),
  proseOther: say(
    (unit: string | null, year: number | null, book: { readonly unit: string | null; readonly year: number | null } | null) =>
      [
        ...(unit === null ? [] : [`文字写的单位是“${unit}”，工作簿是“${book?.unit ?? ''}”。`]),
        ...(year === null ? [] : [`文字写的是 ${year} 年，工作簿是${book?.year ? ` ${book.year} 年` : '另一年'}的。`]),
        '还没有核对，请先确认没有选错文件。',
      ].join(''),
    (unit, year, book) =>
      [
        ...(unit === null ? [] : [`The text is about “${unit}”, the workbook about “${book?.unit ?? ''}”. `]),
        ...(year === null ? [] : [`The text is about ${year}, the workbook about ${book?.year ?? 'another year'}. `]),
        'Nothing was checked yet; make sure that this is the right file.',
      ].join(''),
  ),
  proseGoOn: say('仍然核对', 'Check all the same'),
  proseCounts: say(
    (numbers: number, proved: number, wrong: number, unchecked: number) => `数 ${numbers} 个：无误 ${proved}，有错 ${wrong}，没有核对 ${unchecked}`,
    (numbers, proved, wrong, unchecked) => `${numbers} numbers: ${proved} proved, ${wrong} wrong, ${unchecked} unchecked`,
  ),
  proseConsistent: say((n: number) => `无误的数里 ${n} 个只与旁边的数相容，没有格可以证明`, (n) => `${n} of the proved only fit the figures beside them; no cell proves them`),
  proseNoFindings: say('没有发现错误', 'No mistake was found'),
  proseFindings: say((n: number) => `发现 ${n} 处`, (n) => `${n} findings`),
  proseSupports: say((n: number) => `表里有误、文字无误 ${n} 处`, (n) => `${n} wrong in the tables, right in the text`),
  proseMarks: say(
    { proved: '核对无误', consistent: '只与旁边的数相容', wrong: '有错', unchecked: '没有核对' },
    { proved: 'proved', consistent: 'fits its neighbours', wrong: 'wrong', unchecked: 'unchecked' },
  ),
  proseRight: say((right: string) => `应为：${right}`, (right) => `Should be: ${right}`),
  proseParagraph: say((n: number) => `第 ${n} 段`, (n) => `Paragraph ${n}`),
  proseCopy: say('复制改正后的句子', 'Copy the corrected sentence'),
  proseText: say('全文的数', 'All numbers of the text'),
};
