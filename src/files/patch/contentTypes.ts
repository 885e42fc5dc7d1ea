import { xmlText } from '../write/xmlText';
import { removal } from './edits';
import { attributeOf, outline } from './outline';
import type { PackageEditor } from './packageEditor';
import { append } from './places';

const TYPES = '[Content_Types].xml';

/** Tells the package of new parts, each by its own entry. */
export function declareParts(editor: PackageEditor, parts: readonly { readonly name: string; readonly type: string }[]): void {
  if (parts.length === 0) return;
  const root = outline(editor.text(TYPES), TYPES);
  const entries = parts.map(({ name, type }) => `<${root.prefix}Override PartName="/${xmlText(name)}" ContentType="${type}"/>`);
  editor.edit(TYPES, ...append(root, entries.join('')));
}

/** Takes the entries of parts that are gone out again. */
export function undeclareParts(editor: PackageEditor, parts: readonly string[]): void {
  const bytes = editor.text(TYPES);
  const gone = new Set(parts.map((part) => `/${part.toLowerCase()}`));
  const entries = outline(bytes, TYPES).children.filter((entry) => gone.has(attributeOf(bytes, entry, 'PartName')?.value.toLowerCase() ?? ''));
  editor.edit(TYPES, ...entries.map(({ from, to }) => removal(from, to)));
}
