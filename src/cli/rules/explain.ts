import { nearestName } from '../../audit/rules/verify';
import type { RuleDefinition } from '../../audit/rules/model';
import families from '../../generated/families';
import type { Invocation } from '../arguments';
import { CliError } from '../cliError';
import { cleanText } from '../output';
import { ExitCode, type ExitCodeValue } from '../exitCode';
import type { CliIo } from '../io';
import { errorTexts, ruleTexts, type Language } from '../texts';
import { allRules } from './allRules';
import { conditionWords, formulaWords } from './formulaWords';
import { betweenRules } from './betweenRules';
import { narrativeRules } from './narrativeRules';

const MOST_NEAR = 8;

/** `gouji explain RULE`: what it checks, in words; a number such as B05 stands for all its rules. */
export async function explain(invocation: Invocation, io: CliIo): Promise<ExitCodeValue> {
  const rules = allRules(invocation, io);
  const wanted = invocation.operands[0].toLowerCase();
  const prose = narrativeRules.find((r) => r.id.toLowerCase() === wanted);
  if (prose !== undefined) {
    io.out(otherExplanation(prose, ruleTexts[invocation.lang].text, invocation.lang));
    return ExitCode.clean;
  }
  const between = betweenRules.find((r) => r.id.toLowerCase() === wanted);
  if (between !== undefined) {
    io.out(otherExplanation(between, ruleTexts[invocation.lang].between, invocation.lang));
    return ExitCode.clean;
  }
  const exact = rules.filter((r) => r.id.toLowerCase() === wanted);
  const found = exact.length > 0 ? exact : rules.filter((r) => r.id.toLowerCase().startsWith(`${wanted}.`));
  if (found.length === 0) throw new CliError('usage', errorTexts.unknownRule(invocation.operands[0], nearIds(wanted, rules)));
  io.out(found.map((rule) => explanation(rule, invocation.lang)).join('\n'));
  return ExitCode.clean;
}

function nearIds(wanted: string, rules: readonly RuleDefinition[]): string[] {
  const ids = rules.map((r) => r.id);
  const starting = ids.filter((id) => id.toLowerCase().startsWith(wanted));
  const near = nearestName(wanted, ids);
  return (starting.length > 0 ? starting : near === null ? [] : [near]).slice(0, MOST_NEAR);
}

/** Of a rule that is about no single table: `about` says what it is about. */
function otherExplanation({ id, text, severity, source, file }: (typeof narrativeRules)[number], about: string, lang: Language): string {
  const texts = ruleTexts[lang];
  const line = (name: string, value: string): string => cleanText(`  ${name}${texts.colon}${value}`);
  return [`${id}  ${text[lang]}`, line(texts.severityName, texts.severity[severity]), line(texts.tables, about), line(texts.kind, texts.kindText), line(texts.source, source), line(texts.file, file), ''].join('\n');
}

function explanation(rule: RuleDefinition, lang: Language): string {
  const texts = ruleTexts[lang];
  const names = new Map(families.flatMap((f) => f.tables.map((t) => [t.id, t.name] as const)));
  const line = (name: string, value: string): string => `  ${name}${texts.colon}${value}`;
  const lines = [
    `${rule.id}  ${rule.text[lang]}`,
    line(texts.severityName, texts.severity[rule.severity]),
    line(texts.tables, rule.tables.length > 0 ? rule.tables.map((t) => `${t} ${names.get(t) ?? ''}`.trim()).join(texts.list) : texts.allTables),
  ];
  if (rule.kind !== null) lines.push(line(texts.kind, texts.kindText));
  rule.checks.forEach((check, i) => {
    lines.push(line(rule.checks.length > 1 ? texts.formula(i + 1) : texts.formulas, check.text));
    lines.push(`    ${texts.inWords}${texts.colon}${formulaWords(check.formula, { lang, tables: names })}`);
  });
  if (rule.checks.length > 0) {
    lines.push(line(texts.condition, rule.when.length === 0 ? texts.always : conditionWords(rule.when, { lang, tables: names })));
    lines.push(line(texts.blanks, texts.blank[rule.blanks]), line(texts.tolerance, texts.toleranceText));
  }
  lines.push(line(texts.source, rule.source), line(texts.file, `${rule.place.file}:${rule.place.line}`));
  return `${lines.map(cleanText).join('\n')}\n`;
}
