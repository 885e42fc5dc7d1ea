import { cellAddress } from '../../audit/workbook';
import { explanationText } from '../../host/marks';
import type { Mark } from '../../host/workbookHost';
import { xmlText } from '../write/xmlText';
import { insertion } from './edits';
import { attributeOf, descendants, outline } from './outline';
import type { PackageEditor } from './packageEditor';
import { append, placeFor } from './places';
import { mainNamespace, relate, relationsNamespace } from './relate';
import { addShapes, newDrawing } from './vml';

/** A part that was added and has to be declared. */
export interface NewPart {
  readonly name: string;
  readonly type: string;
}

const AUTHOR = '勾稽 gouji';
const COMMENTS = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml';
const DRAWING = 'application/vnd.openxmlformats-officedocument.vmlDrawing';
const STEM = 'xl/gouji/notes';

/**
 * Writes explanations as notes; a cell that has a note, or a conversation, keeps what it has. null where the sheet's own
 * drawing of notes is in a form that nothing can be added to.
 */
export function addNotes(editor: PackageEditor, sheet: number, marks: readonly Mark[]): readonly NewPart[] | null {
  const { part } = editor.sheets[sheet];
  const comments = editor.related(part, 'comments');
  const drawingId = legacyDrawing(editor, part);
  const drawing = drawingId === null ? null : editor.relationships(part).find(({ id }) => id === drawingId)?.target ?? '';
  const taken = comments === null ? new Set<string>() : commentedCells(editor, comments);
  const notes = marks.filter(({ cell, note }) => note !== '' && !taken.has(cellAddress(cell.row, cell.column)));
  if (notes.length === 0) return [];
  const cells = notes.map(({ cell, note }) => ({ row: cell.row, column: cell.column, text: explanationText(note) }));
  const added: NewPart[] = [];
  const targets: { type: string; target: string }[] = [];
  if (drawing === null) {
    const name = editor.freeName(STEM, '.vml');
    editor.add(name, newDrawing(cells));
    added.push({ name, type: DRAWING });
    targets.push({ type: 'vmlDrawing', target: name });
  } else {
    const edits = editor.has(drawing) ? addShapes(editor.text(drawing), cells) : null;
    if (edits === null) return null;
    editor.edit(drawing, ...edits);
  }
  if (comments === null) {
    const name = editor.freeName(STEM, '.xml');
    editor.add(name, newComments(mainNamespace(editor.isStrict), cells));
    added.push({ name, type: COMMENTS });
    targets.push({ type: 'comments', target: name });
  } else addComments(editor, comments, cells);
  const ids = relate(editor, part, targets);
  if (drawing === null) {
    const root = outline(editor.text(part), part);
    const xml = `<${root.prefix}legacyDrawing xmlns:r="${relationsNamespace(editor.isStrict)}" r:id="${ids[0]}"/>`;
    editor.edit(part, insertion(placeFor(root, 'worksheet', 'legacyDrawing'), xml));
  }
  return added;
}

function legacyDrawing(editor: PackageEditor, part: string): string | null {
  const bytes = editor.text(part);
  const element = outline(bytes, part).children.find(({ name }) => name === 'legacyDrawing');
  if (!element) return null;
  const id = new TextDecoder().decode(bytes.subarray(element.from, element.openTo)).match(/\s[\w.-]+:id\s*=\s*["']([^"']*)["']/);
  return id ? id[1] : '';
}

function commentedCells(editor: PackageEditor, part: string): Set<string> {
  const bytes = editor.text(part);
  return new Set(descendants(outline(bytes, part, ['commentList']), 'comment').map((comment) => attributeOf(bytes, comment, 'ref')?.value ?? ''));
}

interface CellNote {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

const commentXml = (p: string, author: number, { row, column, text }: CellNote): string =>
  `<${p}comment ref="${cellAddress(row, column)}" authorId="${author}"><${p}text><${p}t xml:space="preserve">${xmlText(text)}</${p}t></${p}text></${p}comment>`;

function newComments(namespace: string, cells: readonly CellNote[]): string {
  const list = cells.map((cell) => commentXml('', 0, cell)).join('');
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="${namespace}"><authors><author>${AUTHOR}</author></authors><commentList>${list}</commentList></comments>`;
}

function addComments(editor: PackageEditor, part: string, cells: readonly CellNote[]): void {
  const root = outline(editor.text(part), part, ['authors']);
  const p = root.prefix;
  const authors = root.children.find(({ name }) => name === 'authors');
  const list = root.children.find(({ name }) => name === 'commentList');
  const author = authors?.children.length ?? 0;
  const authorXml = `<${p}author>${AUTHOR}</${p}author>`;
  const listXml = cells.map((cell) => commentXml(p, author, cell)).join('');
  editor.edit(part, ...(authors ? append(authors, authorXml) : [insertion(root.openTo, `<${p}authors>${authorXml}</${p}authors>`)]));
  editor.edit(part, ...(list ? append(list, listXml) : [insertion(authors?.to ?? root.openTo, `<${p}commentList>${listXml}</${p}commentList>`)]));
}
