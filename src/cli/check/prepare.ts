import { createAuditor } from '../../audit/audit';
import type { ReportError } from '../../audit/report/model';
import { emptyFolderFile, mergeFolderFiles, type FolderFile, type RosterEntry } from '../../desk';
import type { Invocation } from '../arguments';
import { asError } from '../asError';
import type { CliIo } from '../io';
import { readExplanations, type InputFile } from '../reading';
import { reportTexts } from '../texts';
import type { CheckSetup } from './checkFile';
import { loadChart } from './loadChart';
import { loadRoster } from './loadRoster';
import { loadRuleFiles } from './loadRules';

export interface Setup extends CheckSetup {
  /** What was loaded, in a line each. */
  readonly remarks: readonly string[];
  readonly roster: readonly RosterEntry[] | null;
}

/** Chart, rules, explanations and roster, made once for all files; null where chart, rules or explanations have mistakes (then nothing is checked). */
export async function prepare(invocation: Invocation, io: CliIo, errors: ReportError[], found: readonly InputFile[]): Promise<Setup | null> {
  const { lang, year } = invocation;
  const texts = reportTexts[lang];
  const remarks: string[] = [];
  const loaded = async <T>(file: string | null, load: (file: string) => Promise<T> | T): Promise<T | null> => {
    if (file === null) return null;
    try {
      return await load(file);
    } catch (error) {
      errors.push(asError(error, file, invocation, io));
      return null;
    }
  };
  const rules = loadRuleFiles(invocation.rules, io.cwd, lang);
  errors.push(...rules.errors);
  if (invocation.rules.length > 0) remarks.push(texts.ownRules(invocation.rules.join(texts.list), rules.rules.length));
  const official = await loaded(invocation.chart, (file) => loadChart(file, io, year));
  if (official !== null && invocation.chart !== null) {
    const codes = Object.values(official.codes).reduce((n, map) => n + map.size, 0);
    remarks.push(texts.chart(invocation.chart, codes, official.skippedRows.length));
  }
  const named: FolderFile[] = [];
  for (const file of invocation.explanations) named.push((await loaded(file, (each) => readExplanations(each, io.cwd))) ?? emptyFolderFile);
  if (errors.length > 0) return null;
  // A roster says who is missing; files can be audited without it.
  const roster = await loaded(invocation.roster, (file) => loadRoster(file, io));
  const auditor = createAuditor({
    lang,
    isForMany: true,
    rules: rules.rules,
    ...(year === null ? {} : { year }),
    ...(invocation.family === null ? {} : { family: invocation.family }),
    ...(official ? { official } : {}),
  });
  const folderFile = named.length > 0 ? named.reduce(mergeFolderFiles) : lyingAround(found, invocation, io, remarks);
  return { auditor, remarks, folderFile, roster, invocation, date: io.today() };
}

/**
 * Explanations that lie in the folder, unasked for. Whoever handed in the folder may have put them there: they are shown beside
 * their findings, which still count, and no decision is taken from them.
 */
function lyingAround(found: readonly InputFile[], { lang }: Invocation, io: CliIo, remarks: string[]): FolderFile {
  const texts = reportTexts[lang];
  const files = found.flatMap(({ shown, path }) => {
    try {
      const { workbooks } = readExplanations(path, io.cwd);
      remarks.push(texts.folderFile(shown));
      return [workbooks];
    } catch {
      remarks.push(texts.folderFileBad(shown));
      return [];
    }
  });
  const theirs = files.flatMap((workbooks) =>
    Object.entries(workbooks).map(([name, explained]) => [name, Object.fromEntries(Object.entries(explained).map(([id, one]) => [id, { ...one, isTheirs: true }]))] as const),
  );
  return { ...emptyFolderFile, workbooks: Object.fromEntries(theirs) };
}
