/** Longer texts are prose: they seldom come again. */
const LONGEST = 60;

/** So many texts are kept at least, and twice as many at most. */
const KEPT = 8_192;

/**
 * A function of a text whose answers are kept. Workbooks of one form hold the same titles, header words and labels, so that a thread which audits many
 * learns them once. `of` must hang on nothing but the text. What was asked for lately stays; bounded, whatever texts come.
 */
export function remembered<T>(of: (text: string) => T): (text: string) => T {
  let recent = new Map<string, T>();
  let before = new Map<string, T>();
  return (text) => {
    let found = recent.get(text);
    if (found !== undefined) return found;
    if (text.length > LONGEST) return of(text);
    found = before.get(text) ?? of(text);
    if (recent.size >= KEPT) {
      before = recent;
      recent = new Map();
    }
    recent.set(text, found);
    return found;
  };
}
