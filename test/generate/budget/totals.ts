import {
  BASIC_LINES, FUNCTION_LINES, FUND_BASIC_LINES, FUND_LINES, FUND_SPECIAL_LINES, MORE_FUNCTION_LINES, SPECIAL_LINES, chineseNumeral, governmentLines,
} from './lines';
import { FISCAL, total, type Budget, type Item, type Source } from './model';
import { Page } from './page';

/** 收支总表, 财政拨款收支总表 and 政府性基金收支表: four blocks side by side. */

interface Line {
  readonly label: string;
  readonly cents: number;
}

interface Block {
  readonly header: string;
  readonly lines: readonly Line[];
  /** Lines from 本年合计 on; the last one is the 总计. */
  readonly totals: readonly Line[];
}

export function incomeAndExpenditure(budget: Budget, number: string, title: string): Page {
  const { options, items } = budget;
  const of = (...sources: Source[]): number => incomeOf(budget, sources);
  const word = options.style === 'plain' && options.level === 'unit' ? '单位' : '部门';
  const current = of('general', 'fund', 'capital', 'superior', 'institution', 'business', 'affiliate', 'other');
  const income: Line[] = [
    { label: `一、${word}预算`, cents: current },
    { label: '1、财政拨款', cents: of('general', 'fund', 'capital') },
    { label: '(1) 一般公共预算拨款', cents: of('general') },
    { label: `其中：专项资金列入${word}预算的项目`, cents: total(items, (i) => i.source === 'general' && i.earmarked) },
    { label: '(2) 政府性基金拨款', cents: of('fund') },
    { label: '(3) 国有资本经营预算收入', cents: of('capital') },
    { label: '2、上级补助收入', cents: of('superior') },
    { label: '3、事业收入', cents: of('institution') },
    { label: '其中：纳入财政专户管理的收费', cents: total(items, (i) => i.source === 'institution' && i.earmarked) },
    { label: '4、事业单位经营收入', cents: of('business') },
    { label: '5、附属单位上缴收入', cents: of('affiliate') },
    { label: '6、其他收入', cents: of('other') },
  ];
  const later = options.lineItems === '2024';
  const incomeTotals: Line[] = [
    { label: '本年收入合计', cents: current },
    { label: later ? '使用非财政拨款结余' : '用事业基金弥补收支差额', cents: of('savings') },
    { label: '上年实户资金余额', cents: of('account') },
    { label: '上年结转', cents: of('generalCarry', 'otherCarry') },
    ...(later
      ? [
          { label: '其中：财政拨款资金结转', cents: of('generalCarry') },
          { label: '非财政拨款资金结余', cents: of('otherCarry') },
        ]
      : []),
    { label: '收入总计', cents: of('general', 'fund', 'capital', 'superior', 'institution', 'business', 'affiliate', 'other', 'savings', 'account', 'generalCarry', 'otherCarry') },
  ];
  const unspent = (to: string): number => budget.unspent.reduce((all, u) => all + (u.to === to ? u.cents : 0), 0);
  const tail = [
    { label: '结转下年', cents: unspent('nextYear') },
    { label: '未安排支出的实户资金', cents: unspent('unallocated') },
  ];
  return fourBlocks(budget, number, title, { header: '项目', lines: income, totals: incomeTotals }, expenditureBlocks(budget, items, `一、${word}预算`, ' ', word, tail));
}

export function fiscalIncomeAndExpenditure(budget: Budget, number: string, title: string): Page {
  const { options, items } = budget;
  const of = (...sources: Source[]): number => incomeOf(budget, sources);
  const word = options.style === 'plain' && options.level === 'unit' ? '单位' : '部门';
  const current = of('general', 'fund', 'capital');
  const income: Line[] = [
    { label: '一、财政拨款', cents: current },
    { label: '1、一般公共预算拨款', cents: of('general') },
    { label: `其中：专项资金列入${word}预算的项目`, cents: total(items, (i) => i.source === 'general' && i.earmarked) },
    { label: '2、政府性基金拨款', cents: of('fund') },
    { label: '3、国有资本经营预算收入', cents: of('capital') },
  ];
  const totals: Line[] = [
    { label: '本年收入合计', cents: current },
    { label: '上年结转', cents: of('generalCarry') },
    { label: '收入总计', cents: of('general', 'fund', 'capital', 'generalCarry') },
  ];
  const kept = budget.unspent.reduce((all, u) => all + (u.source === 'generalCarry' ? u.cents : 0), 0);
  const fiscal = items.filter((i) => FISCAL.includes(i.source));
  const blocks = expenditureBlocks(budget, fiscal, '一、财政拨款', '', word, [{ label: '结转下年', cents: kept }]);
  return fourBlocks(budget, number, title, { header: '项目', lines: income, totals }, blocks);
}

export function fundIncomeAndExpenditure(budget: Budget, number: string, title: string): Page {
  const items = budget.items.filter((i) => i.source === 'fund');
  const all = total(items, () => true);
  const word = budget.options.style === 'plain' && budget.options.level === 'unit' ? '单位' : '部门';
  const numbered = (lines: readonly (readonly [string, string])[], cents: (code: string) => number): Line[] =>
    lines.map(([code, name], i) => ({ label: `${chineseNumeral(i + 1)}、${name}`, cents: cents(code) }));
  const economic: Line[] = [
    { label: '一、人员经费和公用经费支出', cents: total(items, basic) },
    ...FUND_BASIC_LINES.map(([code, label]) => ({ label, cents: total(items, (i) => basic(i) && i.economicCode.startsWith(code)) })),
    { label: '二、专项业务经费支出', cents: total(items, (i) => i.nature === 'special') },
    ...FUND_SPECIAL_LINES.map(([code, label]) => ({ label, cents: total(items, (i) => i.nature === 'special' && i.economicCode.startsWith(code)) })),
    { label: '三、上缴上级支出', cents: 0 },
    { label: '四、事业单位经营支出', cents: 0 },
    { label: '五、对附属单位补助支出', cents: 0 },
  ];
  const government = governmentLines(budget.options.names503).filter(([code]) => code !== '510');
  const end = [{ label: '本年支出合计', cents: all }];
  return fourBlocks(budget, number, title, { header: '项目', lines: [{ label: '一、政府性基金拨款', cents: all }], totals: [{ label: '本年收入合计', cents: all }] }, [
    { header: '支出功能分类科目（按大类）', lines: numbered(FUND_LINES, (code) => total(items, (i) => i.functionCode.startsWith(code))), totals: end },
    { header: `${word}预算支出经济分类科目（按大类）`, lines: economic, totals: end },
    { header: '政府预算支出经济分类科目（按大类）', lines: numbered(government, (code) => total(items, (i) => i.governmentCode.startsWith(code))), totals: end },
  ]);
}

/** What came in from some sources: what is spent of it and what is kept. */
function incomeOf(budget: Budget, sources: readonly Source[]): number {
  const kept = budget.unspent.reduce((all, u) => all + (sources.includes(u.source) ? u.cents : 0), 0);
  return kept + total(budget.items, (i) => sources.includes(i.source));
}

function basic(item: Item): boolean {
  return item.nature === 'personnel' || item.nature === 'public';
}

function expenditureBlocks(budget: Budget, items: readonly Item[], head: string, gap: string, word: string, tail: readonly Line[]): Block[] {
  const { options } = budget;
  const all = total(items, () => true);
  const totals: Line[] = [
    { label: '本年支出合计', cents: all },
    ...tail,
    { label: '支出总计', cents: tail.reduce((sum, line) => sum + line.cents, all) },
  ];
  const functions = options.moreLines ? [...FUNCTION_LINES, ...MORE_FUNCTION_LINES] : FUNCTION_LINES;
  const nature = (name: string): number => total(items, (i) => i.nature === name);
  const part = (lines: readonly (readonly [string, string])[], condition: (item: Item) => boolean): Line[] =>
    lines.map(([code, name], n) => ({ label: `(${n + 1})${gap}${name}`, cents: total(items, (i) => condition(i) && i.economicCode.startsWith(code)) }));
  const economic: Line[] = [
    { label: '1、人员经费和公用经费支出', cents: total(items, basic) },
    ...part(BASIC_LINES, basic),
    { label: '2、专项业务经费支出', cents: nature('special') },
    ...part(SPECIAL_LINES, (i) => i.nature === 'special'),
    { label: '3、上缴上级支出', cents: nature('remit') },
    { label: '4、事业单位经营支出', cents: nature('business') },
    { label: '5、对附属单位补助支出', cents: nature('subsidy') },
  ];
  const first = { label: head, cents: all };
  return [
    {
      header: '支出功能分类科目（按大类）',
      lines: [first, ...functions.map(([code, name], n) => ({ label: `${n + 1}、${name}`, cents: total(items, (i) => i.functionCode.startsWith(code)) }))],
      totals,
    },
    { header: `${word}预算支出经济分类科目（按大类）`, lines: [first, ...economic], totals },
    {
      header: '政府预算支出经济分类科目（按大类）',
      lines: [first, ...governmentLines(options.names503).map(([code, name], n) => ({ label: `${n + 1}、${name}`, cents: total(items, (i) => i.governmentCode.startsWith(code)) }))],
      totals,
    },
  ];
}

function fourBlocks(budget: Budget, number: string, title: string, income: Block, expenditure: readonly Block[]): Page {
  const page = new Page(budget, number, 7);
  page.heading(number, title);
  const top = page.row;
  page.header(top, 0, top, 1, '收入');
  page.header(top, 2, top, 7, '支出');
  const blocks = [income, ...expenditure];
  const first = top + 2;
  const end = first + Math.max(...blocks.map((b) => b.lines.length));
  const last = end + Math.max(...blocks.map((b) => b.totals.length)) - 1;
  blocks.forEach((block, b) => {
    const column = b * 2;
    page.label(top + 1, column, block.header);
    page.label(top + 1, column + 1, '预算数');
    const write = (row: number, line: Line): void => {
      page.label(row, column, line.label);
      page.amount(row, column + 1, line.cents);
    };
    block.lines.forEach((line, i) => write(first + i, line));
    // The 总计 stand side by side in the last row, whatever lies between.
    block.totals.forEach((line, i) => write(i > 0 && i === block.totals.length - 1 ? last : end + i, line));
  });
  page.row = last + 1;
  return page;
}

