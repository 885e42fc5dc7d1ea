import type { Invocation } from '../arguments';
import { asError } from '../asError';
import { CliError } from '../cliError';
import type { CliIo } from '../io';
import { shareOut, threadHelper, type Helper } from '../pool';
import type { InputFile } from '../reading';
import { errorTexts } from '../texts';
import { checkCopies, failedOutcome, type CheckSetup, type FileOutcome } from './checkFile';
import { copiesTogether } from './copies';
import { Progress } from './progress';
import type { CheckData } from './serveChecks';

/** With fewer files a worker is not worth its start. */
const FEWEST_FOR_A_WORKER = 12;

/** So many files are worth settings of their own. */
const MANY = 2 * FEWEST_FOR_A_WORKER;

/** Checks the files in this thread and, where there are many, in workers beside it; outcomes in the order of the files, null for those that Ctrl+C left out. `taken` is given the JSON of each file, by its place. */
export async function checkAll(files: readonly InputFile[], setup: CheckSetup, io: CliIo, taken: (place: number, json: Uint8Array | null) => void): Promise<readonly (FileOutcome | null)[]> {
  const { invocation, folderFile } = setup;
  const groups = copiesTogether(files);
  if (groups.length >= MANY) io.expectMany();
  const progress = new Progress(io, invocation, files.length);
  const lostOne = (file: InputFile, cause: unknown): FileOutcome =>
    failedOutcome(asError(new CliError('memory', errorTexts.workerLost(file.shown), file.shown, { cause }), file.shown, invocation, io), { path: file.shown, size: 0, digest: file.shown, changed: '' }, folderFile);
  const places = new Map(files.map((file, place) => [file, place] as const));
  const found = await shareOut<readonly InputFile[], readonly FileOutcome[]>(groups, {
    here: (group) => checkCopies(group, setup, io),
    lost: (group, cause) => group.map((file) => lostOne(file, cause)),
    helpers: helpersFor(groups.length, setup, invocation, io),
    begin: (group) => {
      for (const file of group) progress.begin(file.shown);
    },
    done(group, outcomes) {
      if (invocation.format !== 'json') return outcomes;
      progress.end();
      return outcomes.map((outcome, i) => {
        taken(places.get(group[i]) ?? -1, outcome.json);
        return { ...outcome, json: null };
      });
    },
    // One file is over in a moment, or it hangs: then Ctrl+C ends at once.
    stop: files.length > 1 ? io.stopSignal() : new AbortController().signal,
  });
  progress.end();
  const outcomes = new Map(groups.flatMap((group, g) => group.map((file, i) => [file, found[g]?.[i] ?? null] as const)));
  return files.map((file) => outcomes.get(file) ?? null);
}

function helpersFor(files: number, { auditor, folderFile, date }: CheckSetup, invocation: Invocation, io: CliIo): readonly (() => Helper<readonly InputFile[], readonly FileOutcome[]>)[] {
  const wanted = Math.min((invocation.jobs ?? io.cores) - 1, Math.floor(files / FEWEST_FOR_A_WORKER));
  const data: CheckData = { serves: 'checks', invocation, options: auditor.options, folderFile, date, cwd: io.cwd };
  return Array.from({ length: Math.max(0, wanted) }, () => () => {
    const worker = io.startWorker(data);
    return worker === null ? nobody : threadHelper<readonly InputFile[], readonly FileOutcome[]>(worker);
  });
}

/** Where no worker can be started. */
const nobody: Helper<readonly InputFile[], readonly FileOutcome[]> = { post: () => undefined, listen: () => undefined, close: async () => undefined };
