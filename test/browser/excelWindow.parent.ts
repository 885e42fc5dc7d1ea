import { simWorkbook } from '../excel/sim/model/fromSnapshot';
import { startSimulatedExcel, type WindowedExcel } from '../excel/browser/startSimulatedExcel';
import { visibleContent } from '../excel/sim/model/compare';
import { literalWorkbook } from './excelWindow.workbook';

declare global {
  interface Window {
    simulation: WindowedExcel;
    visible: () => string;
  }
}

const frame = document.querySelector('iframe') as HTMLIFrameElement;
window.simulation = startSimulatedExcel(frame, simWorkbook(literalWorkbook()), { paneUrl: '/pane.html', apiSet: '1.14', payloadLimit: 5_000_000 });
window.visible = () => JSON.stringify(visibleContent(window.simulation.excel.book));
