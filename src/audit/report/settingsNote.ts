import type { WorkbookSnapshot } from '../workbook';
import { explanationsOf, isGiven, isRecord } from './readExplanations';

/** Says what the pane has kept in the file: whoever audits the file itself is told of it, and none of it counts. */
export function settingsNotes({ paneSettings }: WorkbookSnapshot, lang: 'zh' | 'en'): string[] {
  const stored = parse(paneSettings);
  if (stored === null) return [];
  const explanations = Object.keys({ ...explanationsOf(stored.waiting).valid, ...explanationsOf(stored.explained).valid }).length;
  const kept = [
    ...(explanations > 0 ? [{ zh: `${explanations} 条情况说明`, en: explanations === 1 ? 'an explanation' : `${explanations} explanations` }] : []),
    ...(isGiven(stored.year) ? [{ zh: '指定的年度', en: 'a year' }] : []),
    ...(isGiven(stored.family) ? [{ zh: '指定的报表类别', en: 'a family of tables' }] : []),
  ];
  if (kept.length === 0) return [];
  return lang === 'zh'
    ? [`这个工作簿里存有${kept[0].zh.startsWith('指定') ? '' : ' '}${kept.map(({ zh }) => zh).join('、')}；随文件带来的不采用，结果和计数不受影响。要看，请在 Excel 里打开勾稽窗格`]
    : [`The workbook itself holds ${kept.map(({ en }) => en).join(', ')}; what comes with a file is not used, results and counts are without it; open the pane in Excel to see it`];
}

function parse(text: string | undefined): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}
