import type { Rect } from '../../../src/audit/workbook';
import { areaText, findArea } from './address';
import { Events } from './events';
import { cellFor, findSheet, newId, type SimSheet, type SimWorkbook } from './model/workbook';
import type { Scope } from './objects/scope';
import { workbookObject } from './objects/workbook';
import { reportChange, writeCells } from './objects/writeCells';
import { checkRequirementSet } from './requirementSets';
import { ApiError } from './wire/apiError';
import { type BatchHost, runBatch } from './wire/batch';
import type { RequestBody } from './wire/protocol';
import type { WireObject } from './wire/wireObject';

export interface SimulationOptions {
  /** Highest ExcelApi set, "1.15" by default. */
  readonly apiSet?: string;
  /** Bytes of a request or an answer; Excel on the web has 5 MB. */
  readonly payloadLimit?: number;
}

/** What a test lets go wrong; may be changed at any time. */
export interface Faults {
  isCellEdited: boolean;
  /** The error code for a member ("ConditionalFormatCollection.Add"), or null. `nth` counts its uses from 1. */
  refuse: ((member: string, nth: number) => string | null) | null;
}

/** One request and its answer as they crossed the wire. Requests that only release references are not counted. */
export interface Exchange {
  readonly actions: number;
  readonly bytesUp: number;
  readonly bytesDown: number;
}

/** The numbers by which Excel refuses a whole request. */
export const refusal = { requestTooLarge: 5103, responseTooLarge: 5104, cellEditMode: 5004 } as const;

export type Outcome = { readonly refused: number } | { readonly body: string };

/** A workbook that answers the requests of office.js as Excel would; it knows nothing of how they get here. */
export class SimulatedExcel {
  readonly faults: Faults = { isCellEdited: false, refuse: null };
  readonly traffic: Exchange[] = [];
  readonly references = new Map<string, WireObject>();
  readonly events = new Events();
  readonly apiSet: string;
  private readonly scope: Scope;
  private readonly host: BatchHost;
  private readonly uses = new Map<string, number>();
  private nextReference = 1;

  constructor(
    readonly book: SimWorkbook,
    private readonly options: SimulationOptions = {},
  ) {
    this.apiSet = options.apiSet ?? '1.15';
    this.scope = { book, events: this.events, apiSet: this.apiSet };
    const kept = new Map<WireObject, string>();
    this.host = {
      root: workbookObject(this.scope, this.references),
      service: (name) =>
        // office.js itself announces its ribbon handlers right after start.
        name === 'Microsoft.InternalService.AddinInternalService' ? { type: name, methods: { NotifyActionHandlerReady: () => null } } : null,
      references: this.references,
      keep: (object) => {
        const id = kept.get(object) ?? `ref${this.nextReference++}`;
        kept.set(object, id);
        this.references.set(id, object);
        return id;
      },
      check: (member) => this.check(member),
    };
  }

  /** One round trip. Events follow after the answer. */
  execute(bodyText: string): Outcome {
    const body = JSON.parse(bodyText) as RequestBody;
    const isCleanUp = body.Actions.every(({ Name, ActionType }) => Name === '_RemoveReference' || ActionType === 1);
    const bytesUp = byteLength(bodyText);
    const limit = this.options.payloadLimit ?? Infinity;
    const count = (bytesDown: number): void => {
      if (!isCleanUp) this.traffic.push({ actions: body.Actions.length, bytesUp, bytesDown });
    };
    if (this.faults.isCellEdited) return count(0), { refused: refusal.cellEditMode };
    if (bytesUp > limit) return count(0), { refused: refusal.requestTooLarge };
    const answer = JSON.stringify(runBatch(this.host, body));
    const bytesDown = byteLength(answer);
    count(bytesDown);
    setTimeout(() => this.events.flush(), 0);
    return bytesDown > limit ? { refused: refusal.responseTooLarge } : { body: answer };
  }

  /** The user types into a cell; `recalculated` are the formula cells that change with it. */
  userTypes(sheetName: string, address: string, value: unknown, recalculated: readonly (readonly [string, string, number])[] = []): void {
    const { sheet, rect } = this.area(sheetName, address);
    for (const [otherSheet, otherAddress, result] of recalculated) {
      const target = this.area(otherSheet, otherAddress);
      cellFor(target.sheet, target.rect.top, target.rect.left).value = result;
    }
    writeCells(this.scope, sheet, rect, value, { source: 'Unknown', isRemote: false });
    this.events.flush();
  }

  /** The user inserts rows above the address; the cells are not moved, only told about. */
  userInsertsRows(sheetName: string, address: string): void {
    const { sheet, rect } = this.area(sheetName, address);
    reportChange(this.scope, sheet, rect, 'RowInserted', { source: 'Unknown', isRemote: false }, {});
    this.events.flush();
  }

  userAddsSheet(name: string): SimSheet {
    const sheet: SimSheet = {
      id: newId(this.book), name, visibility: 'visible', cells: new Map(), formats: [], protection: null, merges: [],
      hiddenRows: new Set(), hiddenColumns: new Set(),
    };
    this.book.sheets.push(sheet);
    this.events.fire('Added', ['Workbook'], { worksheetId: sheet.id, source: 'Local' });
    this.events.flush();
    return sheet;
  }

  userDeletesSheet(name: string): void {
    const sheet = this.area(name, 'A1').sheet;
    this.book.sheets.splice(this.book.sheets.indexOf(sheet), 1);
    this.events.fire('Deleted', ['Workbook'], { worksheetId: sheet.id, source: 'Local' });
    this.events.flush();
  }

  userRenamesSheet(name: string, newName: string): void {
    const { sheet } = this.area(name, 'A1');
    sheet.name = newName;
    this.events.fire('NameChanged', ['Workbook'], { worksheetId: sheet.id, nameBefore: name, nameAfter: newName, source: 'Local' });
    this.events.flush();
  }

  /** "表1!B2", or null. */
  get selectedCell(): string | null {
    const { selection } = this.book;
    return selection && `${selection.sheet.name}!${areaText(selection.rect)}`;
  }

  private area(sheetName: string, address: string): { sheet: SimSheet; rect: Rect } {
    const sheet = findSheet(this.book, sheetName);
    if (!sheet) throw new Error(`no sheet ${sheetName}`);
    return findArea(this.book, sheet, address);
  }

  private check(member: string): ApiError | null {
    const nth = (this.uses.get(member) ?? 0) + 1;
    this.uses.set(member, nth);
    const code = this.faults.refuse?.(member, nth);
    return code ? new ApiError(code, `refused by the test: ${member}`) : checkRequirementSet(member, this.apiSet);
  }
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
