import { fileNameKind, mayBeChecklist } from '../../desk';
import type { CellEntry } from '../../host/memory';
import type { Ignored } from './model';
import { isProseName } from './pairing';

/** A file on its way in. */
export interface IncomingFile {
  readonly name: string;
  /** With the folders it was dropped with; the name where it came alone. */
  readonly path?: string;
  /** Bytes; 0 where unknown. */
  readonly size?: number;
  /** Last change as ISO 8601. */
  readonly changed?: string;
  readonly isExample?: boolean;
  readonly bytes: () => Promise<Uint8Array>;
  /** What was typed over it on an earlier visit. */
  readonly edits?: readonly CellEntry[];
  /** It was listed on an earlier visit. */
  readonly isKept?: true;
  /** The file itself, to be kept over a reload. */
  readonly blob?: Blob;
}

export interface Arrivals {
  readonly workbooks: readonly IncomingFile[];
  readonly proses: readonly IncomingFile[];
  /** `gouji-情况说明.json`. */
  readonly folderFiles: readonly IncomingFile[];
  readonly ignored: Ignored;
}

export const pathOf = ({ path, name }: IncomingFile): string => path ?? name;

/** What a drop holds. Of a folder only what a name promises is read; a file that was handed over by itself is tried whatever it is called. */
export function arrivalsOf(files: readonly IncomingFile[]): Arrivals {
  const arrivals = { workbooks: [] as IncomingFile[], proses: [] as IncomingFile[], folderFiles: [] as IncomingFile[], ignored: { lock: 0, temporary: 0, other: 0, checklists: 0 } };
  for (const file of files) {
    const path = pathOf(file);
    const kind = fileNameKind(path);
    if (kind === 'explanations') arrivals.folderFiles.push(file);
    else if (kind === 'lock' || kind === 'temporary') arrivals.ignored[kind]++;
    else if (isProseName(path)) arrivals.proses.push(file);
    else if (kind === 'workbook' || !path.includes('/')) arrivals.workbooks.push(file);
    else arrivals.ignored.other++;
  }
  return arrivals;
}

/** Whether its contents have to say that it is none of our 检查表: it lies in a folder and is called so. */
export const mayBeOwn = (file: IncomingFile): boolean => file.isKept !== true && pathOf(file).includes('/') && mayBeChecklist(pathOf(file));

/** The same without the 检查表 and 汇总表 that lie in a folder; one that was handed over by itself is read like any file. */
export async function withoutChecklists({ workbooks, ignored, ...rest }: Arrivals, isChecklist: (bytes: Uint8Array) => Promise<boolean>): Promise<Arrivals> {
  const own = new Set<IncomingFile>();
  for (const file of workbooks) {
    if (mayBeOwn(file) && (await isChecklist(await file.bytes()))) own.add(file);
  }
  return { ...rest, workbooks: workbooks.filter((file) => !own.has(file)), ignored: { ...ignored, checklists: own.size } };
}

/** Paths tell submissions apart: a second file of the same path gets a number. */
export function freePath(path: string, taken: ReadonlySet<string>): string {
  if (!taken.has(path)) return path;
  const dot = path.lastIndexOf('.');
  const [stem, ending] = dot > path.lastIndexOf('/') ? [path.slice(0, dot), path.slice(dot)] : [path, ''];
  for (let n = 2; ; n++) {
    const free = `${stem} (${n})${ending}`;
    if (!taken.has(free)) return free;
  }
}
