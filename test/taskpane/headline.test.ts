import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openAudit } from '../../src/audit/audit';
import type { Finding } from '../../src/audit/report/model';
import { readWorkbook } from '../../src/files';
import { ledgerOf } from '../../src/taskpane/state';
import { copyText, headlineText, textsFor } from '../../src/taskpane/text';
import { cell, finding } from './reports';

const [zh, en] = [textsFor('zh-CN'), textsFor('en-US')];
const line = (more: Partial<Finding>): [string, string] => [headlineText(finding('f', more), zh), headlineText(finding('f', more), en)];
const total = cell('表6', 'E16', '405200.00', { role: 'total', side: 'left', coefficient: 1, label: '商品和服务支出(302) 合计' });
const part = (address: string, label: string) => cell('表6', address, '1', { side: 'right', coefficient: 1, label });

describe('a finding in one short line', () => {
  it('names a total and says of what it is not the sum', () => {
    const cells = [total, part('E17', '办公费(30201) 合计'), part('E18', '工会经费(30228) 合计')];
    expect(line({ cells, difference: '-20200.00' })).toEqual([
      '表6 E16 商品和服务支出(302) 合计 ≠ 下级科目之和，差 −20,200.00 元',
      '表6 E16 商品和服务支出(302) 合计 ≠ sum of its subordinate items, off by −20,200.00 yuan',
    ]);
    expect(line({ cells: [total, part('E17', '一季度'), part('E18', '二季度')] })[0]).toBe('表6 E16 商品和服务支出(302) 合计 ≠ 各分项之和，差 −20,200.00 元');
  });

  it('calls columns of the same row no subordinate items', () => {
    const cells = [{ ...total, label: '林业局（本级）(106001) 合计' }, part('D9', '林业局（本级）(106001) 财政拨款'), part('E9', '林业局（本级）(106001) 其他')];
    expect(line({ cells })[0]).toContain('≠ 各分项之和');
  });

  it('keeps the sign where the total stands on the right', () => {
    const cells = [{ ...part('E17', '甲'), side: 'left' as const }, { ...part('E18', '乙'), side: 'left' as const }, { ...total, side: 'right' as const }];
    expect(line({ cells, difference: '5.00' })[0]).toContain('差 −5.00 元');
    const inWan = cells.map((one) => ({ ...one, unit: 'wanyuan' as const }));
    expect(line({ cells: inWan, difference: '4.669724' })[0]).toContain('差 −4.669724 万元');
  });

  it('names two figures that differ; blanks between tables say nothing, a lone blank is told', () => {
    const label = '商品和服务支出';
    const a = cell('表4', 'F8', '65200', { role: 'total', side: 'left', label });
    const b = cell('表1', 'F8', '55200', { side: 'right', label });
    const nothing = cell('表9', 'F7', '', { side: 'right', coefficient: -1, label: '基金' });
    expect(line({ cells: [a, b, nothing], difference: '10000.00' })).toEqual([
      '表4 F8 商品和服务支出 与 表1 F8 不一致，差 +10,000.00 元',
      '表4 F8 商品和服务支出 differs from 表1 F8 by +10,000.00 yuan',
    ]);
    expect(line({ cells: [a, { ...b, value: '' }], difference: '65200.00' })[0]).toBe('表4 F8 商品和服务支出 与 表1 F8（空白） 不一致，差 +65,200.00 元');
    expect(line({ cells: [a, { ...b, sheet: '表4', address: 'F9', label: '资本性支出' }], difference: '1' })[0]).toContain('与 表4 F9 资本性支出 不一致');
  });

  it('says where sums on both sides differ, and where a counterpart has no row', () => {
    const left = ['B6', 'B31'].map((address) => cell('公开04表', address, '4', { side: 'left', coefficient: 1, label: '拨款' }));
    const right = cell('公开05表', 'E34', '4', { side: 'right', coefficient: 1, label: '总计' });
    expect(line({ cells: [...left, right], difference: '4.00' })[0]).toBe('公开04表 B6 拨款 等 2 项之和 ≠ 公开05表 E34 总计，差 +4.00 元');
    expect(line({ cells: [right], left: '0.00', right: '4.00' })[0]).toBe('公开05表 E34 总计 4.00 元，对应的表中没有这一行');
  });

  it('says that a figure is above what it may be, and by how much; not that it differs', () => {
    const a = cell('表7', 'G8', '0.16', { role: 'total', side: 'left', label: '合计 决算数合计', unit: 'wanyuan' });
    const b = cell('表7', 'A8', '0', { side: 'right', label: '合计 预算数合计', unit: 'wanyuan' });
    expect(line({ cells: [a, b], difference: '0.16', relation: 'atMost' })).toEqual([
      '表7 G8 合计 决算数合计 > 表7 A8 合计 预算数合计，多 0.16 万元',
      '表7 G8 合计 决算数合计 > 表7 A8 合计 预算数合计, by 0.16 ×10,000 yuan',
    ]);
    const parts = [b, { ...b, address: 'B8' }];
    expect(line({ cells: [a, ...parts], difference: '-5.00', relation: 'atLeast' })[0]).toBe('表7 G8 合计 决算数合计 < 表7 A8 合计 预算数合计 等 2 项之和，少 5.00 万元');
    expect(ledgerOf(finding('f', { cells: [a, b], left: '0.16', right: '0', relation: 'atMost' })).lines.map(({ operator }) => operator)).toContain('≤');
  });

  it('leaves the sentence where nothing is compared', () => {
    expect(line({ left: null, right: null, difference: null, message: '单位名称不一致' })).toEqual(['单位名称不一致', '单位名称不一致']);
  });

  it.each(['001', '002', '003'])('is shorter than the message in every comparison of %s', async (name) => {
    const { report } = openAudit(await readWorkbook(new Uint8Array(readFileSync(`test/fixtures/${name}.xlsx`)), `${name}.xlsx`), { lang: 'zh' });
    for (const each of report.findings.filter(({ left }) => left !== null)) {
      // The sentence leaves out the 元 that a table of one unit needs not say.
      expect(headlineText(each, zh).replace(/ 元$/, '').length).toBeLessThan(each.message.length);
    }
  });
});

it('is copied with the sentence, every cell and the rule', () => {
  expect(copyText(finding('f', { message: '整句话', cells: [total] }), zh)).toBe('整句话\n表6 E16\t商品和服务支出(302) 合计\t405,200.00\n规则 B06.sum');
});
