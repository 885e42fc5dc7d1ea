import { describe, expect, it } from 'vitest';
import { MAX_ROWS, WorkbookBuilder, type WorkbookSnapshot } from '../../src/audit/workbook';
import { readWorkbook, writeWorkbookXlsx } from '../../src/files';
import { withFunctionPrefixes } from '../../src/files/write/futureFunctions';
import { plainOracle, plainSnapshot } from './oracle';

const TEXTS = ['a', ' a ', '\n', 'a\r\nb', '_x000D_', '_x0041', '_x0041\u0001', '\u0000\u001f', '\ud800', 'a\udfff', '😀', '<&>"\'', '__proto__', '_x_', '\ufffe', 'é\u0301'];

function book(fill: (workbook: WorkbookBuilder) => void): WorkbookSnapshot {
  const workbook = new WorkbookBuilder('out.xlsx');
  fill(workbook);
  return workbook.finish();
}

const again = async (snapshot: WorkbookSnapshot): Promise<WorkbookSnapshot> => readWorkbook(writeWorkbookXlsx(snapshot), 'out.xlsx');

describe('writeWorkbookXlsx', () => {
  it('gives back every text exactly, as value, formula result and sheet name', async () => {
    const snapshot = book((workbook) => {
      const sheet = workbook.sheet('a&b "_x0041_"');
      TEXTS.forEach((text, row) => {
        sheet.text(row, 0, text, '@');
        sheet.text(row, 1, text, 'General', `"${text.replace(/"/g, '""')}"&A${row + 1}`);
      });
      workbook.add(sheet.finish());
    });
    expect(plainSnapshot(await again(snapshot))).toEqual(plainSnapshot(snapshot));
  });

  it('gives back numbers to the last bit', async () => {
    const numbers = [0, 0.1, 1 / 3, -1e-300, 1.7976931348623157e308, 5e-324, 123456789.01, 2 ** 53 + 2, 0.07, 1e21];
    const snapshot = book((workbook) => {
      const sheet = workbook.sheet('n');
      numbers.forEach((value, row) => sheet.number(row, 0, value, row % 2 ? '0.00' : '_ * #,##0.00_ ;"负" -0'));
      workbook.add(sheet.finish());
    });
    expect(Array.from((await again(snapshot)).sheets[0].numbers)).toEqual(numbers);
    expect(plainOracle(writeWorkbookXlsx(snapshot))).toEqual(plainSnapshot(snapshot));
  });

  it('keeps sheet properties', async () => {
    const snapshot = book((workbook) => {
      workbook.add(workbook.sheet('空').finish({ visibility: 'veryHidden' }));
      const sheet = workbook.sheet('表');
      sheet.boolean(0, 0, true, 'TRUE()');
      sheet.error(4, 16_383, '#DIV/0!', '1/0');
      workbook.add(
        sheet.finish({
          isProtected: true,
          merges: [{ top: 1, left: 0, bottom: 2, right: 3 }],
          hiddenRows: [{ from: 2, to: 4 }, { from: 9, to: 9 }],
          hiddenColumns: [{ from: 5, to: 16_383 }],
        }),
      );
      workbook.add(workbook.sheet('多数隐藏').finish({ visibility: 'hidden', hiddenRows: [{ from: 3, to: 5 }, { from: 8, to: MAX_ROWS - 1 }] }));
    });
    expect((await again(snapshot)).sheets).toEqual(snapshot.sheets);
  });

  it('equal snapshots yield equal bytes', () => {
    const make = (): WorkbookSnapshot =>
      book((workbook) => {
        const sheet = workbook.sheet('s');
        sheet.text(0, 0, 'x');
        workbook.add(sheet.finish());
      });
    expect(writeWorkbookXlsx(make())).toEqual(writeWorkbookXlsx(make()));
  });

  it('gives newer functions their prefix, outside of texts and names', () => {
    expect(withFunctionPrefixes('XLOOKUP(1,A:A,B:B)+SUM(IFS(A1,2))&"IFS("&\'IFS(x\'!A1')).toBe(
      '_xlfn.XLOOKUP(1,A:A,B:B)+SUM(_xlfn.IFS(A1,2))&"IFS("&\'IFS(x\'!A1',
    );
    expect(withFunctionPrefixes('SORT(FILTER(A:A,B:B))')).toBe('_xlfn._xlws.SORT(_xlfn._xlws.FILTER(A:A,B:B))');
  });

  it('new functions read as they were', async () => {
    const snapshot = book((workbook) => {
      const sheet = workbook.sheet('s');
      sheet.number(0, 0, 1, 'General', 'TEXTJOIN(",",TRUE,SORT(A2:A9))');
      workbook.add(sheet.finish());
    });
    expect((await again(snapshot)).sheets[0].formulas.get(0)).toBe('TEXTJOIN(",",TRUE,SORT(A2:A9))');
  });
});
