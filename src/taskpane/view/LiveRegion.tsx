import { makeStyles } from '@fluentui/react-components';
import { usePaneState, usePaneVerdict, useTexts } from './paneContext';

const useStyles = makeStyles({
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' },
});

/** Tells a screen reader, politely, what an audit or a re-check has changed. */
export function LiveRegion() {
  const styles = useStyles();
  const texts = useTexts();
  const announcement = usePaneState((state) => state.announcement);
  const verdict = usePaneVerdict();
  const text =
    announcement === null || verdict === null
      ? ''
      : announcement.kind === 'audited'
        ? texts.audited(texts.states[verdict.state], verdict.causes, verdict.errors + verdict.warnings + verdict.hints)
        : texts.rechecked(announcement.fixed, announcement.uncheckable, announcement.fresh, announcement.left);
  return (
    <div className={styles.hidden} role="status" aria-live="polite" data-testid="announcement">{text}</div>
  );
}
