/**
 * Changes XML parts and contents of cells of valid workbooks, reads and audits the result. Every file must be read or
 * refused with a `FileError`, in three seconds; what the change does not touch must be there unchanged, and what cannot
 * be read any more must be said. `vite-node test/fuzz/parts.ts -- COUNT [SEED]`
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { createAuditor, openAudit } from '../../src/audit/audit';
import { cellAddress, CellKind, type SheetSnapshot, type WorkbookSnapshot } from '../../src/audit/workbook';
import { FileError, readWorkbook } from '../../src/files';
import { Random } from '../files/random';
import { changeCell, changePart, type Change } from './partChanges';

const SLOWEST_MS = 3000;
const MOST_CHANGES = 6;

interface Base {
  readonly name: string;
  readonly parts: Record<string, Uint8Array>;
  readonly snapshot: WorkbookSnapshot;
}

async function basesOf(folders: readonly string[]): Promise<Base[]> {
  const files = folders.flatMap((folder) => readdirSync(folder).filter((f) => f.endsWith('.xlsx')).map((f) => join(folder, f))).filter((file) => !file.includes('password'));
  return Promise.all(files.map(async (name) => {
    const bytes = new Uint8Array(readFileSync(name));
    return { name, parts: unzipSync(bytes), snapshot: await readWorkbook(bytes, name) };
  }));
}

/** "表6!E16" → kind and value of each cell that holds anything. */
function contents({ sheets, strings }: WorkbookSnapshot): Map<string, string> {
  const found = new Map<string, string>();
  for (const sheet of sheets) {
    forEachCell(sheet, (i, address) => {
      const text = sheet.texts[i] >= 0 ? strings[sheet.texts[i]] : '';
      if (sheet.kinds[i] === CellKind.number || text !== '') found.set(`${sheet.name}!${address}`, `${sheet.kinds[i]}|${sheet.numbers[i]}|${text}`);
    });
  }
  return found;
}

function forEachCell(sheet: SheetSnapshot, look: (cell: number, address: string) => void): void {
  sheet.rowNumbers.forEach((row, r) => {
    for (let i = sheet.rowStart[r]; i < sheet.rowStart[r + 1]; i++) look(i, cellAddress(row, sheet.columns[i]));
  });
}

/** What was lost without a word: cells beyond the changed ones, or a changed one that held something. */
function silentLoss(before: WorkbookSnapshot, after: WorkbookSnapshot, { sheet, addresses, leaves }: Change): string | null {
  if (after.repairs.length > 0 || sheet === null) return null;
  const now = contents(after);
  for (const [place, value] of contents(before)) {
    const at = place.lastIndexOf('!');
    const isTouched = place.slice(0, at) === sheet && (addresses === 'all' || addresses.includes(place.slice(at + 1)));
    if (!isTouched && now.get(place) !== value) return `${place}: ${value} became ${now.get(place) ?? 'blank'}`;
    if (isTouched && leaves && !now.has(place)) return `${place}: ${leaves} became blank`;
  }
  return null;
}

const random0 = Number(process.argv.filter((a) => a !== '--')[3] ?? 1);
const count = Number(process.argv.filter((a) => a !== '--')[2] ?? 200);
const bases = await basesOf(['test/fixtures', 'test/fixtures/forms', 'test/fixtures/faults']);
const auditor = createAuditor();
const tally = { read: 0, repaired: 0, refused: 0, slowest: 0 };
const faults: string[] = [];
for (let i = 0; i < count; i++) {
  const random = new Random(random0 * 1_000_003 + i);
  const base = random.pick(bases);
  const parts = { ...base.parts };
  const many = random.chance(0.4) ? 1 + random.below(MOST_CHANGES) : 1;
  let change: Change | null = null;
  for (let k = 0; k < many; k++) {
    change = random.chance(0.7) ? changeCell(parts, base.snapshot, random) : changePart(parts, random);
    parts[change.part] = strToU8(change.make(strFromU8(parts[change.part])));
  }
  const words = `seed ${random0}.${i} ${base.name} ${change?.what ?? ''}`;
  // Time of the processor: other work on the machine is no matter of the file.
  const start = process.cpuUsage();
  try {
    const snapshot = await readWorkbook(zipSync(parts, { level: 1 }), 'fuzz.xlsx');
    const { report } = openAudit(snapshot, {}, auditor);
    JSON.stringify(report);
    tally.read++;
    if (snapshot.repairs.length > 0) tally.repaired++;
    if (snapshot.repairs.length > report.notes.length) faults.push(`${words}: a repair without a note`);
    const loss = many === 1 && change ? silentLoss(base.snapshot, snapshot, change) : null;
    if (loss !== null) faults.push(`${words}: ${loss}`);
  } catch (error) {
    if (error instanceof FileError) tally.refused++;
    else faults.push(`${words}: ${error instanceof Error ? error.stack ?? error.message : String(error)}`);
  }
  const { user, system } = process.cpuUsage(start);
  const took = (user + system) / 1000;
  tally.slowest = Math.max(tally.slowest, Math.round(took));
  if (took > SLOWEST_MS) faults.push(`${words}: ${Math.round(took)} ms`);
}
process.stdout.write(`${count} workbooks: ${tally.read} read (${tally.repaired} repaired), ${tally.refused} refused, slowest ${tally.slowest} ms\n${faults.slice(0, 20).join('\n')}\n`);
if (faults.length > 0) process.exitCode = 1;
