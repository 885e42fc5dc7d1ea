import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createAuditor, openAudit } from '../../src/audit/audit';
import { FileError, readWorkbook } from '../../src/files';
import { HOSTILE_FILES } from '../hostile/set';

/** Writes one hostile file at full size; answers its path. */
export function makeHostile(name: string, folder: string): string {
  const file = HOSTILE_FILES.find((one) => one.name === name);
  if (!file) throw new Error(`no hostile file ${name}`);
  const path = join(folder, name);
  writeFileSync(path, file.make(true));
  return path;
}

export interface HostileRun {
  /** "refused: CODE" or "audited". */
  readonly answer: string;
  /** Processor time. */
  readonly seconds: number;
  readonly peakMB: number;
}

/** Reads and audits one file in this process, which has done nothing else. */
export async function runHostile(path: string): Promise<HostileRun> {
  const bytes = readFileSync(path);
  const start = process.cpuUsage();
  let answer = 'audited';
  try {
    openAudit(await readWorkbook(bytes, path), {}, createAuditor());
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    answer = `refused: ${error.code}`;
  }
  const { user, system } = process.cpuUsage(start);
  return { answer, seconds: (user + system) / 1e6, peakMB: Math.round(process.resourceUsage().maxRSS / 1024) };
}

export const hostileNames = (): string[] => HOSTILE_FILES.map((file) => file.name);
