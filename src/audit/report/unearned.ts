import type { RuleDefinition } from '../rules/model';
import type { Unearned } from '../outcome/earned';
import type { Recognition } from '../tables';
import type { WorkbookSnapshot } from '../workbook';
import type { Unchecked } from './model';
import { isPartlyObeyed } from './partlyObeyed';

/** Inferred relations that a table does not obey: not enforced there, and said so. */
export function unearnedOf(unearned: readonly Unearned[], rules: readonly RuleDefinition[], { blocks }: Recognition, workbook: WorkbookSnapshot, lang: 'zh' | 'en'): Unchecked[] {
  return unearned.filter((own) => !isPartlyObeyed(own)).map(({ rule, block, held, broken, unlisted }): Unchecked => {
    const { table } = blocks[block];
    const sheet = workbook.sheets[table.sheet].name;
    const { id, text } = rules[rule];
    const where = table.title.includes(sheet) ? '' : sheet;
    const most = broken > held;
    const zh = unlisted
      ? `${where}“${table.title}”的下级科目没有列全（几张表缺同一金额），其合计没有核对（${broken} 项）`
      : `${where}“${table.title}”${most ? '多数' : '一部分'}行不满足“${text.zh}”（满足 ${held} 项，不满足 ${broken} 项），没有按此核对`;
    const en = unlisted
      ? `${sheet} “${table.title}” does not list all parts (several tables lack the same amount): ${broken} sums were not checked`
      : `${sheet} “${table.title}”: ${most ? 'most' : 'some'} rows do not obey “${text.en}” (${held} do, ${broken} do not), so it was not enforced`;
    return { rule: id, reason: lang === 'zh' ? zh : en };
  });
}
