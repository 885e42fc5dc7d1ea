import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { usePane, usePaneState, useTexts } from './paneContext';

const useStyles = makeStyles({
  text: { flexGrow: 1, padding: '12px', color: tokens.colorNeutralForeground2 },
  line: { margin: '0 0 8px' },
});

/** Before the first audit: what will happen, or, in an unknown workbook, what was looked for and what to do. */
export function FirstOpen() {
  const styles = useStyles();
  const texts = useTexts();
  const phase = usePaneState((state) => state.phase);
  const report = usePaneState((state) => state.report);
  if (phase !== 'ready' || !report) return <div className={styles.text} />;
  const unknown = report.tables.length === 0;
  return (
    <div className={styles.text}>
      {unknown ? <UnknownWorkbook /> : (
        <>
          <p className={styles.line}>{texts.firstOpen}</p>
          <p className={styles.line}>{texts.firstOpenMarks}</p>
        </>
      )}
    </div>
  );
}

export function UnknownWorkbook() {
  const styles = useStyles();
  const texts = useTexts();
  const control = usePane();
  const triedGeneric = usePaneState((state) => state.settings.family === 'generic' && state.audited);
  const generic = async (): Promise<void> => {
    await control.change({ family: 'generic' });
    await control.audit();
  };
  return (
    <>
      <p className={styles.line}>{texts.unknownWorkbook}</p>
      <p className={styles.line}>{triedGeneric ? texts.genericNothing : texts.unknownNext}</p>
      {!triedGeneric && <Button onClick={() => void generic()}>{texts.runGeneric}</Button>}
    </>
  );
}
