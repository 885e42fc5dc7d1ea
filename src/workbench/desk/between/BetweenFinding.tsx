import { mergeClasses } from '@fluentui/react-components';
import type { BetweenReport } from '../../../audit/between';
import type { Finding, FindingCell } from '../../../audit/report/model';
import { groupedDecimal } from '../../../audit/workbook';
import { Place, type PlaceProps } from './Place';
import { useBetweenStyles } from './styles';

export interface BetweenFindingProps extends Pick<PlaceProps, 'texts' | 'onOpen'> {
  readonly finding: Finding;
  readonly report: BetweenReport;
}

/** Units named beside a figure; the export holds all. */
const MOST_UNITS = 8;

/** A figure that does not add up: table, row and column, both sides, the units behind it. */
export function BetweenFinding({ finding, report, texts, onOpen }: BetweenFindingProps) {
  const styles = useBetweenStyles();
  const { severity, table, message, left, right, difference, cells } = finding;
  const own = cells.filter(({ file }) => file === undefined);
  const theirs = cells.filter(({ file }) => file !== undefined);
  const title = report.tables.find(({ id }) => id === table)?.title ?? '';
  const where = [title, cells[0]?.label ?? ''].filter(Boolean).join('　');
  const figures: readonly (readonly [string, string | null])[] = [[texts.left[report.relation], left], [texts.right[report.relation], right], [texts.difference, difference]];
  return (
    <li className={styles.item}>
      <div>
        <span className={mergeClasses(styles.badge, severity === 'error' ? styles.error : severity === 'warning' ? styles.warned : styles.hinted)}>{texts.severity[severity]}</span>
        <span className={styles.where}>{where}</span>{' '}
        {own.map((cell) => <Place key={`${cell.sheet}!${cell.address}`} text={placeText(cell)} file={report.book.file} sheet={cell.sheet} address={cell.address} texts={texts} onOpen={onOpen} />)}
      </div>
      <dl className={styles.figures}>
        {figures.map(([name, value]) => value !== null && (
          <div key={name} className={styles.figure}>
            <dt className={styles.term}>{name}</dt>
            <dd className={styles.value}>{groupedDecimal(value)}</dd>
          </div>
        ))}
      </dl>
      {theirs.length > 0 && (
        <div className={mergeClasses(styles.units, styles.whole)}>
          <span className={styles.term}>{texts.unitsBehind[report.relation]}</span>
          {theirs.slice(0, MOST_UNITS).map((cell, i) => (
            <Place key={i} text={`${unitOf(cell, report)} ${groupedDecimal(cell.value)} ${placeText(cell)}`} file={cell.file ?? ''} sheet={cell.sheet} address={cell.address} texts={texts} onOpen={onOpen} />
          ))}
          {theirs.length > MOST_UNITS && <span>{texts.moreUnits(theirs.length)}</span>}
        </div>
      )}
      <div className={mergeClasses(styles.message, styles.whole)}>{`[${finding.rule}] ${message}`}</div>
    </li>
  );
}

const placeText = ({ sheet, address }: Pick<FindingCell, 'sheet' | 'address'>): string => `${sheet}!${address}`;

const unitOf = ({ file }: FindingCell, { others }: BetweenReport): string => others.find((book) => book.file === file)?.unit ?? file ?? '';
