/** The documented mistakes of the example workbooks, rebuilt as the equations around them. */
import { describe, expect, it } from 'vitest';
import { explainGroups, judge, buildSystem, localise, Verdict } from '../../src/audit/diagnosis';
import { Drawing, type Drawn } from './support/drawing';
import { namingOf } from './support/naming';


function blocks002(): Drawn {
  const d = new Drawing();
  for (const table of ['表1', '表4']) {
    const wrong = table === '表4' ? 65200 : 55200;
    d.cells({ [`${table}!F5`]: 3254218, [`${table}!F6`]: 2884018, [`${table}!F7`]: 2812840, [`${table}!F8`]: wrong,
      [`${table}!F9`]: 15978, [`${table}!F10`]: 0, [`${table}!F11`]: 370200, [`${table}!F12`]: 0, [`${table}!F13`]: 370200,
      [`${table}!F30`]: 3254218 });
    d.sum(`${table}!F6`, `${table}!F7`, `${table}!F8`, `${table}!F9`, `${table}!F10`);
    d.sum(`${table}!F11`, `${table}!F12`, `${table}!F13`).sum(`${table}!F5`, `${table}!F6`, `${table}!F11`);
    d.same(`${table}!F30`, `${table}!F5`);
  }
  for (const row of [5, 6, 7, 8, 9, 10, 11, 12, 13, 30]) d.same(`表1!F${row}`, `表4!F${row}`);
  d.cells({ '表6!E5': 3254218, '表6!F5': 2828818, '表6!G5': 55200, '表6!H5': 370200,
    '表6!E6': 2812840, '表6!F6': 2812840, '表6!G6': null, '表6!H6': null,
    '表6!E16': 405200, '表6!F16': null, '表6!G16': 55200, '表6!H16': 350000,
    '表6!E17': 405200, '表6!F17': null, '表6!G17': 55200, '表6!H17': 350000,
    '表6!E18': 20200, '表6!F18': null, '表6!G18': null, '表6!H18': 20200,
    '表6!E20': 15978, '表6!F20': 15978, '表6!G20': null, '表6!H20': null });
  for (const row of [5, 6, 16, 17, 18, 20]) d.sum(`表6!E${row}`, `表6!F${row}`, `表6!G${row}`, `表6!H${row}`);
  for (const column of ['E', 'F', 'G', 'H']) {
    d.sum(`表6!${column}5`, `表6!${column}6`, `表6!${column}16`, `表6!${column}20`);
    d.sum(`表6!${column}16`, `表6!${column}17`, `表6!${column}18`);
  }
  for (const table of ['表1', '表4']) {
    d.sum(`${table}!F7`, '表6!F6', '表6!G6').sum(`${table}!F8`, '表6!F16', '表6!G16').sum(`${table}!F9`, '表6!F20', '表6!G20');
    d.same(`${table}!F13`, '表6!H16').same(`${table}!F12`, '表6!H6').same(`${table}!F5`, '表6!E5');
  }
  return d.build();
}

describe('002: 表4!F8 mistyped, 30228 left out of 302 in two columns', () => {
  const drawn = blocks002();
  const result = localise(drawn);
  const labels = { '表6!E18': '30228 工会经费', '表6!H18': '30228 工会经费' };

  it('finds both causes and nothing else', () => {
    expect(result.unexplained).toEqual([]);
    expect(result.groups.map((g) => g.suspects.map((s) => drawn.names[s.cell]))).toEqual([
      ['表4!F8'], ['表6!E16', '表6!H16'],
    ]);
    expect(result.groups.every((g) => g.exact && !g.ambiguous)).toBe(true);
  });

  it('proposes the right values with their proof', () => {
    const [first, second] = result.groups;
    expect(first!.suspects[0]).toMatchObject({ proposedFen: 5520000, kind: 'digitWrong', closes: 3, breaks: 0 });
    expect(second!.suspects).toMatchObject([
      { proposedFen: 42540000, kind: 'rowLeftOut', related: drawn.at('表6!E18'), breaks: 0 },
      { proposedFen: 37020000, kind: 'rowLeftOut', related: drawn.at('表6!H18'), breaks: 0 },
    ]);
  });

  it('says so in a sentence of the field', () => {
    const groups = explainGroups(result, namingOf(drawn, labels));
    expect(groups[0]!.headline).toBe('疑似 表4!F8 有误：65,200.00 应为 55,200.00（一位数字录错），可解释 3 项不符');
    expect(groups[1]!.headline).toBe(
      '疑似 表6!E16、H16 漏计 30228 工会经费 20,200.00：应为 425,400.00 / 370,200.00，可解释 6 项不符');
    expect(groups[1]!.suspects[0]).toEqual({
      sheet: '表6', address: 'E16', current: '405200.00', proposed: '425400.00', formula: null, proposedFormula: null, kind: 'rowLeftOut', closes: 2, breaks: 0,
      explanation: '合计漏计了 30228 工会经费 20,200.00；改为 425,400.00 后，2 项不符转为一致，原已一致的勾稽关系均不受影响',
    });
    expect(explainGroups(result, namingOf(drawn, { '表6!E18': '30228', '表6!H18': '30228' }, 'en'))[1]!.headline).toBe(
      '表6!E16, H16 probably leave out 30228 20,200.00: should be 425,400.00 / 370,200.00; explains 6 of the failed checks');
  });
});

describe('003: figures in 万元', () => {
  const lines = (d: Drawing): void => {
    d.wanyuan({ '公开01表!D13': 22.57, '公开01表!D14': 4492.16, '公开01表!D24': null, '公开01表!D25': null, '公开01表!D29': 4537.58,
      '公开04表!D13': 22.57, '公开04表!D14': 4492.16, '公开04表!D24': 22.85, '公开04表!D25': 0, '公开04表!D29': 4537.58,
      '公开03表!C6': 4537.58, '公开03表!C7': 22.57, '公开03表!C13': 4492.16, '公开03表!C24': 22.85 });
    for (const t of ['公开01表', '公开04表']) d.sum(`${t}!D29`, `${t}!D13`, `${t}!D14`, `${t}!D24`, `${t}!D25`);
    for (const row of [13, 14, 24, 25, 29]) d.same(`公开01表!D${row}`, `公开04表!D${row}`);
    d.same('公开03表!C6', '公开01表!D29').same('公开03表!C7', '公开01表!D13').same('公开03表!C13', '公开01表!D14');
    d.same('公开03表!C24', '公开01表!D24').sum('公开03表!C6', '公开03表!C7', '公开03表!C13', '公开03表!C24');
  };

  it('fills the blank 19.住房保障支出 with 22.85', () => {
    const d = new Drawing();
    lines(d);
    const drawn = d.build();
    const { groups } = localise(drawn);
    expect(groups).toHaveLength(1);
    expect(groups[0]).toMatchObject({ ambiguous: false, exact: true, shape: 'cell' });
    expect(groups[0]!.suspects).toMatchObject([
      { cell: drawn.at('公开01表!D24'), proposedFen: 22_850_000, kind: 'blank', closes: 3, breaks: 0 },
    ]);
  });

  it('wants no figure at 年初结转 B31, where 收入总计 has no room for it', () => {
    const d = new Drawing();
    d.wanyuan({ '公开04表!B6': 4537.58, '公开04表!B29': 4537.58, '公开04表!B30': null, '公开04表!B31': 4537.58,
      '公开04表!B32': null, '公开04表!B33': null, '公开04表!B34': 4537.58 });
    d.same('公开04表!B29', '公开04表!B6').sum('公开04表!B30', '公开04表!B31', '公开04表!B32', '公开04表!B33');
    d.sum('公开04表!B34', '公开04表!B29', '公开04表!B30');
    const drawn = d.build();
    const { groups } = localise(drawn);
    expect(groups).toHaveLength(1);
    expect(groups[0]!.ambiguous).toBe(false);
    expect(groups[0]!.suspects).toMatchObject([{ cell: drawn.at('公开04表!B31'), nearFen: 0, kind: 'surplus' }]);
  });

  it('names nobody for the rounding tails of 公开05表 and 公开06表', () => {
    const d = new Drawing();
    d.wanyuan({ '公开05表!D6': 212.01, '公开05表!E6': 181.27, '公开05表!F6': 30.75, '公开06表!C7': 176.42, '公开06表!D7': 176.41,
      '公开06表!E7': 0 });
    d.sum('公开05表!D6', '公开05表!E6', '公开05表!F6').sum('公开06表!C7', '公开06表!D7', '公开06表!E7');
    const drawn = d.build();
    expect([...judge(buildSystem(drawn.amounts, drawn.equations))]).toEqual([Verdict.rounding, Verdict.rounding]);
    expect(localise(drawn).groups).toEqual([]);
  });
});

describe('001: 3,360.00 in 教育支出 on one side, in 卫生健康支出 on the other', () => {
  const d = new Drawing();
  for (const t of ['表1', '表4']) {
    d.cells({ [`${t}!D6`]: 5142114.94, [`${t}!D11`]: 3360, [`${t}!D14`]: 244421.27, [`${t}!D16`]: 4674895.32,
      [`${t}!D17`]: null, [`${t}!D26`]: 219438.35, [`${t}!D31`]: 5142114.94 });
    d.sum(`${t}!D6`, `${t}!D11`, `${t}!D14`, `${t}!D16`, `${t}!D17`, `${t}!D26`).same(`${t}!D31`, `${t}!D6`);
  }
  for (const row of [6, 11, 14, 16, 17, 26, 31]) d.same(`表1!D${row}`, `表4!D${row}`);
  d.cells({ '表5!C5': 5142114.94, '表5!C6': 244421.27, '表5!C9': 4678255.32, '表5!C17': 219438.35, '表5!C10': 1134360.88,
    '表5!C13': 3543894.44, '表5!D9': 2195008.47, '表5!E9': 93246.85, '表5!F9': 2390000 });
  d.sum('表5!C5', '表5!C6', '表5!C9', '表5!C17').sum('表5!C9', '表5!C10', '表5!C13').sum('表5!C9', '表5!D9', '表5!E9', '表5!F9');
  d.same('表5!C5', '表4!D31').same('表4!D14', '表5!C6').same('表4!D16', '表5!C9').same('表4!D26', '表5!C17');

  it.each(['教育支出 has no row in 表5 (an equation of its own)', 'only the 210 rows are compared'])('%s', (name) => {
    if (name.startsWith('教育')) d.sum('表4!D11');
    const drawn = d.build();
    const { groups } = localise(drawn);
    expect(groups).toHaveLength(1);
    const [group] = groups;
    expect(group).toMatchObject({ shape: 'transfer', ambiguous: true, exact: true });
    expect(group!.suspects.map((s) => drawn.names[s.cell])).toEqual(['表1!D11', '表1!D16', '表4!D11', '表4!D16']);
    expect(group!.alternatives.map((set) => set.map((s) => drawn.names[s.cell]))).toEqual([['表5!C9']]);
    expect(explainGroups({ groups, unexplained: [] }, namingOf(drawn))[0]!.headline).toContain(
      '疑似 3,360.00 元 两处归类不同：表1!D11、D16、表4!D11、D16 为一侧，表5!C9 为另一侧');
  });
});
