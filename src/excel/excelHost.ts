import type { CellPosition } from '../audit/workbook';
import { throwIfAborted } from '../host/throwIfAborted';
import {
  type ClearResult,
  type Edit,
  HostError,
  type HostCapabilities,
  type Mark,
  type MarkResult,
  type NumberWrite,
  type ReadOptions,
  type TakeBack,
  type WorkbookHost,
} from '../host/workbookHost';
import { FormulaWatch } from './edits/formulaWatch';
import { OwnWrites } from './edits/ownWrites';
import { type LastRead, watchEdits } from './edits/watchEdits';
import { asHostError } from './errors';
import { goTo } from './goTo';
import { explanationKind } from './marks/explanations';
import { LookAhead } from './marks/lookAhead';
import { clearWorkbook, type MarkOptions, markWorkbook } from './marks/markWorkbook';
import { PlacedMarks } from './marks/placed';
import { highestApiSet, type OfficeApi, officeApi } from './officeApi';
import { readFingerprint } from './read/fingerprint';
import { readWorkbook } from './read/readWorkbook';
import { listSheets, type SheetName } from './sheets';
import { readState, writeState } from './state';
import { takeBack, writeNumbers } from './writeNumbers';

/** At about 9 bytes a value, above this many cells Excel on the web could not answer in one piece. */
const MOST_FINGERPRINTED = 300_000;

/**
 * The host over `Excel.run`. Sheet numbers are those of the last `snapshot()`, whatever happened to the tabs since; before
 * the first one they are the present order of the tabs.
 */
export function createExcelHost(api: () => OfficeApi = officeApi): WorkbookHost {
  return new ExcelHost(api);
}

class ExcelHost implements WorkbookHost {
  private read: LastRead & { readonly cells: number } = { sheets: [], watch: null, cells: 0 };
  private readonly ownWrites = new OwnWrites();
  private readonly placed = new PlacedMarks();
  private readonly ahead = new LookAhead(this.placed);
  /** The end of the command under way: commands that write run one after the other. */
  private lastCommand: Promise<unknown> = Promise.resolve();

  constructor(private readonly findApi: () => OfficeApi) {}

  capabilities(): Promise<HostCapabilities> {
    return this.run((context, api) => this.askCapabilities(context, api));
  }

  snapshot(options: ReadOptions = {}): Promise<HostSnapshot> {
    return this.run(async (context, api) => {
      this.ahead.forget();
      const { snapshot, sheets } = await readWorkbook(context, api.supports('1.13'), options, (known, queue) => this.ahead.sync(context, api, known, queue));
      this.read = { sheets, watch: new FormulaWatch(snapshot), cells: snapshot.sheets.reduce((sum, { columns }) => sum + columns.length, 0) };
      return snapshot;
    });
  }

  mark(marks: readonly Mark[], options: MarkOptions = {}): Promise<MarkResult> {
    return this.inTurn(async (context, api) => {
      throwIfAborted(options.signal);
      return markWorkbook({ context, api, placed: this.placed, ahead: this.ahead }, await this.sheets(context), marks, options);
    });
  }

  clearMarks(): Promise<ClearResult> {
    return this.inTurn((context, api) => clearWorkbook({ context, api, placed: this.placed, ahead: this.ahead }, this.read.sheets));
  }

  goTo(cell: CellPosition): Promise<void> {
    return this.run(async (context) => goTo(context, await this.sheet(context, cell), cell));
  }

  writeNumber(cell: CellPosition, value: number): Promise<TakeBack> {
    return this.writeNumbers([{ cell, value }]);
  }

  async writeNumbers(writes: readonly NumberWrite[]): Promise<TakeBack> {
    const written = await this.inTurn(async (context, api) => writeNumbers({ context, api, ahead: this.ahead, ownWrites: this.ownWrites }, await this.sheets(context), writes));
    return () => this.inTurn((context, api) => takeBack({ context, api, ahead: this.ahead, ownWrites: this.ownWrites }, written));
  }

  async onEdit(listener: (edit: Edit) => void): Promise<() => Promise<void>> {
    try {
      const stop = await watchEdits({ api: this.api(), ownWrites: this.ownWrites, ahead: this.ahead }, () => this.read, listener);
      return () => stop().catch((error: unknown) => Promise.reject(asHostError(error)));
    } catch (error) {
      throw asHostError(error);
    }
  }

  fingerprint(): Promise<string | null> {
    return this.inTurn(async (context, api) => {
      const sheets = await this.sheets(context);
      const send = <T>(queue: () => T): Promise<T> => this.ahead.sync(context, api, sheets, queue);
      return this.read.cells > MOST_FINGERPRINTED ? send(() => null) : readFingerprint(context, sheets, send);
    });
  }

  readState(): Promise<string | null> {
    return this.run(readState);
  }

  writeState(state: string): Promise<void> {
    // The user did not ask for this and need not hear of it: it may wait until a cell is no longer edited.
    return this.run((context) => writeState(context, state), true);
  }

  private async askCapabilities(context: Excel.RequestContext, api: OfficeApi): Promise<HostCapabilities> {
    context.workbook.load('readOnly');
    await context.sync();
    return { name: 'excel', apiSet: highestApiSet(api), explanations: explanationKind(api), writable: !context.workbook.readOnly };
  }

  private inTurn<T>(batch: (context: Excel.RequestContext, api: OfficeApi) => Promise<T>): Promise<T> {
    const turn = this.lastCommand.then(() => this.run(batch));
    this.lastCommand = turn.catch(() => undefined);
    return turn;
  }

  private async run<T>(batch: (context: Excel.RequestContext, api: OfficeApi) => Promise<T>, delayForCellEdit = false): Promise<T> {
    try {
      const api = this.api();
      return await api.run({ delayForCellEdit }, (context) => batch(context, api));
    } catch (error) {
      throw asHostError(error);
    }
  }

  private api(): OfficeApi {
    const api = this.findApi();
    if (highestApiSet(api) === '') throw new HostError('oldOffice', 'ExcelApi 1.9 is not supported');
    return api;
  }

  private async sheets(context: Excel.RequestContext): Promise<readonly SheetName[]> {
    if (this.read.sheets.length === 0) this.read = { sheets: await listSheets(context), watch: null, cells: 0 };
    return this.read.sheets;
  }

  private async sheet(context: Excel.RequestContext, { sheet: index }: CellPosition): Promise<SheetName> {
    const sheets = await this.sheets(context);
    if (!sheets[index]) throw new HostError('sheetGone', `sheet ${index} of ${sheets.length}`);
    return sheets[index];
  }
}

type HostSnapshot = Awaited<ReturnType<WorkbookHost['snapshot']>>;
