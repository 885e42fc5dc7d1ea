import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { placeOf, type Row } from '../state';
import { counted } from '../text';
import { usePane, useTexts } from './paneContext';
import { Chevron, PlaceLink } from './rowParts';

const useStyles = makeStyles({
  heading: { display: 'flex', gap: '4px', padding: '5px 0', fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  count: { marginLeft: 'auto', fontVariantNumeric: 'tabular-nums', color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular },
  line: { display: 'flex', alignItems: 'baseline', gap: '8px', padding: '3px 0' },
  words: { display: 'flex', flexWrap: 'wrap', gap: '0 8px', minWidth: 0, overflowWrap: 'anywhere' },
  link: { minWidth: 0, color: tokens.colorBrandForegroundLink },
  tick: { color: tokens.colorPaletteGreenForeground1 },
  detail: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

export function HeadingRow({ row }: { readonly row: Row & { kind: 'heading' } }) {
  const styles = useStyles();
  return (
    <div className={styles.heading}>
      <Chevron expanded={row.expanded} />
      <span>{row.title}</span>
      <span className={styles.count}>{counted(row.count)}</span>
    </div>
  );
}

/** A line of 未查 or 已通过: a rule, a table, a range. The tick keeps to the left of however many lines. */
export function LineRow({ row, active }: { readonly row: Row & { kind: 'line' }; readonly active: boolean }) {
  const styles = useStyles();
  const texts = useTexts();
  const { store } = usePane();
  const { failed, target } = row;
  // A line that is only a place is its link.
  const place = target && placeOf(target.sheet, target.address);
  return (
    <div className={styles.line}>
      {row.expanded !== undefined && <Chevron expanded={row.expanded} />}
      {row.tick && <span aria-hidden className={styles.tick}>✓</span>}
      <span className={styles.words}>
        {row.title !== place && <span>{row.title}</span>}
        {row.detail !== '' && <span className={styles.detail}>{row.detail}</span>}
        {failed && (
          <Button size="small" appearance="subtle" className={styles.link} tabIndex={active ? 0 : -1} onClick={(event) => {
            event.stopPropagation();
            store.dispatch({ type: 'ruleChosen', rule: failed.rule });
          }}>
            {texts.showFindings(failed.count)}
          </Button>
        )}
        {target && <PlaceLink target={target} active={active} />}
      </span>
    </div>
  );
}
