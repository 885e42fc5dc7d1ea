import type { Finding, FindingCell } from '../../audit/report/model';
import { formatAmount, headlineOf, placeOf } from '../state';
import type { Texts } from './textsFor';

/** A finding in one short line. */
export function headlineText(finding: Finding, texts: Texts): string {
  // One that holds is a sentence already.
  if (finding.outcome === 'consistent') return finding.message;
  const headline = headlineOf(finding);
  const named = (cell: FindingCell): string => [placeOf(cell.sheet, cell.address), cell.label].filter(Boolean).join(' ') + blankText(cell, texts);
  const among = (cell: FindingCell, count: number): string => (count === 1 ? named(cell) : texts.headlineAmong(named(cell), count));
  const by = 'difference' in headline && headline.difference !== null ? formatAmount(headline.difference, true) + unitText(finding, texts) : '';
  switch (headline.kind) {
    case 'pair': {
      const { left, right } = headline;
      // In another table it is the row of the same name.
      const other = left.sheet === right.sheet ? named(right) : placeOf(right.sheet, right.address) + blankText(right, texts);
      return texts.headlinePair(named(left), other, by);
    }
    case 'sum':
      return (headline.parts === 'children' ? texts.headlineChildren : texts.headlineItems)(named(headline.total), by);
    case 'sums':
      return texts.headlineSums(among(headline.left, headline.leftCount), among(headline.right, headline.rightCount), by);
    case 'limit': {
      const beyond = headline.difference === null ? '' : formatAmount(headline.difference.replace('-', '')) + unitText(finding, texts);
      return texts.headlineLimit(among(headline.left, headline.leftCount), among(headline.right, headline.rightCount), headline.isAbove, beyond);
    }
    case 'noRow':
      return texts.headlineNoRow(named(headline.cell), formatAmount(headline.cell.value) + unitText(finding, texts));
    case 'sentence':
      return headline.text;
  }
}

/** The whole finding as text, for a mail or a note: the sentence, then every cell with its figure. */
export function copyText(finding: Finding, texts: Texts): string {
  const cells = finding.cells.map(({ sheet, address, label, value }) => `${placeOf(sheet, address)}\t${label}\t${value === '' ? texts.blank : formatAmount(value)}`);
  return [finding.message, ...cells, texts.ruleIs(finding.rule)].join('\n');
}

function blankText(cell: FindingCell, texts: Texts): string {
  return cell.value === '' ? texts.inBrackets(texts.blank) : '';
}

/** The unit of a finding's figures; nothing where they are no amounts. */
export function unitText({ cells }: Finding, texts: Texts): string {
  const unit = cells.find((cell) => cell.unit !== undefined)?.unit;
  return unit === undefined ? '' : ` ${texts[unit]}`;
}
