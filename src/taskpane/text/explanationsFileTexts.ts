import { say } from './say';

const listed = (names: readonly string[], between: string): string => [...names.slice(0, 3), ...(names.length > 3 ? ['…'] : [])].join(between);

/** 情况说明 in a file of their own, in Excel. */
export const explanationsFileTexts = {
  exportFile: say('导出情况说明', 'Export explanations'),
  importFile: say('导入情况说明', 'Import explanations'),
  fileHint: say('与工作台、命令行共用的 gouji-情况说明.json', 'gouji-情况说明.json, the same as of the workbench and the command line'),
  exported: say(
    (count: number) => `已交给浏览器保存：${count} 条情况说明。没有看到文件，是这个版本的 Excel 不许窗格存文件；请在工作台里打开这个工作簿再导出。`,
    (count) => `Handed over for saving: ${count} explanation${count === 1 ? '' : 's'}. If no file appears, this Excel lets no pane save files: open the workbook in the workbench and export there.`,
  ),
  imported: say(
    (came: number, lapsed: number, without: number) =>
      [`已导入 ${came} 条情况说明。`, ...(lapsed > 0 ? [`${lapsed} 条的金额有变动，已失效，请核对后重写。`] : []), ...(without > 0 ? [`${without} 条说的问题现在没有。`] : [])].join(''),
    (came, lapsed, without) =>
      [`${came} explanation${came === 1 ? '' : 's'} imported.`, ...(lapsed > 0 ? [`${lapsed} lapsed, for figures have changed: please check and write them anew.`] : []), ...(without > 0 ? [`${without} speak${without === 1 ? 's' : ''} of problems that are gone.`] : [])].join(' '),
  ),
  bad: say('这不是情况说明文件，没有采用。请选用“导出情况说明”得到的 gouji-情况说明.json。', 'This is no file of explanations and was not taken. Choose the gouji-情况说明.json that “Export explanations” has saved.'),
  absent: say(
    (own: string, others: readonly string[]) => `文件里没有“${own}”的情况说明${others.length > 0 ? `，只有：${listed(others, '、')}` : ''}。工作簿改过名的，请先改回原名再导入。`,
    (own, others) => `The file has no explanations of “${own}”${others.length > 0 ? `, only of ${listed(others, ', ')}` : ''}. If the workbook was renamed, give it its former name first.`,
  ),
} as const;
