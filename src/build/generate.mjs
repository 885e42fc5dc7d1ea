/** Writes src/generated from the data a finance officer can read: tables, rules, chart of accounts, the two grammars. */
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import peggy from 'peggy';
import ts from 'typescript';
import { parse } from 'yaml';
import { compileChart } from './chartData.mjs';
import { compileFamily } from './familyData.mjs';
import { compileNarrative } from './narrativeData.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const families = ['shaanxi-budget', 'national-final-accounts', 'national-budget'];
const read = (path) => readFileSync(join(root, 'src', path), 'utf8');

function write(name, text) {
  const path = join(root, 'src', 'generated', name);
  mkdirSync(dirname(path), { recursive: true });
  // Unchanged files keep their time stamp, so that watchers and caches stay quiet.
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return;
  writeFileSync(path, text);
}

/** Emits a value as an ES module with a declared type: TypeScript need not infer the type of large literals. */
function writeModule(name, value, type, from) {
  write(`${name}.js`, `export default ${JSON.stringify(value, (key, part) => (key === 'at' ? undefined : part))};\n`);
  write(`${name}.d.ts`, `import type { ${type.replace(/\[\]$/, '')} } from '${from}';\ndeclare const value: ${type.endsWith('[]') ? `readonly ${type}` : type};\nexport default value;\n`);
}

/** A file of src/families with the name that mistakes in it are given. */
const source = (path) => ({ file: `src/families/${path}`, text: read(`families/${path}`) });

/** Makes a module of src, and those it imports, ready for Node in src/generated and loads it. */
async function load(path) {
  const name = transpile(path, new Set());
  return import(pathToFileURL(join(root, 'src', 'generated', name)).href);
}

function transpile(path, done) {
  const name = `${posix.basename(path)}.mjs`;
  if (done.has(path)) return name;
  done.add(path);
  const { outputText } = ts.transpileModule(read(`${path}.ts`), { compilerOptions: { target: 'ES2022', module: 'ESNext' } });
  write(name, outputText.replace(/(?<= from ')\.[^']+/g, (imported) => `./${transpile(posix.join(posix.dirname(path), imported), done)}`));
  return name;
}

/** Codes of the Chinese fonts that a PDF names without holding them: bcmap files of pdfjs-dist in base64. */
const FONT_CODES = ['Adobe-GB1-UCS2', ...['GB-EUC', 'GBK-EUC', 'GBK2K', 'GBKp-EUC', 'GBpc-EUC', 'UniGB-UCS2', 'UniGB-UTF16'].flatMap((name) => [`${name}-H`, `${name}-V`])];

function writeCodesOfFonts() {
  const codes = Object.fromEntries(FONT_CODES.map((name) => [name, readFileSync(join(root, 'node_modules/pdfjs-dist/cmaps', `${name}.bcmap`)).toString('base64')]));
  write('fontCodes.js', `export default ${JSON.stringify(codes)};\n`);
  write('fontCodes.d.ts', 'declare const value: Readonly<Record<string, string>>;\nexport default value;\n');
}

export async function generate() {
  const data = { words: source('vocabulary/words.yaml'), checks: source('vocabulary/checks.yaml'), families: families.map((name) => source(`${name}/tables.yaml`)) };
  const tables = data.families.map(({ text }) => compileFamily(text));
  const words = parse(data.words.text);
  const checks = parse(data.checks.text);
  writeModule('families', tables, 'FamilyDefinition[]', '../audit/tables/definitions');
  writeModule(
    'chart',
    compileChart({
      function: read('families/chart/function.csv'),
      economicDepartment: read('families/chart/economic_department.csv'),
      economicGovernment: read('families/chart/economic_government.csv'),
      economicMapping: read('families/chart/economic_mapping.csv'),
      income: read('families/chart/income.csv'),
      aliases: read('families/chart/aliases.csv'),
    }),
    'ChartData',
    '../audit/chart',
  );
  writeModule('narrative', compileNarrative(...['', '-residue', '-duties', '-rules'].map((part) => read(`families/vocabulary/narrative${part}.yaml`))), 'NarrativeVocabulary', '../audit/narrative/model');
  writeModule('between', parse(read('families/vocabulary/between.yaml')), 'BetweenData', '../audit/between/data');
  write('narrativeParser.js', `/* eslint-disable */\n${peggy.generate(read('audit/narrative/grammar.peggy'), { output: 'source', format: 'es' })}`);
  write('narrativeParser.d.ts', read('audit/narrative/parser.d.ts.txt'));
  writeCodesOfFonts();
  writeModule('words', words, 'WordData', '../audit/words/model');
  writeModule('checks', checks, 'CheckData', '../audit/words/checkModel');
  const parser = peggy.generate(read('audit/rules/language/grammar.peggy'), { output: 'source', format: 'es', allowedStartRules: ['Rule', 'Condition'] });
  write('ruleParser.js', `/* eslint-disable */\n${parser}`);
  write('ruleParser.d.ts', read('audit/rules/language/parser.d.ts.txt'));
  const formulas = peggy.generate(read('audit/formulas/grammar.peggy'), { output: 'source', format: 'es' });
  write('formulaParser.js', `/* eslint-disable */\n${formulas}`);
  write('formulaParser.d.ts', read('audit/formulas/parser.d.ts.txt'));
  // The reader and the verifiers of these files are product code (the command line uses them too); here they are needed before any bundle exists.
  const { readRules } = await load('audit/rules/reader/readRules');
  const { verifyWords } = await load('audit/rules/verify/verifyWords');
  const { verifyChecks } = await load('audit/rules/verify/verifyChecks');
  const { verifyFamilies } = await load('audit/rules/verify/verifyFamilies');
  const { placeMistakes } = await load('audit/rules/verify/dataMistakes');
  const parserModule = await import(pathToFileURL(join(root, 'src', 'generated', 'ruleParser.js')).href);
  const mistakes = [
    ...placeMistakes(verifyWords(words), data.words.text, data.words.file),
    ...placeMistakes(verifyChecks(checks), data.checks.text, data.checks.file),
    ...verifyFamilies(tables, words).flatMap((found, i) => placeMistakes(found.mistakes, data.families[i].text, data.families[i].file)),
  ];
  const files = [];
  const rules = families.concat('common').flatMap((name) =>
    readdirSync(join(root, 'src', 'families', name))
      .filter((file) => /^rules.*\.yaml$/.test(file))
      .sort()
      .flatMap((file) => {
        const written = source(`${name}/${file}`);
        files.push(written);
        const result = readRules(written.text, written.file, parserModule);
        mistakes.push(...result.mistakes);
        return result.rules;
      }),
  );
  if (mistakes.length > 0) throw new Error(mistakes.map((m) => `${m.file}:${m.line}:${m.column} ${m.message.zh}`).join('\n'));
  // The texts themselves, so that `gouji rules verify` can name line and column.
  write('ruleFiles.js', `export default ${JSON.stringify(files)};\n`);
  write('ruleFiles.d.ts', 'declare const value: readonly { readonly file: string; readonly text: string }[];\nexport default value;\n');
  write('dataFiles.js', `export default ${JSON.stringify(data)};\n`);
  write('dataFiles.d.ts', `interface Source { readonly file: string; readonly text: string }
declare const value: { readonly words: Source; readonly checks: Source; readonly families: readonly Source[] };
export default value;
`);
  writeModule('rules', rules, 'RuleDefinition[]', '../audit/rules/model');
}

/** true where a source is younger than what was generated from it. */
export function isStale() {
  const targets = ['rules.js', 'formulaParser.js'].map((name) => join(root, 'src', 'generated', name));
  if (!targets.every((target) => existsSync(target))) return true;
  const made = statSync(targets[0]).mtimeMs;
  const newest = (folder) =>
    Math.max(...readdirSync(join(root, 'src', folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(yaml|csv|peggy|mjs|txt)$/.test(entry.name))
      .map((entry) => statSync(join(entry.parentPath ?? entry.path, entry.name)).mtimeMs));
  return Math.max(newest('families'), newest('build'), newest('audit/rules/language'), newest('audit/formulas'), newest('audit/narrative')) > made;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await generate();
