/** One change of a part's UTF-8: `remove` bytes at `at` give way to a text. */
export interface Edit {
  readonly at: number;
  readonly remove: number;
  readonly text: string;
}

/** What takes an edit back, in the edited bytes: [where, bytes to remove, what stood there]. */
export type Undo = readonly [at: number, remove: number, text: string];

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

export const insertion = (at: number, text: string): Edit => ({ at, remove: 0, text });
export const removal = (from: number, to: number): Edit => ({ at: from, remove: to - from, text: '' });

/** The edited bytes, and how to get back. Insertions at one place keep the order they are given in, and stand before what replaces the bytes there. */
export function applyEdits(bytes: Uint8Array, edits: readonly Edit[]): { readonly bytes: Uint8Array; readonly undo: readonly Undo[] } {
  const ordered = edits.map((edit) => ({ ...edit, bytes: encoder.encode(edit.text) })).sort((a, b) => a.at - b.at || Math.sign(a.remove) - Math.sign(b.remove));
  const out = new Uint8Array(bytes.length + ordered.reduce((sum, { remove, bytes: { length } }) => sum + length - remove, 0));
  const undo: Undo[] = [];
  let from = 0;
  let to = 0;
  for (const { at, remove, bytes: text } of ordered) {
    out.set(bytes.subarray(from, at), to);
    to += at - from;
    undo.push([to, text.length, decoder.decode(bytes.subarray(at, at + remove))]);
    out.set(text, to);
    to += text.length;
    from = at + remove;
  }
  out.set(bytes.subarray(from), to);
  return { bytes: out, undo };
}
