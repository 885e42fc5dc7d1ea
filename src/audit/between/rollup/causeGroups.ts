import { fingerprint } from '../../report/fingerprint';
import type { Finding } from '../../report/model';
import type { FindingGroup, Suspect } from '../../diagnosis';
import { decimalText } from '../../rules/kinds/money';
import { sheetOf, unitOf, type FactBook } from '../facts';
import { figureText, listText, slipText, type Language } from '../texts';
import type { Cause } from './causes';
import { unitName } from './gapFindings';
import { isDepartment, type Source } from './sources';
import type { Gap } from './sums';

const MOST_SUSPECTS = 6;

/** A cause in words, in the shape of a cause within a workbook. */
export function causeGroup({ gaps, sources, isAmbiguous }: Cause, findings: ReadonlyMap<Gap, Finding>, department: FactBook, lang: Language): FindingGroup {
  const own = gaps.map((gap) => findings.get(gap)).filter((f) => f !== undefined);
  const named = sources.filter((s) => s.cell >= 0).slice(0, MOST_SUSPECTS);
  return {
    id: fingerprint(['H1', ...own.map((f) => f.id)].join('|')),
    findings: own.map((f) => f.id),
    suspects: named.map((source) => suspectOf(source, gaps, department, lang)),
    ambiguous: isAmbiguous,
    headline: headline(gaps, sources, isAmbiguous, department, lang),
  };
}

function suspectOf(source: Source, gaps: readonly Gap[], department: FactBook, lang: Language): Suspect {
  const { figure: { book, table, block }, cell, proposed } = source;
  const unit = unitOf(table, gaps[0].column);
  return {
    sheet: sheetOf(table, block, cell),
    address: block.addresses[cell],
    current: decimalText(block.fen[cell], unit),
    proposed: proposed === null ? null : decimalText(proposed, unit),
    formula: null,
    proposedFormula: null,
    kind: source.slip ?? source.kind,
    explanation: why(source, lang),
    closes: gaps.length,
    breaks: 0,
    ...(isDepartment(source, department) ? {} : { file: book.file }),
  };
}

/** Why this workbook, as a clause. */
function why({ kind, slip }: Source, lang: Language): string {
  const zh = lang === 'zh';
  switch (kind) {
    case 'asked': return zh ? '它自己的表内、表间勾稽也要求这个数' : 'identities of its own workbook ask for this figure';
    case 'lacksRow': return zh ? '它自己的表也差同样的数，可能漏了一行或填错了行' : 'its own table is off by the same amount: a row may be missing or misplaced';
    case 'leftOut': return zh ? '相差的正好是它的全部，部门可能没有汇入' : 'the difference is its whole figure: the department may have left it out';
    case 'twice': return zh ? '相差的正好是它的全部，部门可能汇入了两次' : 'the difference is its whole figure: the department may have counted it twice';
    case 'slip': return slip === null ? '' : slipText(slip, lang);
    case 'alone': return zh ? '只有它在此有数' : 'no other unit has a figure here';
  }
}

function headline(gaps: readonly Gap[], sources: readonly Source[], isAmbiguous: boolean, department: FactBook, lang: Language): string {
  const [first] = gaps;
  const zh = lang === 'zh';
  const explains = zh ? `可解释 ${gaps.length} 处不符` : `explains ${gaps.length} of the differences`;
  if (sources.length === 0) {
    const filled = first.units.filter((f) => f.fen !== 0);
    const amount = figureText(first.difference, unitOf(first.table, first.column), lang);
    const places = listText(gaps.map((g) => `${g.table.sheet} ${g.row.name} ${g.column.label}`), lang, 3);
    if (filled.length === 0) {
      return zh
        ? `${places} 相差 ${amount}：各单位都没有这个数，可能是部门多列，也可能是某个单位漏列，请核对来源`
        : `${places}: difference ${amount}; no unit has a figure here: the department may have too much, or a unit may have left it out: please check`;
    }
    if (filled.length === 1) {
      return zh
        ? `${places} 相差 ${amount}：只有 ${unitName(filled[0].book)} 在此有数，凭这些表不能确定是它还是部门有误，请核对来源`
        : `${places}: difference ${amount}; only ${unitName(filled[0].book)} has a figure here and the tables cannot tell whether it or the department is wrong: please check`;
    }
    return zh
      ? `${places} 相差 ${amount}：${filled.length} 个单位在此有数，凭这些表不能确定是哪一个，请逐一核对`
      : `${places}: difference ${amount}; ${filled.length} units have figures here and the tables cannot tell which is wrong: please check each`;
  }
  if (isAmbiguous) {
    const all = [...new Set(sources.map((s) => placeText(s, department, lang)))];
    const places = listText(all, lang, 4);
    // Only one unit has a figure here, and nothing tells it from the department's.
    if (all.length === 1) return zh ? `疑似 ${places} 有误，也可能是部门的数有误，${explains}：请核对来源后改正其中一处` : `${places} is probably wrong, or the department's figure is; ${explains}: check the sources and correct one`;
    return zh ? `疑似 ${places} 之一有误，${explains}：请核对来源后改正其中一处` : `One of ${places} is probably wrong; ${explains}: check the sources and correct one`;
  }
  const [source] = sources;
  const { figure: { table, block }, cell, proposed } = source;
  const place = placeText(source, department, lang);
  if (source.kind === 'leftOut' || source.kind === 'twice' || proposed === null || cell < 0) {
    return zh ? `疑似 ${place} 有误：${why(source, lang)}，${explains}` : `${place} is probably wrong: ${why(source, lang)}; ${explains}`;
  }
  const [is, should] = [block.fen[cell], proposed].map((fen) => figureText(fen, unitOf(table, first.column), lang));
  return zh ? `疑似 ${place} 有误：${is} 应为 ${should}（${why(source, lang)}），${explains}` : `${place} is probably wrong: ${is} should be ${should} (${why(source, lang)}); ${explains}`;
}

function placeText(source: Source, department: FactBook, lang: Language): string {
  const { figure: { book, table, block }, cell } = source;
  const who = isDepartment(source, department) ? (lang === 'zh' ? '部门' : 'the department') : unitName(book);
  if (cell < 0) return `${who} ${table.sheet}`;
  const width = block.columns.length;
  return `${who} ${sheetOf(table, block, cell)}!${block.addresses[cell]} ${block.rows[Math.floor(cell / width)].name} ${block.columns[cell % width].label}`;
}
