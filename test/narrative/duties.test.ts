import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createAuditor } from '../../src/audit/audit';
import { auditNarrative } from '../../src/audit/narrative';

const { chart } = createAuditor();
const whole = readFileSync('test/fixtures/narrative/suzhou-2026-a.txt', 'utf8').split('\n');
const missing = (paragraphs: readonly string[]) =>
  auditNarrative({ file: '', paragraphs }, { chart, recognition: null, workbook: null, year: 2026 }).drafts.filter((d) => d.rule === 'N11').map((d) => `${d.severity} ${d.message.zh}`);
const without = (word: string) => whole.map((line) => line.split(word).join('某事'));

describe('what a disclosure must speak of', () => {
  it('is there in a whole text', () => expect(missing(whole)).toEqual([]));

  it.each([
    ['名词解释', '全文没有写名词解释（地方预决算公开操作规程（财预〔2016〕143号））'],
    ['政府采购', '全文没有写政府采购（中华人民共和国预算法第十四条）'],
    ['接待', '全文没有写“三公”经费中的公务接待费（关于进一步推进预算公开工作的意见（中办发〔2016〕13号））'],
  ])('%s left out is a warning with the source of the duty', (word, message) => expect(missing(without(word))).toEqual([`warning ${message}`]));

  it('is not asked of a fragment', () => expect(missing(whole.slice(60, 75))).toEqual([]));
});
