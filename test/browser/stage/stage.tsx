import { createRoot } from 'react-dom/client';
import type { WorkbookReport } from '../../../src/audit/report/model';
import { WorkbookBuilder } from '../../../src/audit/workbook';
import { MemoryHost } from '../../../src/host/memory';
import { HostError } from '../../../src/host/workbookHost';
import { createPaneControl } from '../../../src/taskpane/control';
import { textsFor } from '../../../src/taskpane/text';
import { browserOwnStates } from '../../../src/taskpane/ownStates';
import { Pane } from '../../../src/taskpane/view';
import { ambiguousCause, manyFindings, report, threeCauses, withRules } from '../../taskpane/reports';
import { stageAudit } from './stageAudit';

/** One pane alone on a stage, in the state the address names: ?scenario=causes&dark=1&lang=en&audit=1&kept={…} */
const query = new URLSearchParams(location.search);
const scenario = query.get('scenario') ?? 'causes';

const reports = {
  causes: () => withRules(threeCauses()),
  ambiguous: ambiguousCause,
  none: () => report(),
  many: () => manyFindings(10_000),
  manyReal: () => manyFindings(1800),
  blank: () => report({ tables: report().tables.map((table) => ({ ...table, figures: 0 })) }),
  partial: () => report({ warning: '12 张有金额的工作表里只认出 2 张，其余没有核对。请看“未查”。' }),
  unknown: () => report({ family: null, familyName: '', kind: null, level: null, year: null, unit: null, tables: [], missing: [], unchecked: [], outcomes: { consistent: 0, inconsistent: 0, rounding: 0, notApplicable: 0, insufficient: 0 }, coverage: { amountCells: 0, coveredCells: 0, uncovered: [] } }),
};
const rights = {
  f1: { sheet: '表6', address: 'E16', value: 70200 },
  f2: { sheet: '表6', address: 'E16', value: 70200 },
  f3: { sheet: '表4', address: 'F8', value: 55200 },
};

class StageHost extends MemoryHost {
  override async capabilities() {
    if (scenario === 'oldOffice') throw new HostError('oldOffice', 'ExcelApi 1.7');
    return super.capabilities();
  }
  override async snapshot(...args: Parameters<MemoryHost['snapshot']>) {
    if (scenario === 'reading') {
      args[0]?.onProgress?.(7, 17);
      await new Promise((_, reject) => args[0]?.signal?.addEventListener('abort', () => reject(new Error('aborted'))));
    }
    if (scenario === 'error') throw new Error('GeneralException: stage');
    return super.snapshot(...args);
  }
}

/** A report that the page was given before it was opened. */
const given = (window as { readonly stagedReport?: WorkbookReport }).stagedReport;

const builder = new WorkbookBuilder(given?.file ?? '002.xlsx');
for (const name of given ? new Set(given.tables.map(({ sheet }) => sheet)) : ['目录', '表1', '表4', '表6', '表13']) {
  const sheet = builder.sheet(name);
  sheet.number(15, 4, 50000, '#,##0.00');
  sheet.number(7, 5, 65200, '#,##0.00');
  builder.add(sheet.finish({ isProtected: scenario === 'protected' && name === '表6' }));
}
const host = new StageHost(builder.finish());
// What somebody else left in the workbook.
if (query.has('kept')) void host.writeState(query.get('kept') ?? '');
const make = given ? () => given : reports[scenario as keyof typeof reports] ?? threeCauses;
const control = createPaneControl({ host, openAudit: scenario === 'auditing' ? () => new Promise(() => undefined) : stageAudit(make(), rights), texts: textsFor(query.get('lang') ?? 'zh-CN'), ownStates: browserOwnStates() });
// As both pages do.
document.documentElement.lang = query.get('lang') ?? 'zh-CN';
const root = document.getElementById('root');
const stage = root ? createRoot(root) : null;
const draw = (dark: boolean): void => stage?.render(<Pane control={control} dark={dark} />);
draw(query.has('dark'));
void control.start().then(() => (query.has('audit') ? control.audit() : undefined));
Object.assign(window, { stage: { host, control, draw } });
