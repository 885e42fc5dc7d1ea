import { say } from './say';

/** What stands in the pane until it is drawn, and why it is not. */
export const bootTexts = {
  connecting: say('正在连接 Excel…', 'Connecting to Excel…'),
  unreachable: say(
    (address: string) =>
      `没有连接上 Excel：office.js 没有加载。\n地址：${address}\n请检查网络或代理是否允许访问这个地址，然后关闭并重新打开本窗格。内网环境请管理员按部署说明改用本单位服务器上的 office.js。\n不需要 Excel 的独立页面：workbench.html`,
    (address) =>
      `Excel could not be reached: office.js did not load.\nAddress: ${address}\nCheck that the network or proxy allows this address, then close and reopen this pane. On an intranet, ask your administrator to serve office.js from your own server.\nThe page that needs no Excel: workbench.html`,
  ),
  noAnswer: say(
    'Excel 没有应答。请保存文件，关闭并重新打开本窗格；仍不行，请重新启动 Excel。',
    'Excel does not answer. Save the file, close and reopen this pane; if that does not help, restart Excel.',
  ),
  notExcel: say(
    '这个页面要在 Excel 的任务窗格里打开。没有 Excel 时，请打开独立页面 workbench.html。',
    'This page belongs in the task pane of Excel. Without Excel, open the stand-alone page workbench.html.',
  ),
  crashed: say(
    '窗格没有启动。请关闭并重新打开；仍不行，请把下面的诊断信息交给管理员。',
    'The pane did not start. Close and reopen it; if that does not help, give the diagnostic below to your administrator.',
  ),
} as const;
