import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createAuditor, openAudit } from '../../src/audit/audit';
import { auditNarrative } from '../../src/audit/narrative';
import { readWorkbook } from '../../src/files';

/** A line a document: how many figures are proved, wrong, unchecked. FOLDER holds NAME.xlsx and narrative/NAME.txt. */
export async function figures(folder: string): Promise<void> {
  const auditor = createAuditor();
  for (const file of readdirSync(join(folder, 'narrative')).filter((f) => f.endsWith('.txt')).sort()) {
    const name = file.slice(0, -4);
    const book = [join(folder, `${name}.xlsx`), join(folder, 'narrative', `${name}.xlsx`)].find((path) => existsSync(path));
    if (book === undefined) continue;
    const workbook = await readWorkbook(new Uint8Array(readFileSync(book)), `${name}.xlsx`);
    const { state } = openAudit(workbook, {}, auditor);
    const text = { file, paragraphs: readFileSync(join(folder, 'narrative', file), 'utf8').split('\n') };
    const options = { chart: auditor.chart, recognition: state.recognition, workbook, year: state.year };
    for (let i = 0; i < 5; i++) auditNarrative(text, options);
    const start = performance.now();
    const { ledger, drafts } = auditNarrative(text, options);
    const time = performance.now() - start;
    const money = ledger.filter((e) => e.kind !== 'count');
    const of = (status: string): number => money.filter((e) => e.status === status).length;
    const by = (severity: string): number => drafts.filter((d) => d.severity === severity).length;
    console.log(
      `${name.padEnd(20)} numbers ${String(money.length).padStart(4)}  proved ${String(of('proved')).padStart(4)}  wrong ${String(of('wrong')).padStart(3)}  unchecked ${String(of('unchecked')).padStart(3)}` +
        `  covered ${((100 * (of('proved') + of('wrong'))) / Math.max(1, money.length)).toFixed(1).padStart(5)}%  errors ${by('error')} warnings ${by('warning')} hints ${by('hint')}  ${time.toFixed(1)} ms`,
    );
}
}
