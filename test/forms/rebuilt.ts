import type { Finding, WorkbookReport } from '../../src/audit/report/model';
import { parseCellAddress } from '../../src/audit/workbook';
import { freeze, thaw } from '../generate/grid';
import { Random } from '../generate/random';
import { ARTEFACTS, Traced, anatomyOf } from './artefacts';
import { brief } from './judge';
import type { Audit } from './measure';
import type { Named } from './real';
import { Tally, type Note } from './tally';

export interface RebuiltResult {
  /** Workbooks with one artefact, and those of them without an error that the untouched workbook does not have. */
  readonly byArtefact: Tally;
  readonly byFile: Tally;
  readonly errors: number;
  readonly notes: readonly Note[];
}

/** Every artefact on each sheet of each workbook (at most `perFile` sheets, by chance): an error on a cell that had none is false. */
export function measureRebuilt(audit: Audit, workbooks: Iterable<Named>, seed: string, perFile: number): RebuiltResult {
  const [byArtefact, byFile] = [new Tally(), new Tally()];
  const notes: Note[] = [];
  let errors = 0;
  for (const { name, snapshot } of workbooks) {
    const known = accused(audit(snapshot));
    const random = new Random(`${seed} ${name}`);
    for (const [artefact, apply] of Object.entries(ARTEFACTS)) {
      const sheets = thaw(snapshot).sheets.flatMap((s, i) => (anatomyOf(s) ? [i] : []));
      for (let n = Math.min(perFile, sheets.length); n > 0; n--) {
        const [index] = sheets.splice(random.int(0, sheets.length - 1), 1);
        const workbook = thaw(snapshot);
        const traced = workbook.sheets.map((s) => new Traced(s));
        const at = anatomyOf(workbook.sheets[index]);
        if (!at || !apply(traced[index], at, random)) continue;
        const fresh = audit(freeze(workbook)).findings.filter((f) => isNew(f, known, traced));
        byArtefact.add(artefact, fresh.length === 0);
        byFile.add(name, fresh.length === 0);
        errors += fresh.length;
        for (const finding of fresh) notes.push({ seed, place: name, text: `${artefact}, ${workbook.sheets[index].name}: ${brief(finding)}` });
      }
    }
  }
  return { byArtefact, byFile, errors, notes };
}

const isError = (f: Finding): boolean => f.severity === 'error' && !f.rule.startsWith('M1');
const accused = (report: WorkbookReport): ReadonlySet<string> => new Set(report.findings.filter(isError).flatMap((f) => f.cells.map((c) => `${c.sheet}!${c.address.replaceAll('$', '')}`)));

function isNew(finding: Finding, known: ReadonlySet<string>, traced: readonly Traced[]): boolean {
  if (!isError(finding)) return false;
  return !finding.cells.some(({ sheet, address }) => {
    const at = parseCellAddress(address.replaceAll('$', '').split(':')[0]);
    const origin = at && traced.find((t) => t.sheet.name === sheet)?.origin(at.row, at.column);
    return typeof origin === 'string' && known.has(origin);
  });
}
