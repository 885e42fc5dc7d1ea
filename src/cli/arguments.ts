import { nearestName } from '../audit/rules/verify';
import { CliError } from './cliError';
import { errorTexts, languageOf, type Bilingual, type Language } from './texts';

export type Command = 'check' | 'read' | 'annotate' | 'clear' | 'compare' | 'rollup' | 'rules list' | 'rules verify' | 'explain' | 'help' | 'version';

/** A command line, understood. */
export interface Invocation {
  readonly command: Command;
  readonly operands: readonly string[];
  /** null = the command's default. */
  readonly format: string | null;
  readonly out: string | null;
  readonly year: number | null;
  readonly family: string | null;
  readonly chart: string | null;
  readonly rules: readonly string[];
  /** The 公开说明 that goes with the one workbook. */
  readonly text: string | null;
  /** Checked even where it is about another unit or year. */
  readonly textAnyway: boolean;
  /** Files of 情况说明 and decisions; of two entries about the same the later one stays. */
  readonly explanations: readonly string[];
  /** A folder for the 检查表 of every workbook and the 汇总表. */
  readonly checklist: string | null;
  /** A file that lists the units that have to hand in. */
  readonly roster: string | null;
  /** Printed on the 检查表. */
  readonly reviewer: string | null;
  /** Files checked at once; null = as many as there are processors. */
  readonly jobs: number | null;
  /** annotate: explanations as notes, and a sheet of 审核意见. */
  readonly notes: boolean;
  readonly sheet: boolean;
  /** compare: a year against the last, not two versions. */
  readonly years: boolean;
  readonly lang: Language;
  readonly progress: boolean;
  readonly debug: boolean;
}

interface OptionKind {
  readonly takesValue: boolean;
  readonly repeats?: boolean;
  /** Commands it belongs to; all where absent. */
  readonly commands?: readonly Command[];
}

const OPTIONS: Readonly<Record<string, OptionKind>> = {
  '--format': { takesValue: true, commands: ['check', 'read', 'compare', 'rollup', 'rules list'] },
  '--out': { takesValue: true, commands: ['check', 'read', 'annotate', 'clear', 'compare', 'rollup', 'rules list'] },
  '--year': { takesValue: true, commands: ['check', 'annotate'] },
  '--family': { takesValue: true, commands: ['check', 'read', 'annotate'] },
  '--chart': { takesValue: true, commands: ['check', 'annotate'] },
  '--rules': { takesValue: true, repeats: true, commands: ['check', 'annotate', 'rules list', 'explain'] },
  '--text': { takesValue: true, commands: ['check'] },
  '--text-anyway': { takesValue: false, commands: ['check'] },
  '--explanations': { takesValue: true, repeats: true, commands: ['check', 'annotate', 'compare'] },
  '--checklist': { takesValue: true, commands: ['check', 'compare', 'rollup'] },
  '--roster': { takesValue: true, commands: ['check'] },
  '--reviewer': { takesValue: true, commands: ['check', 'compare', 'rollup'] },
  '--jobs': { takesValue: true, commands: ['check'] },
  '--notes': { takesValue: false, commands: ['annotate'] },
  '--sheet': { takesValue: false, commands: ['annotate'] },
  '--years': { takesValue: false, commands: ['compare'] },
  '--lang': { takesValue: true },
  '--progress': { takesValue: false, commands: ['check', 'rollup'] },
  '--debug': { takesValue: false },
  '--help': { takesValue: false },
  '--version': { takesValue: false },
};
const SHORT: Readonly<Record<string, string>> = { '-h': '--help', '-V': '--version', '-v': '--version', '-o': '--out' };
const COMMANDS = ['check', 'read', 'annotate', 'clear', 'compare', 'rollup', 'rules', 'explain', 'help', 'version'];
const FORMATS: Readonly<Partial<Record<Command, readonly string[]>>> = { check: ['text', 'json', 'sarif', 'html'], read: ['text', 'json'], compare: ['text', 'json'], rollup: ['text', 'json'], 'rules list': ['text', 'json', 'markdown'] };

/** The language to complain in, before the command line is understood. */
export function languageWanted(argv: readonly string[], env: Readonly<Record<string, string | undefined>>): Language {
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const value = at < 0 ? undefined : argv[at].includes('=') ? argv[at].slice('--lang='.length) : argv[at + 1];
  return value === 'zh' || value === 'en' ? value : languageOf(env);
}

/** Throws `CliError` of code usage. */
export function parseArguments(argv: readonly string[], env: Readonly<Record<string, string | undefined>>, families: readonly string[]): Invocation {
  const { words, values } = split(argv);
  const { command, operands } = commandOf(words, values);
  for (const name of values.keys()) {
    const { commands } = OPTIONS[name];
    if (command !== 'help' && command !== 'version' && commands && !commands.includes(command)) usage(errorTexts.notForCommand(name, command));
  }
  const one = (name: string): string | null => values.get(name)?.[0] ?? null;
  const choice = (name: string, choices: readonly string[]): string | null => {
    const value = one(name);
    if (value !== null && !choices.includes(value)) usage(errorTexts.wrongChoice(name, value, choices));
    return value;
  };
  const lang = choice('--lang', ['zh', 'en']);
  return {
    command,
    operands,
    format: choice('--format', FORMATS[command] ?? []),
    out: one('--out'),
    year: yearOf(one('--year')),
    family: choice('--family', families),
    chart: one('--chart'),
    rules: values.get('--rules') ?? [],
    text: one('--text'),
    textAnyway: values.has('--text-anyway'),
    explanations: values.get('--explanations') ?? [],
    checklist: one('--checklist'),
    roster: one('--roster'),
    reviewer: one('--reviewer'),
    jobs: jobsOf(one('--jobs')),
    years: values.has('--years'),
    lang: lang === 'zh' || lang === 'en' ? lang : languageOf(env),
    notes: values.has('--notes'),
    sheet: values.has('--sheet'),
    progress: values.has('--progress'),
    debug: values.has('--debug'),
  };
}

function split(argv: readonly string[]): { words: string[]; values: Map<string, string[]> } {
  const words: string[] = [];
  const values = new Map<string, string[]>();
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i];
    if (word === '--') {
      words.push(...argv.slice(i + 1));
      break;
    }
    if (!word.startsWith('-') || word === '-') {
      words.push(word);
      continue;
    }
    const equals = word.startsWith('--') ? word.indexOf('=') : -1;
    const written = equals < 0 ? word : word.slice(0, equals);
    const name = SHORT[written] ?? written;
    const kind = Object.hasOwn(OPTIONS, name) ? OPTIONS[name] : null;
    if (kind === null) return usage(errorTexts.unknownOption(written, nearestName(written, Object.keys(OPTIONS))));
    if (!kind.takesValue && equals >= 0) usage(errorTexts.needlessValue(name));
    const value = !kind.takesValue ? '' : equals >= 0 ? word.slice(equals + 1) : argv[++i];
    if (value === undefined || (kind.takesValue && (value === '' || (equals < 0 && value.startsWith('--'))))) return usage(errorTexts.missingValue(name));
    const known = values.get(name);
    if (known && kind.takesValue && !kind.repeats) usage(errorTexts.givenTwice(name));
    values.set(name, [...(known ?? []), value]);
  }
  return { words, values };
}

function commandOf(words: readonly string[], values: ReadonlyMap<string, unknown>): { command: Command; operands: readonly string[] } {
  const [first, second, ...rest] = words;
  if (values.has('--version') || first === 'version') return { command: 'version', operands: [] };
  if (values.has('--help') || first === 'help') return { command: 'help', operands: [] };
  if (first === 'check' || first === 'read' || first === 'annotate' || first === 'clear') {
    if (second === undefined) usage(errorTexts.nothingGiven(first));
    if ((first === 'annotate' || first === 'clear') && !values.has('--out')) usage(errorTexts.folderWanted(first));
    return { command: first, operands: words.slice(1) };
  }
  if (first === 'compare') {
    if (words.length !== 3) usage(errorTexts.twoWanted());
    return { command: first, operands: words.slice(1) };
  }
  if (first === 'rollup') {
    if (words.length < 3) usage(errorTexts.unitsWanted());
    return { command: first, operands: words.slice(1) };
  }
  if (first === 'explain') {
    if (second === undefined) usage(errorTexts.ruleWanted());
    if (rest.length > 0) usage(errorTexts.tooManyOperands(rest[0]));
    return { command: 'explain', operands: [second] };
  }
  if (first === 'rules') {
    if (second === 'verify') return { command: 'rules verify', operands: rest };
    if (second !== 'list') usage(errorTexts.unknownCommand(['rules', ...(second === undefined ? [] : [second])].join(' '), second === undefined ? 'rules list' : nearestName(`rules ${second}`, ['rules list', 'rules verify'])));
    if (rest.length > 0) usage(errorTexts.tooManyOperands(rest[0]));
    return { command: 'rules list', operands: [] };
  }
  if (first === undefined) return usage(errorTexts.nothingGiven('check'));
  return usage(/\.(xls[xmb]?|ods|et|docx)$/i.test(first) ? errorTexts.fileAsCommand(first) : errorTexts.unknownCommand(first, nearestName(first, COMMANDS)));
}

function yearOf(text: string | null): number | null {
  if (text === null) return null;
  if (!/^(19|20|21)\d\d$/.test(text)) usage(errorTexts.wrongYear(text));
  return Number(text);
}

/** More threads than this only wait for each other. */
const MOST_JOBS = 64;

function jobsOf(text: string | null): number | null {
  if (text === null) return null;
  if (!/^[1-9]\d?$/.test(text) || Number(text) > MOST_JOBS) usage(errorTexts.wrongJobs(text, MOST_JOBS));
  return Number(text);
}

function usage(texts: Bilingual): never {
  throw new CliError('usage', texts);
}
