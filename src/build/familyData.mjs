/** Compiles the families' tables.yaml: the indented outlines of line items become lists with parents. */
import { parse } from 'yaml';

/**
 * @param {string} text one family's tables.yaml
 * @returns the FamilyDefinition of src/audit/tables/definitions.ts
 */
export function compileFamily(text) {
  const family = parse(text);
  for (const table of family.tables) {
    for (const block of table.blocks ?? []) block.lines = compileOutline(block.lines, `${family.family} ${table.id} ${block.id}`);
  }
  return family;
}

/**
 * "  *名称|同义 @key #code", two spaces a level; * marks 其中.
 * @param {string} outline
 * @param {string} where for error messages
 */
export function compileOutline(outline, where) {
  const lines = [];
  const above = [];
  for (const raw of outline.split('\n')) {
    if (raw.trim() === '') continue;
    const indent = raw.length - raw.trimStart().length;
    if (indent % 2 !== 0) throw new Error(`${where}: 缩进必须是两格的倍数：${raw}`);
    const depth = indent / 2;
    const match = /^(\*?)([^@#]+?)(?:\s+@(\S+))?(?:\s+#(\d+))?$/.exec(raw.trim());
    if (!match || depth > above.length) throw new Error(`${where}: 无法理解这一行：${raw}`);
    const names = match[2].trim().split('|');
    const parent = depth > 0 ? above[depth - 1] : null;
    const code = match[4] ?? null;
    const key = match[3] ?? (code && parent ? `${parent}.${code}` : names[0]);
    above.length = depth;
    above.push(key);
    lines.push({ key, names, parent, ofWhich: match[1] === '*', code });
  }
  const keys = new Set();
  for (const line of lines) {
    if (keys.has(line.key)) throw new Error(`${where}: 名字重复：${line.key}`);
    keys.add(line.key);
  }
  return lines;
}
