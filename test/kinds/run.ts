/** Plants kinds of trouble in workbooks and judges what an audit says: what it should, and nothing untrue. */
import { openAudit, type Auditor } from '../../src/audit/audit';
import { auditSnapshot } from '../../src/audit/session';
import type { Finding, WorkbookReport } from '../../src/audit/report/model';
import { readWorkbook } from '../../src/files';
import { Random } from '../generate/random';
import type { Base, Kind, Planted, Saying } from './model';

export interface KindResult {
  readonly name: string;
  cases: number;
  right: number;
  /** Something that should be said is not; something untrue is said; fewer relations are decided, or notes are others. */
  missed: number;
  untrue: number;
  poorer: number;
  readonly examples: string[];
}

export async function baseOf(name: string, bytes: Uint8Array, auditor: Auditor): Promise<Base> {
  const snapshot = await readWorkbook(bytes, `${name}.xlsx`);
  return { name, bytes, state: auditSnapshot(snapshot, auditor), report: openAudit(snapshot, {}, auditor).report };
}

export async function measureKinds(kinds: readonly Kind[], bases: readonly Base[], auditor: Auditor, { seed, perKind }: { readonly seed: string; readonly perKind: number }): Promise<KindResult[]> {
  const results: KindResult[] = [];
  for (const kind of kinds) {
    const result: KindResult = { name: kind.name, cases: 0, right: 0, missed: 0, untrue: 0, poorer: 0, examples: [] };
    results.push(result);
    for (const base of bases) {
      const random = new Random(`${seed} ${kind.name} ${base.name}`);
      for (let attempt = 0, made = 0; made < perKind && attempt < perKind * 8; attempt++) {
        const planted = await kind.plant(base, random);
        if (!planted) continue;
        made++;
        score(result, base, planted, await auditOf(planted, auditor));
      }
    }
  }
  return results;
}

async function auditOf(planted: Planted, auditor: Auditor): Promise<WorkbookReport | string> {
  try {
    return openAudit(await readWorkbook(planted.file, planted.name ?? '试.xlsx'), {}, auditor).report;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function score(result: KindResult, base: Base, planted: Planted, report: WorkbookReport | string): void {
  result.cases++;
  const told = typeof report === 'string' ? { missed: [`refused: ${report}`], untrue: [], poorer: [] } : judge(base, planted, report);
  if (told.missed.length > 0) result.missed++;
  if (told.untrue.length > 0) result.untrue++;
  if (told.poorer.length > 0) result.poorer++;
  const faults = [...told.missed.map((t) => `missed ${t}`), ...told.untrue.map((t) => `untrue ${t}`), ...told.poorer];
  if (faults.length === 0) result.right++;
  else result.examples.push(`[${base.name}] ${result.name}: ${planted.what}\n      ${faults.slice(0, 4).join('\n      ')}`);
}

const lineOf = (f: Finding): string => `${f.severity} ${f.rule} ${f.cells.filter((c) => c.role !== 'same').map((c) => `${c.sheet}!${c.address}`).join(' ')}`;
const cellsOf = (f: Finding): Set<string> => new Set(f.cells.map((c) => `${c.sheet}!${c.address}`));
const isOf = (f: Finding, { rule }: Saying): boolean => rule.split('|').includes(f.rule);
const brief = (f: Finding): string => `${f.severity} ${f.rule} ${f.message.slice(0, 140)}`;

export function judge(base: Base, planted: Planted, report: WorkbookReport): { missed: string[]; untrue: string[]; poorer: string[] } {
  const [ids, lines] = [new Set(base.report.findings.map((f) => f.id)), new Set(base.report.findings.map(lineOf))];
  const fresh = report.findings.filter((f) => !lines.has(lineOf(f)) && !(ids.has(f.id) && planted.says === undefined));
  const says = planted.says ?? [];
  const answers = (f: Finding): boolean => says.some((s) => isOf(f, s) && s.at.some((at) => cellsOf(f).has(at)));
  const missed = says.filter((s) => !report.findings.some((f) => isOf(f, s) && s.at.some((at) => cellsOf(f).has(at)))).map((s) => `${s.rule} at ${s.at.slice(0, 3).join(' ')}`);
  // A finding of the base that has taken in the planted cell is that finding still, and so is what is left of one.
  const isPart = (f: Finding): boolean => f.cells.length > 0 && base.report.findings.some((b) => b.rule === f.rule && b.cells.length > f.cells.length && [...cellsOf(f)].every((c) => cellsOf(b).has(c)));
  const untrue = fresh.filter((f) => !answers(f) && !(planted.mayToo?.(f) ?? false) && !ids.has(f.id) && !isPart(f)).map(brief);
  const now = new Set([...report.findings.map(lineOf), ...report.findings.map((f) => f.id)]);
  const gone = planted.mayGo ? [] : base.report.findings.filter((f) => !now.has(lineOf(f)) && !now.has(f.id) && !fresh.some((n) => n.rule === f.rule && [...cellsOf(f)].every((c) => cellsOf(n).has(c)))).map((f) => `gone: ${brief(f)}`);
  return { missed, untrue, poorer: [...gone, ...notesAmiss(base, planted, report), ...undecided(base, planted, report)] };
}

function notesAmiss(base: Base, { notes }: Planted, report: WorkbookReport): string[] {
  if (notes === undefined) return [];
  const more = report.notes.filter((n) => !base.report.notes.includes(n));
  return [...notes.filter((n) => !more.some((m) => n.test(m))).map((n) => `no note ${n.source}`), ...more.filter((m) => !notes.some((n) => n.test(m))).map((m) => `note: ${m}`)];
}

const decided = ({ outcomes }: WorkbookReport): number => outcomes.consistent + outcomes.inconsistent + outcomes.rounding;

function undecided(base: Base, planted: Planted, report: WorkbookReport): string[] {
  return planted.decidesAll && decided(report) < decided(base.report) ? [`decides ${decided(report)} of ${decided(base.report)}`] : [];
}

/** The table for people. */
export function printKinds(results: readonly KindResult[], details: number): string {
  const line = (cells: readonly (string | number)[]): string => cells.map((c, i) => (i === 0 ? String(c).padEnd(44) : String(c).padStart(9))).join('');
  const rate = (r: KindResult): string => (r.cases === 0 ? '-' : `${((100 * r.right) / r.cases).toFixed(1)} %`);
  const all = results.reduce((sum, r) => ({ cases: sum.cases + r.cases, right: sum.right + r.right }), { cases: 0, right: 0 });
  return [
    line(['kind', 'cases', 'right', '', 'missed', 'untrue', 'poorer']),
    ...results.map((r) => line([r.name, r.cases, r.right, rate(r), r.missed, r.untrue, r.poorer])),
    line(['all', all.cases, all.right, all.cases === 0 ? '-' : `${((100 * all.right) / all.cases).toFixed(2)} %`]),
    '',
    ...results.flatMap((r) => r.examples.slice(0, details)),
  ].join('\n');
}
