import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Outcome } from '../../audit/report/model';
import { formatShare } from '../state';
import { usePane, usePaneState, useTexts } from './paneContext';

const order: readonly Outcome[] = ['consistent', 'inconsistent', 'rounding', 'notApplicable', 'insufficient'];

const useStyles = makeStyles({
  outcomes: { flexShrink: 0, padding: '8px 12px 4px' },
  bar: { display: 'flex', gap: '1px', height: '8px', borderRadius: tokens.borderRadiusSmall, overflow: 'hidden', forcedColorAdjust: 'none' },
  segment: { minWidth: '4px' },
  consistent: { backgroundColor: tokens.colorPaletteGreenBackground3, '@media (forced-colors: active)': { backgroundColor: 'CanvasText' } },
  inconsistent: { backgroundColor: tokens.colorPaletteRedBackground3, '@media (forced-colors: active)': { backgroundColor: 'Highlight' } },
  rounding: { backgroundImage: `repeating-linear-gradient(90deg, ${tokens.colorNeutralForeground3} 0 2px, transparent 2px 4px)` },
  notApplicable: { backgroundColor: tokens.colorNeutralStroke1, '@media (forced-colors: active)': { backgroundColor: 'GrayText' } },
  insufficient: { backgroundImage: `repeating-linear-gradient(135deg, ${tokens.colorNeutralForeground3} 0 2px, transparent 2px 5px)` },
  numbers: { display: 'flex', flexWrap: 'wrap', gap: '2px 4px', margin: '4px -6px 0' },
  number: {
    display: 'inline-flex',
    alignItems: 'baseline',
    gap: '4px',
    minHeight: '24px',
    padding: '0 6px',
    border: '1px solid transparent',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    font: 'inherit',
    fontSize: tokens.fontSizeBase200,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  chosen: { border: `1px solid ${tokens.colorNeutralStrokeAccessible}`, backgroundColor: tokens.colorNeutralBackground1Selected },
  figure: { fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums', color: tokens.colorNeutralForeground1 },
  swatch: { alignSelf: 'center', width: '8px', height: '8px', forcedColorAdjust: 'none' },
  summary: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, padding: '2px 0' },
});

/** The five outcomes as one bar; each number filters the list. */
export function Outcomes() {
  const styles = useStyles();
  const texts = useTexts();
  const { store } = usePane();
  const outcomes = usePaneState((state) => state.report?.outcomes);
  const chosen = usePaneState((state) => state.view.outcome);
  if (!outcomes) return null;
  return (
    <section className={styles.outcomes} aria-label={texts.outcomes}>
      <div className={styles.bar} aria-hidden>
        {order.filter((outcome) => outcomes[outcome] > 0).map((outcome) => (
          <div key={outcome} className={mergeClasses(styles.segment, styles[outcome])} style={{ flexGrow: outcomes[outcome] }} />
        ))}
      </div>
      <div className={styles.numbers}>
        {order.map((outcome) => (
          <button
            key={outcome}
            type="button"
            className={mergeClasses(styles.number, chosen === outcome && styles.chosen)}
            aria-pressed={chosen === outcome}
            onClick={() => store.dispatch({ type: 'outcomeChosen', outcome })}
          >
            <span aria-hidden className={mergeClasses(styles.swatch, styles[outcome])} />
            {texts[outcome]} <span className={styles.figure}>{outcomes[outcome].toLocaleString('en-US')}</span>
          </button>
        ))}
      </div>
      <Summary />
    </section>
  );
}

function Summary() {
  const styles = useStyles();
  const texts = useTexts();
  const groups = usePaneState((state) => state.report?.groups.length ?? 0);
  const coverage = usePaneState((state) => state.report?.coverage);
  if (!coverage) return null;
  const covered =
    coverage.amountCells === 0 ? texts.coverageNone : texts.coverage(formatShare(coverage.coveredCells, coverage.amountCells));
  return <div className={styles.summary}>{[groups > 0 ? texts.causes(groups) : '', covered].filter(Boolean).join(' · ')}</div>;
}
