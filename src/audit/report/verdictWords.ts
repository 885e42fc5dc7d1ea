import type { VerdictState } from './verdict';

/** What a state says by itself; "" where there are problems, which are counted instead. */
export const verdictWords: Readonly<Record<'zh' | 'en', Readonly<Record<VerdictState, string>>>> = {
  zh: { unknown: '没有认出公开表', unchecked: '没有可核对的内容', blank: '空表，基本没有填数', partial: '没有全部认出，只核对了一部分', problems: '', clean: '没有发现问题' },
  en: { unknown: 'no known table', unchecked: 'nothing to check', blank: 'blank forms, hardly a figure', partial: 'not all recognised, checked in part', problems: '', clean: 'no problems found' },
};
