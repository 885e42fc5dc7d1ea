import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import type { ReportError, WorkbookReport } from '../../audit/report/model';
import { TOOL } from '../../audit/version';
import { cleanJson, escapedJson } from './cleanText';
import type { OutputPart } from './outputPart';

const EMPTY_LIST = '"workbooks": []';

/** What stands before and behind a value in two lists, where it is indented as deep as a workbook is. */
const BEFORE = '[\n  [\n    '.length;
const AFTER = '\n  ]\n]'.length;

/** How a workbook ends. It goes out with the next one, so that what has gone out are whole lines. */
const END = '    }';

/** So many workbooks wait as they are. */
const FEW = 32;

/** The same words stand in it over and over: the fastest packing leaves a tenth, in a sixth of the time that the text takes to be made. */
const PACKING = { params: { [constants.BROTLI_PARAM_QUALITY]: 1, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT } };

/** One workbook of the report, clean and in UTF-8. */
export function workbookJson(report: WorkbookReport): Uint8Array {
  return new TextEncoder().encode(escapedJson([[report]]).slice(BEFORE, -AFTER));
}

interface Waiting {
  readonly bytes: Uint8Array;
  readonly isPacked: boolean;
}

/**
 * The report as docs/report.md describes it; two spaces, a line feed at the end. Workbooks come as they are audited and go out in their order, each as soon
 * as those before it have; what has to wait is packed, so that thousands find room.
 */
export class JsonReport {
  private readonly waiting = new Map<number, Waiting>();
  private plain = 0;
  private next = 0;
  private hasBegun = false;

  /** `out`: where what is due may go at once; null where nothing goes out before the end. */
  constructor(private readonly out: ((part: OutputPart) => void) | null) {}

  /** The workbook of the file at this place, 0…; null where it has none. */
  add(place: number, workbook: Uint8Array | null): void {
    const waits = this.out === null || place !== this.next;
    const isPacked = workbook !== null && waits && this.plain >= FEW;
    if (!isPacked) this.plain++;
    this.waiting.set(place, { bytes: workbook === null ? NOTHING : isPacked ? packed(workbook) : workbook, isPacked });
    if (this.out === null) return;
    for (; this.waiting.has(this.next); this.next++) for (const part of this.take(this.next)) this.out(part);
  }

  /** What has not gone out yet. Of files that were left out nothing came. */
  *end(errors: readonly ReportError[]): Generator<OutputPart> {
    for (const place of [...this.waiting.keys()].sort((a, b) => a - b)) yield* this.take(place);
    const frame = frameOf(errors);
    yield this.hasBegun ? `${END}\n  ${frame.slice(placeIn(frame))}` : frame;
  }

  private *take(place: number): Generator<OutputPart> {
    const found = this.waiting.get(place);
    this.waiting.delete(place);
    if (!found) return;
    if (!found.isPacked) this.plain--;
    if (found.bytes.length === 0) return;
    const frame = frameOf([]);
    yield this.hasBegun ? `${END},\n    ` : `${frame.slice(0, placeIn(frame))}\n    `;
    this.hasBegun = true;
    yield (found.isPacked ? brotliDecompressSync(found.bytes) : found.bytes).subarray(0, -END.length);
  }
}

const NOTHING = new Uint8Array(0);

/** The report without its workbooks, and where these stand in it. */
const frameOf = (errors: readonly ReportError[]): string => cleanJson({ tool: TOOL, workbooks: [], errors });
const placeIn = (frame: string): number => frame.indexOf(EMPTY_LIST) + EMPTY_LIST.length - 1;

function packed(workbook: Uint8Array): Uint8Array {
  const { buffer, byteOffset, length } = brotliCompressSync(workbook, PACKING);
  return new Uint8Array(buffer, byteOffset, length).slice();
}
