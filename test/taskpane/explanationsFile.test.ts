import { expect, it } from 'vitest';
import { figuresOf } from '../../src/audit/report/explanations';
import { importExplanations, explanationsText } from '../../src/taskpane/explanationsFile';
import { threeCauses } from './reports';

const report = { ...threeCauses(), file: '002.xlsx' };
const [first, second] = report.findings;
const said = (text: string, date: string, figures = figuresOf(first)) => ({ text, by: '张三', date, figures, isTheirs: false });

it('what is exported comes back as it was, told apart by how it stands now', () => {
  const explained = { [first.id]: said('上年结转', '2026-03-01'), [second.id]: said('另有批复', '2026-03-01', '1|2'), gone: said('已无此项', '2026-03-01') };
  const text = explanationsText('002.xlsx', explained);
  expect(importExplanations(text, report, {})).toEqual({ explained, came: 3, lapsed: 1, without: 1 });
});

it('of two words on one finding the later ones stay', () => {
  const text = explanationsText('002.xlsx', { [first.id]: said('文件里的', '2026-03-02') });
  const later = importExplanations(text, report, { [first.id]: said('先写的', '2026-03-01'), [second.id]: said('别的', '2026-03-01') });
  expect(later).toMatchObject({ explained: { [first.id]: { text: '文件里的' }, [second.id]: { text: '别的' } }, came: 1 });
  expect(importExplanations(text, report, { [first.id]: said('后写的', '2026-03-03') })).toMatchObject({ explained: { [first.id]: { text: '后写的' } } });
});

it('another file, and one of other workbooks, change nothing', () => {
  expect(importExplanations('{"version":1', report, {})).toBeNull();
  expect(importExplanations('{"tool":"x"}', report, {})).toBeNull();
  expect(importExplanations(explanationsText('别的.xlsx', { [first.id]: said('x', '') }), report, {})).toEqual(['别的.xlsx']);
  expect(importExplanations(explanationsText('002.xlsx', {}), report, {})).toEqual([]);
});
