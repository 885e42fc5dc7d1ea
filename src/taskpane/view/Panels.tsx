import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense } from 'react';
import { HelpPanel } from './HelpPanel';
import { usePane, usePaneState, useTexts } from './paneContext';
import { TablesPanel } from './TablesPanel';

/** In a part of its own: most workbooks are audited without their prose. */
const ProsePanel = lazy(() => import(/* webpackChunkName: "prosePanel" */ './ProsePanel'));

const useStyles = makeStyles({
  panel: {
    flexShrink: 0,
    maxHeight: '55%',
    overflowY: 'auto',
    padding: '8px 12px',
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  closed: { display: 'none' },
  close: { marginTop: '8px' },
});

/** What opens below the header: the tables, or the help. Opens in place; nothing covers the list. */
export function Panels() {
  const styles = useStyles();
  const texts = useTexts();
  const { store } = usePane();
  const panel = usePaneState((state) => state.panel);
  const name = panel === 'tables' ? texts.tablesTitle : panel === 'prose' ? texts.proseTitle : texts.helpTitle;
  return (
    <section id="gouji-panel" aria-label={name} className={panel === null ? styles.closed : styles.panel} tabIndex={panel === null ? undefined : 0}>
      {panel === 'tables' && <TablesPanel />}
      {panel === 'help' && <HelpPanel />}
      {panel === 'prose' && <Suspense fallback={texts.proseReading}><ProsePanel /></Suspense>}
      {panel !== null && (
        <Button size="small" className={styles.close} onClick={() => store.dispatch({ type: 'panelChosen', panel: null })}>
          {texts.close}
        </Button>
      )}
    </section>
  );
}
