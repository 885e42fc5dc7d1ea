import { makeStyles, tokens } from '@fluentui/react-components';
import type { TableReport } from '../../audit/report/model';
import { useTexts } from './paneContext';

const useStyles = makeStyles({
  reading: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  summary: { minHeight: '24px', cursor: 'pointer' },
  columns: { margin: 0, paddingLeft: '16px', listStyleType: 'none' },
});

/** How a table was read, folded: family, header, the columns with the names that rules use, rows by kind. */
export function TableReading({ table }: { readonly table: TableReport }) {
  const styles = useStyles();
  const texts = useTexts();
  const { columns, rows, header, familyName } = table;
  return (
    <details className={styles.reading}>
      <summary className={styles.summary}>{texts.howRead}</summary>
      <div>{familyName} · {header === null ? texts.noHeader : texts.headerAt(header)}</div>
      <ul className={styles.columns}>
        {columns.map(({ column, path, kind, names }) => (
          <li key={column}>
            {column} {path.join(' / ')} · {texts.columnKind[kind]}
            {names.length > 0 && ` · ${texts.columnNamed(names.join(', '))}`}
          </li>
        ))}
      </ul>
      <div>{texts.rowKinds(rows)}</div>
    </details>
  );
}
