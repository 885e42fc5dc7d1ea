import { makeStyles } from '@fluentui/react-components';
import { lazy, Suspense } from 'react';
import { FirstOpen } from './FirstOpen';
import { Filters } from './Filters';
import { Outcomes } from './Outcomes';
import { RowList } from './RowList';
import { Tabs } from './Tabs';
import { usePaneState } from './paneContext';

const ExplanationsFile = lazy(() => import(/* webpackChunkName: "explanationsFile" */ './ExplanationsFile'));

const useStyles = makeStyles({
  results: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: '320px', minWidth: 0 },
});

/** Below the header: before the audit what it will do, afterwards what it found. */
export function Results() {
  const styles = useStyles();
  const audited = usePaneState((state) => state.audited);
  const folded = usePaneState((state) => state.folded);
  const hasReport = usePaneState((state) => state.report !== null);
  // In the workbench one file speaks of all workbooks: it is handed over with them.
  const hasFile = usePaneState((state) => state.view.tab === 'explained' && state.capabilities?.name === 'excel');
  if (!audited || !hasReport) return <FirstOpen />;
  return (
    <div className={styles.results}>
      {!folded && <Outcomes />}
      <Tabs />
      <Filters />
      {hasFile && <Suspense fallback={null}><ExplanationsFile /></Suspense>}
      <RowList />
    </div>
  );
}
