/** Longest words first at every place of a text: a trie over the vocabulary. */
export interface WordTree<T> {
  readonly next: Map<string, WordTree<T>>;
  value: T | null;
}

export function wordTree<T>(entries: Iterable<readonly [string, T]>): WordTree<T> {
  const root: WordTree<T> = { next: new Map(), value: null };
  for (const [word, value] of entries) {
    let node = root;
    for (const character of word) {
      let child = node.next.get(character);
      if (child === undefined) {
        child = { next: new Map(), value: null };
        node.next.set(character, child);
      }
      node = child;
    }
    node.value ??= value;
  }
  return root;
}

/** The longest word that begins at `from`; null where none does. */
export function longestWord<T>(tree: WordTree<T>, text: string, from: number): { readonly value: T; readonly end: number } | null {
  let node: WordTree<T> | undefined = tree;
  let found: { value: T; end: number } | null = null;
  for (let i = from; i < text.length; i++) {
    node = node.next.get(text[i]);
    if (node === undefined) break;
    if (node.value !== null) found = { value: node.value, end: i + 1 };
  }
  return found;
}
