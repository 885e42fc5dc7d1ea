import { sheetOf, unitOf } from '../facts';
import { fingerprint } from '../../report/fingerprint';
import type { Finding } from '../../report/model';
import { severityOf } from '../ledger';
import { figureText, listText, type Language } from '../texts';
import { unitName } from './gapFindings';
import type { LackingTables, Scope, WholeKind, WholeUnit } from './scope';
import type { Gap } from './sums';
import type { Roster } from './units';

/** Units named in a sentence. */
const MOST_NAMES = 5;

/** What is wrong with the whole: units that are missing, left out or counted twice, tables of another scope; one finding each. */
export function scopeFindings({ wholes, absent, lacking, doubted }: Scope, { missing }: Roster, lang: Language): Finding[] {
  const zh = lang === 'zh';
  const found: Finding[] = [];
  if (missing.length > 0) {
    const listed = missing.filter((u) => u.sheet !== '');
    const lost = missing.filter((u) => u.sheet === '').map((u) => u.name);
    const names = listText(listed.map((u) => u.name), lang);
    const parts = zh
      ? [...(listed.length > 0 ? [`部门 ${listed[0].sheet} 列有 ${names}，没有给出它们的文件`] : []), ...(lost.length > 0 ? [`${listText(lost, lang)} 没有读出`] : [])]
      : [...(listed.length > 0 ? [`${listed[0].sheet} of the department lists ${names}, but no workbook was given for them`] : []), ...(lost.length > 0 ? [`${listText(lost, lang)} could not be read`] : [])];
    const open = absent.length === 0 ? '' : zh ? `；部门大于所给单位之和的 ${absent.length} 处没有下结论` : `; ${absent.length} figures of the department that exceed the given units' sums were left open`;
    found.push(finding('missing', null, zh ? `缺少单位：${parts.join('；')}${open}。请补齐后再核对` : `Units are missing: ${parts.join('; ')}${open}. Add them and check again`,
      listed.map((u) => ({ sheet: u.sheet, address: u.address, role: 'declaration' as const, value: '', label: u.name }))));
  }
  for (const tables of lacking) found.push(lackingFinding(tables, lang));
  for (const whole of wholes) found.push(wholeFinding(whole, lang));
  if (doubted.length > 0) {
    const places = listText(doubted.map(({ table, gaps, compared }) => `${table.sheet}（${gaps.length}/${compared}）`), lang, 20);
    const gaps = doubted.flatMap((d) => d.gaps);
    const example = totalOf(gaps);
    found.push(finding(`doubt|${doubted.map((d) => d.table.id).join()}`, doubted[0].table.id, zh
      ? `口径不同，或缺少单位：${places} 的大部分数与各单位之和不符，没有逐格列出；${exampleText(example, lang)}。请先核对单位是否齐全、是否都含（或都不含）本级、是否同一年度、金额单位是否写对`
      : `Another scope, or missing units: most figures of ${places} are not the sums of the units' and were not listed one by one; ${exampleText(example, lang)}. First check that all units are there, that all include (or exclude) the department's own office, the year and the units of amounts`,
    [cellOf(example)]));
  }
  return found;
}

function lackingFinding({ units, tables, gaps }: LackingTables, lang: Language): Finding {
  const names = listText(units.map(unitName), lang, MOST_NAMES);
  const sheets = listText(tables.map((t) => t.sheet), lang, 20);
  const example = totalOf(gaps);
  const message = lang === 'zh'
    ? `缺少表：${names} 的文件里没有认出部门的${sheets}，部门大于其余单位之和的 ${gaps.length} 处没有下结论，${exampleText(example, lang)}。请这些单位补上（没有数的也要报空表）后再核对`
    : `Tables are missing: ${sheets} of the department was not recognised in the workbook of ${names}; ${gaps.length} figures of the department that exceed the other units' sums were left open, ${exampleText(example, lang)}. Let these units add it (blank where there is nothing) and check again`;
  return finding(`lacking|${tables.map((t) => t.id).join()}`, tables[0].id, message, [cellOf(example)]);
}

function wholeFinding({ book, kind, tables, gaps }: WholeUnit, lang: Language): Finding {
  const what: Readonly<Record<WholeKind, { readonly zh: string; readonly en: string }>> = {
    leftOut: { zh: '部门的表可能没有汇入', en: 'The department may have left out' },
    twice: { zh: '部门的表可能汇入了两次', en: 'The department may have counted twice' },
    scale: { zh: '金额单位可能写错（元、千元、万元混用）：', en: 'The unit of amounts may be mistaken (yuan, thousands, ten thousands):' },
  };
  const sheets = listText(tables.map((t) => t.sheet), lang, 20);
  const example = totalOf(gaps);
  const message = lang === 'zh'
    ? `${what[kind].zh} ${unitName(book)}（${book.file}）：${sheets} 共 ${gaps.length} 处相差的数与它的数相符，${exampleText(example, lang)}。请核实它是否在汇总范围内`
    : `${what[kind].en} ${unitName(book)} (${book.file}): ${gaps.length} differences in ${sheets} fit its figures, ${exampleText(example, lang)}. Check whether it belongs to the department's totals`;
  return finding(`${kind}|${book.unit ?? book.file}`, tables[0].id, message, [cellOf(example)]);
}

function finding(key: string, table: string | null, message: string, cells: Finding['cells']): Finding {
  return { id: fingerprint(`H2|${key}`), rule: 'H2', severity: severityOf('H2'), outcome: 'inconsistent', table, message, left: null, right: null, difference: null, cells };
}

/** The gap that says most: of a 合计 row, else the largest. */
function totalOf(gaps: readonly Gap[]): Gap {
  const totals = gaps.filter((g) => g.row.kind === 'total');
  return (totals.length > 0 ? totals : gaps).reduce((best, g) => (Math.abs(g.difference) > Math.abs(best.difference) ? g : best));
}

function exampleText({ table, row, column, difference }: Gap, lang: Language): string {
  const amount = figureText(difference, unitOf(table, column), lang);
  return lang === 'zh' ? `如 ${table.sheet} ${row.name} ${column.label} 相差 ${amount}` : `such as ${table.sheet} ${row.name} ${column.label}, difference ${amount}`;
}

function cellOf({ table, row, column, department: { block, cells } }: Gap): Finding['cells'][number] {
  return { sheet: cells.length > 0 ? sheetOf(table, block, cells[0]) : table.sheet, address: cells.length > 0 ? block.addresses[cells[0]] : 'A1', role: 'subject', value: '', label: `${row.name} ${column.label}` };
}
