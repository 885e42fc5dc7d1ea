import { isOurExplanation, isOurFormula } from '../../host/marks';
import { isRefusedAsAWhole } from '../errors';
import type { OfficeApi } from '../officeApi';
import type { SheetName } from '../sheets';
import type { PlacedMarks } from './placed';

/** What of ours is on a sheet, ready to be deleted, and whether the sheet lets us. */
export interface OurMarks {
  readonly sheet: Excel.Worksheet;
  readonly refuses: boolean;
  readonly formats: readonly Excel.ConditionalFormat[];
  /** Ids of others' custom rules, those that can be read. */
  readonly others: readonly string[];
  readonly explanations: readonly (Excel.Comment | Excel.Note)[];
}

interface FormatQuestion {
  readonly formats: Excel.ConditionalFormatCollection;
  /** The rules that stand now at ids that custom rules had. */
  readonly rules: ReadonlyMap<string, Excel.ConditionalFormatRule>;
}

interface Question extends FormatQuestion {
  readonly sheet: Excel.Worksheet;
  readonly comments: Excel.CommentCollection | null;
  readonly notes: Excel.NoteCollection | null;
}

/** A sheet without remarks of ours, and the ids of our formats on it: plain data, good beyond the request that asked. */
export interface SeenSheet extends SheetName {
  readonly refuses: boolean;
  readonly formats: readonly string[];
}

/**
 * Finds our marks by their fingerprint, on any sheet, whoever put them there and wherever the file has been since.
 * One round trip, and one more each where there are custom rules and comments of ours.
 */
export async function findOurMarks(context: Excel.RequestContext, api: OfficeApi, sheets: readonly Excel.Worksheet[]): Promise<OurMarks[]> {
  const questions = sheets.map((sheet) => ask(sheet, api));
  await context.sync();
  return answers(context, questions);
}

/** Finds the same on sheets that are known, and tells what sheets there are now: all in one round trip where the ids of the custom rules there are known. */
export async function lookAround(context: Excel.RequestContext, api: OfficeApi, known: readonly SheetName[], placed: PlacedMarks): Promise<{ readonly sheets: readonly SheetName[]; readonly ours: readonly OurMarks[] }> {
  const { worksheets } = context.workbook;
  worksheets.load('items/id,items/name');
  const questions = known.map(({ id }) => ask(worksheets.getItem(id), api, placed.customOn(id)));
  await context.sync();
  const sheets = worksheets.items.map(({ id, name }) => ({ id, name }));
  const byId = new Map((await answers(context, questions)).map((ours, i) => [known[i].id, ours]));
  const others = sheets.filter(({ id }) => !byId.has(id));
  const found = others.length > 0 ? await findOurMarks(context, api, others.map(({ id }) => worksheets.getItem(id))) : [];
  found.forEach((ours, i) => byId.set(others[i].id, ours));
  return { sheets, ours: sheets.flatMap(({ id }) => byId.get(id) ?? []) };
}

/** Queues the questions of `lookAround`; what is answered after the sync is null where more would have to be asked, or remarks of ours are there. */
export function askAround(context: Excel.RequestContext, api: OfficeApi, known: readonly SheetName[], placed: PlacedMarks): () => readonly SeenSheet[] | null {
  const { worksheets } = context.workbook;
  worksheets.load('items/id,items/name');
  const questions = known.map(({ id }) => ask(worksheets.getItem(id), api, placed.customOn(id)));
  return () => {
    const isKnown = new Set(known.map(({ id }) => id));
    if (worksheets.items.length !== known.length || worksheets.items.some(({ id }) => !isKnown.has(id))) return null;
    const all = questions.map((question, i) => seenAtOnce(known[i], question));
    return all.every((one) => one !== null) ? all : null;
  };
}

/** Queues the question whether our formats on these sheets still are ours; the answer after the sync is null where more would have to be asked. */
export function askMarked(context: Excel.RequestContext, seen: readonly SeenSheet[], placed: PlacedMarks): () => readonly SeenSheet[] | null {
  const marked = seen.filter(({ formats }) => formats.length > 0);
  const questions = new Map(marked.map(({ id }) => [id, askFormats(context.workbook.worksheets.getItem(id), placed.customOn(id))]));
  return () => {
    const all = seen.map((sheet) => {
      const question = questions.get(sheet.id);
      const formats = question ? oursAtOnce(question) : [];
      return formats && { ...sheet, formats };
    });
    return all.every((one) => one !== null) ? all : null;
  };
}

/** The same marks, ready to be deleted in another request. */
export function marksSeen(context: Excel.RequestContext, { id, refuses: refusing, formats }: SeenSheet, placed: PlacedMarks): OurMarks {
  const sheet = context.workbook.worksheets.getItem(id);
  const all = sheet.getRange().conditionalFormats;
  return { sheet, refuses: refusing, formats: formats.map((format) => all.getItem(format)), others: placed.othersOn(id), explanations: [] };
}

function seenAtOnce({ id, name }: SheetName, question: Question): SeenSheet | null {
  const formats = oursAtOnce(question);
  const remarks = [...(question.comments?.items ?? []), ...(question.notes?.items ?? [])];
  return formats === null || remarks.some(({ content }) => isOurExplanation(content)) ? null : { id, name, refuses: refuses(question.sheet), formats };
}

/** null where a custom rule is there that was not asked for. */
function oursAtOnce(question: FormatQuestion): readonly string[] | null {
  const custom = customOf(question);
  if (custom.some(({ id }) => !question.rules.has(id))) return null;
  return custom.filter(({ id }) => isOurFormula(question.rules.get(id)?.formula ?? '')).map(({ id }) => id);
}

const customOf = ({ formats }: FormatQuestion): Excel.ConditionalFormat[] => formats.items.filter(({ type }) => type === 'Custom');

async function answers(context: Excel.RequestContext, questions: readonly Question[]): Promise<OurMarks[]> {
  const candidates = questions.map(customOf);
  const comments = questions.map((question) => question.comments?.items.filter(({ content }) => isOurExplanation(content)) ?? []);
  const replies = comments.map((list) => list.map((comment) => comment.replies.getCount()));
  if (replies.some((list) => list.length > 0)) await context.sync();
  const asked = new Map(questions.flatMap((question, i) => candidates[i].flatMap((format): [Excel.ConditionalFormat, string][] => {
    const rule = question.rules.get(format.id);
    return rule === undefined ? [] : [[format, rule.formula]];
  })));
  const open = candidates.flat().filter((format) => !asked.has(format));
  const formulas = open.length > 0 ? new Map([...asked, ...(await readFormulas(context, open))]) : asked;

  return questions.map((question, i) =>
    found(
      question,
      candidates[i].filter((format) => isOurFormula(formulas.get(format) ?? '')),
      candidates[i].filter((format) => formulas.has(format) && !isOurFormula(formulas.get(format) ?? '')).map(({ id }) => id),
      // A comment somebody has answered is a conversation of the users now.
      comments[i].filter((_, k) => replies[i][k].value === 0),
    ),
  );
}

function found({ sheet, notes }: Question, formats: readonly Excel.ConditionalFormat[], others: readonly string[], comments: readonly Excel.Comment[]): OurMarks {
  return {
    sheet,
    refuses: refuses(sheet),
    formats,
    others,
    explanations: [...comments, ...(notes?.items.filter(({ content }) => isOurExplanation(content)) ?? [])],
  };
}

const refuses = ({ protection }: Excel.Worksheet): boolean => protection.protected && !protection.options?.allowFormatCells;

/**
 * The conditions of custom rules. One by one, for loading them through the collection fails where another kind of rule is
 * present (OfficeDev/office-js #2180); and by halves after a failure, for Excel cannot read every rule that it lists, such as
 * the second of two on the same cells (#6827, #6835). A rule that cannot be read is not taken for ours.
 */
async function readFormulas(
  context: Excel.RequestContext,
  formats: readonly Excel.ConditionalFormat[],
): Promise<Map<Excel.ConditionalFormat, string>> {
  try {
    for (const format of formats) format.custom.rule.load('formula');
    await context.sync();
    return new Map(formats.map((format) => [format, format.custom.rule.formula]));
  } catch (error) {
    if (isRefusedAsAWhole(error)) throw error;
    if (formats.length <= 1) return new Map();
    const middle = Math.ceil(formats.length / 2);
    const first = await readFormulas(context, formats.slice(0, middle));
    return new Map([...first, ...(await readFormulas(context, formats.slice(middle)))]);
  }
}

/** Queues the removal; answers how many things it removes. */
export function removeMarks(ours: OurMarks): number {
  const all = inSafeOrder(ours);
  for (const item of all) item.delete();
  return all.length;
}

/** Removes one by one what is refused together; answers how many were removed. */
export async function removeOneByOne(context: Excel.RequestContext, ours: OurMarks): Promise<number> {
  let removed = 0;
  for (const item of inSafeOrder(ours)) if (await removeOne(context, item)) removed++;
  return removed;
}

async function removeOne(context: Excel.RequestContext, item: { delete(): void }): Promise<boolean> {
  try {
    item.delete();
    await context.sync();
    return true;
  } catch (error) {
    if (isRefusedAsAWhole(error)) throw error;
    return false;
  }
}

/**
 * Last first. Microsoft describes the id of a conditional format as its priority, which shifts when an earlier one goes;
 * from the end nothing shifts, whatever the id is.
 */
function inSafeOrder({ formats, explanations }: OurMarks): { delete(): void }[] {
  return [...formats, ...explanations].reverse();
}

function ask(sheet: Excel.Worksheet, api: OfficeApi, ids: readonly string[] = []): Question {
  sheet.protection.load('protected,options');
  const comments = api.supports('1.10') ? sheet.comments : null;
  comments?.load('items/id,items/content');
  const notes = api.supports('1.18') ? sheet.notes : null;
  // Named properties only: Excel on the web fails on the size of notes (OfficeDev/office-js #6198).
  notes?.load('items/content');
  return { sheet, comments, notes, ...askFormats(sheet, ids) };
}

function askFormats(sheet: Excel.Worksheet, ids: readonly string[]): FormatQuestion {
  const formats = sheet.getRange().conditionalFormats;
  formats.load('items/id,items/type');
  return { formats, rules: new Map(ids.map((id) => [id, formats.getItem(id).custom.rule.load('formula')])) };
}
