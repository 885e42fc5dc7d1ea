import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { formatAmount, headlineOf, type Row } from '../state';
import { headlineText, unitText } from '../text';
import { ExplanationText } from './ExplanationText';
import { useTexts } from './paneContext';
import { Chevron, GoneWord, SeverityBar } from './rowParts';

const useStyles = makeStyles({
  finding: { padding: 'var(--gouji-row-padding, 5px) 0' },
  message: { display: 'flex', overflowWrap: 'anywhere' },
  mended: { textDecorationLine: 'line-through', color: tokens.colorNeutralForeground3 },
  end: { display: 'flex', flexWrap: 'wrap', gap: '0 10px', paddingLeft: '14px', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  difference: { fontVariantNumeric: 'tabular-nums', color: tokens.colorNeutralForeground1 },
  explanation: { paddingLeft: '14px' },
});

/** A finding, closed: one short line with the signed difference, its weight in a word. */
export function FindingRow({ row }: { readonly row: Row & { kind: 'finding' } }) {
  const styles = useStyles();
  const texts = useTexts();
  const { finding, gone, explanation } = row;
  const holds = finding.outcome === 'consistent';
  return (
    <div className={styles.finding}>
      {!holds && <SeverityBar severity={finding.severity} />}
      <div className={mergeClasses(styles.message, gone === 'mended' && styles.mended)}>
        <Chevron expanded={row.expanded} />
        <span>{headlineText(finding, texts)}</span>
      </div>
      <div className={styles.end}>
        {gone !== null ? <GoneWord gone={gone} /> : (
          <>
            {!holds && <span>{finding.outcome === 'rounding' ? texts.rounding : texts[finding.severity]}</span>}
            {!holds && finding.difference !== null && headlineOf(finding).kind === 'sentence' && (
              <span className={styles.difference}>{texts.difference} {formatAmount(finding.difference, true) + unitText(finding, texts)}</span>
            )}
          </>
        )}
      </div>
      {explanation !== null && <div className={styles.explanation}><ExplanationText explanation={explanation} /></div>}
    </div>
  );
}
