/** The language of the rules: what the grammar takes and what it makes of it, where it says a mistake is, and rule files with mistakes. */
import { describe, expect, it } from 'vitest';
import { openAudit } from '../../src/audit/audit';
import type { Clause, Formula } from '../../src/audit/rules/language/syntax';
import { readRules } from '../../src/audit/rules/reader/readRules';
import type { RuleDefinition } from '../../src/audit/rules/model';
import bundled from '../../src/generated/rules';
import * as parser from '../../src/generated/ruleParser';
import { budget } from './support/budgetBook';
import { cellsOf, findingsOf, outcomesOf } from './support/ruleTester';
import { changed, snapshotOf, type Change } from './support/sheets';

const formula = (text: string): Formula => parser.parse(text, { startRule: 'Rule' });
const condition = (text: string): readonly Clause[] => parser.parse(text, { startRule: 'Condition' });

/** "line:column" of the first mistake. */
function mistakeAt(parse: () => unknown): string {
  try {
    parse();
  } catch (error) {
    const { start } = (error as { location: { start: { line: number; column: number } } }).location;
    return `${start.line}:${start.column}`;
  }
  return 'no mistake';
}

describe('formulas', () => {
  it('a reference by table, block, row and column', () => {
    expect(formula('B01.收入[收入总计] = B05[合计].合计')).toMatchObject({
      left: [{ kind: 'reference', table: 'B01', block: '收入', rows: { kind: 'keys', keys: ['收入总计'] }, columns: null, coefficient: 1, optional: false }],
      relation: '=',
      right: [{ kind: 'reference', table: 'B05', block: '', rows: { kind: 'keys', keys: ['合计'] }, columns: { kind: 'list', names: ['合计'], optional: false } }],
    });
  });

  it.each([
    ['[*]', { kind: 'every' }], ['[末级]', { kind: '末级' }], ['[顶级]', { kind: '顶级' }], ['[大类]', { kind: '大类' }], ['[其中]', { kind: '其中' }],
    ['[基本.*]', { kind: 'below', prefix: '基本' }], ['[2101101, 2101102]', { kind: 'keys', keys: ['2101101', '2101102'] }], ['[末级收入]', { kind: 'keys', keys: ['末级收入'] }],
  ])('rows %s', (text, rows) => {
    expect(formula(`B05${text}.合计 = B05[合计].合计`).left[0]).toMatchObject({ rows });
  });

  it('optional tables, rows and columns', () => {
    expect(formula('B05[合计].合计 = B09?.部门经济[专项]? + B06[合计].{人员,公用}?').right).toMatchObject([
      { table: 'B09', optionalTable: true, optional: true },
      { table: 'B06', optionalTable: false, optional: false, columns: { kind: 'list', names: ['人员', '公用'], optional: true } },
    ]);
  });

  it('signs and coefficients', () => {
    expect(formula('B05[合计].合计 = 2 × B06[合计].合计 - 0.5*B07[合计].合计 － B08[合计].合计').right.map((t) => t.coefficient)).toEqual([2, -0.5, -1]);
  });

  it('calls', () => {
    expect(formula('B06[*].合计 = 归集(B06[末级].合计, 政府编码, 3)').right[0]).toMatchObject({ kind: 'group', field: '政府编码', digits: 3 });
    for (const name of ['下级', '上级', '各栏', 'Σ']) expect(formula(`B05[*].合计 = ${name}(B05[*].合计)`).right[0]).toMatchObject({ kind: 'call', name });
  });

  it('relations, blanks and full-width blanks', () => {
    for (const [text, relation] of [['=', '='], ['≤', '≤'], ['<=', '≤'], ['≥', '≥'], ['>=', '≥']]) expect(formula(`  B05[*].合计　${text}\n B06[*].合计 `).relation).toBe(relation);
  });

  it('where each part stands', () => {
    const { left, right } = formula('B05[*].合计 =\n  下级(B05[*].合计)');
    expect([left[0].at, right[0].at]).toMatchObject([{ line: 1, column: 1 }, { line: 2, column: 3 }]);
  });
});

describe('mistakes in formulas', () => {
  it.each([
    ['B05[合计].合计', '1:11'],
    ['B05[合计.合计 = B06[合计].合计', '1:11'],
    ['b05[合计].合计 = B06[合计].合计', '1:1'],
    ['B05[合计].合计 == B06[合计].合计', '1:13'],
    ['B05[合计].合计 = ', '1:14'],
    ['B05[合计].合计 = 下级 B05[*].合计', '1:17'],
    ['B05[合计].合计 =\n  B06[].合计', '2:7'],
    ['B05[合计].合计 = B06[合计].{合计', '1:25'],
    ['B05[合计].合计 = 归集(B06[末级].合计, 名称, 3)', '1:29'],
    ['B05[合计].合计 = B06[合计].合计 B07[合计].合计', '1:25'],
    ['', '1:1'],
  ])('%s → %s', (text, at) => {
    expect(mistakeAt(() => formula(text))).toBe(at);
  });

  it('a mistake names what was expected', () => {
    const { mistakes } = readRules('- rule: Z1\n  check: B05[合计].合计 ~ B06[合计].合计', 'a.yaml', parser);
    expect(mistakes[0].message.zh).toMatch(/在 “~” 处不对.*= ≤ ≥/);
    expect(mistakes[0].message.en).toMatch(/unexpected ~/);
  });
});

describe('conditions', () => {
  it('clauses joined by 且', () => {
    expect(condition('有 B09 且 无 B10 且 B01.收入[上年结转]? ≠ 0 且 B01.收入[其他收入] > 100.5')).toMatchObject([
      { kind: 'present', table: 'B09' }, { kind: 'absent', table: 'B10' },
      { kind: 'compare', relation: '≠', left: [{ optional: true }], right: [{ kind: 'number', value: 0 }] },
      { kind: 'compare', relation: '>', right: [{ kind: 'number', value: 100.5 }] },
    ]);
  });

  it.each([['有', '1:2'], ['B01[a] = 0 且', '1:13'], ['B01[a] = 0 或 B01[b] = 0', '1:12'], ['B01[a]', '1:7']])('%s → %s', (text, at) => {
    expect(mistakeAt(() => condition(text))).toBe(at);
  });
});

describe('rule files', () => {
  const read = (text: string): string[] => readRules(text, 'own.yaml', parser).mistakes.map((m) => `${m.file}:${m.line}:${m.column} ${m.message.zh}`);

  it('a full rule', () => {
    const { rules, mistakes } = readRules('- rule: Z1\n  text: { zh: 中文, en: English }\n  check: [B05[合计].合计 = B06[合计].合计]\n  severity: warning\n  blanks: unknown\n  source: 某文件\n'.replace('[B05[合计].合计 = B06[合计].合计]', '\n    - B05[合计].合计 = B06[合计].合计'), 'own.yaml', parser);
    expect(mistakes).toEqual([]);
    expect(rules).toMatchObject([{ id: 'Z1', text: { zh: '中文', en: 'English' }, severity: 'warning', blanks: 'unknown', tables: ['B05', 'B06'], source: '某文件', kind: null, place: { file: 'own.yaml', line: 1 } }]);
  });

  it('defaults', () => {
    const [rule] = readRules('- rule: X99\n  check: B05[合计].合计 = B06[合计].合计', 'own.yaml', parser).rules;
    expect(rule).toMatchObject({ severity: 'error', blanks: 'zero', text: { zh: 'X99', en: 'X99' }, right: null, when: [] });
  });

  it('an empty file has no rules and no mistakes', () => expect(readRules('# nothing\n', 'own.yaml', parser)).toEqual({ rules: [], mistakes: [] }));

  it.each([
    ['a: 1', /^own\.yaml:1:1 规则文件应当是一个列表/],
    ['- 5', /^own\.yaml:1:3 这里应当是一条规则/],
    ['- text: 没有编号\n  check: B05[合计].合计 = B06[合计].合计', /^own\.yaml:1:3 规则没有编号/],
    ['- rule: Z1\n  chek: x\n  kind: codes', /^own\.yaml:2:3 没有“chek”这一项/],
    ['- rule: Z1\n  severity: fatal\n  kind: codes', /^own\.yaml:2:13 severity 只能是/],
    ['- rule: Z1\n  blanks: maybe\n  kind: codes', /^own\.yaml:2:11 blanks 只能是/],
    ['- rule: Z1\n  kind: magic', /^own\.yaml:2:9 没有 magic 这种检查/],
    ['- rule: Z1', /^own\.yaml:1:3 规则 Z1 既没有 check 也没有 kind/],
    ['- rule: Z1\n  kind: codes\n- rule: Z1\n  kind: pairs', /^own\.yaml:3:3 规则编号重复：Z1/],
    ['- rule: Z1\n  check: B05[合计].合计 = B06[合计', /^own\.yaml:2:29 公式/],
    ['- rule: Z1\n  check: "B05[合计].合计 = ;"', /^own\.yaml:2:24 公式/],
    ['- rule: Z1\n  when: 有 b09\n  check: B05[合计].合计 = B06[合计].合计', /^own\.yaml:2:11 公式/],
    ['- rule: Z1\n  check:\n    - B05[合计].合计 = B06[合计].合计\n    - B05[合计].合计 B06[合计].合计', /^own\.yaml:4:18 公式/],
    ['- rule: Z1\n  check: >\n    B05[合计].合计 =\n    B06[合计', /^own\.yaml:4:11 公式/],
    ['- rule: Z1\n  check: B05[合计].合计 =\n    ; B06[合计].合计', /^own\.yaml:3:5 公式/],
    ['- rule: Z1\n  check: 100 = 100', /^own\.yaml:2:10 .*没有表、行、栏/],
    ['- rule: [Z1', /^own\.yaml:\d+:\d+ YAML 写法有误/],
    ['- rule: Z1\n  check: "B05[*].{合计,人员经费支出} = B06[*].{合计,人员经费支出,公用经费支出}"', /^own\.yaml:2:32 .*栏数不同/],
  ])('%s', (text, expected) => {
    const found = read(text);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(expected);
  });

  it('every mistake is told, and the sound rules are kept', () => {
    const { rules, mistakes } = readRules('- rule: Z1\n  kind: magic\n  severity: fatal\n- rule: Z2\n  kind: codes\n- rule: Z3\n  check: x', 'own.yaml', parser);
    expect(mistakes).toHaveLength(3);
    expect(rules.map((r) => r.id)).toEqual(['Z2']);
  });
});

describe('own rules', () => {
  const own = (text: string): readonly RuleDefinition[] => {
    const { rules, mistakes } = readRules(text, 'own.yaml', parser);
    expect(mistakes).toEqual([]);
    return rules;
  };
  const run = (rules: readonly RuleDefinition[], change: Change = {}): ReturnType<typeof openAudit>['report'] => openAudit(snapshotOf(changed(budget, change)), { rules }).report;

  it('are evaluated like the others', () => {
    const rules = own('- rule: Z1\n  text: 办公费不大于公用经费的七成\n  severity: warning\n  check: 10 × B06[30201].公用经费支出 ≤ 7 × B06[302].公用经费支出');
    expect(outcomesOf(run(rules), 'Z1').consistent).toBe(1);
    const report = run(rules, { '表6!G12': 80_000 });
    expect(findingsOf(report, 'Z1')).toEqual(['表6!G12 G11 相差 100000.00']);
    expect(report.findings.find((f) => f.rule === 'Z1')?.severity).toBe('warning');
  });

  it('0 may stand for a side', () => {
    const rules = own('- rule: Z1\n  check: B05[*].合计 ≥ 0');
    expect(findingsOf(run(rules), 'Z1')).toEqual([]);
    expect(findingsOf(run(rules, { '表5!C9': -5 }), 'Z1')).toEqual(['表5!C9 相差 -5.00']);
  });

  it('a plain number is an amount in 元', () => {
    const rules = own('- rule: Z1\n  check: B05[合计].合计 ≤ 900000.5\n- rule: Z2\n  check: B05[合计].人员经费支出 + 0.5 = B05[合计].合计 - 299999.5\n- rule: Z3\n  check: B14[合计].总额 = 1000000');
    const report = run(rules);
    expect(findingsOf(report, 'Z1')).toEqual(['表5!C4 相差 99999.50']);
    expect(report.findings.find((f) => f.rule === 'Z1')?.message).toBe('表5 C4 合计 合计 1,000,000.00 > 900,000.50，相差 99,999.50');
    expect(outcomesOf(report, 'Z2').consistent).toBe(1);
    expect(findingsOf(report, 'Z3')).toEqual(['表14!D8 相差 10.00']);
    // Such a limit says nothing about which cell is wrong.
    expect(report.groups).toEqual([]);
  });

  it('coefficients with decimals leave no trace of binary arithmetic', () => {
    const rules = own('- rule: Z1\n  check: 0.07 × B05[合计].公用经费支出 = 7000\n- rule: Z2\n  check: 7000 = 0.07 × B05[合计].公用经费支出\n- rule: Z3\n  check: 0.07 × B05[合计].公用经费支出 = B06[合计].合计');
    const report = run(rules);
    expect(outcomesOf(report, 'Z1')).toMatchObject({ consistent: 1, inconsistent: 0 });
    expect(outcomesOf(report, 'Z2')).toMatchObject({ consistent: 1, inconsistent: 0 });
    expect(report.findings.find((f) => f.rule === 'Z3')?.message).toBe('表5 各项之和 7,000.00 ≠ 表6 E4 合计 合计 1,000,000.00，相差 -993,000.00（0.07 × 公用经费支出 100,000.00 [E4]）');
  });

  it('replace a bundled rule of the same number', () => {
    const rules = own('- rule: X7\n  check: B05[合计].合计 = 2 × B06[合计].合计');
    const report = run(rules);
    expect(findingsOf(report, 'X7')).toEqual(['表5!C4 表6!E4 相差 -1000000.00']);
    expect(report.rules.filter((r) => r.rule === 'X7')).toHaveLength(1);
  });

  it('conditions by table', () => {
    const rules = own('- rule: Z1\n  when: 无 B09\n  check: B05[合计].合计 = B06[合计].公用经费支出\n- rule: Z2\n  when: 有 B09 且 B05[合计].合计 > 999999.99\n  check: B05[合计].合计 = B06[合计].公用经费支出');
    const report = run(rules);
    expect(outcomesOf(report, 'Z1')).toMatchObject({ notApplicable: 1, inconsistent: 0 });
    expect(outcomesOf(report, 'Z2')).toMatchObject({ inconsistent: 1 });
  });

  it('conditions by column', () => {
    const rules = own('- rule: Z1\n  when: 有 B05.没有的栏\n  check: B05[合计].合计 = B06[合计].公用经费支出\n- rule: Z2\n  when: 有 B05.合计 且 无 B05.没有的栏\n  check: B05[合计].合计 = B06[合计].公用经费支出');
    const report = run(rules);
    expect(outcomesOf(report, 'Z1')).toMatchObject({ notApplicable: 1, inconsistent: 0 });
    expect(outcomesOf(report, 'Z2')).toMatchObject({ inconsistent: 1 });
  });

  it('a row, column or block that is not there is 取数不足 with its name', () => {
    const rules = own('- rule: Z1\n  check: B01.收入[没有的行] = B01.收入[总额]\n- rule: Z2\n  check: B05[合计].没有的栏 = B05[合计].合计\n- rule: Z3\n  check: B01.没有的组[总额] = B01.收入[总额]\n- rule: Z4\n  check: B99[合计].合计 = B05[合计].合计');
    const reasons = run(rules).unchecked.filter((u) => u.rule.startsWith('Z')).map((u) => `${u.rule} ${u.reason}`);
    expect(reasons).toEqual(['Z1 “收支总表”中没有“没有的行”行', expect.stringMatching(/^Z2 .*没有认出“没有的栏”栏/), expect.stringMatching(/^Z3 .*没有认出“没有的组”一栏组/), 'Z4 “B99”不在工作簿中']);
  });

  it('more than 255 checks in one rule, and a left side of many terms', () => {
    const many = Array.from({ length: 300 }, () => '    - B05[合计].合计 = B06[合计].合计').join('\n');
    const report = run(own(`- rule: Z1\n  check:\n${many}\n- rule: Z2\n  check: Σ(B05[末级].合计) = B05[合计].合计`), { '表6!E4': 1 });
    expect(outcomesOf(report, 'Z1').inconsistent).toBe(300);
    expect(outcomesOf(report, 'Z2').consistent).toBe(1);
    const ids = report.findings.map((f) => f.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('a sum on the left names all its cells', () => {
    const report = run(own('- rule: Z2\n  check: Σ(B05[末级].合计) = B05[合计].合计'), { '表5!C4': 1_000_001 });
    expect(report.findings.filter((f) => f.rule === 'Z2').map((f) => cellsOf(f.cells))).toEqual(['表5!C7 C10 C12 C13 C16 C4']);
  });
});

describe('the bundled rules', () => {
  it('have an id, words in both languages, tables and a source each', () => {
    expect(new Set(bundled.map((r) => r.id)).size).toBe(bundled.length);
    for (const rule of bundled) {
      expect(rule.text.zh, rule.id).toMatch(/[\u4e00-\u9fff]/);
      expect(rule.text.en, rule.id).toMatch(/^[\x20-\x7e–−—“”=≤≥]+$/);
      expect(rule.source, rule.id).not.toBe('');
      if (rule.kind === null) expect(rule.tables.length, rule.id).toBeGreaterThan(0);
    }
  });
});
