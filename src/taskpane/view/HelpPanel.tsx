import { makeStyles, tokens } from '@fluentui/react-components';
import { usePaneState, useTexts } from './paneContext';

const useStyles = makeStyles({
  title: { margin: '0 0 4px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  keys: { display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr)', gap: '2px 12px', margin: '0 0 8px' },
  key: { fontFamily: tokens.fontFamilyMonospace },
  meaning: { margin: 0 },
  text: { margin: '4px 0', color: tokens.colorNeutralForeground2 },
});

/** Keys, privacy, and which way of Excel is in use. */
export function HelpPanel() {
  const styles = useStyles();
  const texts = useTexts();
  const capabilities = usePaneState((state) => state.capabilities);
  return (
    <>
      <h2 className={styles.title}>{texts.helpTitle}</h2>
      <dl className={styles.keys}>
        {texts.helpKeys.map(([key, meaning]) => [
          <dt key={key} className={styles.key}>{key}</dt>,
          <dd key={`${key} meaning`} className={styles.meaning}>{meaning}</dd>,
        ])}
      </dl>
      <p className={styles.text}>{texts.helpPrivacy}</p>
      {capabilities?.name === 'excel' && <p className={styles.text}>{texts.helpWay(capabilities.apiSet)}</p>}
      {capabilities?.explanations === 'none' && <p className={styles.text}>{texts.explanationsNone}</p>}
    </>
  );
}
