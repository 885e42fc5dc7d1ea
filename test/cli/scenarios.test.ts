import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { makeSandbox } from './sandbox';

/**
 * A scenario: "$ gouji …" the command (words in single quotes may hold blanks), "= 1" the exit code, "+ text" is in the output, "- text" is not,
 * "! text" is in the error output, "0 !" there is no error output. Lines with # are remarks.
 */
interface Scenario {
  readonly title: string;
  readonly argv: readonly string[];
  readonly code: number;
  readonly expectations: readonly { readonly sign: string; readonly text: string }[];
}

const folder = 'test/cli/scenarios';
const sandbox = makeSandbox();
afterAll(() => sandbox.remove());

for (const file of readdirSync(folder).sort()) {
  describe(file, () => {
    for (const scenario of read(readFileSync(`${folder}/${file}`, 'utf8'))) {
      it(scenario.title, async () => {
        const { code, out, error } = await sandbox.run(scenario.argv);
        for (const { sign, text } of scenario.expectations) {
          if (sign === '+') expect(out).toContain(text);
          else if (sign === '-') expect(out).not.toContain(text);
          else if (text === '') expect(error).toBe('');
          else expect(error).toContain(text);
        }
        expect(`${out}${error}`).not.toMatch(/\n\s+at \S+ \(|\bundefined\b|\[object /);
        expect(code).toBe(scenario.code);
      });
    }
  });
}

function read(text: string): Scenario[] {
  return text.split(/^(?=\$ )/m).slice(1).map((part) => {
    const [command, ...lines] = part.trimEnd().split('\n');
    const argv = [...command.slice('$ gouji'.length).matchAll(/'([^']*)'|(\S+)/g)].map((m) => m[1] ?? m[2]);
    const expectations = lines.flatMap((line) => (/^[-+!](?: |$)/.test(line) ? [{ sign: line[0], text: line.slice(2) }] : []));
    const code = lines.find((line) => line.startsWith('= '));
    if (code === undefined || lines.some((line) => line !== '' && !/^([-+!=#](?: |$))/.test(line))) throw new Error(`not a scenario: ${part}`);
    return { title: command.slice(2), argv, code: Number(code.slice(2)), expectations };
  });
}
