import { createAuditor } from '../../audit/audit';
import type { RuleDefinition } from '../../audit/rules/model';
import type { Invocation } from '../arguments';
import { loadRuleFiles } from '../check';
import { CliError } from '../cliError';
import type { CliIo } from '../io';

/** The bundled rules and those of --rules, as an audit would use them. Throws `CliError` that holds every mistake. */
export function allRules({ rules, lang }: Invocation, io: CliIo): readonly RuleDefinition[] {
  const own = loadRuleFiles(rules, io.cwd, lang);
  if (own.errors.length > 0) {
    const text = own.errors.map((e) => e.message).join('\n');
    throw new CliError('ruleFile', { zh: text, en: text }, own.errors[0].file);
  }
  return createAuditor({ rules: own.rules }).rules;
}
