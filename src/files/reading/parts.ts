/**
 * Large objects go between threads in parts: taking one in must not hold up the page, and every message is a task of its own.
 * A part is either the object with its long lists emptied, which comes first, or a run of one of these lists.
 */
export type Part<T> = { readonly head: T } | { readonly key: string; readonly items: readonly unknown[] };

/** How many items of a list go into one part; lists that are not named go with the head. */
export type PartSizes<T> = { readonly [K in keyof T]?: number };

export function* partsOf<T extends object>(whole: T, sizes: PartSizes<T>): Generator<Part<T>> {
  const lists = Object.entries(whole).filter((entry): entry is [string, readonly unknown[]] => entry[0] in sizes && Array.isArray(entry[1]));
  yield { head: { ...whole, ...Object.fromEntries(lists.map(([key]) => [key, []])) } };
  for (const [key, items] of lists) {
    const size = Object.entries(sizes).find(([name]) => name === key)?.[1];
    const most = typeof size === 'number' ? size : items.length;
    for (let i = 0; i < items.length; ) {
      const end = endOf(items, i, most);
      yield { key, items: items.slice(i, end) };
      i = end;
    }
  }
}

/** Characters of the texts of one part: copying a million takes some 30 ms. */
export const MOST_CHARACTERS = 250_000;

/** Where the part that begins at `from` ends: after so many items, or sooner where they are long texts. */
function endOf(items: readonly unknown[], from: number, most: number): number {
  let characters = 0;
  for (let i = from; i < items.length && i < from + most; i++) {
    const item = items[i];
    if (typeof item !== 'string') continue;
    characters += item.length;
    if (characters > MOST_CHARACTERS && i > from) return i;
  }
  return Math.min(items.length, from + most);
}

/** Puts parts together again, in the order they came. */
export class Gathered<T extends object> {
  private head: T | null = null;
  private readonly lists = new Map<string, unknown[]>();

  add(part: Part<T>): void {
    if ('head' in part) this.head = part.head;
    else {
      const list = this.lists.get(part.key) ?? [];
      for (const item of part.items) list.push(item);
      this.lists.set(part.key, list);
    }
  }

  /** null before the first part. */
  whole(): T | null {
    return this.head && { ...this.head, ...Object.fromEntries(this.lists) };
  }
}
