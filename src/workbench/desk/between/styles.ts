import { makeStyles, tokens } from '@fluentui/react-components';

const edge = `1px solid ${tokens.colorNeutralStroke2}`;
const small = { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 };
/** From this width the figures of a finding stand beside it. */
const wide = '@media (min-width: 860px)';

export const useBetweenStyles = makeStyles({
  view: { flexGrow: 1, minWidth: 0, minHeight: 0, overflowY: 'auto', display: 'flex', flexDirection: 'column' },
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 6px', padding: '6px 8px', borderBottom: edge },
  title: { margin: '0 8px 0 0', fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold, ':focus': { outline: 'none' } },
  grow: { flexGrow: 1 },
  about: { margin: 0, padding: '6px 8px 0', ...small, color: tokens.colorNeutralForeground2 },
  fields: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: '6px 12px', padding: '6px 8px', borderBottom: edge },
  field: { display: 'flex', flexDirection: 'column', gap: '2px', flexGrow: 1, flexBasis: '240px', minWidth: 0, maxWidth: '520px', ...small },
  running: { display: 'flex', alignItems: 'center', gap: '8px', ...small },
  result: { padding: '8px', ...small, overflowWrap: 'anywhere' },
  heading: { margin: '12px 0 4px', fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold },
  verdict: { margin: '0 0 4px', fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold },
  warning: { margin: '0 0 6px', padding: '6px 8px', backgroundColor: tokens.colorPaletteYellowBackground1, color: tokens.colorNeutralForeground1, border: `1px solid ${tokens.colorPaletteYellowBorder1}` },
  problem: { margin: '0 0 4px', color: tokens.colorPaletteRedForeground1 },
  note: { margin: '0 0 2px', color: tokens.colorNeutralForeground2 },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: { padding: '6px 0', borderTop: `1px solid ${tokens.colorNeutralStroke3}`, display: 'grid', gap: '2px 16px', gridTemplateColumns: 'minmax(0, 1fr)', [wide]: { gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 360px)' } },
  whole: { gridColumn: '1 / -1' },
  where: { fontWeight: tokens.fontWeightSemibold },
  badge: { marginRight: '6px', fontWeight: tokens.fontWeightSemibold },
  error: { color: tokens.colorPaletteRedForeground1 },
  warned: { color: tokens.colorPaletteDarkOrangeForeground1 },
  hinted: { color: tokens.colorNeutralForeground3 },
  figures: { display: 'flex', flexWrap: 'wrap', gap: '0 16px', margin: 0, fontVariantNumeric: 'tabular-nums' },
  figure: { display: 'flex', gap: '4px' },
  term: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0 },
  units: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '2px 8px' },
  place: { minWidth: 0, minHeight: '24px', height: 'auto', padding: '1px 6px', fontWeight: tokens.fontWeightRegular, whiteSpace: 'normal', overflowWrap: 'anywhere', textAlign: 'left' },
  message: { color: tokens.colorNeutralForeground2 },
  summary: { cursor: 'pointer', padding: '4px 0', fontWeight: tokens.fontWeightSemibold },
});
