import { readRules } from '../../audit/rules/reader/readRules';
import { placeMistakes, verifyChecks, verifyFamilies, verifyRules, verifyWords } from '../../audit/rules/verify';
import checks from '../../generated/checks';
import data from '../../generated/dataFiles';
import families from '../../generated/families';
import bundled from '../../generated/ruleFiles';
import * as parser from '../../generated/ruleParser';
import words from '../../generated/words';
import type { Invocation } from '../arguments';
import { loadRuleFiles } from '../check';
import { ExitCode, type ExitCodeValue } from '../exitCode';
import type { CliIo } from '../io';
import { cleanText } from '../output';
import { ruleTexts } from '../texts';

/**
 * `gouji rules verify [FILE…]`: the vocabulary, the words of the checks, the families, and the bundled rules and the given files against all families;
 * mistakes by file, line and column.
 */
export async function verifyRuleFiles({ operands, lang }: Invocation, io: CliIo): Promise<ExitCodeValue> {
  const texts = ruleTexts[lang];
  const found = [
    ...placeMistakes(verifyWords(words), data.words.text, data.words.file),
    ...placeMistakes(verifyChecks(checks), data.checks.text, data.checks.file),
    ...verifyFamilies(families, words).flatMap(({ mistakes }, i) => placeMistakes(mistakes, data.families[i].text, data.families[i].file)),
  ];
  let rules = 0;
  for (const { file, text } of bundled) {
    const read = readRules(text, file, parser);
    rules += read.rules.length;
    found.push(...read.mistakes, ...verifyRules(read.rules, families));
  }
  const lines = found.map((m) => `${m.file}:${m.line}:${m.column} ${m.message[lang]}`);
  const own = loadRuleFiles(operands, io.cwd, lang);
  rules += own.rules.length;
  for (const { message } of own.errors) lines.push(message);
  if (lines.length === 0) {
    io.out(`${texts.verified(rules, bundled.length + operands.length, families.length, words.concepts.length)}\n`);
    return ExitCode.clean;
  }
  io.out(`${lines.map(cleanText).join('\n')}\n${texts.mistakes(lines.length)}\n`);
  return ExitCode.failed;
}
