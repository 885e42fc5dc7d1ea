import { describe, expect, it } from 'vitest';
import { FileError, fileErrorText, type FileErrorCode } from '../../src/files';

const CODES: Record<FileErrorCode, true> = {
  empty: true,
  notAWorkbook: true,
  exportedText: true,
  encrypted: true,
  damaged: true,
  damagedPdf: true,
  damagedDocument: true,
  noTextLayer: true,
  tooManyPages: true,
  proseTooLong: true,
  documentType: true,
  noWorksheets: true,
  fileTooLarge: true,
  inflatesTooLarge: true,
  tooManyParts: true,
  tooManySheets: true,
  tooManyCells: true,
  tooManyTexts: true,
  textTooLong: true,
  textsTooLong: true,
  tooManyMerges: true,
  tooManyFormats: true,
  formulasTooLong: true,
  timeout: true,
  memory: true,
  notAPackage: true,
};

describe.each(Object.keys(CODES) as FileErrorCode[])('text of %s', (code) => {
  const details = { fileName: '预算.xlsx', limit: 2_000, actual: 10_000, part: 'xl/workbook.xml' };

  it('names the file and the next step in both languages', () => {
    const zh = fileErrorText(code, 'zh', details);
    const en = fileErrorText(code, 'en', details);
    expect(zh).toMatch(/文件“预算\.xlsx”.*(请|确认).*。$/);
    expect(en).toMatch(/“预算\.xlsx”.*\.$/);
    expect(zh).not.toMatch(/undefined|\?/);
    expect(en).not.toMatch(/undefined|\?/);
  });

  it('reads as a sentence without details', () => {
    expect(fileErrorText(code, 'zh')).toMatch(/^该文件.*。$/);
    expect(fileErrorText(code, 'en')).toMatch(/^The file .*\.$/);
  });
});

describe('FileError', () => {
  it('keeps cause and details when the file name is added', () => {
    const cause = new Error('inner');
    const error = new FileError('damaged', { part: 'a.xml' }, { cause }).withFileName('b.xlsx');
    expect(error.cause).toBe(cause);
    expect(error.details).toEqual({ part: 'a.xml', fileName: 'b.xlsx' });
    expect(error.message).toBe(fileErrorText('damaged', 'en', error.details));
    expect(error.withFileName('c.xlsx')).toBe(error);
  });

  it('tells limits as people read them', () => {
    expect(fileErrorText('tooManySheets', 'zh', { limit: 2_000, actual: 10_000 })).toContain('2,000 张的上限（实有 10,000）');
    expect(fileErrorText('inflatesTooLarge', 'zh', { limit: 512 * 1_048_576 })).toContain('512 MB');
  });
});
