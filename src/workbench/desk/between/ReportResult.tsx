import type { BetweenReport } from '../../../audit/between';
import type { Severity } from '../../../audit/report/model';
import { BetweenFinding } from './BetweenFinding';
import { LongList } from './LongList';
import { Place, type PlaceProps } from './Place';
import { useBetweenStyles } from './styles';

export interface ReportResultProps extends Pick<PlaceProps, 'texts' | 'onOpen'> {
  readonly report: BetweenReport;
}

/** A roll-up or a year against the last: what was found, the causes, every difference, what was not checked, the tables. */
export function ReportResult({ report, texts, onOpen }: ReportResultProps) {
  const styles = useBetweenStyles();
  const { outcomes, findings, groups, unchecked, tables, notes, warning, book } = report;
  const compared = outcomes.consistent + outcomes.inconsistent + outcomes.rounding;
  const of = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length;
  const causes = groups.filter(({ suspects }) => suspects.length > 0);
  return (
    <>
      {warning !== null && <p className={styles.warning}>{warning}</p>}
      <p className={styles.verdict} data-testid="between-verdict">
        {findings.length > 0 ? texts.found(of('error'), of('warning'), of('hint')) : compared > 0 ? texts.allAgree(compared) : texts.nothingCompared}
      </p>
      <p className={styles.note}>{texts.outcomes(outcomes.consistent, outcomes.inconsistent, outcomes.rounding)}</p>
      {notes.filter((note) => note !== warning).map((note) => <p key={note} className={styles.note}>{note}</p>)}
      {causes.length > 0 && <h2 className={styles.heading}>{texts.causes(causes.length)}</h2>}
      <LongList
        items={causes}
        texts={texts}
        render={({ id, headline, suspects }) => (
          <li key={id} className={styles.item}>
            <div className={styles.where}>{headline}</div>
            <div className={styles.units}>
              {suspects.map(({ file, sheet, address }) => (
                <Place key={`${file ?? ''}${sheet}!${address}`} text={`${nameOf(file, report)} ${sheet}!${address}`} file={file ?? book.file} sheet={sheet} address={address} texts={texts} onOpen={onOpen} />
              ))}
            </div>
          </li>
        )}
      />
      {findings.length > 0 && <h2 className={styles.heading}>{texts.findings(findings.length)}</h2>}
      <LongList items={findings} texts={texts} render={(finding, i) => <BetweenFinding key={`${finding.id}${i}`} finding={finding} report={report} texts={texts} onOpen={onOpen} />} />
      {unchecked.length > 0 && (
        <details open={compared === 0}>
          <summary className={styles.summary}>{texts.unchecked(unchecked.length)}</summary>
          <ul>{unchecked.map(({ rule, reason }, i) => <li key={i}>{`${reason}（${rule}）`}</li>)}</ul>
        </details>
      )}
      <details>
        <summary className={styles.summary}>{texts.tables(tables.length)}</summary>
        <ul>
          {tables.map(({ id, title, sheet, outcomes: o, reason }, i) => (
            <li key={i}>{`${id} ${title || sheet}：${reason === '' ? texts.outcomes(o.consistent, o.inconsistent, o.rounding) : `${texts.notCompared}，${reason}`}`}</li>
          ))}
        </ul>
      </details>
    </>
  );
}

const nameOf = (file: string | undefined, { book, others }: BetweenReport): string =>
  file === undefined ? (book.unit ?? book.file) : (others.find((other) => other.file === file)?.unit ?? file);
