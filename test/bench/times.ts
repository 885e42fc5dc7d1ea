/** The timed half of npm run bench, bundled before it runs. `--memory FILE`: one reading and audit, its peak memory.
 * `--submissions COUNT FOLDER ROOT`: a folder of submissions. `--pane-files FOLDER ROOT`: what the page is loaded with. `--prose`: the 公开说明 only. `--rechecks`: edits in the workbook of 300 units. `--diagnosis`: causes only. `--rollup`: departments of 5, 50 and 300 units.
 * `--hostile-names`, `--hostile-make NAME FOLDER`, `--hostile FILE`: the hostile files, each in a process of its own. */
import { join } from 'node:path';
import { benchAudit, benchBroken, benchEdits, peakMemory } from './audit';
import { benchDiagnosis } from './diagnosis';
import { hostileNames, makeHostile, runHostile } from './hostile';
import { makePaneFiles } from './paneFiles';
import { makeSubmissions } from './makeSubmissions';
import { benchRollup } from './rollup';
import { benchProse } from './prose';
import { benchRechecks } from './rechecks';
import { benchReadFiles } from './readFiles';

const [, , mode, argument = '', folder = '', root = ''] = process.argv;
const table = (rows: readonly object[]): void => {
  console.table(rows.map((row) => Object.fromEntries(Object.entries(row).map(([k, v]) => [k, typeof v === 'number' && !Number.isInteger(v) ? Number(v.toPrecision(3)) : v]))));
};

if (mode === '--memory') {
  console.log(JSON.stringify(await peakMemory(argument)));
} else if (mode === '--prose') {
  table([await benchProse()]);
} else if (mode === '--rechecks') {
  table(benchRechecks());
} else if (mode === '--diagnosis') {
  table([await benchBroken()]);
  table(benchDiagnosis());
} else if (mode === '--rollup') {
  table(benchRollup([5, 50, 300]));
} else if (mode === '--hostile-names') {
  console.log(JSON.stringify(hostileNames()));
} else if (mode === '--hostile-make') {
  console.log(makeHostile(argument, folder));
} else if (mode === '--submissions') {
  await makeSubmissions(Number(argument), folder, join(root, 'test/fixtures'));
} else if (mode === '--pane-files') {
  await makePaneFiles(argument, join(folder, 'test/fixtures'));
} else if (mode === '--hostile') {
  console.log(JSON.stringify(await runHostile(argument)));
} else {
  const fixture = join(argument, 'test/fixtures/002.xlsx');
  console.log('读取 / Reading (baseline: @e965/xlsx dense)');
  table(await benchReadFiles());
  console.log('审核与读取 / Audit against reading (baseline: reading the same file)');
  table(await benchAudit(fixture, join(argument, 'test/artifacts/million.xlsx'), [3_000, 30_000, 300_000, 1_000_000]));
  console.log('改一个数 / One figure changed (baseline: the whole audit)');
  table(await benchEdits(fixture));
  console.log('差错很多的工作簿 / A workbook broken all over');
  table([await benchBroken()]);
  console.log('公开说明 / Prose');
  table([await benchProse()]);
  console.log('诊断 / Diagnosis');
  table(benchDiagnosis());
}
