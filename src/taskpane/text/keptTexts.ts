import { say } from './say';

interface KeptContent {
  readonly explanations: number;
  readonly writers: readonly string[];
  /** First and last day, the same where there is one; null where none is known. */
  readonly dates: readonly [string, string] | null;
  readonly year: number | null;
  readonly family: string | null;
  readonly invalid: number;
}

/** What a workbook brought with it, and the user's decision on it. */
export const keptTexts = {
  keptSentence: say(
    ({ explanations, writers, dates, year, family, invalid }: KeptContent) => {
      const from = [writers.join('、'), dates === null ? '' : dates[0] === dates[1] ? dates[0] : `${dates[0]} 至 ${dates[1]}`].filter((part) => part !== '').join('，');
      const content = [
        ...(explanations > 0 ? [`${explanations} 条情况说明${from === '' ? '（没有写填写人和日期）' : `（${from}）`}`] : []),
        ...(year === null ? [] : [`指定的年度（${year} 年）`]),
        ...(family === null ? [] : [`指定的报表类别（${family}）`]),
      ].join('、');
      const dropped = invalid > 0 ? `${content === '' ? '这个工作簿里' : '另'}有 ${invalid} 项内容不合格式，没有采用。` : '';
      return content === '' ? dropped : `这个工作簿带有${explanations > 0 ? ' ' : ''}${content}。采用之前不影响核对结果；采用后，情况说明显示在问题旁边，问题仍然计数。${dropped}`;
    },
    ({ explanations, writers, dates, year, family, invalid }) => {
      const from = [writers.join(', '), dates === null ? '' : dates[0] === dates[1] ? dates[0] : `${dates[0]} to ${dates[1]}`].filter((part) => part !== '').join(', ');
      const content = [
        ...(explanations > 0 ? [`${explanations} explanation${explanations === 1 ? '' : 's'} (${from === '' ? 'no writer or date given' : from})`] : []),
        ...(year === null ? [] : [`a chosen year (${year})`]),
        ...(family === null ? [] : [`a chosen family of tables (${family})`]),
      ].join(', ');
      const dropped = invalid > 0 ? `${invalid} entr${invalid === 1 ? 'y' : 'ies'} in this workbook had no valid form and ${invalid === 1 ? 'was' : 'were'} left out.` : '';
      return content === '' ? dropped : `This workbook brings ${content}. Until you accept, they change no result; once accepted, explanations are shown beside their problems, which still count.${dropped === '' ? '' : ` ${dropped}`}`;
    },
  ),
  keptView: say('查看', 'View'),
  keptHide: say('收起', 'Hide'),
  keptTake: say('采用', 'Accept'),
  keptRefuse: say('不采用', 'Do not accept'),
  keptNoFinding: say('核对结果里现在没有这个问题', 'The audit has no such problem now'),

  explainedBy: say((by: string, date: string) => [by, date].filter((part) => part !== '').join('，'), (by, date) => [by, date].filter((part) => part !== '').join(', ')),
  explainedTheirs: say('随工作簿带来的说明', 'Explanation that came with the workbook'),
  explainedLapsed: say('说明已失效（金额有变动）', 'Explanation lapsed (figures have changed)'),
  explainBy: say('填写人（可不填）', 'Written by (optional)'),
} as const;
