import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeSandbox } from '../cli/sandbox';

/** Whatever a file, a rule or a name says: no character of it moves the cursor, paints, rings or turns the line. */
const sandbox = makeSandbox();
afterAll(() => sandbox.remove());
const CONTROLS = '\u001b[2J\u001b]0;x\u0007\u009b31m\u202e\u2066\r\u061c\u2028';
const UNSAFE = /(?!\n)[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_C}]/u;

writeFileSync(join(sandbox.folder, '逃逸.yaml'), `- rule: Z1\n  text: "前\\e[2J\\u009b31m\\u202e\\n== 假的.xlsx ==\\u2028后"\n  severity: warning\n  check: B05[合计].合计 ≤ 1\n  source: "\\e]0;x\\a来源"\n`);
writeFileSync(join(sandbox.folder, '逃逸错.yaml'), `- rule: "Z\\e[2J\\n1"\n  text: x\n  check: "B05[合\\e[31m计].合计 ≤ B05[\\u202e]"\n- rule: Z2\n  text: y\n  kind: "\\e[2Jkind"\n`);

describe('escape sequences do not reach the terminal', () => {
  it.each([
    ['list', ['rules', 'list', '--rules', '逃逸.yaml']],
    ['list in Markdown', ['rules', 'list', '--rules', '逃逸.yaml', '--format', 'markdown']],
    ['list in JSON', ['rules', 'list', '--rules', '逃逸.yaml', '--format', 'json']],
    ['explain', ['explain', 'Z1', '--rules', '逃逸.yaml']],
    ['verify', ['rules', 'verify', '逃逸错.yaml']],
    ['check, rules with mistakes', ['check', '--rules', '逃逸错.yaml', '000.xlsx', '--format', 'json']],
    ['check, a name of a file', ['check', `没有${CONTROLS}.xlsx`]],
    ['check, SARIF', ['check', `没有${CONTROLS}.xlsx`, '控制符.xlsx', '--format', 'sarif']],
    ['read', ['read', '控制符.xlsx']],
    ['compare', ['compare', '000.xlsx', '控制符.xlsx']],
    ['compare, years', ['compare', '--years', '控制符.xlsx', '000.xlsx']],
    ['rollup', ['rollup', '控制符.xlsx', '000.xlsx']],
    ['annotate', ['annotate', '控制符.xlsx', '--out', `标${CONTROLS}`]],
    ['check with 检查表', ['check', '控制符.xlsx', '--checklist', `表${CONTROLS}`]],
    ['an option', [`--${CONTROLS}`]],
    ['a command', [CONTROLS]],
    ['a rule that is unknown', ['explain', CONTROLS]],
  ])('%s', async (_, argv) => {
    const { out, error } = await sandbox.run(argv);
    expect(out + error).not.toBe('');
    expect(out).not.toMatch(UNSAFE);
    expect(error).not.toMatch(UNSAFE);
  });

  it('no text pretends to be a line of its own', async () => {
    for (const argv of [['rules', 'list', '--rules', '逃逸.yaml'], ['explain', 'Z1', '--rules', '逃逸.yaml']]) {
      expect((await sandbox.run(argv)).out).not.toMatch(/^== 假的/m);
    }
  });

  it('JSON keeps the characters, as escapes', async () => {
    const { out } = await sandbox.run(['rules', 'list', '--rules', '逃逸.yaml', '--format', 'json']);
    const { rules } = JSON.parse(out) as { rules: { id: string; text: string }[] };
    expect(rules.find((rule) => rule.id === 'Z1')?.text).toBe('前\u001b[2J\u009b31m\u202e\n== 假的.xlsx ==\u2028后');
  });
});
