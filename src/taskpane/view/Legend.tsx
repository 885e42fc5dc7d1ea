import { makeStyles, tokens } from '@fluentui/react-components';
import { markLooks, markStyles } from '../../host/marks';
import { usePaneState, useTexts } from './paneContext';

const useStyles = makeStyles({
  legend: {
    flexShrink: 0,
    display: 'flex',
    flexWrap: 'wrap',
    gap: '2px 8px',
    margin: 0,
    padding: '4px 12px',
    listStyleType: 'none',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  item: { display: 'flex', alignItems: 'center', gap: '4px' },
  // The swatch shows the cell as it is drawn in the workbook, whatever the pane's theme.
  swatch: { forcedColorAdjust: 'none', padding: '0 3px', minWidth: '18px', textAlign: 'right', backgroundColor: '#FFFFFF', color: '#000000', fontSize: '11px', lineHeight: '15px' },
});

/** What the marks in the cells mean, drawn as they are there. */
export function Legend() {
  const styles = useStyles();
  const texts = useTexts();
  const audited = usePaneState((state) => state.audited);
  const ticks = usePaneState((state) => state.settings.ticks);
  const folded = usePaneState((state) => state.folded);
  if (!audited || folded) return null;
  const names = { suspect: texts.legendSuspect, error: texts.legendError, warning: texts.legendWarning, hint: texts.legendHint, tick: texts.legendTick };
  return (
    <ul className={styles.legend} aria-label={texts.legend}>
      {markStyles.filter((style) => style !== 'tick' || ticks).map((style) => {
        const { fill, text, bold, italic, border } = markLooks[style];
        return (
          <li key={style} className={styles.item}>
            <span
              aria-hidden
              className={styles.swatch}
              style={{
                ...(fill === null ? {} : { backgroundColor: fill }),
                ...(text === null ? {} : { color: text }),
                fontWeight: bold ? 700 : 400,
                fontStyle: italic ? 'italic' : 'normal',
                border: border ? `1px ${border.line} ${border.color}` : '1px solid transparent',
              }}
            >
              {style === 'tick' ? '✓ 12' : '12'}
            </span>
            {names[style]}
          </li>
        );
      })}
    </ul>
  );
}
