import { carriesSettled } from './explanations';
import type { AuditReport, Finding, FindingCell, WorkbookReport } from './model';
import { verdictOf } from './verdict';
import { verdictWords } from './verdictWords';

/** A text, or an amount as a plain decimal. */
export type ChecklistValue = { readonly text: string } | { readonly amount: string };

/** The columns of a 检查表, in order. */
export const checklistHead: Readonly<Record<'zh' | 'en', readonly string[]>> = {
  zh: ['文件', '单位', '表', '单元格', '问题', '左', '右', '差额', '级别', '规则', '情况说明'],
  en: ['File', 'Unit', 'Table', 'Cells', 'Problem', 'Left', 'Right', 'Difference', 'Level', 'Rule', 'Explanation'],
};

const words = {
  zh: { error: '错误', warning: '提示', hint: '参考', rounding: '舍入', settled: '已说明', lapsed: '说明已失效（金额有变动）', unread: '未能读取', join: '、', prose: '公开说明', paragraph: (n: number) => `第 ${n} 段` },
  en: { error: 'error', warning: 'warning', hint: 'hint', rounding: 'rounding', settled: 'explained', lapsed: 'lapsed (figures have changed)', unread: 'could not be read', join: ', ', prose: 'Prose', paragraph: (n: number) => `paragraph ${n}` },
};

/**
 * The 检查表 of a batch: one row a finding. A workbook without findings, one that was not or not wholly checked, and a file
 * that could not be read have a row, too: nobody should take silence for an audit. What was found in the prose comes last. Texts stand as they are, also those that begin with "=".
 */
export function checklistRows(report: AuditReport, lang: 'zh' | 'en'): readonly (readonly ChecklistValue[])[] {
  const text = (value: string | null): ChecklistValue => ({ text: value ?? '' });
  const rows = report.workbooks.flatMap((workbook) => [
    ...stateSentences(workbook, lang).map((sentence) => [workbook.file, workbook.unit, '', '', sentence, '', '', '', '', '', ''].map(text)),
    ...[...workbook.findings.filter((f) => f.text === undefined), ...workbook.findings.filter((f) => f.text !== undefined)].map((finding) => rowOf(workbook, finding, lang)),
  ]);
  const unread = report.errors.map(({ file, message }) => [file, '', '', '', `${words[lang].unread}：${message}`, '', '', '', '', '', ''].map(text));
  return [...rows, ...unread];
}

/** What the workbook's state says; nothing where its findings say it. */
function stateSentences(workbook: WorkbookReport, lang: 'zh' | 'en'): readonly string[] {
  const { state } = verdictOf(workbook);
  if (state === 'problems' || (state === 'clean' && workbook.findings.length > 0)) return [];
  return [state === 'partial' && workbook.warning !== null ? workbook.warning : verdictWords[lang][state]];
}

function rowOf(workbook: WorkbookReport, finding: Finding, lang: 'zh' | 'en'): ChecklistValue[] {
  const table = workbook.tables.find(({ id }) => id === finding.table);
  const amount = (value: string | null): ChecklistValue => (value === null ? { text: '' } : { amount: value });
  const level = carriesSettled(finding) ? words[lang].settled : finding.outcome === 'rounding' ? words[lang].rounding : words[lang][finding.severity];
  return [
    { text: workbook.file },
    { text: workbook.unit ?? '' },
    { text: finding.text ? `${words[lang].prose} ${finding.text.file}`.trim() : table ? `${table.sheet} ${table.title}`.trim() : (finding.table ?? '') },
    { text: [...placeInText(finding, lang), ...accused(finding).map(({ sheet, address }) => `${sheet}!${address}`)].join(words[lang].join) },
    { text: finding.message },
    amount(finding.left),
    amount(finding.right),
    amount(finding.difference),
    { text: level },
    { text: finding.rule },
    { text: explanationText(finding, lang) },
  ];
}

function explanationText({ explanation }: Finding, lang: 'zh' | 'en'): string {
  if (!explanation) return '';
  const { text, by, date, standing } = explanation;
  const from = [by, date].filter(Boolean).join(words[lang].join);
  return [standing === 'lapsed' ? words[lang].lapsed : '', text, from].filter(Boolean).join(lang === 'zh' ? '；' : '; ');
}

/** 第 12 段“…”, for a finding in the prose; its cells are what it is compared with. */
function placeInText({ text }: Finding, lang: 'zh' | 'en'): readonly string[] {
  return text === undefined ? [] : [`${words[lang].paragraph(text.paragraph)}“${text.quote}”`];
}

/** The cells complained about; where none stands out, every cell. */
function accused({ cells }: Finding): readonly FindingCell[] {
  const main = cells.filter(({ role }) => role === 'subject' || role === 'total');
  return main.length > 0 ? main : cells;
}
