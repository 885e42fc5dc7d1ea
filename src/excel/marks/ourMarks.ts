import { isOurExplanation, isOurFormula } from '../../host/marks';
import type { OfficeApi } from '../officeApi';

/** What of ours is on a sheet, ready to be deleted, and whether the sheet lets us. */
export interface OurMarks {
  readonly sheet: Excel.Worksheet;
  readonly refuses: boolean;
  readonly formats: readonly Excel.ConditionalFormat[];
  readonly explanations: readonly (Excel.Comment | Excel.Note)[];
}

interface Question {
  readonly sheet: Excel.Worksheet;
  readonly formats: Excel.ConditionalFormatCollection;
  readonly comments: Excel.CommentCollection | null;
  readonly notes: Excel.NoteCollection | null;
}

/**
 * Finds our marks by their fingerprint, on any sheet, whoever put them there and wherever the file has been since.
 * One round trip, and a second one where there are candidates.
 */
export async function findOurMarks(context: Excel.RequestContext, api: OfficeApi, sheets: readonly Excel.Worksheet[]): Promise<OurMarks[]> {
  const questions = sheets.map((sheet) => ask(sheet, api));
  await context.sync();

  const candidates = questions.map(({ formats }) => formats.items.filter((format) => format.type === 'Custom'));
  // The formula is asked for one by one: loading it through the collection fails where another kind of rule is present
  // (OfficeDev/office-js #2180).
  for (const format of candidates.flat()) format.custom.rule.load('formula');
  const comments = questions.map((question) => question.comments?.items.filter(({ content }) => isOurExplanation(content)) ?? []);
  const replies = comments.map((list) => list.map((comment) => comment.replies.getCount()));
  if (candidates.some((list) => list.length > 0) || comments.some((list) => list.length > 0)) await context.sync();

  return questions.map(({ sheet, notes }, i) => ({
    sheet,
    refuses: sheet.protection.protected && !sheet.protection.options?.allowFormatCells,
    formats: candidates[i].filter((format) => isOurFormula(format.custom.rule.formula)),
    explanations: [
      // A comment somebody has answered is a conversation of the users now.
      ...comments[i].filter((_, k) => replies[i][k].value === 0),
      ...(notes?.items.filter(({ content }) => isOurExplanation(content)) ?? []),
    ],
  }));
}

/** Queues the removal; answers how many things it removes. */
export function removeMarks({ formats, explanations }: OurMarks): number {
  for (const format of formats) format.delete();
  for (const explanation of explanations) explanation.delete();
  return formats.length + explanations.length;
}

function ask(sheet: Excel.Worksheet, api: OfficeApi): Question {
  sheet.protection.load('protected,options');
  const formats = sheet.getRange().conditionalFormats;
  formats.load('items/id,items/type');
  const comments = api.supports('1.10') ? sheet.comments : null;
  comments?.load('items/id,items/content');
  const notes = api.supports('1.18') ? sheet.notes : null;
  // Named properties only: Excel on the web fails on the size of notes (OfficeDev/office-js #6198).
  notes?.load('items/content');
  return { sheet, formats, comments, notes };
}
