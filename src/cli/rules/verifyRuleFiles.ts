import { readRules } from '../../audit/rules/reader/readRules';
import { verifyRules } from '../../audit/rules/verify';
import families from '../../generated/families';
import bundled from '../../generated/ruleFiles';
import * as parser from '../../generated/ruleParser';
import type { Invocation } from '../arguments';
import { loadRuleFiles } from '../check';
import { ExitCode, type ExitCodeValue } from '../exitCode';
import type { CliIo } from '../io';
import { cleanText } from '../output';
import { ruleTexts } from '../texts';

/** `gouji rules verify [FILE…]`: the bundled rules and the given files against all families; mistakes by file, line and column. */
export async function verifyRuleFiles({ operands, lang }: Invocation, io: CliIo): Promise<ExitCodeValue> {
  const texts = ruleTexts[lang];
  const lines: string[] = [];
  let rules = 0;
  for (const { file, text } of bundled) {
    const read = readRules(text, file, parser);
    rules += read.rules.length;
    lines.push(...[...read.mistakes, ...verifyRules(read.rules, families)].map((m) => `${m.file}:${m.line}:${m.column} ${m.message[lang]}`));
  }
  const own = loadRuleFiles(operands, io.cwd, lang);
  rules += own.rules.length;
  for (const { message } of own.errors) lines.push(message);
  if (lines.length === 0) {
    io.out(`${texts.verified(rules, bundled.length + operands.length, families.length)}\n`);
    return ExitCode.clean;
  }
  io.out(`${lines.map(cleanText).join('\n')}\n${texts.mistakes(lines.length)}\n`);
  return ExitCode.failed;
}
