/**
 * Layout: what stands on a sheet, told without knowing any form. `titleLines` and `regionsOf` cut a sheet into tables,
 * `layoutRegion` answers of each the title, the header tree, the typed columns, the panels side by side, the rows of data and the notes.
 */
export { besideOf } from './beside';
export { createCodeBook, type CodeBook } from './codeBook';
export { CodeReader, codeText, splitCode } from './codes';
export { isHeadedItself, wordedColumns } from './headed';
export { isFigureText } from './lines';
export type { CodeColumns, CodeKind, ColumnKind, Header, LayoutColumn, LayoutTable, Panel, TextLine } from './model';
export { LOST } from './repeated';
export { layoutRegion, regionsOf, type Region } from './sheet';
export { isSameCore, titleCore, titleLines } from './titles';
