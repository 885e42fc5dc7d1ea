import { insertion, removal } from './edits';
import { undeclareParts } from './contentTypes';
import { attributeOf, attributes, outline, type Element } from './outline';
import type { PackageEditor } from './packageEditor';
import { append, placeFor } from './places';

/** Asks whoever opens the workbook to calculate it, where it has formulas. */
export function calculateOnOpening(editor: PackageEditor): void {
  if (!editor.sheets.some(({ part }) => /<(?:[\w.-]+:)?f[\s/>]/.test(new TextDecoder('latin1').decode(editor.text(part))))) return;
  const part = editor.workbookPart;
  const bytes = editor.text(part);
  const root = outline(bytes, part);
  const element = root.children.find(({ name }) => name === 'calcPr');
  const asked = element && attributeOf(bytes, element, 'fullCalcOnLoad');
  if (asked) editor.edit(part, { at: asked.from, remove: asked.to - asked.from, text: '1' });
  else if (element) editor.edit(part, insertion(tagClose(element), ' fullCalcOnLoad="1"'));
  else editor.edit(part, insertion(placeFor(root, 'workbook', 'calcPr'), `<${root.prefix}calcPr fullCalcOnLoad="1"/>`));
}

/** Formulas that cells of a sheet lost or gained, by address. */
export interface FormulaChanges {
  readonly part: string;
  readonly lost: readonly string[];
  readonly gained: readonly string[];
}

/**
 * Keeps the order of calculation in step: a cell it names without a formula makes Excel call the file damaged. Entries give
 * the sheet only where it differs from the entry before (ISO/IEC 29500-1 section 18.6.1), so one may have to say it that did not.
 */
export function updateChain(editor: PackageEditor, changes: readonly FormulaChanges[]): void {
  const part = editor.related(editor.workbookPart, 'calcChain');
  const real = changes.filter(({ lost, gained }) => lost.length + gained.length > 0);
  if (part === null || real.length === 0) return;
  const bytes = editor.text(part);
  const root = outline(bytes, part);
  const gone = new Set(real.flatMap((each) => each.lost.map((address) => `${sheetId(editor, each.part)} ${address}`)));
  const added = real.flatMap((each) => each.gained.map((address) => `<${root.prefix}c r="${address}" i="${sheetId(editor, each.part)}"/>`));
  let said = '';
  let kept = '';
  let left = 0;
  for (const entry of root.children) {
    const own = attributeOf(bytes, entry, 'i')?.value ?? null;
    said = own ?? said;
    if (gone.has(`${said} ${attributeOf(bytes, entry, 'r')?.value ?? ''}`)) {
      editor.edit(part, removal(entry.from, entry.to));
      continue;
    }
    if (own === null && kept !== said) editor.edit(part, insertion(tagClose(entry), ` i="${said}"`));
    kept = said;
    left++;
  }
  if (added.length > 0) editor.edit(part, ...append(root, added.join('')));
  else if (left === 0) dropPart(editor, part);
}

/** An empty chain is not allowed. */
function dropPart(editor: PackageEditor, part: string): void {
  const list = editor.relationshipsPart(editor.workbookPart);
  const bytes = editor.text(list);
  const ids = new Set(editor.relationships(editor.workbookPart).flatMap(({ id, target }) => (target === part ? [id] : [])));
  const entries = outline(bytes, list).children.filter((entry) => ids.has(attributeOf(bytes, entry, 'Id')?.value ?? ''));
  editor.edit(list, ...entries.map(({ from, to }) => removal(from, to)));
  editor.remove(part);
  undeclareParts(editor, [part]);
}

const tagClose = ({ openTo, isEmpty }: Element): number => openTo - (isEmpty ? 2 : 1);

/** The number by which the workbook calls a sheet. */
function sheetId(editor: PackageEditor, part: string): string {
  const bytes = editor.text(editor.workbookPart);
  const ids = new Set(editor.relationships(editor.workbookPart).flatMap(({ id, target }) => (target === part ? [id] : [])));
  const sheets = outline(bytes, editor.workbookPart, ['sheets']).children.find(({ name }) => name === 'sheets')?.children ?? [];
  const own = sheets.find((sheet) => [...attributes(bytes, sheet)].some(({ name, value }) => name.endsWith(':id') && ids.has(value)));
  return own ? (attributeOf(bytes, own, 'sheetId')?.value ?? '') : '';
}
