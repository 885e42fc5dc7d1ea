import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { isFiltered, missingTables, uncheckedCount } from '../state';
import { UnknownWorkbook } from './FirstOpen';
import { usePane, usePaneState, usePaneVerdict, useTexts } from './paneContext';

const useStyles = makeStyles({
  empty: { padding: '12px', color: tokens.colorNeutralForeground1 },
  line: { margin: '0 0 8px' },
});

/** Why a list is empty, in a whole sentence; never a bare tick. */
export function EmptyList() {
  const styles = useStyles();
  const texts = useTexts();
  const { store } = usePane();
  const view = usePaneState((state) => state.view);
  const report = usePaneState((state) => state.report);
  const verdict = usePaneVerdict();
  if (!report || !verdict) return null;
  const { outcomes } = report;
  if (view.tab === 'problems' ? isFiltered(view) : view.query.trim() !== '') {
    return (
      <div className={styles.empty}>
        <p className={styles.line}>{texts.nothingMatches}</p>
        <Button size="small" onClick={() => store.dispatch({ type: 'filtersReset' })}>{texts.resetFilters}</Button>
      </div>
    );
  }
  if (view.tab === 'problems' && verdict.state === 'unknown') {
    return <div className={styles.empty}><UnknownWorkbook /></div>;
  }
  const checked = outcomes.consistent + outcomes.inconsistent + outcomes.rounding;
  const { state } = verdict;
  const missing = missingTables(report).map(({ title }) => title);
  const text = {
    problems: state === 'clean' || state === 'problems' ? texts.noProblems(checked, uncheckedCount(report), missing) : texts.notJudged[state],
    unchecked: texts.uncheckedNone,
    passed: texts.passedNone,
    explained: texts.explainedNone,
  }[view.tab];
  return <p className={styles.empty}>{text}</p>;
}
