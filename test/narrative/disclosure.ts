import { Random } from '../generate';
import { BASIC, codeName, FISCAL, SOURCES, type Ledger, type Source } from '../generate/national/ledger';
import { total, type Select } from '../generate/national/select';
import { TRAVEL } from '../generate/national/drawLedger';
import type { NationalBook } from '../generate/national';
import { changeWords, money, percent } from './words';
import { styleOf, type Place, type Style } from './styles';

const NAMES: Readonly<Record<Source, string>> = {
  general: '一般公共预算拨款收入', fund: '政府性基金预算拨款收入', capital: '国有资本经营预算拨款收入', account: '财政专户管理资金收入', institution: '事业收入', business: '事业单位经营收入',
  superior: '上级补助收入', affiliate: '附属单位上缴收入', other: '其他收入', reserve: '使用非财政拨款结余',
};
const FUNDS = [['fund', '政府性基金预算'], ['capital', '国有资本经营预算']] as const;

/** The whole 公开说明 of a national-form budget, written from its ledger in the words of a place; `seed` chooses among the usual shapes of each chapter. */
export function disclosure({ ledger }: NationalBook, place: Place, seed: number): string[] {
  const writer = new Disclosure(ledger, styleOf(place), new Random(`disclosure ${seed}`));
  return writer.lines();
}

class Disclosure {
  constructor(
    private readonly ledger: Ledger,
    private readonly style: Style,
    private readonly random: Random,
  ) {}

  lines(): string[] {
    const { year, name } = this.ledger;
    return [
      this.style.title(year).replace('某市某局', name), '目录', '第一部分 部门概况', '第二部分 部门预算情况说明', '第三部分 名词解释',
      '第一部分 部门概况', '一、主要职能', '贯彻执行党和国家的方针政策，负责全市有关工作。', '二、机构设置', `设办公室等6个内设机构，下属${Math.max(0, this.ledger.units.length - 1)}个预算单位。`,
      '第二部分 部门预算情况说明',
      '一、收支预算总体情况说明', ...this.whole(), '二、收入预算情况说明', ...this.income(), ...(this.ledger.kept ? [] : ['三、支出预算情况说明', ...this.expenditure()]),
      ...(this.ledger.carries || this.ledger.kept ? [] : ['四、财政拨款收支预算情况说明', ...this.fiscal(), '五、一般公共预算支出预算情况说明', ...this.general(), '六、一般公共预算基本支出预算情况说明', ...this.basic(), ...this.funds(), '九、“三公”经费预算情况说明', ...this.threePublic()]),
      '十、其他重要事项的情况说明', ...this.others(), '第三部分 名词解释', '一、财政拨款收入：指本级财政当年拨付的资金。', '二、机关运行经费：指各部门的公用经费。',
    ];
  }

  private sum(select: Select, year: 'this' | 'last' = 'this'): number {
    return Math.round(total(this.ledger, { ...select, of: year }) / 10_000) * 10_000;
  }

  private m(fen: number): string {
    return `${money(fen, this.style)}万元`;
  }

  private p(part: number, whole: number): string {
    return `${percent(part, whole, this.style)}%`;
  }

  /** "较上年增加…，增长…", this year against the ledger's last. */
  private against(select: Select): string {
    return changeWords({ now: this.sum(select), before: this.sum(select, 'last') }, this.style, this.ledger.year);
  }

  private whole(): string[] {
    const { year, name } = this.ledger;
    const all = this.sum({});
    return [
      this.random.pick([
        `${name}${year}年收入总计${this.m(all)}，支出总计${this.m(all)}。`,
        `${name}${year}年收、支总计均为${this.m(all)}。`,
        `按照综合预算的原则，${name}所有收入和支出均纳入部门预算管理。${year}年收支总预算${this.m(all)}。`,
        `${year}年度收入、支出预算总计${this.m(all)}。`,
      ]),
    ];
  }

  private sources(): { name: string; fen: number }[] {
    const list = SOURCES.map((s) => ({ name: NAMES[s], fen: this.sum({ sources: [s], carried: false }) }));
    const shown = list.filter(({ fen }, i) => fen > 0 || i < 3);
    const carried = this.sum({ carried: true });
    return carried > 0 ? [...shown, { name: '上年结转结余', fen: carried }] : shown;
  }

  private income(): string[] {
    const { year, name } = this.ledger;
    const all = this.sum({});
    const parts = this.sources();
    return [
      this.random.pick([
        `${name}${year}年收入预算${this.m(all)}，其中：${parts.map((s) => `${s.name}${this.m(s.fen)}，占${this.p(s.fen, all)}`).join('；')}。`,
        `${year}年收入预算${this.m(all)}，包括：${parts.map((s) => `${s.name}${this.m(s.fen)}`).join('、')}。`,
        `${year}年收入预算为${this.m(all)}。其中，${parts.map((s) => `${s.name}${this.m(s.fen)}`).join('，')}。`,
      ]),
    ];
  }

  private expenditure(): string[] {
    const { year } = this.ledger;
    const select: Select = { side: 'expense' };
    const all = this.sum(select);
    const parts = [['基本支出', BASIC], ['项目支出', ['project']], ['事业单位经营支出', ['business']], ['上缴上级支出', ['remit']], ['对附属单位补助支出', ['subsidy']]] as const;
    const list = parts.map(([label, natures]) => ({ label, fen: this.sum({ ...select, natures: [...natures] }), natures: [...natures] })).filter(({ fen }, i) => fen > 0 || i < 2);
    return [
      this.random.pick([
        `${year}年支出预算${this.m(all)}，其中：${list.map((l) => `${l.label}${this.m(l.fen)}，占${this.p(l.fen, all)}`).join('；')}。`,
        `${year}年支出预算${this.m(all)}。其中：${list.map((l) => `${l.label}${this.m(l.fen)}，占支出总额的${this.p(l.fen, all)}`).join('；')}。`,
        `${year}年支出预算${this.m(all)}，按支出性质分：${list.map((l) => `${l.label}${this.m(l.fen)}`).join('，')}。`,
      ]),
      this.classes(select, this.random.chance(0.5)),
    ];
  }

  /** "一般公共服务支出A万元，占P%；…" by 类. */
  private classes(select: Select, hasMarks: boolean): string {
    const all = this.sum(select);
    const codes = [...new Set(this.ledger.items.filter((i) => !i.kept).map((i) => i.func.slice(0, 3)))].sort();
    const list = codes.map((code) => ({ name: codeName(this.ledger, code), fen: this.sum({ ...select, func: code }) })).filter(({ fen }) => fen > 0);
    const named = (name: string): string => (hasMarks ? `${name.replace(/支出$/, '')}（类）支出` : name);
    return `按支出功能分类，${list.map(({ name, fen }) => `${named(name)}${this.m(fen)}，占${this.p(fen, all)}`).join('；')}。`;
  }

  private fiscal(): string[] {
    const { year, name } = this.ledger;
    const all = this.sum({ sources: FISCAL });
    const parts = FISCAL.map((s) => ({ name: NAMES[s].replace('收入', ''), fen: this.sum({ sources: [s] }) })).filter(({ fen }, i) => fen > 0 || i === 0);
    return [this.random.pick([
      `${name}${year}年财政拨款收支总预算${this.m(all)}。收入包括：${parts.map((s) => `${s.name}${this.m(s.fen)}`).join('、')}。`,
      `${year}年财政拨款收入预算${this.m(all)}，其中：${parts.map((s) => `${s.name}${this.m(s.fen)}`).join('，')}。`,
      `${name}${year}年财政拨款收、支总计${this.m(all)}。`,
    ])];
  }

  private general(): string[] {
    const { year, name } = this.ledger;
    const select: Select = { sources: ['general'], side: 'expense' };
    const all = this.sum(select);
    const funcs = [...new Set(this.ledger.items.filter((i) => i.source === 'general').map((i) => i.func))].sort();
    const items = funcs.map((func) => ({ func, fen: this.sum({ ...select, func }) }));
    return [
      '（一）一般公共预算当年拨款规模变化情况', `${name}${year}年一般公共预算当年拨款${this.m(all)}，${this.against(select)}。`,
      '（二）一般公共预算当年拨款结构情况', this.classes(select, true),
      '（三）一般公共预算当年拨款具体使用情况',
      `本部门当年一般公共预算支出${this.m(all)}，其中：`,
      ...items.map(({ func, fen }, n) => {
        const names = [func.slice(0, 3), func.slice(0, 5), func].map((c) => codeName(this.ledger, c));
        if (func.length < 7) return `${n + 1}.${names[1]}（${func}）${this.m(fen)}，${this.against({ ...select, func })}。`;
        return `${this.style.item(n + 1, { code: func, name: names[2], levels: names })}${this.m(fen)}，${this.against({ ...select, func })}。`;
      }),
    ];
  }

  private basic(): string[] {
    const { year } = this.ledger;
    const of = (...natures: ('personnel' | 'public')[]): number => this.sum({ sources: ['general'], side: 'expense', natures });
    const [personnel, operating] = [of('personnel'), of('public')];
    return [
      `${year}年一般公共预算基本支出${this.m(of('personnel', 'public'))}，其中：`,
      this.random.pick([`（一）人员经费${this.m(personnel)}，主要包括：基本工资、津贴补贴、奖金等。`, `人员经费${this.m(personnel)}。主要包括：基本工资、津贴补贴。`]),
      this.random.pick([`（二）公用经费${this.m(operating)}，主要包括：办公费、印刷费、水费、电费等。`, `公用经费${this.m(operating)}。主要包括：办公费、印刷费。`]),
    ];
  }

  private funds(): string[] {
    const { year, name } = this.ledger;
    return FUNDS.flatMap(([source, words], i) => {
      const fen = this.sum({ sources: [source], side: 'expense' });
      const heading = `${'七八'[i]}、${words}支出预算情况说明`;
      return [heading, fen === 0 ? this.random.pick([`${name}${year}年没有使用${words}拨款安排的支出。`, `本部门${year}年无${words}拨款安排的支出。`]) : `${name}${year}年${words}支出${this.m(fen)}。`];
    });
  }

  private threePublic(): string[] {
    const { year } = this.ledger;
    const of = (kind: keyof typeof TRAVEL): Select => ({ sources: ['general'], side: 'expense', econ: TRAVEL[kind] });
    const cars: Select = { sources: ['general'], side: 'expense', econs: [TRAVEL.purchase, TRAVEL.running] };
    const all: Select = { ...cars, econs: [TRAVEL.abroad, TRAVEL.reception, TRAVEL.purchase, TRAVEL.running] };
    const say = (select: Select): string => `${this.m(this.sum(select))}，${this.against(select)}`;
    const head = `${year}年“三公”经费预算${say(all)}。`;
    return this.random.pick([
      [`${head}其中：`, `（一）因公出国（境）费${say(of('abroad'))}。`, `（二）公务接待费${say(of('reception'))}。`, `（三）公务用车购置及运行维护费${say(cars)}。其中：公务用车购置费${say(of('purchase'))}；公务用车运行维护费${say(of('running'))}。`],
      [`${head}其中：因公出国（境）费${this.m(this.sum(of('abroad')))}，公务接待费${this.m(this.sum(of('reception')))}，公务用车购置及运行维护费${this.m(this.sum(cars))}（其中：公务用车购置费${this.m(this.sum(of('purchase')))}，公务用车运行维护费${this.m(this.sum(of('running')))}）。`],
      [head, `1.因公出国（境）费${say(of('abroad'))}。`, `2.公务用车购置及运行维护费${this.m(this.sum(cars))}（公务用车购置费${this.m(this.sum(of('purchase')))}；公务用车运行维护费${this.m(this.sum(of('running')))}），${this.against(cars)}。`, `3.公务接待费${say(of('reception'))}。`],
    ]);
  }

  private others(): string[] {
    const { year, projects } = this.ledger;
    const buys = (econ: string): number => Math.round(total(this.ledger, { of: 'purchases', econ }) / 10_000) * 10_000;
    const [goods, works, services] = ['A', 'B', 'C'].map(buys);
    const running = this.sum({ sources: ['general'], side: 'expense', natures: ['public'] });
    const spent = this.sum({ side: 'expense', natures: ['project'] });
    return [
      '（一）机关运行经费', `${year}年机关运行经费预算${this.m(running)}，主要用于办公费、印刷费、会议费、公务接待费、公务用车运行维护费等支出。`,
      '（二）政府采购', this.random.pick([
        `${year}年政府采购预算${this.m(goods + works + services)}，其中：政府采购货物预算${this.m(goods)}、政府采购工程预算${this.m(works)}、政府采购服务预算${this.m(services)}。`,
        `${year}年政府采购预算总额${this.m(goods + works + services)}：货物类${this.m(goods)}，工程类${this.m(works)}，服务类${this.m(services)}。面向中小企业采购${this.m(goods)}。`,
      ]),
      '（三）国有资产占有使用', `截至${year - 1}年底，共有车辆5辆，其中：一般公务用车3辆、执法执勤用车2辆。单位价值50万元以上通用设备1台（套）。`,
      '（四）绩效目标', `${year}年${projects.length}个项目实行绩效目标管理，涉及资金${this.m(spent)}。`,
    ];
  }
}
