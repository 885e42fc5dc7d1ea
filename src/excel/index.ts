/**
 * The workbook of a running Excel behind the host port, over office.js (ExcelApi 1.9 and later).
 * `createExcelHost()` is all the pane needs; an `OfficeApi` is handed in only where office.js is not a global (tests).
 * Reads in few round trips, marks by conditional formats of our own, never throws anything but `HostError`.
 * Nothing here runs before `Office.onReady`.
 */
export { createExcelHost } from './excelHost';
export { type OfficeApi, officeApi } from './officeApi';
