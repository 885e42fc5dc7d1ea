import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { placeMistakes, verifyChecks, verifyFamilies, verifyWords } from '../../src/audit/rules/verify';
import type { FamilyDefinition } from '../../src/audit/tables';
import type { WordData } from '../../src/audit/words';
import { CHECK_LISTS } from '../../src/audit/words/checkModel';
import checks from '../../src/generated/checks';
import data from '../../src/generated/dataFiles';
import families from '../../src/generated/families';
import words from '../../src/generated/words';

const LISTS = 'filler: [科目, 的]\ntitles: [收支]\npointers: [见]\nheads: [单位]\nnotes: [注]\nbodies: [厅]\nsignatures: [制表人]\ncontinued: [续表]\n';

/** Mistakes of a vocabulary of these lines, as "line:column text". */
function inWords(concepts: readonly string[], lists = LISTS): string[] {
  const text = `concepts:\n${concepts.map((c) => `  - { ${c} }\n`).join('')}${lists}`;
  return placeMistakes(verifyWords(parse(text) as WordData), text, 'w.yaml').map((m) => `${m.line}:${m.column} ${m.message.zh}`);
}

describe('verifyWords', () => {
  const fund = 'id: 基金, dimension: fund, words: [基金]';

  it('finds nothing in the bundled vocabulary', () => {
    expect(words.concepts.length).toBeGreaterThan(50);
    expect(verifyWords(words)).toEqual([]);
  });

  it.each([
    ['a word of two concepts', [fund, 'id: 债券, dimension: fund, words: [债券, 基金]'], ['3:44 “基金”有两个意思：基金、债券']],
    ['a word twice in one concept', ['id: 基金, dimension: fund, words: [基金, 基金]'], ['2:44 “基金”写了两次']],
    ['a word that joins and means', ['id: 基金, dimension: fund, words: [的]'], ['3:14 “的”有两个意思：基金、filler']],
    ['full width', ['id: 增幅, dimension: period, words: [增减（％）]'], ['2:42 “增减（％）”不会与任何文字相符：表里的文字按半角、去空白比较，应写成“增减(%)”']],
    ['blanks', ["id: 合计, dimension: total, words: ['合 计']"], ['2:41 “合 计”不会与任何文字相符：表里的文字按半角、去空白比较，应写成“合计”']],
    ['an empty word', ["id: 合计, dimension: total, words: ['']"], ['2:41 空的词']],
    ['an unknown part', [fund, 'id: 拨款, dimension: fund, over: [基金, 基今], words: [拨款]'], ['3:43 没有概念“基今”，是不是“基金”？']],
    ['a part that is the whole', ['id: 拨款, dimension: fund, over: [拨款], words: [拨款]'], ['2:39 概念“拨款”不能包含自己']],
    ['an unknown dimension', ['id: 基金, dimension: found, words: [基金]'], ['2:26 概念“基金”的 dimension“found”不存在，是不是“fund”？']],
    ['an id twice', [fund, 'id: 基金, dimension: fund, words: [债券]'], ['3:11 概念“基金”写了两次']],
    ['an id that rules could not write', ['id: 上年.结转, dimension: fund, words: [结转]'], [expect.stringMatching(/^2:11 概念“上年.结转”不能用作名字/)]],
  ])('%s', (_, concepts, expected) => {
    expect(inWords(concepts)).toEqual(expected);
  });

  it('reads the lists of words, too', () => {
    expect(inWords([fund], LISTS.replace('heads: [单位]', 'heads: [单位, 单位：, 单位]'))).toEqual([
      '6:13 “单位：”不会与任何文字相符：表里的文字按半角、去空白比较，应写成“单位:”',
      '6:18 “单位”写了两次',
    ]);
  });
});

describe('verifyChecks', () => {
  it('finds nothing in the bundled words', () => {
    expect(verifyChecks(checks)).toEqual([]);
  });

  it.each([
    ['a list that no check reads', { purchases: { ...checks.purchases, totals: { whole: ['总额'] } } }, ['purchases.totals 没有检查用到“purchases.totals”，是不是“total”？']],
    ['a group that no check reads', { rest: { total: { whole: ['总额'] } } }, ['rest 没有检查用到“rest”']],
    ['a list that is missing', { purchases: { ...checks.purchases, total: undefined } }, ['purchases.total “purchases.total”没有词']],
    ['no place', { purchases: { ...checks.purchases, total: {} } }, ['purchases.total “purchases.total”没有词']],
    ['no words', { purchases: { ...checks.purchases, total: { whole: [] } } }, ['purchases.total.whole “purchases.total.whole”没有词']],
    ['an unknown place', { purchases: { ...checks.purchases, total: { begin: ['总额'] } } }, ['purchases.total.begin 没有“begin”这种写法；有：“whole”、“start”、“end”、“inside”']],
    ['a pattern that is none', { purchases: { ...checks.purchases, total: { whole: ['总额('] } } }, ['purchases.total.whole.0 “总额(”不是正确的正则表达式']],
    ['full width', { purchases: { ...checks.purchases, total: { end: ['总额（元）'] } } }, [expect.stringContaining('purchases.total.end.0 “总额（元）”不会与任何文字相符')]],
    ['a word twice and none', { purchases: { ...checks.purchases, total: { start: ['总额', '总额', ''] } } }, ['purchases.total.start.1 “总额”写了两次', 'purchases.total.start.2 空的词']],
  ])('%s', (_, changed, expected) => {
    expect(verifyChecks({ ...checks, ...changed } as never).map((m) => `${m.path.join('.')} ${m.message.zh}`)).toEqual(expected);
  });

  it('finds what is left out', () => {
    const { purchases, ...others } = checks;
    expect(verifyChecks(others).map((m) => m.message.zh)).toEqual(['缺少“purchases”，有检查要用它']);
    const { total, ...lists } = purchases;
    expect(verifyChecks({ ...others, purchases: lists }).map((m) => m.message.zh)).toEqual(['缺少“purchases.total”，有检查要用它']);
    expect(total).toBeDefined();
  });

  it('lists what the checks read and no more', () => {
    const source = readdirSync('src/audit', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts')).map((file) => readFileSync(`src/audit/${file}`, 'utf8')).join('\n');
    const isRead = (group: string, list: string): boolean => new RegExp(`CHECK_WORDS\\.${group}[;)]`).test(source) || new RegExp(`CHECK_WORDS\\.${group}\\.${list}\\b`).test(source);
    expect(Object.entries(CHECK_LISTS).flatMap(([group, lists]) => lists.filter((list) => !isRead(group, list)).map((list) => `${group}.${list}`))).toEqual([]);
  });
});

/** Mistakes of families with these tables ("id | name | all | none"), by family. */
function inFamilies(...written: readonly (Pick<FamilyDefinition, 'rival'> & { readonly tables: readonly string[] })[]): string[] {
  const made = written.map(({ rival, tables }, i): FamilyDefinition => ({
    family: `f${i + 1}`,
    name: { zh: '', en: '' },
    usualUnit: 'yuan',
    kind: 'budget',
    rival,
    tables: tables.map((line) => {
      const [id, name, all, none] = line.split('|').map((part) => part.trim());
      return { id, name, title: { all: all.split(' '), none: none ? none.split(' ') : [] }, shape: 'coded' };
    }),
  }));
  return verifyFamilies(made, words).flatMap(({ family, mistakes }) => mistakes.map((m) => `${family} ${m.path.join('.')} ${m.message.zh}`));
}

describe('verifyFamilies', () => {
  it('finds nothing in the bundled families', () => {
    expect(verifyFamilies(families, words).map((f) => f.family)).toEqual(families.map((f) => f.family));
    expect(verifyFamilies(families, words).flatMap((f) => f.mistakes)).toEqual([]);
  });

  it('finds an `instead` of a table or concepts that are not there', () => {
    const changed = families.map((f) => ({ ...f, tables: f.tables.map((t) => (t.instead ? { ...t, instead: { table: 'F99', without: ['基本支山'], with: ['结转下午'] } } : t)).slice(0, 1) }));
    expect(verifyFamilies(changed, words).flatMap((f) => f.mistakes).map((m) => m.message.zh)).toEqual([expect.stringContaining('这个文件里没有表 F99'), expect.stringContaining('没有概念“基本支山”'), expect.stringContaining('没有概念“结转下午”')]);
  });

  it('finds a table that another takes first', () => {
    const all = 'A | 支出总表 | 支出';
    const part = 'B | 基本支出表 | 基本支出';
    expect(inFamilies({ tables: [part, all] })).toEqual([]);
    expect(inFamilies({ tables: [all, part] })).toEqual(['f1 tables.1.name 标题“基本支出表”会先被认作 A 支出总表：把本表移到它前面，或在它的 none 里加词']);
    expect(inFamilies({ tables: [`${all} | 基本`, part] })).toEqual([]);
    expect(inFamilies({ tables: ['A | 收入总表 | 支出'] })).toEqual(['f1 tables.0.name 标题“收入总表”不符合本表自己的 title']);
  });

  it('compares with the tables of other families only where both can be read in one workbook', () => {
    const all = { tables: ['A | 支出总表 | 支出'] };
    const part = { tables: ['B | 基本支出表 | 基本支出'] };
    expect(inFamilies({ ...all, rival: 'r' }, { ...part, rival: 'r' })).toEqual([]);
    expect(inFamilies({ ...all, rival: 'r' }, part)).toHaveLength(1);
    expect(inFamilies(part, { ...all, rival: 'r' })).toEqual([]);
  });

  it('finds ids given twice and titles that match nothing', () => {
    expect(inFamilies({ tables: ['A | 收支总表 | 收支'] }, { tables: ['A | 采购表 | 采购'] })).toEqual(['f2 tables.0.id 表号 A 在 f1 里已经有了']);
    expect(inFamilies({ tables: ['A | 收支总表 | 收支( | （草案）'] })).toEqual([
      'f1 tables.0.title.all.0 “收支(”不是正确的正则表达式',
      'f1 tables.0.title.none.0 “（草案）”不会与任何文字相符：表里的文字按半角、去空白比较，应写成“(草案)”',
    ]);
  });

  it('names the place in the file', () => {
    const source = data.families.find((f) => f.file.includes('national-budget'));
    const [placed] = placeMistakes([{ path: ['tables', 2, 'name'], message: { zh: '', en: '' } }], source?.text ?? '', 'x.yaml');
    expect(source?.text.split('\n')[placed.line - 1].slice(placed.column - 1)).toBe('绩效目标表');
  });
});
