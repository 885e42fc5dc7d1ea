import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { missingTables } from '../state';
import { usePane, usePaneState, useTexts } from './paneContext';
import { Commands } from './Commands';

const useStyles = makeStyles({
  header: { flexShrink: 0, padding: '8px 12px', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  first: { display: 'flex', alignItems: 'flex-start', justifyContent: 'space-between', gap: '8px' },
  unit: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  unknown: { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
  warning: { margin: '4px 0', color: tokens.colorPaletteRedForeground1, overflowWrap: 'anywhere' },
  whole: { whiteSpace: 'nowrap' },
  what: {
    justifyContent: 'flex-start',
    textAlign: 'left',
    padding: '0 4px',
    marginLeft: '-4px',
    maxWidth: '100%',
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: 'anywhere',
  },
});

/** Who and what: unit, family, year, tables; then the commands. */
export function Header() {
  const styles = useStyles();
  const texts = useTexts();
  const { store } = usePane();
  const report = usePaneState((state) => state.report);
  const panel = usePaneState((state) => state.panel);
  const folded = usePaneState((state) => state.folded && state.audited);
  const what = useWhat();
  return (
    <header className={styles.header}>
      <div className={styles.first}>
        <h1 className={report?.unit ? styles.unit : `${styles.unit} ${styles.unknown}`}>
          {report ? (report.unit ?? texts.unknownUnit) : texts.product}
        </h1>
        <Button
          size="small"
          appearance="subtle"
          aria-expanded={panel === 'help'}
          aria-controls="gouji-panel"
          onClick={() => store.dispatch({ type: 'panelChosen', panel: 'help' })}
        >
          {texts.help}
        </Button>
      </div>
      {report && report.warning !== null && <p className={styles.warning}>{report.warning}</p>}
      {report && !folded && (
        <Button
          size="small"
          appearance="transparent"
          className={styles.what}
          aria-expanded={panel === 'tables'}
          aria-controls="gouji-panel"
          onClick={() => store.dispatch({ type: 'panelChosen', panel: 'tables' })}
        >
          <span>
            {what.start}
            <span className={styles.whole}>{what.tables} {panel === 'tables' ? '▾' : '▸'}</span>
          </span>
        </Button>
      )}
      <Commands />
    </header>
  );
}

/** Family and year, and how many tables: the last part and its arrow are not torn apart, and no line begins with a dot. */
function useWhat(): { readonly start: string; readonly tables: string } {
  const texts = useTexts();
  const report = usePaneState((state) => state.report);
  if (!report) return { start: '', tables: '' };
  const lacking = missingTables(report).length;
  const tables = [texts.tablesFound(report.tables.length), ...(lacking > 0 ? [texts.tablesLacking(lacking)] : [])].join('\u00a0· ');
  const start = [report.familyName, report.year === null ? '' : texts.year(report.year)].filter(Boolean);
  return { start: start.map((part) => `${part}\u00a0· `).join(''), tables };
}
