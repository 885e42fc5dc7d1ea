import type { HostErrorCode } from '../../host/workbookHost';
import { say, type Said } from './say';

/** Every refusal of a host as a whole sentence with the next step. */
export const errorTexts: Readonly<Record<HostErrorCode, Said<string>>> = {
  protected: say(
    '工作表受保护，不能写入。问题仍列在窗格中；需要标记时，请先在“审阅”中撤销工作表保护。',
    'The sheet is protected against changes. The problems are still listed here; to mark cells, unprotect the sheet under Review.',
  ),
  cellEditMode: say(
    '有单元格正在编辑。请按 Enter 或 Esc 结束编辑，再试一次。',
    'A cell is being edited. Press Enter or Esc to finish, then try again.',
  ),
  tooLarge: say(
    '工作簿太大，Excel 拒绝一次读取。请删去无关的工作表或超出表格的空白格式，或在桌面版 Excel 中审核。',
    'The workbook is too large for Excel to hand over. Remove unrelated sheets or stray formats, or audit in desktop Excel.',
  ),
  readOnly: say(
    '文件以只读方式打开，不能写入。问题仍列在窗格中；需要标记或改数时，请另存一份再打开。',
    'The file is open read-only. The problems are still listed here; to mark or correct, save a copy and open that.',
  ),
  oldOffice: say(
    '此版本的 Excel 太旧（需要 ExcelApi 1.9，即 Excel 2021 或 Microsoft 365）。请升级，或改用独立审核页面打开此文件。',
    'This Excel is too old (ExcelApi 1.9 is needed: Excel 2021 or Microsoft 365). Update it, or open the file in the stand-alone page.',
  ),
  officeUnreachable: say(
    '连接不上 Excel。请检查网络能否访问 office.js，然后关闭并重新打开本窗格。',
    'Excel cannot be reached. Check that office.js is reachable on your network, then close and reopen this pane.',
  ),
  sheetGone: say(
    '这个单元格所在的工作表已删除或改名。请重新审核。',
    'The sheet of this cell was deleted or renamed. Please audit again.',
  ),
  changed: say(
    '这个单元格在审核之后改过，没有写入。请重新审核，再看建议。',
    'The cell has changed since the audit; nothing was written. Please audit again, then look at the proposal.',
  ),
  hiddenSheet: say(
    '这个单元格在隐藏的工作表中。请先取消隐藏该工作表，再转到单元格。',
    'The cell is on a hidden sheet. Unhide the sheet first, then go to the cell.',
  ),
  cancelled: say('已取消，工作簿没有改动。', 'Cancelled; the workbook was not changed.'),
  failed: say(
    '没有完成。请保存文件后再试一次；仍不成功，请把下面的诊断信息交给管理员。',
    'That did not work. Save the file and try again; if it fails again, give the diagnostic below to your administrator.',
  ),
};

/** What the boot page and notices say around an error. */
export const errorFrame = {
  diagnostic: say('诊断信息', 'Diagnostic'),
  copy: say('复制', 'Copy'),
  copied: say('已复制', 'Copied'),
  dismiss: say('知道了', 'Dismiss'),
  retry: say('再试一次', 'Try again'),
  settingsLost: say(
    '设置没有保存进工作簿，本次仍然有效。',
    'The settings could not be kept in the workbook; they hold for now.',
  ),
  liveOff: say(
    '实时复核未能启动，请在改数后点“重新审核”。',
    'Re-checking while you type could not start; choose “Audit again” after changes.',
  ),
} as const;
