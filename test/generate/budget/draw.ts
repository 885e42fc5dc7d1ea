import { chartOf, type ChartCode, type YearChart } from '../chart';
import { Random } from '../random';
import type { Budget, Item, Nature, Project, Purchase, Source, ThreePublic, Unit, Unspent } from './model';
import { departmentName, projectName, unitNames } from './names';
import type { FullBudgetOptions } from './options';

const PUBLIC_CODES = ['30201', '30202', '30204', '30205', '30206', '30207', '30208', '30209', '30211', '30213', '30214', '30226', '30228', '30229', '30299'];
const SPECIAL_CODES = ['30201', '30203', '30213', '30218', '30226', '30227', '30299', '30305', '30399', '30902', '30999', '31002', '31003', '31007', '31204', '31299', '39999'];

/** Draws a whole budget: units, leaf items, balances, projects, purchases. Nothing here is a sum. */
export function drawBudget(options: FullBudgetOptions): Budget {
  const random = new Random(options.seed);
  const chart = chartOf(options.year);
  const departments = Array.from({ length: options.departments }, (_, i) => ({
    code: String(101 + random.int(0, 8) + i * 17),
    name: departmentName(random, i + random.int(0, 11) * options.departments),
  }));
  const units = drawUnits(options, departments, random);
  const draw = new Draw(options, chart, random, units);
  units.forEach((_, unit) => draw.unit(unit));
  const lastYear = units.map((_, unit) => draw.lastYear(unit));
  const purchases = options.procurement ? draw.purchases() : [];
  return { options, chart, departments, units, items: draw.items, unspent: draw.unspent, projects: draw.projects, purchases, lastYear };
}

function drawUnits(options: FullBudgetOptions, departments: readonly { code: string; name: string }[], random: Random): Unit[] {
  return departments.flatMap((department, d) => {
    const count = Math.floor(options.units / departments.length) + (d < options.units % departments.length ? 1 : 0);
    const names = unitNames(department.name, count + 5);
    // A 单位 budget is as often an institution's as an organ's own.
    const first = options.level === 'unit' && random.chance(0.5) ? random.int(1, 4) : 0;
    return names.slice(first, first + count).map((name, i): Unit => {
      const kind = i + first === 0 ? 'organ' : options.level === 'department' && random.chance(0.2) ? 'organ' : 'institution';
      return { code: `${department.code}${String(i + first + 1).padStart(3, '0')}`, name, department: d, kind };
    });
  });
}

class Draw {
  readonly items: Item[] = [];
  readonly unspent: Unspent[] = [];
  readonly projects: Project[] = [];
  private readonly byClass: Map<string, ChartCode[]>;

  constructor(
    private readonly options: FullBudgetOptions,
    private readonly chart: YearChart,
    private readonly random: Random,
    private readonly units: readonly Unit[],
  ) {
    this.byClass = new Map();
    for (const leaf of chart.leaves('一般公共预算')) {
      // 预备费, transfers and debt are no agency's spending; 22102 is filled by every unit's 住房公积金.
      if (/^(227|230|231|232|233|22102)/.test(leaf.code)) continue;
      const of = leaf.code.slice(0, 3);
      this.byClass.set(of, [...(this.byClass.get(of) ?? []), leaf]);
    }
  }

  unit(unit: number): void {
    const { random, options } = this;
    const classes = [...this.byClass.keys()].sort();
    // The units go through all 类 in turn; a second 类 each keeps even a small workbook colourful.
    const home = this.fitting(unit, this.byClass.get(classes[(unit * 7 + 3) % classes.length]) ?? []);
    const away = this.fitting(unit, this.byClass.get(classes[(unit * 7 + 3 + 5) % classes.length]) ?? []);
    const homeItem = random.pick(home).code;
    this.basic(unit, homeItem);
    for (let i = 0; i < options.projectsPerUnit; i++) {
      const fund = options.governmentFund && i === 1 && unit % 3 === 0;
      const leaf = fund ? this.fundLeaf() : random.pick(i % 2 === 0 ? home : away).code;
      this.project(unit, i, leaf, fund ? 'fund' : 'general');
    }
    if (options.otherIncome && this.units[unit].kind === 'institution') this.otherIncome(unit, homeItem);
    if (options.balances !== 'none') this.balances(unit, homeItem);
    if (options.stateCapital && unit === 0) {
      this.add(unit, 'capital', 'special', random.pick(this.chart.leaves('国有资本经营')).code, '31299', this.money(9), null);
    }
  }

  /** 行政运行 and the like are items of organs, 事业运行 and the like of institutions. */
  private fitting<T extends { readonly name: string }>(unit: number, leaves: readonly T[]): readonly T[] {
    const foreign = this.units[unit].kind === 'organ' ? /^事业(运行|单位)/ : /^行政(运行|单位)/;
    const own = leaves.filter((leaf) => !foreign.test(leaf.name));
    return own.length > 0 ? own : leaves;
  }

  /** 三公 of the year before: like this year's in size, never derived from it. */
  lastYear(unit: number): ThreePublic {
    const some = (): number => (this.options.threePublic && (unit % 4 === 0 || this.random.chance(0.4)) ? this.money(4) : 0);
    return { abroad: some(), reception: some(), purchase: some(), running: some(), meeting: some(), training: some() };
  }

  /** Parts of project items, so that no purchase exceeds its project, functional or economic code. */
  purchases(): Purchase[] {
    return this.items
      .filter((i) => i.project !== null && /^(302|310)/.test(i.economicCode) && (i.source === 'general' || i.source === 'fund') && this.random.chance(0.5))
      .map((i) => ({
        unit: i.unit,
        project: i.project ?? 0,
        functionCode: i.functionCode,
        economicCode: i.economicCode,
        governmentCode: i.governmentCode,
        quantity: this.random.int(1, 200),
        cents: Math.max(100, Math.floor((i.cents * this.random.next()) / 100) * 100),
      }));
  }

  private basic(unit: number, home: string): void {
    const organ = this.units[unit].kind === 'organ';
    const personnel = (leaf: string, code: string, size: number): void => this.add(unit, 'general', 'personnel', leaf, code, this.money(size), null);
    personnel(home, '30101', 7);
    personnel(home, '30102', 6);
    personnel(home, organ ? '30103' : '30107', 6);
    personnel(home, '30112', 4);
    personnel('2080505', '30108', 6);
    personnel('2080506', '30109', 5);
    personnel(organ ? '2101101' : '2101102', '30110', 5);
    if (organ) personnel('2101103', '30111', 5);
    personnel('2210201', '30113', 6);
    if (this.random.chance(0.5)) personnel(organ ? '2080501' : '2080502', '30302', 5);
    if (this.random.chance(0.3)) personnel(home, '30239', 5);
    for (const code of this.random.sample(PUBLIC_CODES, this.random.int(4, 9))) this.add(unit, 'general', 'public', home, code, this.money(4), null);
    if (this.random.chance(0.3)) this.add(unit, 'general', 'public', home, '31002', this.money(4), null);
    if (!this.options.threePublic) return;
    for (const code of ['30212', '30215', '30216', '30217', '30231']) {
      if (unit === 0 || this.random.chance(0.4)) this.add(unit, 'general', 'public', home, code, this.money(3), null);
    }
    if (unit === 0) this.add(unit, 'general', 'special', home, '31013', 23_980_000, this.newProject(unit, 90));
  }

  private project(unit: number, index: number, leaf: string, source: Source): void {
    const project = this.newProject(unit, index);
    // Whole hundreds of 元: exact in 万元 with two decimals, as project money usually is.
    const parts = this.random.split(this.random.int(50, 90_000), this.random.int(1, 4));
    const codes = this.random.sample(SPECIAL_CODES, parts.length);
    parts.forEach((part, i) => this.add(unit, source, 'special', leaf, codes[i], part * 10_000, project, this.random.chance(0.2)));
  }

  private otherIncome(unit: number, home: string): void {
    const { random } = this;
    this.add(unit, 'institution', 'public', home, '30201', this.money(6), null, random.chance(0.5));
    this.add(unit, 'institution', 'personnel', home, '30199', this.money(6), null);
    const more: [Source, Nature, string][] = [
      ['superior', 'special', '30227'],
      ['business', 'business', '30299'],
      ['affiliate', 'subsidy', '30299'],
      ['other', 'public', '30299'],
      ['other', 'remit', '30299'],
    ];
    if (this.options.balances === 'spent') more.push(['savings', 'special', '31003']);
    more.forEach(([source, nature, code], i) => {
      // The first institution has every kind, the others some.
      if (unit <= 2 || random.chance(0.25)) this.add(unit, source, nature, home, code, this.money(5 + (i % 2)), null);
    });
  }

  private balances(unit: number, home: string): void {
    const kinds: Source[] = ['generalCarry', 'otherCarry', 'account'];
    for (const source of kinds) {
      if (!(unit === 0 || this.random.chance(0.2))) continue;
      const cents = this.money(5);
      if (this.options.balances === 'kept') {
        this.unspent.push({ unit, source, to: source === 'account' ? 'unallocated' : 'nextYear', cents });
      } else if (source === 'generalCarry') {
        this.add(unit, source, 'special', home, '30227', Math.ceil(cents / 10_000) * 10_000, this.newProject(unit, 91));
      } else this.add(unit, source, 'public', home, '30299', cents, null);
    }
  }

  private newProject(unit: number, index: number): number {
    const name = projectName(this.units[unit].name, index);
    // A group with one project often bears its name: 医保档案管理 > 医保档案管理.
    const group = index % 2 === 0 ? name : `${name.replace(/经费.*$/, '')}类项目`;
    return this.projects.push({ unit, name, group, kind: index % 2 === 0 ? '专用项目' : '履职项目' }) - 1;
  }

  private fundLeaf(): string {
    return this.random.pick(this.chart.leaves('政府性基金').filter((c) => /^(207|212|229)/.test(c.code))).code;
  }

  /** An amount with `digits` digits before the point; half of them end in round 元. */
  private money(digits: number): number {
    const cents = this.random.int(10 ** (digits + 1), 10 ** (digits + 2) - 1);
    return this.random.chance(0.5) ? cents : Math.floor(cents / 1000) * 1000;
  }

  private add(unit: number, source: Source, nature: Nature, functionCode: string, economicCode: string, cents: number, project: number | null, earmarked = false): void {
    const governmentCode = this.chart.pair(economicCode, this.units[unit].kind);
    if (governmentCode === null) throw new Error(`no pair for ${economicCode}`);
    this.items.push({ unit, source, nature, functionCode, economicCode, governmentCode, project, earmarked, cents });
  }
}
