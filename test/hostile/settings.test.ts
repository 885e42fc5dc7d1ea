import { readFileSync } from 'node:fs';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openAudit as openReal, createAuditor } from '../../src/audit/audit';
import { auditInPage } from '../../src/taskpane/auditInPage';
import type { WorkbookSnapshot } from '../../src/audit/workbook';
import { readWorkbook } from '../../src/files';
import { MemoryHost } from '../../src/host/memory';
import type { WorkbookHost } from '../../src/host/workbookHost';
import type { OwnStates } from '../../src/taskpane/ownStates';
import { createPaneControl, type PaneControl } from '../../src/taskpane/control';
import { explanationOf, figuresOf, listRows, marksOf, paneVerdict, readSettings, writeSettings, defaultSettings, type Explanations } from '../../src/taskpane/state';
import { textsFor } from '../../src/taskpane/text';
import { example } from '../audit/support/fixtures';
import { connectedExcel } from '../excel/node/connect';
import { memoryOwnStates } from '../taskpane/ownStates';

/** Whoever is audited supplies the file: nothing that stands in it may change, by itself, what the audit says. */
const workbook = await example('001');
const { report } = openReal(workbook, {}, createAuditor());
const errors = report.findings.filter((finding) => finding.severity === 'error');

/** Every finding explained away, with the right figures, as by the auditee's own pane. */
const silenced: Explanations = Object.fromEntries(
  report.findings.map((finding) => [finding.id, { text: '已核实', by: '张三', date: '2026-03-01', figures: figuresOf(finding), isTheirs: false }]),
);
const attack = writeSettings({ ...defaultSettings, family: 'national-final-accounts', explained: silenced });

const hosts: readonly (readonly [name: string, make: (snapshot: WorkbookSnapshot) => WorkbookHost])[] = [
  ['memory', (snapshot) => new MemoryHost(snapshot)],
  ['Excel', (snapshot) => connectedExcel(snapshot, { apiSet: '1.14' }).host],
];

async function opened(host: WorkbookHost, ownStates: OwnStates = memoryOwnStates()): Promise<PaneControl> {
  const control = createPaneControl({
    host,
    openAudit: auditInPage,
    texts: textsFor('zh-CN'),
    ownStates,
    today: () => '2026-03-09',
    wait: (run, ms) => {
      if (ms === 0) queueMicrotask(run);
      return () => undefined;
    },
  });
  await control.start();
  await control.audit();
  return control;
}

const causes = (state: Parameters<typeof paneVerdict>[0]): number => paneVerdict(state)?.causes ?? 0;
const names = { missing: '', declaredEmpty: '', uncovered: '', notes: '' } as Parameters<typeof listRows>[1];

describe.each(hosts)('settings that came with the workbook, in %s', (_, make) => {
  it('change nothing until they are accepted, and then no count', async () => {
    const untouched = await opened(make(workbook));
    const expected = causes(untouched.store.getState());
    expect(expected).toBeGreaterThan(0);
    const host = make(workbook);
    await host.writeState(attack);
    const control = await opened(host);
    const { store } = control;
    expect(errors.length).toBeGreaterThan(0);
    expect(causes(store.getState())).toBe(expected);
    expect(store.getState().report?.family).toBe('shaanxi-budget');
    expect(Object.keys(store.getState().kept?.explained ?? {})).toHaveLength(report.findings.length);
    const rows = (): ReturnType<typeof listRows> => listRows(store.getState(), names);
    expect(rows().some((row) => row.kind === 'finding' && row.explanation !== null)).toBe(false);

    await control.decideKept(false);
    expect(causes(store.getState())).toBe(expected);
    expect(store.getState().keptRefused).toBe(true);
    await control.decideKept(true);
    const { settings, kept } = store.getState();
    expect([kept, settings.family]).toEqual([null, 'national-final-accounts']);
    await control.change({ family: null });
    expect(causes(store.getState())).toBe(expected);
    expect(marksOf(report, workbook.sheets.map((sheet) => sheet.name), settings.explained)).toEqual(marksOf(report, workbook.sheets.map((sheet) => sheet.name)));
    const shown = store.getState().report?.findings.map((finding) => explanationOf(finding, settings.explained)) ?? [];
    expect(shown.every((explanation) => explanation?.standing === 'theirs' && explanation.by === '张三')).toBe(true);
    await Promise.all([untouched.dispose(), control.dispose()]);
  }, 60_000);
});

describe('the user’s own words', () => {
  it('settle a finding, come back on the same machine, and are theirs on another', async () => {
    const host = new MemoryHost(workbook);
    const mine = memoryOwnStates();
    const control = await opened(host, mine);
    const [finding] = errors;
    await control.explain([finding.id], { text: ' 另报 ', by: '李四' });
    expect(control.store.getState().settings.explained[finding.id]).toEqual({ text: '另报', by: '李四', date: '2026-03-09', figures: figuresOf(finding), isTheirs: false });
    const state = await host.readState();
    for (const [own, standing] of [[mine, 'own'], [memoryOwnStates(), undefined]] as const) {
      const again = new MemoryHost(workbook);
      await again.writeState(state ?? '');
      const { settings, kept } = (await opened(again, own)).store.getState();
      expect(explanationOf(finding, settings.explained)?.standing).toBe(standing);
      expect(kept === null).toBe(standing === 'own');
    }
  }, 60_000);

  it('lapse when any figure they were given for changes', () => {
    const [finding] = errors;
    const explained = { [finding.id]: silenced[finding.id] };
    expect(explanationOf(finding, explained)?.standing).toBe('own');
    for (const changed of [
      { ...finding, difference: '0.01' },
      { ...finding, left: '1.00' },
      { ...finding, cells: finding.cells.map((cell, i) => (i === finding.cells.length - 1 ? { ...cell, value: '9.99' } : cell)) },
    ]) {
      expect(explanationOf(changed, explained)?.standing).toBe('lapsed');
    }
  });

  it('are read by no command: a file with them has the report of the file without', async () => {
    const value = attack.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
    const property = `<we:webextension xmlns:we="http://schemas.microsoft.com/office/webextensions/webextension/2010/11"><we:properties><we:property name="gouji" value="${value}"/></we:properties></we:webextension>`;
    const parts = unzipSync(new Uint8Array(readFileSync('test/fixtures/001.xlsx')));
    const silencing = zipSync({ ...parts, 'xl/webextensions/webextension1.xml': strToU8(property), 'customXml/item1.xml': strToU8(property) });
    expect(openReal(await readWorkbook(silencing, '001.xlsx'), {}, createAuditor()).report).toEqual({ ...report, file: '001.xlsx' });
  });

  it('what was not accepted stays in the workbook and waits again', () => {
    const { kept } = readSettings(attack, false);
    const text = writeSettings({ ...defaultSettings, year: 2024 }, kept);
    const again = readSettings(text, true);
    expect(again.settings).toEqual({ ...defaultSettings, year: 2024 });
    expect(Object.keys(again.kept?.explained ?? {})).toHaveLength(report.findings.length);
  });
});

describe('settings that are no settings', () => {
  it.each<[string, object, number]>([
    ['a family that does not exist', { family: 'x' }, 1],
    ['a year beyond measure', { year: 1e308 }, 1],
    ['a year with a fraction', { year: 2024.5 }, 1],
    ['a list for explanations', { explained: ['x'] }, 1],
    ['names of the prototype', { explained: JSON.parse('{"__proto__":{"text":"x"},"a_b":{"text":"x"}}') as object }, 2],
    ['explanations without words', { explained: { f1: { text: ' ' }, f2: { by: 'x' }, f3: 7 } }, 3],
    ['ten thousand explanations', { explained: Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`f${i}`, { text: 'x' }])) }, 9_700],
  ])('%s', (_, stored, invalid) => {
    const { settings, kept } = readSettings(JSON.stringify({ version: 2, ...stored }), false);
    expect(settings).toEqual(defaultSettings);
    expect(kept?.invalid).toBe(invalid);
  });

  it('words are cut and cleaned', () => {
    const stored = { text: `a\u202eb\u0000${'x'.repeat(9_000)}`, by: 'n'.repeat(99), date: '<b>', figures: 7 };
    const { kept } = readSettings(JSON.stringify({ version: 2, explained: { f1: stored } }), false);
    const { f1 } = kept?.explained ?? {};
    expect([f1.text.slice(0, 4), f1.text.length, f1.by.length, f1.date, f1.figures]).toEqual(['a b ', 500, 40, '', '']);
  });

  it('the notice says what there is, in both languages', () => {
    const content = { explanations: 3, writers: ['张三', '李四'], dates: ['2026-03-01', '2026-03-02'] as const, year: null, family: '部门决算公开', invalid: 1 };
    expect(textsFor('zh-CN').keptSentence(content)).toBe(
      '这个工作簿带有 3 条情况说明（张三、李四，2026-03-01 至 2026-03-02）、指定的报表类别（部门决算公开）。采用之前不影响核对结果；采用后，情况说明显示在问题旁边，问题仍然计数。另有 1 项内容不合格式，没有采用。',
    );
    expect(textsFor('en').keptSentence({ ...content, explanations: 0, family: null })).toBe('1 entry in this workbook had no valid form and was left out.');
  });
});
