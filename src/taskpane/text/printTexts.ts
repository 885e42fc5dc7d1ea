import { say } from './say';

/** What the printed page says beside the results. */
export const printTexts = {
  printTitle: say('勾稽审核记录', 'Record of the audit'),
  printUnit: say('单位', 'Unit'),
  printFile: say('文件', 'File'),
  printTables: say('已识别的表', 'Tables recognised'),
  printDate: say('打印日期', 'Printed on'),
  printOutcomes: say('核对结果', 'Outcomes'),
  printFindings: say((n: number) => `问题 ${n} 项`, (n) => `${n} finding${n === 1 ? '' : 's'}`),
  printExplained: say('已说明的问题', 'Explained'),
  printNothing: say('还没有审核，没有可以打印的结果。请先点“审核”。', 'Not audited yet; there is nothing to print. Choose “Audit” first.'),
  printSigned: say('审核人：＿＿＿＿＿＿＿＿　　日期：＿＿＿＿＿＿＿＿', 'Audited by: ________________    Date: ________________'),
  listComma: say('、', ', '),
  listSemicolon: say('；', '; '),
  inBrackets: say((text: string) => `（${text}）`, (text) => ` (${text})`),
  listColon: say('：', ': '),
};
