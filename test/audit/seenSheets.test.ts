import { expect, it } from 'vitest';
import { createAuditor, openAudit } from '../../src/audit/audit';
import { CellKind, gridsOf, SeenSheets, withCells, type SheetSnapshot, type WorkbookSnapshot } from '../../src/audit/workbook';
import { FORMS, HABITS, makeForm } from '../generate/places';
import { example, generated } from './support/fixtures';

const plain = createAuditor();
const many = createAuditor({ isForMany: true });
const reportOf = (workbook: WorkbookSnapshot, auditor = plain): string => JSON.stringify(openAudit(workbook, {}, auditor).report);

/** The workbook as another reader would have listed its texts, with one figure of a sheet 1 元 larger. */
function sentAgain(workbook: WorkbookSnapshot, changed: number): WorkbookSnapshot {
  const sheet = workbook.sheets[changed];
  const cell = sheet.kinds.findIndex((kind, i) => kind === CellKind.number && Math.abs(sheet.numbers[i]) > 50);
  const row = sheet.rowNumbers[[...sheet.rowStart].filter((start) => start <= cell).length - 1];
  const shifted = { ...workbook, strings: ['', ...workbook.strings], sheets: workbook.sheets.map((one) => ({ ...one, texts: one.texts.map((text) => (text < 0 ? text : text + 1)) })) };
  return cell < 0 ? shifted : withCells(shifted, [{ cell: { sheet: changed, row, column: sheet.columns[cell] }, content: { kind: 'number', value: sheet.numbers[cell] + 1 } }]);
}

it('comes to the same report where sheets stood in other workbooks, and after an edit there', async () => {
  const torn = HABITS.filter(({ id }) => id === 'torn-bare');
  const forms = FORMS.filter(({ id }) => ['hunan', 'final-2024', 'yunnan-final'].includes(id)).map((form) => makeForm(form, '1', torn));
  expect(forms).toHaveLength(3);
  for (const book of [await example('002'), ...generated(3).map(({ snapshot }) => snapshot), ...forms]) {
    const last = book.sheets.length - 1;
    for (const one of [book, sentAgain(book, last), sentAgain(book, 1), book]) expect(reportOf(one, many)).toBe(reportOf(one));
    const [seen, alone] = [openAudit(book, {}, many), openAudit(book, {}, plain)];
    const at = { sheet: 0, row: 1, column: 0 };
    for (const content of [{ kind: 'text', value: '别处没有的话' } as const, { kind: 'number', value: 7 } as const, null]) {
      expect(JSON.stringify(seen.apply([{ cell: at, content }]))).toBe(JSON.stringify(alone.apply([{ cell: at, content }])));
    }
  }
});

it('is the same grid for the same cells only', async () => {
  const book = await example('002');
  const seen = new SeenSheets();
  const first = seen.same(gridsOf(book));
  const again = sentAgain(book, 5);
  expect(seen.same(gridsOf(again)).map((grid, i) => grid === first[i])).toEqual(book.sheets.map((_, i) => i !== 5));
  const otherwise = (change: Partial<SheetSnapshot>): WorkbookSnapshot => ({ ...book, sheets: book.sheets.map((sheet, i) => (i === 6 ? { ...sheet, ...change } : sheet)) });
  const [sheet] = book.sheets.slice(6);
  const changes: Partial<SheetSnapshot>[] = [
    { name: '改名' }, { visibility: 'hidden' }, { isProtected: true }, { merges: [] }, { hiddenRows: [{ from: 3, to: 3 }] }, { frozen: { rows: 9, columns: 0 } }, { formulas: new Map([[0, 'A1']]) },
    { formats: sheet.formats.map((format, i) => (i === 9 ? (format + 1) % book.numberFormats.length : format)) }, { columns: sheet.columns.map((column, i) => (i === 0 ? column + 1 : column)) },
    { kinds: sheet.kinds.map((kind, i) => (i === 0 ? CellKind.error : kind)) }, { texts: sheet.texts.map((text, i) => (i === sheet.texts.findIndex((t) => t >= 0) ? (text + 1) % book.strings.length : text)) },
  ];
  for (const change of changes) expect(seen.same(gridsOf(otherwise(change)))[6], Object.keys(change)[0]).not.toBe(first[6]);
  expect(seen.same(gridsOf({ ...book, sheets: [book.sheets[6]] }))[0]).not.toBe(first[6]);
});

it('lets old sheets go, and does not keep large ones', async () => {
  const { sheets: [, , , only], ...rest } = await example('003');
  const book = { ...rest, sheets: [only] };
  const seen = new SeenSheets(300);
  const [first] = seen.same(gridsOf(book));
  expect(seen.same(gridsOf(book))[0]).toBe(first);
  for (let i = 0; i < 20; i++) seen.same(gridsOf({ ...book, sheets: [{ ...only, name: `另 ${i}` }] }));
  expect(seen.same(gridsOf(book))[0]).not.toBe(first);
  const large = gridsOf({ ...book, sheets: [{ ...only, rowNumbers: Uint32Array.from({ length: 9_000 }, (_, i) => i), rowStart: Uint32Array.from({ length: 9_001 }, (_, i) => i), columns: new Uint16Array(9_000), kinds: new Uint8Array(9_000).fill(1), numbers: new Float64Array(9_000), texts: new Int32Array(9_000).fill(-1), formats: new Uint16Array(9_000) }] });
  expect(seen.same(large)[0]).toBe(large[0]);
  expect(seen.same(gridsOf({ ...book, sheets: [large[0].sheet] }))[0]).not.toBe(large[0]);
});
