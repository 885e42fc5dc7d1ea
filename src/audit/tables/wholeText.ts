const COMPILED = new Map<string, RegExp>();

/** The pattern of a definition, to be met by a text from end to end. Definitions are data of the whole process: each pattern is compiled once. */
export function wholeText(pattern: string): RegExp {
  let compiled = COMPILED.get(pattern);
  if (!compiled) COMPILED.set(pattern, (compiled = new RegExp(`^(?:${pattern})$`)));
  return compiled;
}
