import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const src = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'src');

/** Which file of src imports which (types, re-exports and import() included); paths below src, with slashes. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

/** The graph of all of src. What is not TypeScript (packages, pictures, workbooks) is left out. */
export function importsOfSource(): ImportGraph {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.tsx?$/.test(file));
  return graphOf(new Map(files.map((file) => [file, readFileSync(join(src, file), 'utf8')])));
}

/** The graph of texts by path. */
export function graphOf(texts: ReadonlyMap<string, string>): ImportGraph {
  const resolve = (from: string, wanted: string): string[] => {
    const path = posix.join(posix.dirname(from), wanted);
    const found = [path, `${path}.ts`, `${path}.tsx`, `${path}.d.ts`, `${path}/index.ts`, `${path}/index.tsx`].find((file) => texts.has(file));
    return found === undefined ? [] : [found];
  };
  return new Map(
    [...texts].map(([file, text]) => {
      const imported = ts.preProcessFile(text, true, true).importedFiles.map((i) => i.fileName).filter((name) => name.startsWith('.'));
      return [file, [...new Set(imported.flatMap((name) => resolve(file, name)))]];
    }),
  );
}

/** Each group of files that reach one another: what is to be broken up (Tarjan). Empty where there is no circle. */
export function circlesOf(graph: ImportGraph): string[][] {
  const number = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const circles: string[][] = [];
  const visit = (file: string): void => {
    number.set(file, number.size);
    lowest.set(file, number.size - 1);
    open.push(file);
    for (const next of graph.get(file) ?? []) {
      if (!number.has(next)) visit(next);
      if (open.includes(next)) lowest.set(file, Math.min(lowest.get(file) ?? 0, lowest.get(next) ?? 0));
    }
    if (lowest.get(file) !== number.get(file)) return;
    const circle = open.splice(open.indexOf(file));
    if (circle.length > 1 || graph.get(file)?.includes(file)) circles.push(circle.sort());
  };
  for (const file of graph.keys()) if (!number.has(file)) visit(file);
  return circles;
}

/** "files/xml/text.ts imports host/state.ts" for each import that no arrow allows; a part is the longest of `arrows` that begins a path. */
export function forbiddenImports(graph: ImportGraph, arrows: Readonly<Record<string, readonly string[]>>): string[] {
  const parts = Object.keys(arrows).sort((a, b) => b.length - a.length);
  const partOf = (file: string): string => parts.find((part) => file === part || file.startsWith(`${part}/`)) ?? file;
  return [...graph].flatMap(([file, imported]) =>
    imported.filter((other) => partOf(other) !== partOf(file) && !(arrows[partOf(file)] ?? []).includes(partOf(other))).map((other) => `${file} imports ${other}`),
  );
}
