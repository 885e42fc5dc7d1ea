import { chartOf, type ChartCode, type YearChart } from '../chart';
import { Random } from '../random';
import type { Item, Ledger, Nature, Project, Source, Unit } from './ledger';
import { DETAILS, drawNames } from './names';

export interface LedgerOptions {
  readonly seed: string;
  readonly year: number;
  readonly level: 'unit' | 'department';
  readonly units: number;
  /** Money that is no 财政拨款. */
  readonly otherMoney: boolean;
  /** 上级补助, 附属单位上缴, and expenditure that is neither 基本 nor 项目. */
  readonly transfers: boolean;
  readonly fund: boolean;
  readonly capital: boolean;
  readonly carry: 'none' | 'fiscal' | 'all';
  readonly kept: boolean;
  readonly reserve: boolean;
  readonly details: boolean;
  /** 对个人和家庭的补助 and 医疗费 partly counted as 公用经费. */
  readonly mixedNature: boolean;
  /** Leaf figures are multiples of so many 分: 10,000 where figures in 万元 are to add up without rounding. */
  readonly step: number;
}

const PERSONNEL = ['30101', '30102', '30103', '30107', '30112', '30199'];
const PUBLIC = ['30201', '30202', '30205', '30206', '30207', '30209', '30211', '30213', '30214', '30226', '30227', '30228', '30229', '30239', '30299'];
const PROJECT = ['30201', '30202', '30207', '30213', '30214', '30218', '30226', '30227', '30299', '31002', '31003', '31007'];
/** 出国, 接待, 购置, 运行, 会议, 培训. */
export const TRAVEL = { abroad: '30212', reception: '30217', purchase: '31013', running: '30231', meeting: '30215', training: '30216' } as const;

const charts = new Map<number, YearChart>();

/** A year's chart, read once. */
function yearChart(year: number): YearChart {
  const known = charts.get(year) ?? chartOf(year);
  charts.set(year, known);
  return known;
}

export function drawLedger(options: LedgerOptions): Ledger {
  const random = new Random(`ledger ${options.seed}`);
  const { name, units, projects } = drawNames(random, options.level, options.units);
  const chart = yearChart(options.year);
  const draw = new Draw(options, chart, units, projects, random);
  units.forEach((_, unit) => draw.unit(unit));
  const items = draw.take();
  return { year: options.year, chart, name, level: options.level, units, projects, items, kept: items.some((i) => i.kept), carries: items.some((i) => i.carried), last: draw.lastYear(items), purchases: draw.purchases(items), detailNames: new Map(DETAILS.flatMap(([, list]) => list)) };
}

class Draw {
  private items: Item[] = [];
  private readonly general: ChartCode[];
  /** A small body or a large one. */
  private readonly scale: number;

  constructor(
    private readonly options: LedgerOptions,
    private readonly chart: YearChart,
    private readonly units: readonly Unit[],
    private readonly projects: readonly Project[],
    private readonly random: Random,
  ) {
    this.scale = random.int(0, 2);
    const classes = random.sample(['201', '204', '205', '206', '207', '211', '212', '213', '214', '215', '220', '224'], random.int(1, 3));
    this.general = chart.leaves('一般公共预算').filter((leaf) => classes.some((c) => leaf.code.startsWith(c)));
  }

  take(): Item[] {
    return this.items;
  }

  unit(unit: number): void {
    const { random, options } = this;
    const home = this.leafOf('general', unit);
    this.basic(unit, home);
    const own = this.projects.flatMap((p, i) => (p.unit === unit ? [i] : []));
    own.forEach((project, i) => {
      const source: Source = i === 1 && unit === 0 && options.fund ? 'fund' : i === 2 && unit === 0 && options.capital ? 'capital' : 'general';
      this.spend(unit, source, this.leafOf(source, unit), project, source === 'general' && options.carry !== 'none' && random.chance(unit === 0 ? 0.6 : 0.2));
      if (source === 'fund' && options.carry !== 'none' && random.chance(0.4)) this.spend(unit, 'fund', this.leafOf('fund', unit), project, true);
    });
    if (options.carry !== 'none' && unit === 0) this.spend(0, 'general', home, own[0], true);
    if (options.otherMoney && (unit === 0 || random.chance(0.4))) this.others(unit, home, own[0]);
    if (options.kept && unit === 0) this.add({ unit, source: 'general', carried: options.carry !== 'none', kept: true, nature: 'project', func: home, econ: '30299', project: null }, this.money(3));
  }

  /** Similar in size to this year's, some rows gone and some new. */
  lastYear(items: readonly Item[]): Item[] {
    return items.filter((i) => i.source === 'general' && !i.kept && this.random.chance(0.92)).map((i) => ({ ...i, carried: false, cents: this.stepped(i.cents * (0.5 + this.random.next())) }));
  }

  purchases(items: readonly Item[]): Item[] {
    const pool = items.filter((i) => i.project !== null && !i.kept && !i.carried);
    return this.random.sample(pool, this.random.int(2, 6)).map((i) => ({ ...i, econ: this.random.pick(['A', 'B', 'C']), cents: this.stepped(i.cents * 0.1 * this.random.int(2, 9)) }));
  }

  private basic(unit: number, home: string): void {
    const { random, options } = this;
    const organ = this.units[unit].kind === 'organ';
    const pay = (func: string, econ: string, size: number, nature: Nature = 'personnel'): void => {
      const details = options.details ? DETAILS.find(([parent]) => parent === econ)?.[1] : undefined;
      for (const [code] of details ?? [[econ, '']]) this.add({ unit, source: 'general', carried: false, kept: false, nature, func, econ: code, project: null }, this.money(size));
    };
    for (const econ of PERSONNEL) if ((econ !== '30103' || organ) && (econ !== '30107' || !organ)) pay(home, econ, 5);
    pay('2080505', '30108', 4);
    pay('2080506', '30109', 4);
    pay(organ ? '2101101' : '2101102', '30110', 4);
    if (organ) pay('2101103', '30111', 4);
    pay('2210201', '30113', 4);
    pay(organ ? '2080501' : '2080502', random.chance(0.3) ? '30301' : '30302', 4);
    if (random.chance(0.5)) pay(home, '30305', 3, options.mixedNature ? 'public' : 'personnel');
    if (options.mixedNature) pay(home, '30114', 3, 'public');
    for (const econ of random.sample(PUBLIC, random.int(4, 10))) pay(home, econ, 4, 'public');
    if (random.chance(0.4)) pay(home, '31002', 3, 'public');
    for (const econ of Object.values(TRAVEL)) if (econ !== TRAVEL.purchase && random.chance(0.5)) pay(home, econ, 3, 'public');
  }

  private spend(unit: number, source: Source, func: string, project: number, carried: boolean): void {
    const codes: string[] = this.random.sample(PROJECT, this.random.int(1, 3));
    if (source === 'general' && this.random.chance(0.3)) codes.push(this.random.pick(Object.values(TRAVEL)));
    for (const econ of codes) this.add({ unit, source, carried, kept: false, nature: 'project', func, econ, project }, this.money(4));
  }

  private others(unit: number, home: string, project: number): void {
    const { random, options } = this;
    const add = (source: Source, nature: Nature, econ: string, carried = false): void =>
      this.add({ unit, source, carried, kept: false, nature, func: home, econ, project: nature === 'project' ? project : null }, this.money(4));
    if (random.chance(0.5)) add('account', random.chance(0.5) ? 'project' : 'public', '30201');
    if (random.chance(0.6)) add('institution', 'personnel', '30199');
    if (random.chance(0.5)) add('institution', 'public', '30201');
    if (random.chance(0.4)) add('business', options.transfers ? 'business' : 'public', '30299');
    add('other', random.chance(0.6) ? 'project' : 'public', '30299');
    if (options.transfers && random.chance(0.4)) add('superior', 'project', '30227');
    if (options.transfers && random.chance(0.3)) add('affiliate', random.pick<Nature>(['subsidy', 'remit']), '30299');
    if (options.carry === 'all') add('other', 'project', '30299', true);
    if (options.reserve) add('reserve', 'project', '30227');
  }

  private leafOf(source: Source, unit: number): string {
    const { chart, random } = this;
    if (source === 'fund') return random.pick(chart.leaves('政府性基金').filter((c) => /^(207|212|229)/.test(c.code))).code;
    if (source === 'capital') return random.pick(chart.leaves('国有资本经营').filter((c) => c.code.startsWith('223'))).code;
    // 行政运行 is an item of organs, 事业运行 one of institutions: the next item that the unit may use.
    const drawn = this.general.indexOf(random.pick(this.general));
    const foreign = this.units[unit].kind === 'organ' ? '事业运行' : '行政运行';
    return [...this.general.slice(drawn), ...this.general.slice(0, drawn)].find((leaf) => leaf.name !== foreign)?.code ?? this.general[drawn].code;
  }

  private add(item: Omit<Item, 'cents' | 'gov'>, cents: number): void {
    const gov = this.chart.pair(item.econ.slice(0, 5), this.units[item.unit].kind) ?? '59999';
    this.items.push({ ...item, gov, cents });
  }

  /** About 10^digits 元. */
  private money(digits: number): number {
    const size = 10 ** (digits + 1 + this.scale);
    const cents = this.random.int(size, 10 * size - 1) * 2;
    return this.stepped(this.random.chance(0.4) ? Math.round(cents / 100_000) * 100_000 : cents);
  }

  private stepped(cents: number): number {
    const { step } = this.options;
    return Math.max(step, Math.round(cents / step) * step);
  }
}
