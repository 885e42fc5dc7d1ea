import { outline, attributeOf } from './outline';
import type { PackageEditor } from './packageEditor';
import { append } from './places';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** Base of the addresses that name kinds of relationships, and of the namespace of "r:id". */
export function relationsNamespace(isStrict: boolean): string {
  return isStrict ? 'http://purl.oclc.org/ooxml/officeDocument/relationships' : 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
}

export function mainNamespace(isStrict: boolean): string {
  return isStrict ? 'http://purl.oclc.org/ooxml/spreadsheetml/main' : 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
}

/** Points from a part to others; answers the ids in the same order. Call it once a part. */
export function relate(editor: PackageEditor, part: string, targets: readonly { readonly type: string; readonly target: string }[]): string[] {
  if (targets.length === 0) return [];
  const list = editor.relationshipsPart(part);
  const isThere = editor.has(list);
  const root = isThere ? outline(editor.text(list), list) : null;
  const taken = new Set(root?.children.map((child) => attributeOf(editor.text(list), child, 'Id')?.value));
  let last = 0;
  const ids = targets.map(() => {
    do last++;
    while (taken.has(`gouji${last}`));
    return `gouji${last}`;
  });
  const prefix = root?.prefix ?? '';
  const base = relationsNamespace(editor.isStrict);
  const entries = targets.map(({ type, target }, i) => `<${prefix}Relationship Id="${ids[i]}" Type="${base}/${type}" Target="/${target}"/>`).join('');
  if (root) editor.edit(list, ...append(root, entries));
  else editor.add(list, `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${PACKAGE}">${entries}</Relationships>`);
  return ids;
}
