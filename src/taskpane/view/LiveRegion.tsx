import { makeStyles } from '@fluentui/react-components';
import { usePaneState, useTexts } from './paneContext';

const useStyles = makeStyles({
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' },
});

/** Tells a screen reader, politely, what an audit or a re-check has changed. */
export function LiveRegion() {
  const styles = useStyles();
  const texts = useTexts();
  const announcement = usePaneState((state) => state.announcement);
  const text =
    announcement === null
      ? ''
      : announcement.kind === 'audited'
        ? texts.audited(announcement.problems)
        : texts.rechecked(announcement.fixed, announcement.fresh, announcement.left);
  return (
    <div className={styles.hidden} role="status" aria-live="polite" data-testid="announcement">{text}</div>
  );
}
