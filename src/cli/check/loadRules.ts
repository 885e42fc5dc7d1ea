import { resolve } from 'node:path';
import type { ReportError } from '../../audit/report/model';
import type { RuleDefinition } from '../../audit/rules/model';
import { readRules } from '../../audit/rules/reader/readRules';
import { verifyRules } from '../../audit/rules/verify';
import { decodeText, fileErrorText, FileError } from '../../files';
import families from '../../generated/families';
import * as parser from '../../generated/ruleParser';
import { CliError } from '../cliError';
import { readBytes } from '../reading';
import { errorTexts, type Bilingual, type Language } from '../texts';

/** Far above any rule file written by people. */
const LARGEST_RULE_FILE = 2 * 1024 * 1024;

export interface LoadedRules {
  readonly rules: readonly RuleDefinition[];
  /** Files that cannot be read, and every mistake as "file:line:column sentence". */
  readonly errors: readonly ReportError[];
}

/** Reads rule files and checks every name in them: a rule that can never apply is a mistake, not a silent rule. */
export function loadRuleFiles(files: readonly string[], cwd: string, lang: Language): LoadedRules {
  const rules: RuleDefinition[] = [];
  const known = new Set<string>();
  const errors: ReportError[] = [];
  for (const file of files) {
    try {
      const read = readRules(textOf(file, cwd), file, parser);
      const mistakes = [...read.mistakes, ...verifyRules(read.rules, families)].sort((a, b) => a.line - b.line || a.column - b.column);
      for (const m of mistakes) errors.push({ file, code: 'ruleFile', message: `${m.file}:${m.line}:${m.column} ${m.message[lang]}` });
      for (const rule of read.rules) {
        if (known.has(rule.id)) errors.push({ file, code: 'ruleFile', message: `${file}:${rule.place.line} ${errorTexts.ruleInTwoFiles(rule.id)[lang]}` });
        else rules.push(rule);
        known.add(rule.id);
      }
    } catch (error) {
      if (error instanceof FileError) errors.push({ file, code: error.code, message: fileErrorText(error.code, lang, error.details) });
      else if (error instanceof CliError) errors.push({ file, code: error.code, message: error.texts[lang] });
      else throw error;
    }
  }
  return { rules, errors };
}

function textOf(file: string, cwd: string): string {
  let bytes: Uint8Array;
  try {
    bytes = readBytes({ shown: file, path: resolve(cwd, file) }, LARGEST_RULE_FILE);
  } catch (error) {
    if (error instanceof FileError && error.code === 'fileTooLarge') throw wrong(file, errorTexts.ruleFileTooLarge());
    throw error;
  }
  const text = decodeText(bytes);
  if (text === null) throw wrong(file, errorTexts.ruleFileNotText());
  return text.replace(/^\ufeff/, '');
}

const wrong = (file: string, texts: Bilingual): CliError => new CliError('ruleFile', { zh: `规则文件“${file}”：${texts.zh}`, en: `Rule file “${file}”: ${texts.en}` }, file);
