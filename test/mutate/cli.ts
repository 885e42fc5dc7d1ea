import { parseArgs } from 'node:util';
import { openAudit } from '../../src/audit/audit';
import { FIXTURE_NAMES, loadFixture } from './fixtures';
import { runMutations } from './run';
import { printTable } from './table';

/** npx vite-node test/mutate/cli.ts -- --seed 7 --per-kind 20 --fixture 002 --details 30 [--json] */
const { values } = parseArgs({
  args: process.argv.slice(2).filter((arg) => arg !== '--'),
  options: {
    seed: { type: 'string', default: '1' },
    'per-kind': { type: 'string', default: '10' },
    fixture: { type: 'string', multiple: true },
    details: { type: 'string', default: '20' },
    json: { type: 'boolean', default: false },
  },
});

const fixtures = (values.fixture ?? FIXTURE_NAMES).map((name) => loadFixture(name, values.seed));
const table = runMutations((snapshot) => openAudit(snapshot, {}).report, fixtures, { seed: values.seed, perKind: Number(values['per-kind']) });
process.stdout.write(`${values.json ? JSON.stringify(table, null, 2) : printTable(table, Number(values.details))}\n`);
