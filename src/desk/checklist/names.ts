import { trimEndOf } from '../../audit/workbook';
import { nameOf } from '../submission';
import type { Submission } from '../model';
import type { DeskLanguage } from '../words';
import { checklistWords } from './words';

/** Characters that no system's file names may hold, and what could pass one name off as another. */
const UNSAFE = /[\\/:*?"<>|\p{Cc}\p{Zl}\p{Zp}\p{Bidi_C}]+/gu;
/** Names of devices on Windows. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)$/i;
/** Half of what systems allow, in bytes of UTF-8 at three a character. */
const LONGEST = 40;

/** What findings are about that were made between workbooks: 版本对照, 部门汇总, 上年对照. */
export type Against = 'versions' | 'rollup' | 'years';

/** 单位、年度、检查表: 某中心2024年预算检查表.xlsx for each submission, in the order given; a name that is taken is numbered. Of findings between workbooks: 某中心2024年预算部门汇总检查表.xlsx. */
export function checklistNames(submissions: readonly Submission[], lang: DeskLanguage, against: Against | null = null): readonly string[] {
  const words = checklistWords[lang];
  const taken = new Set<string>();
  return submissions.map((one) => {
    const name = one.unit ?? nameOf(one.file.path).replace(/\.[^.]*$/, '');
    const kind = one.kind === null ? '' : words.kind[one.kind];
    const base = [safe(name, words.unitUnknown), lang === 'zh' ? `${one.year === null ? '' : `${one.year}年`}${kind}` : [one.year ?? '', kind].filter(Boolean).join(' '), against === null ? '' : words.against[against], words.checklist].filter(Boolean).join(lang === 'zh' ? '' : ' ');
    let unused = base;
    for (let n = 2; taken.has(unused.toLowerCase()); n++) unused = `${base}(${n})`;
    taken.add(unused.toLowerCase());
    return `${unused}.xlsx`;
  });
}

function safe(name: string, otherwise: string): string {
  const shown = [...trimEndOf(name.replace(UNSAFE, ' ').trim().replace(/^\.+/, ''), '. ')].slice(0, LONGEST).join('').trim();
  return shown === '' ? otherwise : DEVICE.test(shown) ? `_${shown}` : shown;
}

/** 汇总表.xlsx; 汇总表-部门汇总.xlsx of findings between workbooks. */
export function summaryName(lang: DeskLanguage, against: Against | null = null): string {
  const base = lang === 'zh' ? '汇总表' : 'summary';
  return against === null ? `${base}.xlsx` : `${base}-${checklistWords[lang].against[against]}.xlsx`;
}
