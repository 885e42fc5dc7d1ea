/**
 * Where the characters of a folded YAML text stand in the file: YAML folds line breaks and indents, but what is no white
 * space stands there in the same order. Found in one pass, at the first question.
 */
export function placesInSource(source: string, start: number, text: string): (index: number) => number {
  let places: Uint32Array | null = null;
  return (index) => {
    places ??= allPlaces(source, start, text);
    return places[Math.min(index, text.length)];
  };
}

function allPlaces(source: string, start: number, text: string): Uint32Array {
  const places = new Uint32Array(text.length + 1);
  let at = start;
  for (let i = 0; i < text.length; i++) {
    if (!isSpace(text[i])) while (at < source.length && (isSpace(source[at]) || source[at] === '\\')) at++;
    places[i] = at;
    if (!isSpace(text[i])) at++;
  }
  places[text.length] = at;
  return places;
}

const isSpace = (character: string): boolean => /\s/.test(character);
