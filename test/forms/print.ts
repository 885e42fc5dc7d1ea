import type { CleanResult, FaultResult } from './measure';
import { brief } from './judge';
import type { KnownResult } from './known';
import type { BlankedResult } from './blanked';
import type { RebuiltResult } from './rebuilt';
import type { StrangerResult } from './stranger';
import type { RealResult } from './real';
import type { VintageResult } from './vintage';
import { percent, type Note, type Tally } from './tally';

export function printClean(r: CleanResult, details: number): string {
  return [
    `clean: ${r.workbooks} workbooks, ${r.errors} errors, ${r.warnings} warnings; ${r.spotless} without either (${percent(r.spotless, r.workbooks)})`,
    `tables with amounts read: ${r.tables.read} of ${r.tables.all} (${percent(r.tables.read, r.tables.all)}); taken for final accounts: ${r.wrongKind}`,
    list('by place, spotless', r.byPlace), list('by table, without a finding', r.byConcept), list('by rule', r.byRule, false), examples(r.notes, details),
  ].join('\n');
}

export function printFaults(r: FaultResult, details: number): string {
  return [
    `faults: ${r.all.good} of ${r.all.all} found at the cell (${percent(r.all.good, r.all.all)}), ${r.elsewhere} reported elsewhere only; named as the cause ${r.named}; values proposed ${r.proposed}, right ${r.right} (${percent(r.right, r.proposed)})`,
    list('by nature', r.byNature), list('by table', r.byConcept), list('by place', r.byPlace), list('by fault', r.byKind), examples(r.notes, details),
  ].join('\n');
}

export function printReal(r: RealResult, details: number): string {
  return [
    `faults in tables read: ${r.byFile.good} of ${r.byFile.all} faults found at the cell (${percent(r.byFile.good, r.byFile.all)}); of amounts that a rule covers ${r.covered.good} of ${r.covered.all} (${percent(r.covered.good, r.covered.all)}); named ${r.named}; values proposed ${r.proposed}, right ${r.right} (${percent(r.right, r.proposed)})`,
    list('by file', r.byFile), list('by table', r.byTable), examples(r.notes, details),
  ].join('\n');
}

export function printBlanked(r: BlankedResult, details: number): string {
  const all = r.cells.all + r.rows.all;
  return [
    `blanked: ${r.cells.good} of ${r.cells.all} cells (${percent(r.cells.good, r.cells.all)}) and ${r.rows.good} of ${r.rows.all} whole rows (${percent(r.rows.good, r.rows.all)}) said; by an error or warning ${r.heavy} of ${all}, with the cell or the row named ${r.named}`,
    list('cells by table', r.cells), list('rows by table', r.rows), examples(r.notes, details),
  ].join('\n');
}

export function printVintage(r: VintageResult, details: number, title: string): string {
  return [`${title}: ${r.workbooks} workbooks, ${r.errors} errors, ${r.warnings} warnings`, list('by feature, spotless', r.byFeature), list('by rule', r.byRule, false), examples(r.notes, details)].join('\n');
}

export function printRebuilt(r: RebuiltResult, details: number): string {
  return [`forms as rebuilt from print: ${r.byFile.all} workbooks, ${r.errors} false errors in ${r.byFile.all - r.byFile.good}`, list('by artefact, without a false error', r.byArtefact), list('by workbook', r.byFile), examples(r.notes, details)].join('\n');
}

export function printKnown(results: readonly KnownResult[], details: number): string {
  const sum = (of: (r: KnownResult) => number): number => results.reduce((n, r) => n + of(r), 0);
  const lines = results.map((r) => {
    const wrong = [...(r.kindRight ? [] : [`taken for ${r.family}`]), ...(r.yearRight ? [] : ['year wrong']), ...(r.unitRight ? [] : ['unit wrong'])];
    return `${r.name.padEnd(52)} false ${String(r.falseErrors.length).padStart(4)}  true ${String(r.trueErrors).padStart(3)}  warnings ${String(r.warnings.length).padStart(4)}  read ${`${r.read}/${r.sheets}`.padStart(6)}  covered ${percent(r.covered, 1).padStart(7)}  ${wrong.join(', ')}`;
  });
  const notes = results.flatMap((r) => r.falseErrors.map((f) => `  [${r.name}] ${brief(f)}`)).slice(0, details);
  const all = `all: false errors ${sum((r) => r.falseErrors.length)} in ${sum((r) => Math.min(1, r.falseErrors.length))} of ${results.length} files, true ${sum((r) => r.trueErrors)}, warnings ${sum((r) => r.warnings.length)}, kind right ${sum((r) => Number(r.kindRight))}, year right ${sum((r) => Number(r.yearRight))}, unit right ${sum((r) => Number(r.unitRight))}, tables read ${sum((r) => r.read)} of ${sum((r) => r.sheets)}`;
  return [...lines, all, ...notes].join('\n');
}

export function printStrangers(results: readonly StrangerResult[], details: number): string {
  const lines = results.map((r) => `${r.name.padEnd(24)} words left out ${String(r.leftOut).padStart(4)}  relations checked ${String(r.checked).padStart(5)}`);
  return [printKnown(results, details), ...lines].join('\n');
}

function list(title: string, tally: Tally, rate = true): string {
  const lines = tally.entries().map(({ key, all, good }) => `  ${key.padEnd(24)}${rate ? `${`${good}/${all}`.padStart(12)}${percent(good, all).padStart(10)}` : String(all).padStart(8)}`);
  return lines.length === 0 ? '' : `${title}:\n${lines.join('\n')}`;
}

const examples = (notes: readonly Note[], details: number): string => notes.slice(0, details).map((n) => `  [${n.seed} ${n.place}] ${n.text}`).join('\n');
