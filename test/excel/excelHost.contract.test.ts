import { cellAddress } from '../../src/audit/workbook';
import { hostContract } from '../host/contract';
import { connectedExcel, type ExcelSetup } from './node/connect';
import { settled } from './node/settled';
import { visibleContent } from './sim/model/compare';

const setups: readonly ExcelSetup[] = [
  { apiSet: '1.9' },
  { apiSet: '1.14' },
  { apiSet: '1.17' },
  { apiSet: '1.20' },
  { apiSet: '1.15', client: 'excel-win32-16.01.js' },
];

for (const setup of setups) {
  hostContract(`Excel ${setup.apiSet}, ${setup.client ?? 'web'}`, (workbook) => {
    const { host, excel } = connectedExcel(workbook, setup);
    const { book } = excel;
    return {
      host,
      typeNumber: (cell, value) => excel.userTypes(book.sheets[cell.sheet].name, cellAddress(cell.row, cell.column), value),
      visible: () => visibleContent(book),
      selected: () => {
        const { selection } = book;
        return selection && { sheet: book.sheets.indexOf(selection.sheet), row: selection.rect.top, column: selection.rect.left };
      },
      settle: settled,
      exchanged() {
        const since = excel.traffic.splice(0);
        return { roundTrips: since.length, bytes: since.reduce((sum, { bytesUp, bytesDown }) => sum + bytesUp + bytesDown, 0) };
      },
      orphan: (sheet) => book.sheets[sheet].formats.forEach((format) => (format.isOrphan = true)),
    };
  }, { tellsMerges: setup.apiSet !== '1.9' });
}
