import { Button, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { startTransition, useEffect, useMemo, useState, type KeyboardEvent } from 'react';
import type { Severity } from '../../audit/report/model';
import { casesOf } from '../../audit/report/verdict';
import { isFiltered, isProblem, severities, shownFindings, tableKey, tableName, type Grouping } from '../state';
import { usePane, usePaneState, useTexts } from './paneContext';

const useStyles = makeStyles({
  filters: { flexShrink: 0, display: 'flex', flexDirection: 'column', gap: '4px', padding: '6px 12px 4px' },
  first: { display: 'flex', gap: '4px' },
  second: { display: 'grid', gridTemplateColumns: 'repeat(3, minmax(0, 1fr))', gap: '4px' },
  search: { flexGrow: 1, minWidth: 0 },
  step: { minWidth: '56px', paddingLeft: '4px', paddingRight: '4px' },
  // As wide as its place, whatever its longest entry: a browser would measure two thousand of them.
  select: { minWidth: 0, '& select': { fieldSizing: 'content' } },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px', padding: '0 12px 4px', flexShrink: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  count: { flexGrow: 1, fontVariantNumeric: 'tabular-nums' },
});

/** Search, arrangement, weight, table; and the way from problem to problem. */
export function Filters() {
  const styles = useStyles();
  const texts = useTexts();
  const { store } = usePane();
  const view = usePaneState((state) => state.view);
  const folded = usePaneState((state) => state.folded);
  const onKeyDown = (event: KeyboardEvent): void => {
    // The first Esc empties the search, the second goes back to the list.
    if (event.key !== 'Escape' || view.query === '') return;
    event.preventDefault();
    store.dispatch({ type: 'filtered', query: '' });
  };
  return (
    <>
      <div className={styles.filters} role="search">
        <div className={styles.first}>
          <Input
            className={styles.search}
            size="small"
            type="search"
            value={view.query}
            placeholder={texts.search}
            aria-label={texts.search}
            onChange={(_, { value }) => store.dispatch({ type: 'filtered', query: value })}
            onKeyDown={onKeyDown}
          />
          {view.tab === 'problems' && <Steps />}
          {view.tab === 'passed' && <PassedBy />}
        </div>
        {view.tab === 'problems' && !folded && <div className={styles.second}>
        <Select className={styles.select} size="small" aria-label={texts.groupBy} value={view.grouping} onChange={(_, { value }) => store.dispatch({ type: 'grouped', grouping: value as Grouping })}>
          <option value="cause">{texts.groupCause}</option>
          <option value="table">{texts.groupTable}</option>
          <option value="rule">{texts.groupRule}</option>
          <option value="weight">{texts.groupWeight}</option>
        </Select>
        <Select
          className={styles.select}
          size="small"
          aria-label={texts.severity}
          value={view.severity ?? ''}
          onChange={(_, { value }) => store.dispatch({ type: 'filtered', severity: value === '' ? null : (value as Severity) })}
        >
          <option value="">{texts.allSeverities}</option>
          {severities.map((severity) => (
            <option key={severity} value={severity}>{texts[severity]}</option>
          ))}
        </Select>
        <Select
          className={styles.select}
          size="small"
          aria-label={texts.table}
          value={view.table === null ? '*' : view.table}
          onChange={(_, { value }) => store.dispatch({ type: 'filtered', table: value === '*' ? null : value })}
        >
          <option value="*">{texts.allTables}</option>
          <option value="">{texts.wholeWorkbook}</option>
          <TableOptions />
        </Select>
        </div>}
      </div>
      {view.tab === 'problems' && <Shown />}
    </>
  );
}

/** So many entries are added to the choice of tables at a time. */
const someTables = 250;

/** Drawn after the rest and in parts: a workbook may have two thousand tables. */
function TableOptions() {
  const tables = usePaneState((state) => state.report?.tables);
  const all = useMemo(() => [...new Map(tables?.map((table) => [tableKey(table), table])).values()], [tables]);
  const [drawn, setDrawn] = useState(0);
  useEffect(() => {
    if (drawn >= all.length) return undefined;
    const timer = setTimeout(() => startTransition(() => setDrawn(drawn + someTables)), 50);
    return () => clearTimeout(timer);
  }, [drawn, all]);
  return all.slice(0, drawn).map((table) => (
    <option key={tableKey(table)} value={tableKey(table)}>{tableName(table)}</option>
  ));
}

/** 已通过 by rule or by table. */
function PassedBy() {
  const styles = useStyles();
  const texts = useTexts();
  const { store } = usePane();
  const by = usePaneState((state) => state.view.passedBy);
  return (
      <Select className={styles.select} size="small" aria-label={texts.passedBy} value={by} onChange={(_, { value }) => store.dispatch({ type: 'passedArranged', by: value === 'table' ? 'table' : 'rule' })}>
        <option value="rule">{texts.groupRule}</option>
        <option value="table">{texts.groupTable}</option>
      </Select>
  );
}

function Steps() {
  const styles = useStyles();
  const texts = useTexts();
  const { navigation } = usePane();
  return (
    <>
      <Button size="small" className={styles.step} onClick={() => void navigation.stop(-1)} title="Shift+F8">{texts.previous}</Button>
      <Button size="small" className={styles.step} onClick={() => void navigation.stop(1)} title="F8">{texts.next}</Button>
    </>
  );
}

/** How much the filters leave, and the way back. */
function Shown() {
  const styles = useStyles();
  const texts = useTexts();
  const { store } = usePane();
  const filtered = usePaneState((state) => isFiltered(state.view));
  const counts = usePaneState((state) => {
    if (!state.report || !isFiltered(state.view)) return '';
    const all = casesOf(state.report.findings.filter((finding) => isProblem(finding) || state.view.outcome !== null));
    return texts.shownOf(casesOf(shownFindings(state, state.report)), all);
  });
  if (!filtered) return null;
  return (
    <div className={styles.line}>
      <span className={styles.count} role="status">{counts}</span>
      <Button size="small" appearance="transparent" onClick={() => store.dispatch({ type: 'filtersReset' })}>{texts.resetFilters}</Button>
    </div>
  );
}
