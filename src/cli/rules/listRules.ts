import { resolve } from 'node:path';
import families from '../../generated/families';
import { TOOL } from '../../audit/version';
import type { RuleDefinition } from '../../audit/rules/model';
import type { Invocation } from '../arguments';
import { ExitCode, type ExitCodeValue } from '../exitCode';
import type { CliIo } from '../io';
import { cleanJson, cleanText, writeOut } from '../output';
import { ruleTexts, type Language, type RuleTexts } from '../texts';
import { allRules } from './allRules';
import { betweenRules } from './betweenRules';
import { narrativeRules } from './narrativeRules';

/** `gouji rules list`: number, text, tables, severity, source. */
export async function listRules(invocation: Invocation, io: CliIo): Promise<ExitCodeValue> {
  const { lang, format } = invocation;
  const output = writeOut(invocation, io, invocation.rules.map((file) => resolve(io.cwd, file)));
  const rules = allRules(invocation, io);
  output.write(format === 'json' ? json(rules, lang) : format === 'markdown' ? markdown(rules, lang) : text(rules, lang));
  return ExitCode.clean;
}

function text(rules: readonly RuleDefinition[], lang: Language): string {
  const texts = ruleTexts[lang];
  const lines = sectionsOf(rules, lang).flatMap(({ title, rules: own }) => [
    title,
    ...own.map((r) => cleanText(`  ${r.id.padEnd(7)} ${texts.severity[r.severity]}  ${r.text[lang]}  [${tablesOf(r, texts)}]  ${r.source}`)),
    '',
  ]);
  const prose = narrativeRules.map((r) => `  ${r.id.padEnd(7)} ${texts.severity[r.severity]}  ${r.text[lang]}  [${texts.text}]  ${r.source}`);
  const between = betweenRules.map((r) => `  ${r.id.padEnd(7)} ${texts.severity[r.severity]}  ${r.text[lang]}  [${texts.between}]  ${r.source}`);
  lines.push(texts.sections.narrative, ...prose, '', texts.sections.between, ...between, '');
  return `${lines.join('\n')}${texts.count(rules.length + prose.length + between.length)}\n`;
}

function json(rules: readonly RuleDefinition[], lang: Language): string {
  const list = rules.map((r) => ({
    id: r.id, text: r.text[lang], tables: r.tables, severity: r.severity, source: r.source,
    formulas: r.checks.map((c) => c.text), kind: r.kind, blanks: r.blanks, file: r.place.file, line: r.place.line,
  }));
  const prose = narrativeRules.map((r) => ({
    id: r.id, text: r.text[lang], tables: [], severity: r.severity, source: r.source, formulas: [], kind: 'narrative', blanks: null, file: r.file, line: null,
  }));
  const between = betweenRules.map((r) => ({
    id: r.id, text: r.text[lang], tables: [], severity: r.severity, source: r.source, formulas: [], kind: 'between', blanks: null, file: r.file, line: null,
  }));
  return cleanJson({ tool: TOOL, rules: [...list, ...prose, ...between] });
}

/** docs/rule-catalogue.md. */
function markdown(rules: readonly RuleDefinition[], lang: Language): string {
  const texts = ruleTexts[lang];
  const other = lang === 'zh' ? 'en' : 'zh';
  const lines = [`# ${texts.title} · ${ruleTexts[other].title}`, '', `${texts.generated}`, '', `${ruleTexts[other].generated}`];
  for (const section of sectionsOf(rules, lang)) {
    lines.push('', `## ${section.title}`, '', row(texts.head), row(texts.head.map(() => '---')));
    for (const r of section.rules) {
      lines.push(row([r.id, `${escape(r.text[lang])}<br>${escape(r.text[other])}`, tablesOf(r, texts), texts.severity[r.severity], escape(r.source), r.checks.map((c) => `\`${c.text}\``).join('<br>')]));
    }
  }
  lines.push('', `## ${texts.sections.narrative}`, '', row(texts.head), row(texts.head.map(() => '---')));
  for (const r of narrativeRules) lines.push(row([r.id, `${escape(r.text[lang])}<br>${escape(r.text[other])}`, texts.text, texts.severity[r.severity], escape(r.source), '']));
  lines.push('', `## ${texts.sections.between}`, '', row(texts.head), row(texts.head.map(() => '---')));
  for (const r of betweenRules) lines.push(row([r.id, `${escape(r.text[lang])}<br>${escape(r.text[other])}`, texts.between, texts.severity[r.severity], escape(r.source), '']));
  return `${lines.map(cleanText).join('\n')}\n`;
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const escape = (value: string): string => value.replace(/[\\|*_`<>[\]]/g, '\\$&');
const tablesOf = (rule: RuleDefinition, texts: RuleTexts): string => (rule.tables.length > 0 ? rule.tables.join(texts.list) : texts.allTables);

/** Rules by the family of their tables, in the order of the families. */
function sectionsOf(rules: readonly RuleDefinition[], lang: Language): { title: string; rules: RuleDefinition[] }[] {
  const texts = ruleTexts[lang];
  const familyOf = new Map(families.flatMap((f) => f.tables.map((t) => [t.id, f.family] as const)));
  const titles = new Map<string, string>([
    ...families.map((f) => [f.family, f.name[lang]] as const),
    ['generic', texts.sections.generic],
    ['common', texts.sections.common],
  ]);
  const sections = new Map([...titles.keys()].map((key) => [key, [] as RuleDefinition[]]));
  for (const rule of rules) sections.get(rule.tables.length === 0 ? 'common' : (familyOf.get(rule.tables[0]) ?? 'generic'))?.push(rule);
  return [...sections].flatMap(([key, own]) => (own.length > 0 ? [{ title: titles.get(key) ?? key, rules: own }] : []));
}
