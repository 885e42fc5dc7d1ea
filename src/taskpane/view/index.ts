/**
 * The pane as React components over Fluent UI: `<Pane control={…} dark={…}/>` draws one workbook's pane in whatever
 * element it is put. The components show the state and call the control; they know no budgets and no workbook.
 */
export { Pane, type PaneProps } from './Pane';
export { handlePaneKey } from './paneKeys';
export { themeOf } from './theme';
