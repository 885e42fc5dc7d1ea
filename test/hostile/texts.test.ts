import { describe, expect, it } from 'vitest';
import { textLikeness } from '../../src/audit/between/compare/alike';
import { nameKey, similarity } from '../../src/audit/chart/names';
import { isSameCore, isTableNumber, titleCore } from '../../src/audit/layout/titles';
import { lettersInCommon } from '../../src/audit/rules/kinds/lettersInCommon';
import { withAddends } from '../../src/audit/rules/kinds/summedAreas';
import { nearestName } from '../../src/audit/rules/verify';
import { bodyIn, namesBody, totalsList } from '../../src/audit/tables/bodyName';
import { unitNameIn } from '../../src/audit/tables/cover';
import { TitleMatcher } from '../../src/audit/tables/titles';
import { comparedName, groupThousands, LONGEST_NAME, trimEndOf, withoutEnding } from '../../src/audit/workbook';
import { formatEffect } from '../../src/audit/workbook/numberFormat';
import { CHECK_WORDS, createWords } from '../../src/audit/words';
import { cleanJson } from '../../src/cli/output';
import { isHiddenLine, isTextCell, withStyle } from '../../src/files/exported/htmlStyles';
import { formulaFromR1C1 } from '../../src/files/exported/r1c1';
import { linesOf } from '../../src/files/printed/layout';
import { withFunctionPrefixes } from '../../src/files/write/futureFunctions';
import { plainFormula } from '../../src/files/xlsx';
import { isoDateToSerial } from '../../src/files/xlsx/isoDate';
import families from '../../src/generated/families';
import wordData from '../../src/generated/words';
import { explanationsText, importExplanations } from '../../src/taskpane/explanationsFile';
import { placeOf } from '../../src/taskpane/state/cells';
import { readSettings } from '../../src/taskpane/state/settings';
import { freePath } from '../../src/workbench/files/arrivals';
import { savedName } from '../../src/workbench/files/output';
import { pairOf } from '../../src/workbench/files/pairing';
import { cellFromText } from '../../src/workbench/grid/goToText';
import { numberText } from '../../src/workbench/grid/numberText';
import { shownText } from '../../src/workbench/grid/textWidth';
import { textFunctions } from './textFunctions';

const words = createWords(wordData);

/** What is tried in another way than with a text alone; the others are found in the source. */
const WITH_MORE: readonly (readonly [name: string, call: (text: string) => unknown])[] = [
  ['similarity', (text) => similarity(text, '一般公共服务支出')],
  ['similarity to itself', (text) => similarity(text, text)],
  ['textLikeness', (text) => textLikeness(text, '一般公共服务支出')],
  ['lettersInCommon', (text) => lettersInCommon(text, '一般公共服务支出')],
  ['withAddends', (text) => withAddends(text, 0, [{ sheet: 0, row: 4, column: 2 }, { sheet: 1, row: 5, column: 2 }], () => text)],
  ['nearestName', (text) => nearestName(text, ['人员经费', '公用经费'])],
  ['unitNameIn', (text) => unitNameIn(`单位名称：${text}`, words)],
  ['bodyIn', (text) => bodyIn(text, words)],
  ['namesBody', (text) => namesBody(text, words)],
  ['totalsList', (text) => totalsList(`${text}合计`, words)],
  ['titleCore', (text) => titleCore(text, words)],
  ['isSameCore', (text) => isSameCore(text, text, words)],
  ['isTableNumber', (text) => isTableNumber(text, words)],
  ['TitleMatcher.match', (text) => TitleMatcher.of(families).match(text)],
  ['trimEndOf', (text) => trimEndOf(text, '本级')],
  ['withoutEnding', (text) => withoutEnding(text, '支出')],
  ['formatEffect', (text) => formatEffect(text, 1)],
  ['cleanJson', cleanJson],
  ['withFunctionPrefixes, one call', (text) => withFunctionPrefixes(`${text}(`)],
  ['plainFormula with a prefix', (text) => plainFormula(`${text}_xlfn.`)],
  ['isTextCell', (text) => isTextCell(text, { texts: new Set(), hidden: new Set() })],
  ['isHiddenLine', (text) => isHiddenLine(text, { texts: new Set(), hidden: new Set() })],
  ['withStyle', (text) => withStyle({ texts: new Set(), hidden: new Set() }, text)],
  ['formulaFromR1C1', (text) => formulaFromR1C1(text, 0, 0)],
  ['isoDateToSerial', (text) => isoDateToSerial(text, false)],
  ['linesOf', (text) => linesOf(text, 40)],
  ['readSettings', (text) => readSettings(text, false)],
  ['explanationsText', (text) => explanationsText(text, {})],
  ['importExplanations', (text) => importExplanations(text, { file: text, findings: [] }, {})],
  ['placeOf', (text) => placeOf('表', text)],
  ['savedName', (text) => savedName(text, '-审核')],
  ['freePath', (text) => freePath(text, new Set())],
  ['pairOf', (text) => pairOf(text, [{ id: 1, name: '甲.xlsx', unit: '甲', year: 2024 }], null)],
  ['cellFromText', (text) => cellFromText(text, ['表1'], 0)],
  ['shownText', (text) => shownText(text, 100, 24)],
  ['numberText', (text) => numberText(1, text)],
  ...Object.entries(CHECK_WORDS).flatMap(([group, lists]) => Object.entries(lists).map(([list, pattern]: [string, RegExp]) => [`${group}.${list}`, (text: string) => pattern.exec(text)] as const)),
];

/** Text functions that are no matter of a text of unknown length, by the reason. */
const ELSEWHERE: Readonly<Record<string, readonly string[]>> = {
  'a path of this machine': ['isReplaceable', 'settleTarget', 'makeFolder', 'realPath', 'settleFolder', 'writeChecklists', 'loadChart', 'loadRoster', 'replaceFile', 'oneFile', 'readExplanations', 'readNarrativeFile', 'isSameFile', 'isWithin', 'identify'],
  'an id of our own': ['causeName', 'isDue', 'isCompared', 'canMean', 'impliedBy', 'heldOf', 'severityOf', 'compare', 'damaged', 'handOnShared', 'cellXml', 'showBoot', 'cmapOf', 'openNotice'],
  'tried in rules.test.ts': ['readRules', 'placesInSource'],
  'a pattern of a definition': ['wholeText'],
  'a formula, of 32,767 characters at most, parsed in names.test.ts and the fuzz of formulas': ['parseFormula', 'relativeFormula', 'filledFormula', 'formulaTemplate'],
};
const skipped = new Set(Object.values(ELSEWHERE).flat());
const known = new Set(WITH_MORE.map(([name]) => name));
const found = textFunctions();
const FUNCTIONS = [
  ...WITH_MORE,
  ...(await Promise.all(found.filter(({ name, takesTextAlone }) => takesTextAlone && !skipped.has(name)).map(async ({ path, name }): Promise<typeof WITH_MORE[number]> => {
    const module = (await import(/* @vite-ignore */ `../../${path}`)) as Record<string, (text: string) => unknown>;
    return [name, module[name]];
  }))),
];

it('no function that takes a text escapes', () => {
  expect(found.length).toBeGreaterThan(100);
  expect(found.filter(({ name, takesTextAlone }) => !takesTextAlone && !known.has(name) && !skipped.has(name)).map(({ path, name }) => `${path} ${name}`)).toEqual([]);
});

/** Three times what a cell can hold. What is quadratic takes seconds over it, what is linear some milliseconds. */
const CHARACTERS = 100_000;
const UNITS: Readonly<Record<string, string>> = {
  blanks: ' ', 'ideographic blanks': '\u3000', tabs: '\t', 'line ends': '\r\n', digits: '7', zeros: '0', letters: 'A', 'small letters': 'x', Chinese: '支出', levels: '本级',
  quotes: '"', apostrophes: "'", brackets: '(', 'square brackets': '[', 'wide brackets': '（', commas: '1,', points: '.', slashes: '/', escapes: '_x', 'format marks': '[$',
  numerals: '一', 'expanding ligatures': '\ufdfa', 'expanding squares': '\u3300', marks: 'e\u0301', surrogates: '\ud83d\ude00', 'half a pair': '\ud800', zeroWidth: '\u200b', controls: '\u001b',
};
const MOST_MS = 400;

describe.each(Object.entries(UNITS))('much of %s', (_, unit) => {
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
