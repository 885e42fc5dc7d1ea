/** Writes src/generated from the data a finance officer can read: tables, rules, chart of accounts, the two grammars. */
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
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

export async function generate() {
  writeModule('families', families.map((name) => compileFamily(read(`families/${name}/tables.yaml`))), 'FamilyDefinition[]', '../audit/tables/definitions');
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
  writeModule('narrative', compileNarrative(read('families/vocabulary/narrative.yaml'), read('families/vocabulary/narrative-residue.yaml')), 'NarrativeVocabulary', '../audit/narrative/model');
  write('narrativeParser.js', `/* eslint-disable */\n${peggy.generate(read('audit/narrative/grammar.peggy'), { output: 'source', format: 'es' })}`);
  write('narrativeParser.d.ts', read('audit/narrative/parser.d.ts.txt'));
  writeModule('words', parse(read('families/vocabulary/words.yaml')), 'WordData', '../audit/words');
  const parser = peggy.generate(read('audit/rules/language/grammar.peggy'), { output: 'source', format: 'es', allowedStartRules: ['Rule', 'Condition'] });
  write('ruleParser.js', `/* eslint-disable */\n${parser}`);
  write('ruleParser.d.ts', read('audit/rules/language/parser.d.ts.txt'));
  const formulas = peggy.generate(read('audit/formulas/grammar.peggy'), { output: 'source', format: 'es' });
  write('formulaParser.js', `/* eslint-disable */\n${formulas}`);
  write('formulaParser.d.ts', read('audit/formulas/parser.d.ts.txt'));
  // The reader of rule files is product code (the command line uses it too); here it is needed before any bundle exists.
  for (const name of ['placesInSource', 'readRules']) {
    const { outputText } = ts.transpileModule(read(`audit/rules/reader/${name}.ts`), { compilerOptions: { target: 'ES2022', module: 'ESNext' } });
    write(`${name}.mjs`, outputText.replace("from './placesInSource'", "from './placesInSource.mjs'"));
  }
  const { readRules } = await import(pathToFileURL(join(root, 'src', 'generated', 'readRules.mjs')).href);
  const parserModule = await import(pathToFileURL(join(root, 'src', 'generated', 'ruleParser.js')).href);
  const mistakes = [];
  const files = [];
  const rules = families.concat('common').flatMap((name) =>
    readdirSync(join(root, 'src', 'families', name))
      .filter((file) => /^rules.*\.yaml$/.test(file))
      .sort()
      .flatMap((file) => {
        const text = read(`families/${name}/${file}`);
        files.push({ file: `src/families/${name}/${file}`, text });
        const result = readRules(text, `src/families/${name}/${file}`, parserModule);
        mistakes.push(...result.mistakes);
        return result.rules;
      }),
  );
  if (mistakes.length > 0) throw new Error(mistakes.map((m) => `${m.file}:${m.line}:${m.column} ${m.message.zh}`).join('\n'));
  // The texts themselves, so that `gouji rules verify` can name line and column.
  write('ruleFiles.js', `export default ${JSON.stringify(files)};\n`);
  write('ruleFiles.d.ts', 'declare const value: readonly { readonly file: string; readonly text: string }[];\nexport default value;\n');
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
