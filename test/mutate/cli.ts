import { parseArgs } from 'node:util';
import { createAuditor, openAudit } from '../../src/audit/audit';
import { auditSnapshot } from '../../src/audit/session';
import { baseOf, KINDS, measureKinds, printKinds } from '../kinds';
import { fileOf, FIXTURE_NAMES, loadFixture, loadWorkbook, workbooksIn } from './fixtures';
import { measureLocalisation, printLocalisation } from './localise';
import { measureClasses, printClasses } from './proposals';
import { runMutations } from './run';
import { printTable } from './table';

/**
 * npm run mutate -- --seed 7 --per-kind 20 --fixture 002 --details 30 [--json]: which faults are found.
 * npm run mutate -- --localise …: is the wrong cell named, and its value.
 * npm run mutate -- --classes [--class "3 faults"] [FOLDER]: found, named and proposed right, a line a class of trouble.
 * npm run mutate -- --kinds [--kind 'hidden row'] --per-kind 3 [FOLDER]: kinds of trouble after public reports and reviewers' lists,
 * planted in the files: said what should be, nothing untrue; a rate a kind.
 * FOLDER: the workbooks in it instead of the fixtures.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  args: process.argv.slice(2).filter((arg) => arg !== '--'),
  options: {
    seed: { type: 'string', default: '1' },
    'per-kind': { type: 'string', default: '10' },
    fixture: { type: 'string', multiple: true },
    details: { type: 'string', default: '20' },
    json: { type: 'boolean', default: false },
    localise: { type: 'boolean', default: false },
    classes: { type: 'boolean', default: false },
    class: { type: 'string', multiple: true },
    kinds: { type: 'boolean', default: false },
    kind: { type: 'string', multiple: true },
  },
});

const [folder] = positionals;
const names = values.fixture ?? (folder === undefined ? FIXTURE_NAMES : workbooksIn(folder));
const auditor = createAuditor();
const details = Number(values.details);
const perKind = Number(values['per-kind']);
if (values.kinds || values.kind) {
  const bases = await Promise.all(names.map((name) => baseOf(name, fileOf(folder, name, values.seed), auditor)));
  const kinds = KINDS.filter((kind) => values.kind?.some((part) => kind.name.includes(part)) ?? true);
  const results = await measureKinds(kinds, bases, auditor, { seed: values.seed, perKind });
  process.stdout.write(`${values.json ? JSON.stringify(results, null, 2) : printKinds(results, details)}\n`);
  process.exit();
}
const fixtures = names.map((name) => (folder === undefined ? loadFixture(name, values.seed) : loadWorkbook(folder, name)));
if (values.classes || values.class) {
  const rows = measureClasses((snapshot) => auditSnapshot(snapshot, auditor), fixtures, { seed: values.seed, perClass: perKind, classes: values.class });
  process.stdout.write(`${values.json ? JSON.stringify(rows, null, 2) : printClasses(rows, details)}\n`);
} else if (values.localise) {
  const rows = measureLocalisation((snapshot) => auditSnapshot(snapshot, auditor), fixtures, { seed: values.seed, perKind });
  process.stdout.write(`${values.json ? JSON.stringify(rows, null, 2) : printLocalisation(rows, details)}\n`);
} else {
  const table = runMutations((snapshot) => openAudit(snapshot, {}, auditor).report, fixtures, { seed: values.seed, perKind });
  process.stdout.write(`${values.json ? JSON.stringify(table, null, 2) : printTable(table, details)}\n`);
}
