import { describe, expect, it } from 'vitest';
import { nameKey, nearKey, similarity } from '../../src/audit/chart/names';
import { normaliseCode, oneDigitAway } from '../../src/audit/chart/codes';
import { parseCsvRows } from '../../src/audit/chart/official/csvRows';
import { fingerprint } from '../../src/audit/report/fingerprint';
import { nearestName } from '../../src/audit/rules/verify';
import { amountUnitIn, unitNameIn, yearIn } from '../../src/audit/tables/cover';
import { isProjectCategory } from '../../src/audit/tables/bind/projectTree';
import { TitleMatcher } from '../../src/audit/tables/titles';
import {
  comparedName, groupThousands, isTotalLabel, LONGEST_NAME, normaliseText, outlineLabel, parseAmountText, parseCellAddress, parseRectAddress, trimEndOf, withoutEnding,
} from '../../src/audit/workbook';
import { cleanJson, cleanLines, cleanText } from '../../src/cli/output';
import { parseAreas } from '../../src/excel/areas';
import { withFunctionPrefixes } from '../../src/files/write/futureFunctions';
import { xmlText } from '../../src/files/write/xmlText';
import { plainFormula } from '../../src/files/xlsx';
import { isoDateToSerial } from '../../src/files/xlsx/isoDate';
import { decodeEscapes, trimXmlSpace } from '../../src/files/xml';
import { isOurFormula } from '../../src/host/marks';
import { formatAmount } from '../../src/taskpane/state/amounts';
import { savedName } from '../../src/workbench/files/output';
import { cellFromText } from '../../src/workbench/grid/goToText';
import { numberText } from '../../src/workbench/grid/numberText';
import families from '../../src/generated/families';
import wordData from '../../src/generated/words';
import { createWords } from '../../src/audit/words';

const words = createWords(wordData);

/** A megabyte of text costs every function that takes text of a file a fraction of a second. A new function is one line here. */
const FUNCTIONS: readonly (readonly [name: string, call: (text: string) => unknown])[] = [
  ['nameKey', nameKey],
  ['nearKey', nearKey],
  ['similarity', (text) => similarity(text, '一般公共服务支出')],
  ['similarity to itself', (text) => similarity(text, text)],
  ['normaliseCode', normaliseCode],
  ['oneDigitAway', oneDigitAway],
  ['parseCsvRows', parseCsvRows],
  ['fingerprint', fingerprint],
  ['nearestName', (text) => nearestName(text, ['人员经费', '公用经费'])],
  ['unitNameIn', (text) => unitNameIn(`单位名称：${text}`, words)],
  ['amountUnitIn', amountUnitIn],
  ['yearIn', yearIn],
  ['isProjectCategory', isProjectCategory],
  ['TitleMatcher.match', (text) => new TitleMatcher(families).match(text)],
  ['normaliseText', normaliseText],
  ['outlineLabel', outlineLabel],
  ['isTotalLabel', isTotalLabel],
  ['comparedName', comparedName],
  ['trimEndOf', (text) => trimEndOf(text, '本级')],
  ['withoutEnding', (text) => withoutEnding(text, '支出')],
  ['groupThousands', groupThousands],
  ['parseAmountText', parseAmountText],
  ['parseCellAddress', parseCellAddress],
  ['parseRectAddress', parseRectAddress],
  ['cleanText', cleanText],
  ['cleanLines', cleanLines],
  ['cleanJson', cleanJson],
  ['parseAreas', parseAreas],
  ['withFunctionPrefixes', withFunctionPrefixes],
  ['withFunctionPrefixes, one call', (text) => withFunctionPrefixes(`${text}(`)],
  ['xmlText', xmlText],
  ['plainFormula', plainFormula],
  ['plainFormula with a prefix', (text) => plainFormula(`${text}_xlfn.`)],
  ['isoDateToSerial', (text) => isoDateToSerial(text, false)],
  ['decodeEscapes', decodeEscapes],
  ['trimXmlSpace', trimXmlSpace],
  ['isOurFormula', isOurFormula],
  ['formatAmount', formatAmount],
  ['savedName', (text) => savedName(text, '-审核')],
  ['cellFromText', (text) => cellFromText(text, ['表1'], 0)],
  ['numberText', (text) => numberText(1, text)],
];

/** A megabyte in memory, where a character takes two bytes. */
const CHARACTERS = 500_000;
const UNITS: Readonly<Record<string, string>> = {
  blanks: ' ', 'ideographic blanks': '\u3000', tabs: '\t', 'line ends': '\r\n', digits: '7', zeros: '0', letters: 'A', 'small letters': 'x', Chinese: '支出', levels: '本级',
  quotes: '"', apostrophes: "'", brackets: '(', 'square brackets': '[', 'wide brackets': '（', commas: '1,', points: '.', slashes: '/', escapes: '_x', 'format marks': '[$',
  numerals: '一', 'expanding ligatures': '\ufdfa', 'expanding squares': '\u3300', marks: 'e\u0301', surrogates: '\ud83d\ude00', 'half a pair': '\ud800', zeroWidth: '\u200b', controls: '\u001b',
};
const MOST_MS = 1_500;

describe.each(Object.entries(UNITS))('a megabyte of %s', (_, unit) => {
  it('is dealt with at once', () => {
    const text = unit.repeat(CHARACTERS / unit.length);
    const slow = FUNCTIONS.flatMap(([name, call]) => {
      const start = process.cpuUsage();
      call(text);
      const { user, system } = process.cpuUsage(start);
      const ms = (user + system) / 1000;
      return ms > MOST_MS ? [`${name}: ${Math.round(ms)} ms`] : [];
    });
    expect(slow).toEqual([]);
  });
});

describe('what the linear helpers answer', () => {
  it.each([
    ['trimEndOf', trimEndOf('西安市局本级级', '本级'), '西安市局'],
    ['trimEndOf, nothing', trimEndOf('本级医院', '本级'), '本级医院'],
    ['withoutEnding', withoutEnding('其他支出支出', '支出'), '其他'],
    ['withoutEnding, nothing', withoutEnding('支出合计', '支出'), '支出合计'],
    ['groupThousands', ['', '1', '123', '1234', '123456', '1234567'].map(groupThousands).join(' '), ' 1 123 1,234 123,456 1,234,567'],
    ['comparedName', comparedName('名'.repeat(300)).length, LONGEST_NAME],
    ['names that begin alike', nameKey(`${'名'.repeat(200)}甲`) === nameKey(`${'名'.repeat(200)}乙`), true],
    ['similarity', similarity('人大会议', '人大监督'), 1 / 3],
    ['similarity with repeated pairs', similarity('哈哈哈', '哈哈'), 2 / 3],
    ['functions', withFunctionPrefixes('IFS(A1,"XLOOKUP(",\'SORT(\'!A1)+FILTER(B1)'), '_xlfn.IFS(A1,"XLOOKUP(",\'SORT(\'!A1)+_xlfn._xlws.FILTER(B1)'],
    ['decimals beyond what a number can show', numberText(1, `0.${'0'.repeat(300)}`), `1.${'0'.repeat(30)}`],
  ])('%s', (_, found, expected) => {
    expect(found).toEqual(expected);
  });
});
