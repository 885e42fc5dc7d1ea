import { mergeClasses } from '@fluentui/react-components';
import type { Change, ChangePlace, Comparison, ExplanationChange, FindingStanding } from '../../../audit/between';
import { groupedDecimal } from '../../../audit/workbook';
import { targetOf } from '../../../taskpane/state';
import { LongList } from './LongList';
import { Place, type PlaceProps } from './Place';
import { useBetweenStyles } from './styles';
import type { BetweenPageTexts } from './texts';

export interface ComparisonResultProps extends Pick<PlaceProps, 'texts' | 'onOpen'> {
  readonly comparison: Comparison;
}

/** What a reviewer asks first comes first. */
const ORDER: readonly FindingStanding[] = ['new', 'changed', 'same', 'unchecked', 'mended'];
const LONGEST_VALUE = 80;

/** Two versions: what became of the findings, what was changed, what the explanations are worth now. */
export function ComparisonResult({ comparison, texts, onOpen }: ComparisonResultProps) {
  const styles = useBetweenStyles();
  const { old, new: now, warning, changes, findings, counts, explanations, notes } = comparison;
  return (
    <>
      {warning !== null && <p className={styles.warning}>{warning}</p>}
      <p className={styles.verdict} data-testid="between-verdict">{texts.counts(counts)}</p>
      <p className={styles.note}>{`${old.file} → ${now.file}`}</p>
      {notes.map((note) => <p key={note} className={styles.note}>{note}</p>)}
      {explanations.length > 0 && (
        <>
          <h2 className={styles.heading}>{texts.explanations(explanations.length)}</h2>
          <ul>{explanations.map((one, i) => <li key={i} className={mergeClasses(one.standing === 'lapsed' && styles.error)}>{explanationText(one, texts)}</li>)}</ul>
        </>
      )}
      {ORDER.map((standing) => {
        const of = findings.filter((finding) => finding.standing === standing);
        if (of.length === 0) return null;
        return (
          <details key={standing} open={standing !== 'mended'}>
            <summary className={styles.summary}>{texts.section(texts.standing[standing], of.length)}</summary>
            <LongList
              items={of}
              texts={texts}
              render={({ old: before, new: after, reason }, i) => {
                const finding = after ?? before;
                if (!finding) return null;
                const cell = targetOf(finding);
                const file = after ? now.file : old.file;
                return (
                  <li key={i} className={styles.item}>
                    <div>
                      <span className={mergeClasses(styles.badge, finding.severity === 'error' ? styles.error : finding.severity === 'warning' ? styles.warned : styles.hinted)}>{texts.severity[finding.severity]}</span>
                      {`[${finding.rule}] ${finding.message}${reason === '' ? '' : `（${reason}）`}`}
                    </div>
                    {cell && <div className={styles.units}><Place text={`${cell.sheet}!${cell.address}`} file={file} sheet={cell.sheet} address={cell.address} texts={texts} onOpen={onOpen} /></div>}
                  </li>
                );
              }}
            />
          </details>
        );
      })}
      <h2 className={styles.heading}>{texts.changes(changes.length)}</h2>
      <LongList
        items={changes}
        texts={texts}
        render={(change, i) => {
          const place = change.new ?? change.old;
          return (
            <li key={i} className={styles.item}>
              <div>{changeText(change, texts)}</div>
              {place && place.address !== '' && (
                <div className={styles.units}><Place text={placeText(place)} file={change.new ? now.file : old.file} sheet={place.sheet} address={place.address} texts={texts} onOpen={onOpen} /></div>
              )}
            </li>
          );
        }}
      />
    </>
  );
}

const placeText = ({ sheet, address }: ChangePlace): string => [sheet, address].filter((part) => part !== '').join('!');
const cut = (text: string): string => (text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text);
const valueText = ({ value }: ChangePlace, texts: BetweenPageTexts): string => (value === '' ? texts.blank : cut(groupedDecimal(value)));

function changeText({ kind, row, column, old, new: now }: Change, texts: BetweenPageTexts): string {
  const label = [row, column].filter((part) => part !== '').join(' ');
  const place = now ?? old;
  if (old === null || now === null) return `${now === null ? texts.removed : texts.added} ${texts.change[kind]}${place === null ? '' : ` ${placeText(place)}${kind === 'sheet' ? '' : ` ${cut(place.value)}`}`}`;
  const value = (one: ChangePlace): string => `${valueText(one, texts)}${kind !== 'stored' || one.value === '' ? '' : texts.storedAs(one.isText === true)}`;
  return `${texts.change[kind]} ${cut(label)} ${value(old)} → ${value(now)}`;
}

function explanationText({ text, by, date, standing, old, new: now }: ExplanationChange, texts: BetweenPageTexts): string {
  const from = [by, date].filter((part) => part !== '').join(' ');
  const was = standing !== 'lapsed' ? [] : old.difference === null ? [texts.figuresChanged] : [texts.was(groupedDecimal(old.difference)), ...(now?.difference ? [texts.now(groupedDecimal(now.difference))] : [])];
  return [`${texts.explained[standing]}：${text}${from === '' ? '' : `（${from}）`}`, ...was, `[${old.rule}] ${old.message}`].join(' · ');
}
