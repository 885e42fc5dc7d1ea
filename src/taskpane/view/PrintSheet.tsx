import { useEffect, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import { tableName } from '../state';
import { usePaneState, useTexts } from './paneContext';
import { PrintedFindings } from './PrintedFindings';
import { PrintedUnchecked } from './PrintedUnchecked';

/** What Ctrl+P prints: not the window with its scroll bars, but everything the audit has to say, to be filed. */
export function PrintSheet() {
  const printing = usePrinting();
  return printing ? createPortal(<Sheet />, document.body) : null;
}

/** Made only when it is printed: a report may hold thousands of lines. */
function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const begin = (): void => flushSync(() => setPrinting(true));
    const end = (): void => setPrinting(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  return printing;
}

function Sheet() {
  const texts = useTexts();
  const report = usePaneState((state) => state.report);
  const audited = usePaneState((state) => state.audited);
  return (
    <article className="gouji-print" lang={texts.language === 'zh' ? 'zh-CN' : 'en'}>
      <h1>{texts.printTitle}</h1>
      {report && <Head />}
      {report && audited ? (
        <>
          <PrintedFindings />
          <PrintedUnchecked />
          <p className="gouji-signature">{texts.printSigned}</p>
        </>
      ) : <p>{texts.printNothing}</p>}
    </article>
  );
}

/** Whose workbook, which year, when, and what it came to. */
function Head() {
  const texts = useTexts();
  const report = usePaneState((state) => state.report);
  if (!report) return null;
  const { outcomes } = report;
  const lines: readonly (readonly [string, string])[] = [
    [texts.printUnit, report.unit ?? texts.unknownUnit],
    [texts.printFile, report.file],
    [texts.family, [report.familyName, report.year === null ? '' : texts.year(report.year)].filter(Boolean).join(' ')],
    [texts.printTables, report.tables.map((table) => tableName(table)).join(texts.listComma)],
    [texts.printDate, today()],
    [texts.printOutcomes, (['consistent', 'inconsistent', 'rounding', 'notApplicable', 'insufficient'] as const).map((outcome) => `${texts[outcome]} ${outcomes[outcome]}`).join(' · ')],
  ];
  return (
    <table>
      <tbody>
        {lines.map(([name, value]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** As 2026-03-01, in the user's own time zone. */
function today(): string {
  const now = new Date();
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
