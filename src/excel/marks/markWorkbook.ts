import { type CellPosition } from '../../audit/workbook';
import { distinctMarks, joinCells, markStyles } from '../../host/marks';
import { type ClearResult, HostError, type HostErrorCode, type Mark, type MarkResult } from '../../host/workbookHost';
import { throwIfAborted } from '../../host/throwIfAborted';
import { asHostError, isRefusedAsAWhole } from '../errors';
import type { OfficeApi } from '../officeApi';
import { listSheets, type SheetName } from '../sheets';
import { addFormats } from './conditionalFormat';
import { addExplanations } from './explanations';
import type { LookAhead } from './lookAhead';
import { findOurMarks, lookAround, marksSeen, type OurMarks, removeMarks, removeOneByOne, type SeenSheet } from './ourMarks';
import type { PlacedMarks } from './placed';

export interface MarkOptions {
  readonly explanations?: boolean;
  readonly signal?: AbortSignal;
}

interface Refusal {
  readonly sheet: SheetName;
  readonly code: HostErrorCode;
}

/** What one run of marking works with. */
interface Run {
  readonly context: Excel.RequestContext;
  readonly api: OfficeApi;
  readonly placed: PlacedMarks;
  readonly ahead: LookAhead;
}

/** What the sheets shall have; sheets that are not among `bySheet` nothing. */
interface Wanted {
  readonly bySheet: ReadonlyMap<string, readonly Mark[]>;
  readonly explanations: boolean;
  readonly check: () => void;
}

/** What has come of it so far. */
interface Done {
  removed: number;
  /** Sheets that were written; the others have what they shall have. */
  readonly written: Set<string>;
}

/**
 * Replaces all marks of ours by new ones, for any number of sheets and cells in one round trip where our marks were seen a moment ago (`LookAhead`), else
 * in two, one to look and one to write. Only sheets that shall have others are written. One more each where explanations, others' rules never seen or
 * sheets that were not read are there.
 * `known` are the sheets in the order the marks count them; earlier marks are looked for on all sheets there are now, for a
 * marked sheet may have been copied. A sheet that refuses keeps what it has and is reported.
 */
export async function markWorkbook(
  run: Run,
  known: readonly SheetName[],
  marks: readonly Mark[],
  options: MarkOptions,
): Promise<MarkResult> {
  const check = (): void => throwIfAborted(options.signal);
  const bySheet = groupBySheet(known, marks);
  const seen = options.explanations ? null : run.ahead.take();
  const { sheets, found } = seen ? { sheets: seen, found: seen.map((sheet) => marksSeen(run.context, sheet, run.placed)) } : await look(run, known);
  run.ahead.forget();
  check();
  const gone = known.filter(({ id }) => bySheet.has(id) && !sheets.some((sheet) => sheet.id === id));
  const refusals: Refusal[] = gone.map((sheet) => ({ sheet, code: 'sheetGone' }));
  const done: Done = { removed: 0, written: new Set() };
  refusals.push(...(await replaceMarks(run, sheets, { bySheet, explanations: options.explanations ?? false, check }, done, found)));
  const placed = [...bySheet].filter(([id]) => !refusals.some(({ sheet }) => sheet.id === id));
  if (options.explanations) {
    const wanted = placed.filter(([sheetId]) => done.written.has(sheetId)).flatMap(([sheetId, list]) => list.map((mark) => ({ sheetId, mark })));
    await addExplanations(run.context, run.api, wanted.filter(({ mark }) => mark.note !== ''), check);
  }
  if (!options.explanations && refusals.length === 0 && found?.every(({ explanations }) => explanations.length === 0)) run.ahead.stands(standing(run, sheets, found));
  return {
    markedCells: placed.reduce((sum, [, list]) => sum + list.length, 0),
    refused: refusals.map(({ sheet, code }) => ({ sheet: sheet.name, code })),
  };
}

/**
 * Removes every mark of ours; sheets that refuse keep theirs, and are named in the error once the others are clean. What
 * remains although nothing refused is found by looking again.
 */
export async function clearWorkbook(run: Run, known: readonly SheetName[]): Promise<ClearResult> {
  run.ahead.forget();
  const { sheets, found } = await look(run, known);
  const done: Done = { removed: 0, written: new Set() };
  const refusals = await replaceMarks(run, sheets, { bySheet: new Map(), explanations: false, check: () => undefined }, done, found);
  // ItemNotFound of a mark that was listed a moment ago: it is one of those that remain.
  const refusing = refusals.filter(({ code }) => code !== 'sheetGone');
  if (refusing.length > 0) {
    throw new HostError(refusing[0].code, `marks left on ${refusing.map(({ sheet }) => sheet.name).join(', ')}; ${done.removed} removed`);
  }
  const touched = sheets.filter(({ id }) => done.written.has(id));
  if (touched.length === 0) return { removed: done.removed, left: [] };
  const again = await findOurMarks(run.context, run.api, touched.map(({ id }) => run.context.workbook.worksheets.getItem(id)));
  const left = again.flatMap(({ formats, explanations }, i) => (formats.length + explanations.length > 0 ? [{ sheet: touched[i].name, marks: formats.length + explanations.length }] : []));
  const deaf = refusals.length > 0 ? 0 : left.reduce((sum, { marks }) => sum + marks, 0);
  return { removed: done.removed - deaf, left };
}

/**
 * The sheets and what of ours is on them. Where that is refused together, because a sheet is gone, an id of ours shifted to a rule of another kind or a
 * rule cannot be read, only the sheets are told, and what is on them is looked for as if nothing were known.
 */
async function look({ context, api, placed }: Run, known: readonly SheetName[]): Promise<{ readonly sheets: readonly SheetName[]; readonly found: readonly OurMarks[] | null }> {
  try {
    const { sheets, ours } = await lookAround(context, api, known, placed);
    return { sheets, found: ours };
  } catch (error) {
    if (isRefusedAsAWhole(error)) throw asHostError(error);
    return { sheets: await listSheets(context), found: null };
  }
}

/**
 * One request for all sheets; where Excel refuses it half-way, the halves are tried again, so that one bad sheet costs the
 * others nothing. Every further try looks anew for what is there, so a half-written one leaves nothing behind.
 */
async function replaceMarks(run: Run, sheets: readonly SheetName[], wanted: Wanted, done: Done, looked: readonly OurMarks[] | null = null): Promise<Refusal[]> {
  const { context, api, placed } = run;
  const refusals: Refusal[] = [];
  const written: { readonly id: string; readonly formats: readonly Excel.ConditionalFormat[] }[] = [];
  let removed = 0;
  try {
    const found = looked ?? await findOurMarks(context, api, sheets.map(({ id }) => context.workbook.worksheets.getItem(id)));
    wanted.check();
    found.forEach((ours, i) => {
      const { id } = sheets[i];
      placed.sawOthers(id, ours.others);
      const marks = wanted.bySheet.get(id) ?? [];
      if (ours.refuses) {
        if (marks.length + ours.formats.length + ours.explanations.length > 0) refusals.push({ sheet: sheets[i], code: 'protected' });
      } else if (!placed.has(id, marks, wanted.explanations, ours.formats.length) || (marks.length === 0 && ours.explanations.length > 0)) {
        placed.forget(id);
        removed += removeMarks(ours);
        written.push({ id, formats: addMarks(ours, marks) });
      }
    });
    if (written.length > 0) await placeAll(context, written.flatMap(({ formats }) => formats));
  } catch (error) {
    if (isRefusedAsAWhole(error)) throw asHostError(error);
    if (sheets.length === 1) return replaceOnOne(run, sheets[0], wanted, done, error);
    const middle = Math.ceil(sheets.length / 2);
    const first = await replaceMarks(run, sheets.slice(0, middle), wanted, done);
    return [...first, ...(await replaceMarks(run, sheets.slice(middle), wanted, done))];
  }
  for (const { id, formats } of written) remember(run, id, wanted, done, formats);
  done.removed += removed;
  return refusals;
}

/**
 * A sheet that refused: its marks are removed one by one, then the new ones are tried once more. What is refused again is
 * taken back as far as Excel lets us; the rest stays findable by its fingerprint.
 */
async function replaceOnOne(run: Run, sheet: SheetName, wanted: Wanted, done: Done, first: unknown): Promise<Refusal[]> {
  const { context, api, placed } = run;
  const refusal = { sheet, code: asHostError(first).code };
  const marks = wanted.bySheet.get(sheet.id) ?? [];
  const find = async (): Promise<OurMarks> => (await findOurMarks(context, api, [context.workbook.worksheets.getItem(sheet.id)]))[0];
  placed.forget(sheet.id);
  done.written.add(sheet.id);
  try {
    const before = await find();
    const removed = await removeOneByOne(context, before);
    done.removed += removed;
    if (removed < before.formats.length + before.explanations.length) return [refusal];
    const formats = addMarks(before, marks);
    await placeAll(context, formats);
    remember(run, sheet.id, wanted, done, formats);
    return [];
  } catch (error) {
    if (isRefusedAsAWhole(error)) throw asHostError(error);
    await find().then((ours) => removeOneByOne(context, ours), () => 0);
    return [refusal];
  }
}

/** Writes what is queued. The ids of the new formats are asked for behind everything else, when none shifts any more. */
async function placeAll(context: Excel.RequestContext, formats: readonly Excel.ConditionalFormat[]): Promise<void> {
  for (const format of formats) format.load('id');
  await context.sync();
}

function remember({ placed }: Run, id: string, { bySheet, explanations }: Wanted, { written }: Done, formats: readonly Excel.ConditionalFormat[]): void {
  placed.set(id, bySheet.get(id) ?? [], explanations, formats.map((format) => format.id));
  written.add(id);
}

/** What the sheets hold when all was placed. */
function standing({ placed }: Run, sheets: readonly SheetName[], found: readonly OurMarks[]): SeenSheet[] {
  return sheets.map(({ id, name }, i) => ({ id, name, refuses: found[i].refuses, formats: placed.formatsOn(id) }));
}

/** Answers the conditional formats it takes. */
function addMarks({ sheet }: OurMarks, marks: readonly Mark[]): Excel.ConditionalFormat[] {
  const formats: Excel.ConditionalFormat[] = [];
  // Weakest first: the format added last is the first in Excel's order.
  for (const style of [...markStyles].reverse()) {
    const cells: CellPosition[] = marks.filter((mark) => mark.style === style).map(({ cell }) => cell);
    if (cells.length > 0) formats.push(...addFormats(sheet, style, joinCells(cells)));
  }
  return formats;
}

function groupBySheet(known: readonly SheetName[], marks: readonly Mark[]): Map<string, Mark[]> {
  const bySheet = new Map<string, Mark[]>();
  for (const mark of distinctMarks(marks)) {
    const id = known[mark.cell.sheet]?.id;
    if (id === undefined) throw new HostError('sheetGone', `sheet ${mark.cell.sheet} of ${known.length}`);
    const list = bySheet.get(id);
    if (list) list.push(mark);
    else bySheet.set(id, [mark]);
  }
  return bySheet;
}
