import { isOurFormula } from '../../host/marks';
import { removal } from './edits';
import { outline, textOf, type Element } from './outline';
import type { PackageEditor } from './packageEditor';

/** Takes the conditional formats with our fingerprint off a sheet; answers how many. What else stands in the same areas stays. */
export function clearFormats(editor: PackageEditor, part: string): number {
  const bytes = editor.text(part);
  const isOurs = (rule: Element): boolean => rule.children.some((child) => child.name === 'formula' && isOurFormula(textOf(bytes, child)));
  let found = 0;
  for (const format of outline(bytes, part, ['conditionalFormatting']).children) {
    if (format.name !== 'conditionalFormatting') continue;
    const rules = format.children.filter(({ name }) => name === 'cfRule');
    const ours = rules.filter(isOurs);
    found += ours.length;
    const gone = ours.length === rules.length ? [format] : ours;
    if (ours.length > 0) editor.edit(part, ...gone.map(({ from, to }) => removal(from, to)));
  }
  return found;
}
