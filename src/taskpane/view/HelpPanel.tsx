import { Checkbox, makeStyles, Select, tokens, useId } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';
import type { Preferences } from '../preferences';
import { usePane, usePaneState, useTexts } from './paneContext';

const useStyles = makeStyles({
  title: { margin: '0 0 4px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  keys: { display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr)', gap: '2px 12px', margin: '0 0 8px' },
  key: { fontFamily: tokens.fontFamilyMonospace },
  meaning: { margin: 0 },
  likes: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px' },
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
      <Likes />
      <p className={styles.text}>{texts.helpPrivacy}</p>
      {capabilities && <p className={styles.text}>{capabilities.name === 'excel' ? texts.helpKeptInExcel : texts.helpKeptInPage}</p>}
      {capabilities?.name === 'excel' && <p className={styles.text}>{texts.helpWay(capabilities.apiSet)}</p>}
      {capabilities?.explanations === 'none' && <p className={styles.text}>{texts.explanationsNone}</p>}
    </>
  );
}

/** Language and density: the person's, not the workbook's. */
function Likes() {
  const styles = useStyles();
  const texts = useTexts();
  const { preferences } = usePane();
  const { language, dense } = useSyncExternalStore(preferences.subscribe, preferences.get);
  const id = useId('likes');
  return (
    <div className={styles.likes}>
      <label htmlFor={id}>{texts.languageLabel}</label>
      <Select id={id} size="small" value={language} onChange={(_, { value }) => preferences.set({ language: value as Preferences['language'] })}>
        <option value="auto">{texts.languageAuto}</option>
        <option value="zh" lang="zh-CN">中文</option>
        <option value="en" lang="en">English</option>
      </Select>
      <Checkbox label={texts.dense} checked={dense} onChange={(_, { checked }) => preferences.set({ dense: checked === true })} />
    </div>
  );
}
