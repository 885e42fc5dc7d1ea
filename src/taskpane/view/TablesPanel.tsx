import { makeStyles, Select, tokens, useId } from '@fluentui/react-components';
import { families, formatShare, missingKind, tableName } from '../state';
import { TableReading } from './TableReading';
import { usePane, usePaneState, useTexts } from './paneContext';

const useStyles = makeStyles({
  choices: { display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr)', gap: '4px 8px', alignItems: 'center' },
  title: { margin: '8px 0 4px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  item: { padding: '4px 0', overflowWrap: 'anywhere', borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  link: {
    padding: 0,
    border: 'none',
    backgroundColor: 'transparent',
    color: tokens.colorBrandForegroundLink,
    font: 'inherit',
    textAlign: 'left',
    minHeight: '24px',
    cursor: 'pointer',
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  why: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
});

/** Which table is on which sheet, why, how sure; what is missing; and the choice of year and family. */
export function TablesPanel() {
  const styles = useStyles();
  const texts = useTexts();
  const control = usePane();
  const report = usePaneState((state) => state.report);
  if (!report) return null;
  return (
    <>
      <Choices />
      <h2 className={styles.title}>{texts.tablesTitle}</h2>
      <ul className={styles.list}>
        {report.tables.map((table) => (
          <li key={`${table.id} ${table.sheet} ${table.range}`} className={styles.item}>
            <button type="button" className={styles.link} onClick={() => void control.navigation.goTo({ sheet: table.sheet, address: table.range })}>
              {tableName(table, ' · ')}
            </button>
            <div className={styles.why}>
              {table.reason} · {texts.sure(formatShare(table.confidence, 1))}
            </div>
            <TableReading table={table} />
          </li>
        ))}
      </ul>
      {report.missing.length > 0 && (
        <>
          <h2 className={styles.title}>{texts.tablesMissing}</h2>
          <ul className={styles.list}>
            {report.missing.map((table) => (
              <li key={table.id} className={styles.item}>
                {table.title}
                <div className={styles.why}>{texts[missingKind(report, table)]}</div>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Choices() {
  const styles = useStyles();
  const texts = useTexts();
  const control = usePane();
  const { year, family } = usePaneState((state) => state.settings);
  const found = usePaneState((state) => state.report?.year ?? null);
  const id = useId('choice');
  const base = found ?? new Date().getFullYear();
  const years = [...new Set([base + 1, base, base - 1, base - 2, base - 3, ...(year === null ? [] : [year])])].sort((a, b) => b - a);
  return (
    <div className={styles.choices}>
      <label htmlFor={`${id}f`}>{texts.family}</label>
      <Select id={`${id}f`} size="small" value={family ?? ''} onChange={(_, { value }) => void control.change({ family: value === '' ? null : value })}>
        <option value="">{texts.familyAuto}</option>
        {families.map((each) => <option key={each} value={each}>{texts.families[each]}</option>)}
      </Select>
      <label htmlFor={`${id}y`}>{texts.yearLabel}</label>
      <Select id={`${id}y`} size="small" value={year === null ? '' : String(year)} onChange={(_, { value }) => void control.change({ year: value === '' ? null : Number(value) })}>
        <option value="">{texts.yearAuto}</option>
        {years.map((each) => (
          <option key={each} value={each}>{each}</option>
        ))}
      </Select>
    </div>
  );
}
