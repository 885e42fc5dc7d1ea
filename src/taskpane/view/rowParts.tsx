import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Severity } from '../../audit/report/model';
import { placeOf, type Gone, type Target } from '../state';
import { usePane, useTexts } from './paneContext';

const useStyles = makeStyles({
  place: {
    padding: '0 2px',
    border: 'none',
    backgroundColor: 'transparent',
    color: tokens.colorBrandForegroundLink,
    font: 'inherit',
    fontVariantNumeric: 'tabular-nums',
    textAlign: 'left',
    textDecorationLine: 'underline',
    textDecorationColor: tokens.colorNeutralStroke1,
    textUnderlineOffset: '2px',
    cursor: 'pointer',
    minHeight: '24px',
    overflowWrap: 'anywhere',
    ':hover': { color: tokens.colorBrandForegroundLinkHover, textDecorationColor: 'currentcolor' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  bar: { position: 'absolute', left: '0', top: '3px', bottom: '3px', width: '4px', forcedColorAdjust: 'none' },
  error: { backgroundColor: tokens.colorPaletteRedBackground3, '@media (forced-colors: active)': { backgroundColor: 'CanvasText' } },
  warning: {
    backgroundImage: `repeating-linear-gradient(180deg, ${tokens.colorPaletteDarkOrangeForeground1} 0 6px, transparent 6px 9px)`,
    '@media (forced-colors: active)': { backgroundImage: 'repeating-linear-gradient(180deg, CanvasText 0 6px, Canvas 6px 9px)' },
  },
  hint: {
    backgroundImage: `repeating-linear-gradient(180deg, ${tokens.colorNeutralForeground3} 0 2px, transparent 2px 5px)`,
    '@media (forced-colors: active)': { backgroundImage: 'repeating-linear-gradient(180deg, CanvasText 0 2px, Canvas 2px 5px)' },
  },
  mended: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorPaletteGreenForeground1 },
  uncheckable: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorPaletteDarkOrangeForeground1 },
  chevron: { display: 'inline-block', width: '14px', flexShrink: 0, color: tokens.colorNeutralForeground3 },
});

/** A cell as a link into the workbook. Reached by Tab only in the active row: the arrows lead through the list. */
export function PlaceLink({ target, active }: { readonly target: Target; readonly active: boolean }) {
  const styles = useStyles();
  const texts = useTexts();
  const { navigation } = usePane();
  const place = placeOf(target.sheet, target.address);
  return (
    <button
      type="button"
      tabIndex={active ? 0 : -1}
      className={styles.place}
      aria-label={texts.goToCell(place)}
      onClick={(event) => {
        event.stopPropagation();
        void navigation.goTo(target);
      }}
    >
      {place}
    </button>
  );
}

/** The bar at the left edge; its pattern says what its colour says. */
export function SeverityBar({ severity }: { readonly severity: Severity }) {
  const styles = useStyles();
  return <span aria-hidden className={mergeClasses(styles.bar, styles[severity])} />;
}

export function Chevron({ expanded }: { readonly expanded: boolean | undefined }) {
  const styles = useStyles();
  return <span aria-hidden className={styles.chevron}>{expanded === undefined ? '' : expanded ? '▾' : '▸'}</span>;
}

/** Why a finding is gone: 已改正 only where it was checked again and holds. */
export function GoneWord({ gone }: { readonly gone: Gone }) {
  const styles = useStyles();
  const texts = useTexts();
  return <span className={styles[gone]}>{gone === 'mended' ? texts.fixed : texts.uncheckable}</span>;
}
