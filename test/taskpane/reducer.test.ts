import { describe, expect, it } from 'vitest';
import { initialState, paneVerdict, reduce, type Action, type PaneState } from '../../src/taskpane/state';
import { finding, group, report, threeCauses } from './reports';

const after = (...actions: Action[]): PaneState => actions.reduce(reduce, initialState);
const causes = (state: PaneState): number | undefined => paneVerdict(state)?.causes;
const ready = (made = threeCauses(), audited = true): Action => ({ type: 'reportReady', report: made, sheetNames: ['表4', '表6'], audited });

describe('the course of an audit', () => {
  it('recognises first and shows findings only when the user asked', () => {
    expect(after(ready(threeCauses(), false))).toMatchObject({ phase: 'ready', audited: false, announcement: null });
    expect(after(ready())).toMatchObject({ phase: 'ready', audited: true, announcement: { kind: 'audited' } });
  });

  it('shows progress, and after cancelling stands where it stood', () => {
    const reading = after({ type: 'readingStarted', asked: true }, { type: 'sheetsRead', done: 3, total: 17 });
    expect(reading).toMatchObject({ phase: 'reading', progress: { done: 3, total: 17 } });
    expect(reduce(reading, { type: 'stopped', notice: null })).toMatchObject({ phase: 'idle', progress: null });
    const again = after(ready(), { type: 'readingStarted', asked: true }, { type: 'stopped', notice: null });
    expect(again).toMatchObject({ phase: 'ready', audited: true });
  });

  it('keeps an audited workbook audited when year or family change', () => {
    expect(after(ready(), ready(report(), false)).audited).toBe(true);
  });
});

describe('counting problems', () => {
  it('counts causes, and findings without a cause; rounding is no problem', () => {
    expect(causes(after(ready()))).toBe(3);
  });

  it('does not count what the user has explained', () => {
    expect(causes(after(ready(), { type: 'explained', findings: ['f4'], words: { text: '表2 另报', by: '', date: '2026-03-01' } }))).toBe(2);
    expect(causes(after(ready(), { type: 'explained', findings: ['f4'], words: { text: '   ', by: '', date: '2026-03-01' } }))).toBe(3);
  });

  it('counts a cause until its last finding is explained', () => {
    const one = after(ready(), { type: 'explained', findings: ['f1'], words: { text: '说明', by: '', date: '2026-03-01' } });
    expect(causes(one)).toBe(3);
    expect(causes(reduce(one, { type: 'explained', findings: ['f2'], words: { text: '说明', by: '', date: '2026-03-01' } }))).toBe(2);
  });
});

describe('a re-check', () => {
  const before = after(ready(report({ findings: [finding('a'), finding('b'), finding('c')] })));

  it('keeps what is gone for a moment, where it stood, and announces it', () => {
    const state = reduce(before, { type: 'rechecked', report: report({ findings: [finding('a'), finding('c'), finding('d')] }), holding: new Set(['b']) });
    expect(state.mended.findings.map(({ finding: { id }, after: above, why }) => [id, above, why])).toEqual([['b', 'a', 'mended']]);
    expect(state.announcement).toEqual({ kind: 'rechecked', fixed: 1, uncheckable: 0, fresh: 1, left: 3 });
    expect(reduce(state, { type: 'mendedShown' }).mended.findings).toEqual([]);
  });

  it('shows what was mended on, when the causes follow', () => {
    const left = report({ findings: [finding('a'), finding('c')] });
    const state = reduce(before, { type: 'rechecked', report: left, holding: new Set(['b']), diagnosing: true });
    expect(state.diagnosing).toBe(true);
    const causes = report({ findings: left.findings, groups: [group('g', ['a', 'c'], [])] });
    const done = reduce(state, { type: 'diagnosed', report: causes });
    expect(done).toMatchObject({ diagnosing: false, report: causes, mended: state.mended, announcement: { kind: 'rechecked', fixed: 1, left: 1 } });
  });

  it('calls mended only what was checked again and holds', () => {
    const state = reduce(before, { type: 'rechecked', report: report({ findings: [finding('a')] }), holding: new Set(['b']) });
    expect(state.mended.findings.map(({ finding: { id }, why }) => [id, why])).toEqual([['b', 'mended'], ['c', 'uncheckable']]);
    expect(state.announcement).toEqual({ kind: 'rechecked', fixed: 1, uncheckable: 1, fresh: 0, left: 1 });
  });

  it('does not call a cause gone whose findings another cause has taken up', () => {
    const made = threeCauses();
    const regrouped = { ...made, groups: made.groups.map((group) => ({ ...group, id: `${group.id}x` })) };
    expect(reduce(after(ready(made)), { type: 'rechecked', report: regrouped, holding: new Set() }).mended.groups).toEqual([]);
  });

  it('keeps silent when nothing has changed, and before the audit', () => {
    const same = reduce(before, { type: 'rechecked', report: report({ findings: [finding('a'), finding('b'), finding('c')] }), holding: new Set() });
    expect(same.announcement).toBe(before.announcement);
    const early = reduce(after(ready(report({ findings: [finding('a')] }), false)), { type: 'rechecked', report: report(), holding: new Set() });
    expect(early).toMatchObject({ announcement: null, mended: { findings: [] } });
  });
});

describe('the view', () => {
  it('turns a number of the bar into a filter and back', () => {
    const rounding = after(ready(), { type: 'outcomeChosen', outcome: 'rounding' });
    expect(rounding.view).toMatchObject({ tab: 'problems', outcome: 'rounding' });
    expect(reduce(rounding, { type: 'outcomeChosen', outcome: 'rounding' }).view).toMatchObject({ tab: 'problems', outcome: null });
    expect(after(ready(), { type: 'outcomeChosen', outcome: 'consistent' }).view.tab).toBe('passed');
    expect(after(ready(), { type: 'outcomeChosen', outcome: 'insufficient' }).view.tab).toBe('unchecked');
  });

  it('changes only the filters that are given', () => {
    const state = after({ type: 'filtered', severity: 'error' }, { type: 'filtered', query: 'E16' });
    expect(state.view).toMatchObject({ severity: 'error', query: 'E16', table: null });
    expect(reduce(state, { type: 'filtered', severity: null }).view).toMatchObject({ severity: null, query: 'E16' });
  });

  it('closes a panel with the button that opened it', () => {
    const open = after({ type: 'panelChosen', panel: 'help' });
    expect(open.panel).toBe('help');
    expect(reduce(open, { type: 'panelChosen', panel: 'help' }).panel).toBeNull();
    expect(reduce(open, { type: 'panelChosen', panel: 'tables' }).panel).toBe('tables');
  });
});
