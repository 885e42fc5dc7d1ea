import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Outcome } from '../../audit/report/model';
import { counted } from '../text';
import { formatShare } from '../state';
import { usePane, usePaneState, usePaneVerdict, useTexts } from './paneContext';

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
  },
  link: {
    cursor: 'pointer',
    textDecorationLine: 'underline',
    textDecorationColor: tokens.colorNeutralStroke1,
    textUnderlineOffset: '3px',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  state: { marginBottom: '4px', fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  chosen: { border: `1px solid ${tokens.colorNeutralStrokeAccessible}`, backgroundColor: tokens.colorNeutralBackground1Selected },
  figure: { fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums', color: tokens.colorNeutralForeground1 },
  swatch: { alignSelf: 'center', width: '8px', height: '8px', forcedColorAdjust: 'none' },
  // Said only where it takes long enough to be read.
  later: { animationName: { from: { opacity: 0 }, to: { opacity: 1 } }, animationDuration: '1ms', animationDelay: '400ms', animationFillMode: 'both' },
  summary: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, padding: '2px 0' },
});

/** The five outcomes as one bar. A number that leads somewhere shows that many rows there; the others are plain. */
export function Outcomes() {
  const styles = useStyles();
  const texts = useTexts();
  const { store } = usePane();
  const verdict = usePaneVerdict();
  const outcomes = usePaneState((state) => state.report?.outcomes);
  const chosen = usePaneState((state) => state.view.outcome);
  if (!outcomes || !verdict) return null;
  const { rounding } = verdict;
  const numbers: Readonly<Record<Outcome, number>> = { ...outcomes, inconsistent: verdict.inconsistent, rounding: rounding > 0 ? rounding : outcomes.rounding };
  const leads = (outcome: Outcome): boolean => numbers[outcome] > 0 && (outcome === 'inconsistent' || (outcome === 'rounding' && rounding > 0));
  const swatch = (outcome: Outcome) => <span aria-hidden className={mergeClasses(styles.swatch, styles[outcome])} />;
  const figure = (outcome: Outcome) => <>{texts[outcome]} <span className={styles.figure}>{counted(numbers[outcome])}</span></>;
  // Of what was not audited, noughts say nothing.
  const isEmpty = verdict.state === 'blank' || verdict.state === 'unknown';
  return (
    <section className={styles.outcomes} aria-label={texts.outcomes}>
      <State />
      {!isEmpty && (
        <div className={styles.bar} aria-hidden>
          {order.filter((outcome) => numbers[outcome] > 0).map((outcome) => (
            <div key={outcome} className={mergeClasses(styles.segment, styles[outcome])} style={{ flexGrow: numbers[outcome] }} />
          ))}
        </div>
      )}
      <div className={styles.numbers}>
        {order.filter((outcome) => !isEmpty || leads(outcome)).map((outcome) =>
          leads(outcome) ? (
            <button
              key={outcome}
              type="button"
              className={mergeClasses(styles.number, styles.link, chosen === outcome && styles.chosen)}
              aria-pressed={chosen === outcome}
              onClick={() => store.dispatch({ type: 'outcomeChosen', outcome })}
            >
              {swatch(outcome)}
              {figure(outcome)}
            </button>
          ) : (
            <span key={outcome} className={styles.number}>
              {swatch(outcome)}
              {figure(outcome)}
            </span>
          ),
        )}
      </div>
      <Summary />
    </section>
  );
}

/** Nothing, little or only blank forms recognised: said before any number. */
function State() {
  const styles = useStyles();
  const { states } = useTexts();
  const state = usePaneVerdict()?.state ?? 'problems';
  if (state === 'problems' || state === 'clean') return null;
  return <div className={styles.state}>{states[state]}</div>;
}

/** 原因 and 项, each by its own name. */
function Summary() {
  const styles = useStyles();
  const texts = useTexts();
  const verdict = usePaneVerdict();
  const coverage = usePaneState((state) => state.report?.coverage);
  const diagnosing = usePaneState((state) => state.diagnosing);
  if (!coverage || !verdict) return null;
  const { causes, errors, warnings, hints } = verdict;
  const covered = verdict.state === 'blank' || verdict.state === 'unknown' ? ''
    : coverage.amountCells === 0 ? texts.coverageNone : texts.coverage(formatShare(coverage.coveredCells, coverage.amountCells));
  return (
    <div className={styles.summary}>
      {[causes > 0 ? texts.causes(causes, errors + warnings + hints) : '', covered].filter(Boolean).join(' · ')}
      {diagnosing && <span className={styles.later}> · {texts.diagnosing}</span>}
    </div>
  );
}
