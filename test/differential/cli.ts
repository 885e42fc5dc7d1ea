/**
 * npm run differential [-- --sheets 500] [--seed 1] [--record] [FOLDER …]: needs soffice on the path.
 * The formula evaluator against LibreOffice on generated sheets (--record keeps the results for the tests), and the
 * report of each workbook of the folders (test/fixtures, test/fixtures/forms) against that of the same as .xls and .ods.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createAuditor } from '../../src/audit/audit';
import { saidOf, unlike } from './formats';
import { calculated, differences } from './formulas';
import { converted } from './office';

const SHEETS_A_BOOK = 50;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  args: process.argv.slice(2).filter((arg) => arg !== '--'),
  options: { sheets: { type: 'string', default: '500' }, seed: { type: 'string', default: '1' }, record: { type: 'boolean', default: false } },
});
const say = (text: string): void => void process.stdout.write(`${text}\n`);
let isGood = true;

const seeds = Array.from({ length: Math.ceil(Number(values.sheets) / SHEETS_A_BOOK) }, (_, i) => Number(values.seed) + i);
if (seeds.length > 0) {
  const results = await calculated(seeds, SHEETS_A_BOOK);
  if (values.record) writeFileSync(new URL('../formulas/libreoffice.json', import.meta.url), `[\n${results.map((book) => JSON.stringify(book)).join(',\n')}\n]\n`);
  const found = results.map((book, i) => differences(seeds[i], book));
  const differing = found.flatMap((f) => f.differing);
  isGood &&= differing.length === 0;
  say(`formulas: ${seeds.length * SHEETS_A_BOOK} sheets, ${results.flat().length} formulas, ${found.reduce((n, f) => n + f.numbers, 0)} numbers, ${differing.length} differ`);
  for (const line of differing.slice(0, 20)) say(`  ${line}`);
}

const auditor = createAuditor();
for (const folder of positionals.length > 0 ? positionals : ['test/fixtures', 'test/fixtures/forms']) {
  const files = readdirSync(folder).filter((f) => f.endsWith('.xlsx')).sort().map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }));
  // Its own .xlsx first: what LibreOffice does to a workbook anyway is no matter of the format.
  const [own, xls, ods] = ['xlsx', 'xls', 'ods'].map((to) => converted(files, to));
  for (const [i, { name }] of files.entries()) {
    const base = await saidOf(own[i], 'xlsx', auditor);
    for (const [ending, bytes] of [['xls', xls[i]], ['ods', ods[i]]] as const) {
      const lines = unlike(base, await saidOf(bytes, ending, auditor));
      isGood &&= lines.length === 0;
      say(`${folder}/${name} .${ending}: ${lines.length === 0 ? 'the same report' : `${lines.length} lines differ`}`);
      for (const line of lines.slice(0, 8)) say(`  ${line}`);
    }
    const source = unlike(await saidOf(files[i].bytes, 'xlsx', auditor), base);
    if (source.length > 0) say(`${folder}/${name} .xlsx through LibreOffice: ${source.length} lines differ\n  ${source.slice(0, 8).join('\n  ')}`);
  }
}
process.exitCode = isGood ? 0 : 1;
