import { makeStyles, tokens } from '@fluentui/react-components';
import { narrowQuery } from './narrow';

const edge = `1px solid ${tokens.colorNeutralStroke2}`;
const small = { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 };

const narrow = `@media ${narrowQuery}`;

export const useDeskStyles = makeStyles({
  desk: { flexGrow: 1, minWidth: 0, minHeight: 0, display: 'flex', flexDirection: 'column' },
  bar: { flexShrink: 0, display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 6px', padding: '6px 8px', borderBottom: edge },
  unfold: { display: 'none', [narrow]: { display: 'inline-flex' } },
  folded: { [narrow]: { display: 'none' } },
  panel: { flexShrink: 0, padding: '6px 8px', borderBottom: edge, backgroundColor: tokens.colorNeutralBackground2, ...small, ':focus': { outline: 'none' } },
  panelText: { margin: 0, maxWidth: '110ch' },
  panelLine: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px' },
  remarks: { margin: '4px 0 0', padding: '0 0 0 18px', maxHeight: '120px', overflowY: 'auto' },
  title: { margin: '0 4px 0 0', fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold },
  grow: { flexGrow: 1 },
  search: { flexGrow: 1, flexBasis: '160px', maxWidth: '280px', minWidth: '120px' },
  filter: { minWidth: '96px', maxWidth: '150px' },
  line: { flexShrink: 0, display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '2px 8px', padding: '3px 8px', margin: 0, ...small, color: tokens.colorNeutralForeground2, borderBottom: edge },
  bad: { color: tokens.colorPaletteRedForeground1 },
  missing: { maxHeight: '96px', overflowY: 'auto', flexBasis: '100%', margin: 0, padding: '0 0 2px 18px' },
  scroller: {
    flexGrow: 1,
    minHeight: '180px',
    overflow: 'auto',
    position: 'relative',
    ...small,
    // The row the keyboard stands on shows the focus.
    ':focus-visible': { outline: 'none' },
    ':focus-visible [data-active="true"]': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  sheet: { minWidth: 'min-content' },
  head: { position: 'sticky', top: 0, zIndex: 2, backgroundColor: tokens.colorNeutralBackground2, fontWeight: tokens.fontWeightSemibold, borderBottom: edge },
  row: { display: 'grid', alignItems: 'center', minHeight: '30px', columnGap: '8px', padding: '0 8px', boxSizing: 'border-box' },
  body: { cursor: 'pointer', borderBottom: `1px solid ${tokens.colorNeutralStroke3}`, ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover } },
  rowSelected: { backgroundColor: tokens.colorNeutralBackground1Selected, '@media (forced-colors: active)': { outline: '1px dashed Highlight', outlineOffset: '-1px' } },
  rowActive: { boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}`, '@media (forced-colors: active)': { outline: '2px solid Highlight', outlineOffset: '-2px' } },
  aside: { color: tokens.colorNeutralForeground3 },
  cell: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  headCell: { padding: '4px 0', cursor: 'pointer', userSelect: 'none', whiteSpace: 'normal', overflowWrap: 'anywhere' },
  selectHead: { overflow: 'hidden', fontSize: '1px', color: 'transparent' },
  number: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  errors: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
  unread: { color: tokens.colorPaletteRedForeground1 },
  passed: { color: tokens.colorPaletteGreenForeground1 },
  toReturn: { color: tokens.colorPaletteDarkOrangeForeground1, fontWeight: tokens.fontWeightSemibold },
  foot: { flexShrink: 0, borderTop: edge, backgroundColor: tokens.colorNeutralBackground2, padding: '4px 8px', display: 'flex', flexWrap: 'wrap', gap: '2px 14px', ...small, fontVariantNumeric: 'tabular-nums' },
  empty: { padding: '24px', margin: 0, color: tokens.colorNeutralForeground2 },
  pictures: { flexShrink: 0, display: 'flex', flexWrap: 'wrap', gap: '8px 24px', padding: '8px', maxHeight: '240px', overflowY: 'auto', borderBottom: edge },
  figure: { margin: 0, flexGrow: 1, flexBasis: '260px', minWidth: 0 },
  caption: { ...small, fontWeight: tokens.fontWeightSemibold, marginBottom: '2px' },
});
