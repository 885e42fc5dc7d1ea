import { createExcelHost } from '../../src/excel';
import type { Edit, WorkbookHost } from '../../src/host/workbookHost';

declare global {
  interface Window {
    host: WorkbookHost;
    edits: Edit[];
    info: unknown;
  }
}

window.edits = [];
void Office.onReady(async (info) => {
  window.host = createExcelHost();
  await window.host.onEdit((edit) => window.edits.push(edit));
  window.info = info;
});
