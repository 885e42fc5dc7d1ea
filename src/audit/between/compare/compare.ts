import type { Explanations } from '../../report/explanations';
import type { WorkbookReport } from '../../report/model';
import type { AuditState } from '../../state';
import { identityOf } from '../identity';
import type { Comparison, FindingStanding } from '../model';
import { bareName } from '../names';
import type { Language } from '../texts';
import { explanationChanges, findingChanges } from './findingChanges';
import { changesOf, matchWorkbooks, type Matching } from './matchWorkbooks';

/** One version of a workbook, audited. */
export interface Version {
  readonly state: AuditState;
  /** `file` as people know it. */
  readonly report: WorkbookReport;
}

/** Two versions of a workbook: what was changed, and what became of the findings and of what was said of them. */
export function compareVersions(old: Version, now: Version, explained: Explanations, lang: Language): Comparison {
  const matching = matchWorkbooks(old.state, now.state);
  const changes = changesOf(old.state, now.state, matching);
  const findings = findingChanges(old.report, now.report, matching, lang);
  const counts: Record<FindingStanding, number> = { mended: 0, new: 0, same: 0, changed: 0, unchecked: 0 };
  for (const { standing } of findings) counts[standing]++;
  return {
    old: identityOf(old.report),
    new: identityOf(now.report),
    warning: warningOf(old.report, now.report, lang),
    changes,
    findings,
    counts,
    explanations: explanationChanges(findings, explained),
    notes: [...(changes.length === 0 ? [sameText(lang)] : []), ...renamed(old.state, now.state, matching, lang)],
  };
}

const sameText = (lang: Language): string => (lang === 'zh' ? '两个文件的内容相同' : 'Both files hold the same');

function warningOf(old: WorkbookReport, now: WorkbookReport, lang: Language): string | null {
  const zh = lang === 'zh';
  const said: string[] = [];
  if (old.family !== now.family) said.push(zh ? `不是同一类报表（${old.familyName}、${now.familyName}）` : `other forms (${old.familyName}, ${now.familyName})`);
  if (old.unit !== null && now.unit !== null && bareName(old.unit) !== bareName(now.unit)) said.push(zh ? `不是同一单位（${old.unit}、${now.unit}）` : `other units (${old.unit}, ${now.unit})`);
  if (old.year !== null && now.year !== null && old.year !== now.year) {
    said.push(zh ? `不是同一年度（${old.year}、${now.year}）；与上年对照请用 --years` : `other years (${old.year}, ${now.year}); use --years to set a year against the last`);
  }
  if (said.length === 0) return null;
  return zh ? `两个文件${said.join('，')}：下面的差别可能不是修改` : `The two files are of ${said.join(', ')}: the differences below may be no corrections`;
}

/** Sheets under another name: worth a word, no difference. */
function renamed(old: AuditState, now: AuditState, { sheets }: Matching, lang: Language): string[] {
  const names = [...sheets].map(([a, b]) => [old.workbook.sheets[a].name, now.workbook.sheets[b].name] as const).filter(([a, b]) => a !== b);
  if (names.length === 0) return [];
  const list = names.map(([a, b]) => `${a} → ${b}`).join(lang === 'zh' ? '，' : ', ');
  return [lang === 'zh' ? `工作表改名：${list}` : `Sheets renamed: ${list}`];
}
