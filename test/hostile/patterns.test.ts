import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import families from '../../src/generated/families';
import narrative from '../../src/generated/narrative';

/**
 * No pattern may backtrack over text of unknown length: every regular expression of the product is tried on long runs
 * made from its own characters. A new pattern is found and tried without being named here.
 */
const LENGTH = 40_000;
/** A linear pattern takes below a millisecond, a quadratic one some seconds. */
const MOST_MS = 100;

interface Pattern {
  readonly place: string;
  readonly regex: RegExp;
}

const sources = readdirSync('src', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(tsx?|mjs)$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name))
  .filter((path) => !/generated|src\/build/.test(path));
const patterns: Pattern[] = [...sources.flatMap(patternsOf), ...dataPatterns(), ...narrative.residue.map(({ pattern }) => ({ place: 'narrative-residue.yaml', regex: new RegExp(pattern, 'g') }))];

describe('patterns take time in proportion to the text', () => {
  it('all of them are found', () => {
    expect(patterns.length).toBeGreaterThan(120);
  });

  it('on long runs of their own characters', () => {
    const slow = patterns.flatMap(({ place, regex }) => {
      const worst = longRuns(regex).find((text) => [1, 2, 3].every(() => timeOf(regex, text) > MOST_MS));
      return worst === undefined ? [] : [`${place} ${String(regex)} on ${JSON.stringify(worst.slice(0, 6))}…`];
    });
    expect(slow).toEqual([]);
  });
});

function patternsOf(path: string): Pattern[] {
  const found: Pattern[] = [];
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      const { line } = file.getLineAndCharacterOfPosition(node.getStart());
      found.push({ place: `${path}:${line + 1}`, regex: new RegExp(node.text.slice(1, end), node.text.slice(end + 1)) });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** The patterns that the families' data hold: of titles, headers, labels. */
function dataPatterns(): Pattern[] {
  return families.flatMap((family) =>
    family.tables.flatMap((table) => {
      const columns = [...(table.columns ?? []), ...(table.cells ?? []), ...(table.blocks ?? []).flatMap((block) => block.amounts)];
      const whole = [
        ...columns.flatMap((column) => column.header.flatMap((path) => path.split('/'))),
        ...(table.groups ?? []).map((group) => group.header),
        ...(table.fields ?? []).map((field) => field.label),
        ...(table.blocks ?? []).flatMap((block) => block.label),
      ];
      const parts = [...table.title.all, ...table.title.none, ...whole.map((part) => `^(?:${part})$`)];
      return [...new Set(parts)].map((part) => ({ place: `data of ${table.id}`, regex: new RegExp(part) }));
    }),
  );
}

/** Runs of each character and each word that the pattern names, alone, behind a start and before an end that fits nothing. */
function longRuns({ source }: RegExp): string[] {
  const plain = source.replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))).replace(/\\[a-zA-Z]/g, '');
  const characters = new Set([...plain.replace(/[\\^$*+?{}|]/g, ''), ...' 0aA-中\t']);
  const words = plain.match(/[\u4e00-\u9fff]{2,}/g) ?? [];
  const pairs = [...plain].slice(1).map((c, i) => plain[i] + c);
  const units = new Set([...characters, ...words, ...pairs, '1,', '(a', '" ', "'a"]);
  const first = plain.match(/[\p{L}\p{N}"'([]/u)?.[0] ?? '';
  return [...units].flatMap((unit) => {
    const run = unit.repeat(LENGTH / unit.length);
    return [`${run}\u0001`, `${first}${run}\u0001`];
  });
}

/** Milliseconds of one use, with all matches of the text replaced as the product does. */
function timeOf(regex: RegExp, text: string): number {
  const start = process.cpuUsage();
  if (regex.global) text.replace(regex, '');
  else regex.test(text);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
