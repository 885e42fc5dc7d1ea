import { parseCellAddress } from '../../audit/workbook';
import { isOurExplanation } from '../../host/marks';
import { removal } from './edits';
import { attributeOf, descendants, outline, textOf, type Element } from './outline';
import type { PackageEditor } from './packageEditor';
import { removeShapes } from './vml';

/** Takes our notes off a sheet, and comments of ours that nobody has answered; answers how many. */
export function clearNotes(editor: PackageEditor, part: string): number {
  const gone = clearConversations(editor, part);
  const comments = editor.related(part, 'comments');
  if (comments === null) return gone.size;
  const bytes = editor.text(comments);
  for (const comment of descendants(outline(bytes, comments, ['commentList']), 'comment')) {
    const ref = attributeOf(bytes, comment, 'ref')?.value ?? '';
    const text = comment.children.filter(({ name }) => name === 'text').map((child) => textOf(bytes, child)).join('');
    if (!gone.has(ref) && !isOurExplanation(text)) continue;
    gone.add(ref);
    editor.edit(comments, removal(comment.from, comment.to));
  }
  const cells = [...gone].flatMap((ref) => parseCellAddress(ref) ?? []);
  for (const { type, target } of editor.relationships(part)) {
    if (type === 'vmlDrawing' && editor.has(target) && cells.length > 0) editor.edit(target, ...removeShapes(editor.text(target), cells));
  }
  return gone.size;
}

/** Comments with answers belong to those who talk there; the cells of the others. */
function clearConversations(editor: PackageEditor, part: string): Set<string> {
  const gone = new Set<string>();
  const threads = editor.related(part, 'threadedComment');
  if (threads === null) return gone;
  const bytes = editor.text(threads);
  const all = outline(bytes, threads, ['ThreadedComments']).children;
  const read = (element: Element, name: string): string => attributeOf(bytes, element, name)?.value ?? '';
  const answered = new Set(all.map((comment) => read(comment, 'parentId')));
  for (const comment of all) {
    const text = comment.children.filter(({ name }) => name === 'text').map((child) => textOf(bytes, child)).join('');
    if (!isOurExplanation(text) || answered.has(read(comment, 'id'))) continue;
    gone.add(read(comment, 'ref'));
    editor.edit(threads, removal(comment.from, comment.to));
  }
  return gone;
}
