import { say } from './say';

/** What a button of the ribbon says while it is at work. */
export const ribbonTexts = {
  markCells: say('正在审核并标记。标记完成后本窗口自动关闭；数据不离开本机。', 'Auditing and marking. This window closes by itself when the cells are marked; nothing leaves this machine.'),
  clearMarks: say('正在清除本加载项的标记，您自己的格式不动。完成后本窗口自动关闭。', 'Clearing the marks of this add-in; your own formats stay. This window closes by itself.'),
} as const;

export type RibbonWork = keyof typeof ribbonTexts;
