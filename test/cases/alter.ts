/** The example workbooks with one thing done to them, as their files, and what an audit says beyond the example itself. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { createAuditor, openAudit, type Auditor } from '../../src/audit/audit';
import type { WorkbookReport } from '../../src/audit/report/model';
import { readWorkbook } from '../../src/files';
import { EXAMPLES, type Example } from '../audit/support/fixtures';

const auditor: Auditor = createAuditor();
const bytes = new Map(EXAMPLES.map((name) => [name, new Uint8Array(readFileSync(fileURLToPath(new URL(`../fixtures/${name}.xlsx`, import.meta.url))))]));

/** The parts of an example as texts; change them and zip again. */
export class Parts {
  private readonly files: Record<string, Uint8Array>;

  constructor(example: Example) {
    this.files = unzipSync(bytes.get(example) as Uint8Array);
  }

  text(name: string): string {
    return strFromU8(this.files[name]);
  }

  /** Replaces a part; complains where the change changes nothing. */
  change(name: string, with_: (text: string) => string): this {
    const before = this.text(name);
    const after = with_(before);
    if (after === before) throw new Error(`${name} stayed as it was`);
    this.files[name] = strToU8(after);
    return this;
  }

  /** The part of a sheet by its name. */
  sheet(name: string): string {
    const id = new RegExp(`<sheet [^>]*name="${name}"[^>]*r:id="([^"]+)"`).exec(this.text('xl/workbook.xml'))?.[1];
    const target = new RegExp(`<Relationship [^>]*Id="${id}"[^>]*>`).exec(this.text('xl/_rels/workbook.xml.rels'))?.[0];
    const part = target && /Target="([^"]+)"/.exec(target)?.[1];
    if (!part) throw new Error(`no sheet ${name}`);
    return part.startsWith('/') ? part.slice(1) : `xl/${part}`;
  }

  /** Replaces a cell's element; the style stays. */
  cell(sheet: string, address: string, type: string, inside: string): this {
    const element = new RegExp(`<c r="${address}"([^>]*?)(?:/>|>.*?</c>)`, 's');
    return this.change(this.sheet(sheet), (xml) => {
      if (!element.test(xml)) throw new Error(`no cell ${sheet}!${address}`);
      return xml.replace(element, (_, attributes: string) => `<c r="${address}"${attributes.replace(/ t="[^"]*"/, '')}${type === '' ? '' : ` t="${type}"`}>${inside}</c>`);
    });
  }

  zip(): Uint8Array {
    return zipSync(this.files, { level: 1 });
  }
}

export async function auditFile(file: Uint8Array, name = '试.xlsx'): Promise<WorkbookReport> {
  return openAudit(await readWorkbook(file, name), {}, auditor).report;
}

const bases = new Map<Example, Promise<WorkbookReport>>();

export function baseReport(example: Example): Promise<WorkbookReport> {
  const known = bases.get(example) ?? auditFile(bytes.get(example) as Uint8Array, `${example}.xlsx`);
  bases.set(example, known);
  return known;
}

/** Findings as "severity rule cells", those of the example itself left out (and "gone" where one of them is missing). */
export async function beyond(example: Example, report: WorkbookReport): Promise<string[]> {
  const base = (await baseReport(example)).findings.map(line);
  const own = report.findings.map(line);
  return [...own.filter((f) => !base.includes(f)), ...base.filter((f) => !own.includes(f)).map((f) => `gone: ${f}`)];
}

const line = (finding: WorkbookReport['findings'][number]): string =>
  `${finding.severity} ${finding.rule} ${finding.cells.filter((c) => c.role !== 'same').map((c) => `${c.sheet}!${c.address}`).join(' ')}`;
