import { randomBytes } from 'node:crypto';
import { accessSync, chmodSync, closeSync, constants, fsyncSync, lstatSync, openSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { OutputPart } from './outputPart';

/** Where a report may go: a regular file (there or not yet), or a device or pipe, which is written to and never replaced. */
export interface Target {
  readonly kind: 'file' | 'stream';
  readonly path: string;
  /** Permissions of the file that is there; null where there is none. */
  readonly mode: number | null;
}

/** What stands at a path, links followed. Throws errors of the file system for what cannot be written. */
export function settleTarget(path: string): Target {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) {
    // A link that points at nothing would be replaced by a file.
    if (lstatSync(path, { throwIfNoEntry: false }) !== undefined) throw failure('ENOENT');
    const folder = dirname(path);
    if (!statSync(folder).isDirectory()) throw failure('ENOTDIR');
    return { kind: 'file', path: join(realpathSync(folder), basename(path)), mode: null };
  }
  if (found.isDirectory()) throw failure('EISDIR');
  accessSync(path, constants.W_OK);
  return found.isFile() ? { kind: 'file', path: realpathSync(path), mode: found.mode & 0o777 } : { kind: 'stream', path, mode: null };
}

/** Writes a whole file: beside the file first, then renamed over it, so that nobody meets half of it. */
export function replaceFile(path: string, content: Uint8Array | Generator<OutputPart>): void {
  // Asked again: what stands there may have changed while the work was done.
  const target = settleTarget(path);
  if (target.kind === 'stream') {
    return writeStream(path, content);
  }
  const temporary = join(dirname(target.path), `.gouji-${randomBytes(8).toString('hex')}.tmp`);
  const file = openSync(temporary, 'wx');
  try {
    try {
      writeParts(file, content);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    if (target.mode !== null) chmodSync(temporary, target.mode);
    renameSync(temporary, target.path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** A device, or a pipe once somebody reads it: opened as usual, a pipe without a reader would be waited for for ever. */
function writeStream(path: string, content: Uint8Array | Generator<OutputPart>): void {
  const probe = openReadPipe(path);
  try {
    const stream = openSync(path, 'w');
    try {
      writeParts(stream, content);
    } finally {
      closeSync(stream);
    }
  } finally {
    closeSync(probe);
  }
}

/** How long a reader is waited for, and how long between two looks, in ms. */
const READER_MS = 2_000;
const LOOK_MS = 50;

/** Throws ENXIO where nobody reads the pipe. */
function openReadPipe(path: string): number {
  for (let waited = 0; ; waited += LOOK_MS) {
    try {
      return openSync(path, constants.O_WRONLY | constants.O_NONBLOCK);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENXIO' || waited >= READER_MS) throw error;
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LOOK_MS);
  }
}

function writeParts(file: number, content: Uint8Array | Generator<OutputPart>): void {
  for (const part of content instanceof Uint8Array ? [content] : content) writeFileSync(file, part);
}

const failure = (code: string): NodeJS.ErrnoException => Object.assign(new Error(code), { code });
