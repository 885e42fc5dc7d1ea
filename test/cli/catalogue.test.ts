import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { makeSandbox } from './sandbox';

const sandbox = makeSandbox();
afterAll(() => sandbox.remove());

describe('docs/rule-catalogue.md', () => {
  it('is what gouji rules list --format markdown prints (npx gouji rules list --format markdown --lang zh --out docs/rule-catalogue.md)', async () => {
    const { out, code } = await sandbox.run(['rules', 'list', '--format', 'markdown', '--lang', 'zh']);
    expect(code).toBe(0);
    expect(readFileSync('docs/rule-catalogue.md', 'utf8')).toBe(out);
  });
});

describe('gouji explain', () => {
  it('knows the rules of the prose apart from the tables N01 and their rules', async () => {
    expect((await sandbox.run(['explain', 'N1', '--lang', 'zh'])).out).toMatch(/^N1 {2}收支总额[\s\S]*级别：错误[\s\S]*依据：公开说明与公开表同源/);
    expect((await sandbox.run(['explain', 'N01', '--lang', 'zh'])).out).toMatch(/^N01\.1 /);
  });
});

describe('docs/rules.md', () => {
  const text = readFileSync('docs/rules.md', 'utf8');

  it('has examples that compile: whole rules', async () => {
    const blocks = [...text.matchAll(/```yaml\n(- rule:[\s\S]*?)```/g)].map((m) => m[1]);
    expect(blocks.length).toBeGreaterThan(1);
    for (const block of blocks) {
      writeFileSync(`${sandbox.folder}/example.yaml`, block);
      const { code, out } = await sandbox.run(['rules', 'verify', 'example.yaml']);
      expect({ code, out: code === 0 ? '' : out }).toEqual({ code: 0, out: '' });
    }
  });

  it('has examples that compile: formulas and conditions', async () => {
    const inTables = [...text.matchAll(/`"?([A-Z]\d\d[^`]*[=≤≥][^`"]*)"?`/g)].map((m) => m[1].replaceAll('\\|', '|')).filter((f) => !f.startsWith('B04.收入[上年结转]? = 0 且'));
    const conditions = [...text.matchAll(/^when: (.*)$/gm)].map((m) => m[1]);
    expect(inTables.length).toBeGreaterThan(6);
    expect(conditions.length).toBe(3);
    const rules = [
      ...inTables.map((f, i) => `- rule: E${i}\n  check: "${f}"\n`),
      ...conditions.map((c, i) => `- rule: W${i}\n  when: "${c}"\n  check: B05[合计].合计 = B06[合计].合计\n`),
    ];
    writeFileSync(`${sandbox.folder}/examples.yaml`, rules.join(''));
    const { code, out } = await sandbox.run(['rules', 'verify', 'examples.yaml']);
    expect({ code, out: code === 0 ? '' : out }).toEqual({ code: 0, out: '' });
  });
});
