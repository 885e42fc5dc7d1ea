import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { isFiltered, missingTables } from '../state';
import { UnknownWorkbook } from './FirstOpen';
import { usePane, usePaneState, useTexts } from './paneContext';

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
  if (!report) return null;
  const { outcomes } = report;
  if (view.tab === 'problems' && isFiltered(view)) {
    return (
      <div className={styles.empty}>
        <p className={styles.line}>{texts.nothingMatches}</p>
        <Button size="small" onClick={() => store.dispatch({ type: 'filtersReset' })}>{texts.resetFilters}</Button>
      </div>
    );
  }
  if (view.tab === 'problems' && report.tables.length === 0 && outcomes.consistent === 0) {
    return <div className={styles.empty}><UnknownWorkbook /></div>;
  }
  const checked = outcomes.consistent + outcomes.inconsistent + outcomes.rounding;
  const unchecked = outcomes.notApplicable + outcomes.insufficient;
  const text = {
    problems: texts.noProblems(checked, unchecked, missingTables(report).map(({ title }) => title)),
    unchecked: texts.uncheckedNone,
    passed: texts.passedNone,
    explained: texts.explainedNone,
  }[view.tab];
  return <p className={styles.empty}>{text}</p>;
}
