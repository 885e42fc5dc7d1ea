import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { createAuditor, openAudit } from '../../src/audit/audit';
import { generateNational } from '../generate/national';
import { measureClean, measureFaults, type Audit } from './measure';
import { measureKnown } from './known';
import { measureBlanked } from './blanked';
import { printBlanked, printClean, printFaults, printKnown, printReal, printRebuilt, printStrangers, printVintage } from './print';
import { measureReal, workbooksOf } from './real';
import { measureRebuilt } from './rebuilt';
import { isOfLost, reprinted } from './reprinted';
import { measureStrangers } from './stranger';
import { habits, measureVintage, places, vintages } from './vintage';
import { toXlsx } from './xlsx';

const HELP = `npm run forms -- [--clean N] [--faults M [--at-once K]] [--known FOLDER] [--stranger FOLDER] [--real FOLDER [--per-file K]] [--rebuilt FOLDER [--per-file K]] [--blanked FOLDER|N [--per-file K]] [--vintage N] [--places N] [--habits N] [--reprinted N] [--seed S] [--place ID] [--tidy] [--details D] [--json]
npm run forms -- --write FILE.xlsx --seed S.I [--place ID]

Judges the audit on budgets of the national form in local wordings, generated from a seed.
  --clean N      N clean workbooks: every error and warning is false (aim 0 and 0)
  --faults M     M single faults (figures, codes, names): found where an error or warning names the cell (aim 97 %)
                 --at-once K puts K wrong figures into one workbook
  --known FOLDER a line a workbook of a folder with truth.json: false and true errors, kind, year, unit, tables read
                 (test/fixtures/forms, test/fixtures/cases)
  --stranger FOLDER  the same without the words that a workbook's own place alone prints: read as an unknown place
  --real FOLDER  K single faults in amounts of the tables read, in each .xlsx of a folder (test/fixtures/forms)
  --rebuilt FOLDER  the same forms with what rebuilding a printed document leaves behind (texts glued or torn, merges and headers lost,
                 page breaks), on K sheets of each .xlsx: an error on a cell that had none before is false (aim 0)
  --blanked FOLDER|N  K amounts and K whole rows blanked in each .xlsx of a folder, or in each of N workbooks of --places: said at all, by an error or
                 warning, named
  --vintage N    N clean 综合预算 (陕西) and 决算 of 2019–2024 in the layouts of their years: every finding is false;
                 with --per-file K also K faults in each
  --places N     N clean workbooks in forms of places and years, written down table by table (test/generate/places), by turns: every
                 finding is false; with --per-file K also K faults in each
  --habits N     the same forms by chance, each with one habit of printing (test/generate/places/habits.ts) by turns: totals at the other end,
                 codes glued to names or in parts, page breaks, tables torn over sheets or beside one another, the unit elsewhere, ...
  --reprinted N  the same forms by turns, half with a habit, as rebuilt from print: artefacts of --rebuilt on several sheets of each; errors are
                 false, warnings may be true (aim 0 errors)
  --seed S       default 1; workbook I of a run has the seed S.I, as the examples print it
  --place ID     one place's words (see test/generate/national/places.ts), or "mixed"; by chance otherwise
  --tidy         nothing untidy: merged headers, numbers as numbers, no notes, page breaks, stacked tables
  --write FILE   writes the workbook of one seed for looking at
  --details D    examples to print, default 15`;

const { values } = parseArgs({
  args: process.argv.slice(2).filter((arg) => arg !== '--'),
  options: {
    clean: { type: 'string' }, faults: { type: 'string' }, known: { type: 'string' }, stranger: { type: 'string' }, real: { type: 'string' }, rebuilt: { type: 'string' }, blanked: { type: 'string' }, 'per-file': { type: 'string' }, vintage: { type: 'string' }, places: { type: 'string' }, habits: { type: 'string' }, reprinted: { type: 'string' }, 'at-once': { type: 'string', default: '1' }, seed: { type: 'string', default: '1' }, place: { type: 'string' },
    tidy: { type: 'boolean', default: false }, details: { type: 'string', default: '15' }, write: { type: 'string' }, json: { type: 'boolean', default: false }, help: { type: 'boolean', default: false },
  },
});

const choice = { place: values.place, tidy: values.tidy };
const say = (result: unknown, text: string): void => void process.stdout.write(`${values.json ? JSON.stringify(result, null, 1) : text}\n`);
const details = Number(values.details);

if (values.help || [values.clean, values.faults, values.known, values.stranger, values.real, values.rebuilt, values.blanked, values.vintage, values.places, values.habits, values.reprinted, values.write].every((v) => v === undefined)) process.stdout.write(`${HELP}\n`);
else if (values.write !== undefined) {
  mkdirSync(dirname(values.write), { recursive: true });
  writeFileSync(values.write, toXlsx(generateNational({ ...choice, seed: values.seed }).snapshot));
} else {
  const auditor = createAuditor();
  const audit: Audit = (snapshot) => openAudit(snapshot, {}, auditor).report;
  if (values.clean !== undefined) {
    const result = measureClean(audit, values.seed, Number(values.clean), choice);
    say(result, printClean(result, details));
  }
  if (values.faults !== undefined) {
    const result = measureFaults(audit, values.seed, Number(values.faults), choice, Number(values['at-once']));
    say(result, printFaults(result, details));
  }
  if (values.known !== undefined) {
    const result = measureKnown(audit, values.known);
    say(result, printKnown(result, details));
  }
  if (values.stranger !== undefined) {
    const result = measureStrangers(values.stranger);
    say(result, printStrangers(result, details));
  }
  if (values.real !== undefined) {
    const result = measureReal(audit, workbooksOf(values.real), values.seed, Number(values['per-file'] ?? 20));
    say(result, printReal(result, details));
  }
  if (values.rebuilt !== undefined) {
    const result = measureRebuilt(audit, workbooksOf(values.rebuilt), values.seed, Number(values['per-file'] ?? 2));
    say(result, printRebuilt(result, details));
  }
  if (values.blanked !== undefined) {
    const workbooks = /^\d+$/.test(values.blanked) ? places(values.seed, Number(values.blanked)) : workbooksOf(values.blanked);
    const result = measureBlanked(audit, workbooks, values.seed, Number(values['per-file'] ?? 6));
    say(result, printBlanked(result, details));
  }
  const clean = (count: number, title: string, workbooks: typeof vintages, isExcused?: (rule: string) => boolean): void => {
    const result = measureVintage(audit, workbooks(values.seed, count), isExcused);
    say(result, printVintage(result, details, title));
    if (values['per-file'] === undefined) return;
    const faults = measureReal(audit, workbooks(values.seed, count), values.seed, Number(values['per-file']));
    say(faults, printReal(faults, details));
  };
  if (values.vintage !== undefined) clean(Number(values.vintage), 'earlier years and other layouts', vintages);
  if (values.places !== undefined) clean(Number(values.places), 'forms of further places', places);
  if (values.habits !== undefined) clean(Number(values.habits), 'habits of printing', habits);
  if (values.reprinted !== undefined) clean(Number(values.reprinted), 'forms of places as rebuilt from print', reprinted, isOfLost);
}
