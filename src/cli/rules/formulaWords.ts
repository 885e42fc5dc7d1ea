import type { Clause, Formula, Reference, RowSelector, Sum, Term } from '../../audit/rules/language/syntax';
import type { Language } from '../texts';

export interface WordContext {
  readonly lang: Language;
  /** Names of the tables by id. */
  readonly tables: ReadonlyMap<string, string>;
}

const RELATIONS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  zh: { '=': '等于', '≠': '不等于', '≤': '不大于', '≥': '不小于', '<': '小于', '>': '大于' },
  en: { '=': 'equals', '≠': 'differs from', '≤': 'is at most', '≥': 'is at least', '<': 'is less than', '>': 'is more than' },
};

const ROWS: Readonly<Record<Exclude<RowSelector['kind'], 'below' | 'keys'>, Readonly<Record<Language, string>>>> = {
  every: { zh: '每一行', en: 'every row' },
  末级: { zh: '每个末级科目', en: 'every lowest account' },
  有下级: { zh: '每个有下级的科目', en: 'every account with accounts below' },
  顶级: { zh: '每个最上级的行', en: 'every top row' },
  大类: { zh: '每个功能大类', en: 'every functional class' },
  科目行: { zh: '每个有编码的行', en: 'every coded row' },
  其中: { zh: '每个“其中”行', en: 'every of-which line' },
};

/** A formula as a sentence: "表“…”每一行的“合计” 等于 …". */
export function formulaWords({ left, relation, right }: Formula, context: WordContext): string {
  return `${sumWords(left, context)} ${RELATIONS[context.lang][relation]} ${sumWords(right, context)}`;
}

/** The condition under which a rule applies. */
export function conditionWords(clauses: readonly Clause[], context: WordContext): string {
  const { lang } = context;
  return clauses
    .map((clause) => {
      if (clause.kind === 'compare') return `${sumWords(clause.left, context)} ${RELATIONS[lang][clause.relation]} ${sumWords(clause.right, context)}`;
      const named = tableWords(clause.table, context);
      const table = clause.column === null ? named : lang === 'zh' ? `${named}的“${clause.column}”栏` : `“${clause.column}” of ${named}`;
      if (lang === 'zh') return clause.kind === 'present' ? `有${table}` : `没有${table}`;
      return `${table} is ${clause.kind}`;
    })
    .join(lang === 'zh' ? '，并且 ' : ', and ');
}

function sumWords(sum: Sum, context: WordContext): string {
  const zh = context.lang === 'zh';
  return sum
    .map((term, i) => {
      const sign = term.coefficient < 0 ? (zh ? '减 ' : 'less ') : i > 0 ? (zh ? '加 ' : 'plus ') : '';
      const times = Math.abs(term.coefficient);
      return `${sign}${times === 1 ? '' : `${times} × `}${termWords(term, context)}`;
    })
    .join(' ');
}

function termWords(term: Term, context: WordContext): string {
  const zh = context.lang === 'zh';
  if (term.kind === 'number') return String(term.value);
  if (term.kind === 'reference') return placeWords(term, context);
  const place = placeWords(term.reference, context);
  if (term.kind === 'group') {
    return zh ? `${place}（按${term.field}前 ${term.digits} 位归集的和）` : `${place} (summed by the first ${term.digits} digits of ${term.field})`;
  }
  switch (term.name) {
    case '下级': return zh ? `它的下级之和（${place}，只核对有下级的行）` : `the sum of the rows below it (${place}, only rows that have some)`;
    case '上级': return zh ? `它的上级行（${place}）` : `the row above it (${place})`;
    case '整栏': return zh ? `它所属的栏（${place}）` : `the column of which it is a part (${place})`;
    case '分栏': return zh ? `其各分栏之和（${place}）` : `the sum of its own columns (${place})`;
    case '各栏': return zh ? `同一行各组成栏之和（${place}）` : `the sum of the row's component columns (${place})`;
    case 'Σ': return zh ? `${place}之和` : `the sum of ${place}`;
  }
}

function placeWords(reference: Reference, context: WordContext): string {
  const zh = context.lang === 'zh';
  const table = tableWords(reference.table, context) + (reference.optionalTable ? (zh ? '（如有）' : ' (if present)') : '');
  const block = reference.block === '' ? '' : zh ? `“${reference.block}”栏组` : ` block “${reference.block}”`;
  const optional = reference.optional ? (zh ? '（如有）' : ' (if present)') : '';
  return zh ? `${table}${block}${rowWords(reference.rows, 'zh')}${optional}${columnWords(reference, 'zh')}` : `${table}${block}, ${rowWords(reference.rows, 'en')}${optional}${columnWords(reference, 'en')}`;
}

function tableWords(id: string, { lang, tables }: WordContext): string {
  const name = tables.get(id);
  return name === undefined ? id : lang === 'zh' ? `${id}“${name}”` : `${id} “${name}”`;
}

function rowWords(rows: RowSelector, lang: Language): string {
  const zh = lang === 'zh';
  if (rows.kind === 'keys') return zh ? `${rows.keys.map((k) => `“${k}”`).join('、')}行` : `row ${rows.keys.map((k) => `“${k}”`).join(', ')}`;
  if (rows.kind === 'below') return zh ? `“${rows.prefix}”下的每个科目` : `every account below “${rows.prefix}”`;
  return ROWS[rows.kind][lang];
}

function columnWords({ columns }: Reference, lang: Language): string {
  const zh = lang === 'zh';
  if (columns === null) return '';
  if (columns.kind === 'every') return zh ? '的每个金额栏' : ', each amount column';
  const names = columns.names.map((n) => `“${n}”`).join(zh ? '、' : ', ');
  const optional = columns.optional ? (zh ? '（如有该栏）' : ' (if present)') : '';
  return zh ? `的${names}${columns.names.length > 1 ? '各栏' : ''}${optional}` : `, ${columns.names.length > 1 ? 'columns' : 'column'} ${names}${optional}`;
}
