import { familyList } from '../audit/audit';
import { TOOL } from '../audit/version';
import { languageWanted, parseArguments, type Invocation } from './arguments';
import { annotate, clear } from './annotate';
import { check } from './check';
import { CliError } from './cliError';
import { compare } from './compare';
import { ExitCode, type ExitCodeValue } from './exitCode';
import type { CliIo } from './io';
import { cleanLines } from './output';
import { read } from './read';
import { rollup } from './rollup';
import { explain, listRules, verifyRuleFiles } from './rules';
import { errorTexts, HELP } from './texts';

/** Runs one command line; answers the exit code and never throws. Writes only through `io` and to --out. */
export async function main(argv: readonly string[], streams: CliIo): Promise<ExitCodeValue> {
  const io: CliIo = { ...streams, out: (part) => streams.out(typeof part === 'string' ? cleanLines(part) : part), error: (text) => streams.error(cleanLines(text)) };
  const lang = languageWanted(argv, io.env);
  try {
    return await run(parseArguments(argv, io.env, familyList().map((f) => f.id)), io);
  } catch (error) {
    if (error instanceof CliError) io.error(`gouji: ${error.texts[lang]}\n`);
    else {
      io.error(`gouji: ${errorTexts.internalAtAll()[lang]}\n`);
      if (argv.includes('--debug')) io.error(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    }
    return ExitCode.failed;
  }
}

async function run(invocation: Invocation, io: CliIo): Promise<ExitCodeValue> {
  switch (invocation.command) {
    case 'help':
      io.out(HELP[invocation.lang]);
      return ExitCode.clean;
    case 'version':
      io.out(`${TOOL.name} ${TOOL.version}\n`);
      return ExitCode.clean;
    case 'check': return check(invocation, io);
    case 'read': return read(invocation, io);
    case 'annotate': return annotate(invocation, io);
    case 'clear': return clear(invocation, io);
    case 'compare': return compare(invocation, io);
    case 'rollup': return rollup(invocation, io);
    case 'rules list': return listRules(invocation, io);
    case 'rules verify': return verifyRuleFiles(invocation, io);
    case 'explain': return explain(invocation, io);
  }
}
