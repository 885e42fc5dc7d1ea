import { makeStyles, Tab, TabList } from '@fluentui/react-components';
import { explainedFindings, problemCount, type Tab as TabName } from '../state';
import { usePane, usePaneState, useTexts } from './paneContext';

const useStyles = makeStyles({
  tabs: { flexShrink: 0, flexWrap: 'wrap', padding: '0 4px' },
});

/** 问题 · 未查 · 已通过 · 已说明, each with its number. */
export function Tabs() {
  const styles = useStyles();
  const texts = useTexts();
  const { store } = usePane();
  const tab = usePaneState((state) => state.view.tab);
  const problems = usePaneState(problemCount);
  const unchecked = usePaneState((state) => (state.report ? state.report.unchecked.length + state.report.missing.length : 0));
  const explained = usePaneState((state) => explainedFindings(state).length);
  return (
    <TabList
      size="small"
      className={styles.tabs}
      selectedValue={tab}
      onTabSelect={(_, { value }) => store.dispatch({ type: 'tabChosen', tab: value as TabName })}
    >
      <Tab value="problems" id="gouji-tab-problems" aria-controls="gouji-list">{texts.tabWithCount(texts.tabProblems, problems)}</Tab>
      <Tab value="unchecked" id="gouji-tab-unchecked" aria-controls="gouji-list">{texts.tabWithCount(texts.tabUnchecked, unchecked)}</Tab>
      <Tab value="passed" id="gouji-tab-passed" aria-controls="gouji-list">{texts.tabPassed}</Tab>
      <Tab value="explained" id="gouji-tab-explained" aria-controls="gouji-list">{texts.tabWithCount(texts.tabExplained, explained)}</Tab>
    </TabList>
  );
}
