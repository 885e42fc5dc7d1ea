import type { Edit } from '../../host/workbookHost';
import { parseAreas } from '../areas';
import type { LookAhead } from '../marks/lookAhead';
import type { OfficeApi } from '../officeApi';
import type { SheetName } from '../sheets';
import { canFollow, type Change, followEdits } from './followEdits';
import type { FormulaWatch } from './formulaWatch';
import type { OwnWrites } from './ownWrites';

/** What the watcher has to know about the last reading of the workbook; asked anew at every edit. */
export interface LastRead {
  readonly sheets: readonly SheetName[];
  readonly watch: FormulaWatch | null;
}

/** What the watcher works with. */
interface Parts {
  readonly api: OfficeApi;
  readonly ownWrites: OwnWrites;
  readonly ahead: LookAhead;
}

type Registration = OfficeExtension.EventHandlerResult<unknown>;

/** Listens to the whole workbook. Answers a function that stops listening, in the context that started it. */
export async function watchEdits(
  { api, ownWrites, ahead }: Parts,
  lastRead: () => LastRead,
  listener: (edit: Edit) => void,
): Promise<() => Promise<void>> {
  const follower = new Follower(api, ahead, lastRead, listener);
  const onChanged = async (event: Excel.WorksheetChangedEventArgs): Promise<void> => {
    // triggerSource needs ExcelApi 1.14; a value is told for single cells only.
    const isOwn = ownWrites.take(event.worksheetId, event.address, event.details?.valueAfter) || event.triggerSource === 'ThisLocalAddin';
    const { sheets, watch } = lastRead();
    const sheet = sheets.findIndex(({ id }) => id === event.worksheetId);
    // Our own write is no edit, but the formulas that change with it are news.
    if (isOwn && (sheet < 0 || !watch?.hasFormulas)) return;
    if (isOwn) follower.add({ sheet, areas: [], inPlace: true });
    else if (sheet < 0) follower.structural();
    else follower.add({ sheet, areas: parseAreas(event.address), inPlace: event.changeType === 'RangeEdited' });
  };
  const onStructure = async (): Promise<void> => follower.structural();

  const registrations = await api.run({ delayForCellEdit: true }, async (context) => {
    const { worksheets } = context.workbook;
    const all: Registration[] = [worksheets.onChanged.add(onChanged), worksheets.onAdded.add(onStructure), worksheets.onDeleted.add(onStructure)];
    if (api.supports('1.17')) {
      all.push(worksheets.onNameChanged.add(onStructure), worksheets.onMoved.add(onStructure), worksheets.onVisibilityChanged.add(onStructure));
    }
    await context.sync();
    return all;
  });
  return async () => {
    follower.stop();
    await api.runIn(registrations[0].context, async (context) => {
      for (const registration of registrations) registration.remove();
      await context.sync();
    });
  };
}

/** Collects changes and reports them one round trip at a time, in order. */
class Follower {
  private waiting: Change[] = [];
  private isStructural = false;
  private isBusy = false;
  private isStopped = false;

  constructor(
    private readonly api: OfficeApi,
    private readonly ahead: LookAhead,
    private readonly lastRead: () => LastRead,
    private readonly listener: (edit: Edit) => void,
  ) {}

  add(change: Change): void {
    this.waiting.push(change);
    void this.work();
  }

  structural(): void {
    this.isStructural = true;
    void this.work();
  }

  stop(): void {
    this.isStopped = true;
  }

  private async work(): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    // Events of one action arrive together; they cost one round trip together.
    await Promise.resolve();
    try {
      while (!this.isStopped && (this.isStructural || this.waiting.length > 0)) {
        for (const edit of await this.next()) if (!this.isStopped) this.listener(edit);
      }
    } finally {
      this.isBusy = false;
    }
  }

  private async next(): Promise<Edit[]> {
    const changes = this.waiting;
    const structural = this.isStructural;
    this.waiting = [];
    this.isStructural = false;
    const { sheets, watch } = this.lastRead();
    const canAsk = !structural && canFollow(changes, watch);
    // What stands on the sheets now was not seen.
    if (!canAsk) this.ahead.forget();
    if (structural) return [{ sheet: 0, areas: [], structural: true }];
    if (!canAsk) return changes.map(untold);
    try {
      return await this.api.run({ delayForCellEdit: true }, (context) =>
        followEdits(context, sheets, changes, watch, (queue) => this.ahead.sync(context, this.api, 'marked', queue)));
    } catch {
      // The edit happened all the same; the listener learns of it and reads the workbook again, where a lasting error shows.
      return changes.map(untold);
    }
  }
}

function untold({ sheet, areas }: Change): Edit {
  return { sheet, areas: areas ?? [], structural: false };
}
