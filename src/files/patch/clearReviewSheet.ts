import { removal, type Edit } from './edits';
import { attributeOf, attributes, outline, textOf, type Element } from './outline';
import type { PackageEditor } from './packageEditor';
import { REVIEW_NAME } from './reviewSheet';

/** Takes the 审核意见 out of a workbook that other programs have saved since; answers the parts that go, null where there is no such sheet. */
export function clearReviewSheet(editor: PackageEditor): readonly string[] | null {
  const part = editor.workbookPart;
  const bytes = editor.text(part);
  const { children } = outline(bytes, part, ['sheets', 'definedNames', 'bookViews']);
  const below = (name: string): readonly Element[] => children.find((child) => child.name === name)?.children ?? [];
  const read = (element: Element, name: string): string => attributeOf(bytes, element, name)?.value ?? '';
  const names = below('definedNames');
  const own = names.find((name) => read(name, 'name') === REVIEW_NAME);
  if (!own) return null;
  const sheets = below('sheets');
  const title = /^'?(.*?)'?!\$A\$1$/.exec(textOf(bytes, own))?.[1].replace(/''/g, "'");
  const index = sheets.findIndex((sheet) => read(sheet, 'name') === title);
  const isGone = (name: Element): boolean => name === own || (index >= 0 && read(name, 'localSheetId') === String(index));
  const gone = names.filter(isGone);
  // A list of names must not be left empty.
  const lists = gone.length === names.length ? children.filter(({ name }) => name === 'definedNames') : gone;
  editor.edit(part, ...lists.map(({ from, to }) => removal(from, to)));
  // Somebody has deleted the sheet already, or all others.
  if (index < 0 || sheets.length === 1) return [];
  editor.edit(part, removal(sheets[index].from, sheets[index].to));
  for (const name of names) if (!isGone(name)) editor.edit(part, ...oneLess(bytes, name, 'localSheetId', index));
  for (const view of below('bookViews')) for (const tab of ['firstSheet', 'activeTab']) editor.edit(part, ...oneLess(bytes, view, tab, Math.max(1, index) - 1));
  return unrelate(editor, part, idOf(bytes, sheets[index]));
}

/** A number of a sheet that stands behind the one that goes. */
function oneLess(bytes: Uint8Array, element: Element, name: string, index: number): readonly Edit[] {
  const found = attributeOf(bytes, element, name);
  return found && Number(found.value) > index ? [{ at: found.from, remove: found.to - found.from, text: String(Number(found.value) - 1) }] : [];
}

/** "r:id", whatever its prefix. */
function idOf(bytes: Uint8Array, sheet: Element): string {
  for (const { name, value } of attributes(bytes, sheet)) if (name.endsWith(':id')) return value;
  return '';
}

/** The parts that go with a relationship: its target, and what that points with. */
function unrelate(editor: PackageEditor, part: string, id: string): readonly string[] {
  const target = editor.relationships(part).find((relationship) => relationship.id === id)?.target;
  if (target === undefined) return [];
  const list = editor.relationshipsPart(part);
  const bytes = editor.text(list);
  const entries = outline(bytes, list).children.filter((entry) => attributeOf(bytes, entry, 'Id')?.value === id);
  editor.edit(list, ...entries.map(({ from, to }) => removal(from, to)));
  return [target, editor.relationshipsPart(target)].filter((name) => editor.has(name));
}
