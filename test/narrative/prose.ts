import type { Fact, FactIndex } from '../../src/audit/narrative/facts';
import { Random } from '../generate';
import { styleOf, type Place, type Style } from './styles';
import { changeWords, money, percent } from './words';

interface Item {
  readonly code: string;
  readonly name: string;
  /** 分, whole 0.01 万元. */
  readonly now: number;
  readonly before: number;
}

const CENT = 10_000;
const round = (fen: number): number => Math.round(fen / CENT) * CENT;
/** Prose that says what the facts of a consistent workbook are, in the words of a place. One string a paragraph. */
export function prose(facts: FactIndex, place: Place, year: number, seed: number): string[] {
  const random = new Random(`prose ${seed}`);
  const style = styleOf(place);
  const item = (f: Fact, name = f.label): Item => ({ code: f.code, name, now: round(f.fen), before: random.chance(0.15) ? round(f.fen) : Math.max(CENT, round(f.fen * (0.6 + random.int(0, 80) / 100))) });
  const pick = (classification: string, length: number, fund: string): Fact[] => {
    const seen = new Set<string>();
    return facts.all.filter((f) => {
      const fits = f.classification === classification && f.code.length === length && f.period === 'current' && f.fen >= CENT && (f.concepts.fund ?? '') === fund && f.concepts.nature === undefined;
      if (!fits || seen.has(f.code)) return false;
      seen.add(f.code);
      return true;
    });
  };
  const total = (concepts: Record<string, string>): number => round(facts.all.find((f) => f.code === '' && f.period === 'current' && !f.isWeak && JSON.stringify(Object.entries(f.concepts).sort()) === JSON.stringify(Object.entries(concepts).sort()))?.fen ?? 0);
  const general = round(facts.all.find((f) => f.table.id === 'B05' && f.code === '' && f.concepts.nature === undefined)?.fen ?? 0);
  const functional = pick('function', 7, '一般公共预算').map((f) => item(f));
  const change = functional.reduce((n, i) => n + i.now - i.before, 0);
  const economic = spread(pick('department', 3, '一般公共预算'), change, random, (f) => f.label);
  const operating = total({ side: '支出', fund: '一般公共预算', nature: '公用经费' });
  const all = total({ side: '收入' });
  const say = (i: { now: number; before: number }): string => changeWords(i, style, year);
  const whole = { now: general, before: general - change };
  const lines = [
    style.title(year),
    '第一部分 部门概况', '一、主要职能', '负责全市有关工作。', '二、人员情况说明',
    '截至上年底，本部门人员编制45人，其中行政编制30人、事业编制15人；实有人员40人，其中行政28人、事业12人。',
    '第二部分 收支情况', '三、收支预算总体情况',
    `${year}年本部门预算收入${money(all, style)}万元。`,
    ...(style.hasShares ? sharesOf(style, year, total) : []),
    '四、一般公共预算拨款支出明细情况', '（一）一般公共预算当年拨款规模变化情况',
    `本部门当年一般公共预算拨款支出${money(general, style)}万元，${say(whole)}。`,
    '（二）支出按功能科目分类的明细情况',
    `本部门当年一般公共预算支出${money(general, style)}万元，其中：`,
    ...functional.map((i, n) => functionalItem(i, n, style, year, facts) + (n === functional.length - 1 ? '。' : '；')),
    '（三）支出按经济科目分类的明细情况',
    `按照部门预算支出经济分类，本部门当年一般公共预算支出${money(general, style)}万元，其中：`,
    ...economic.map((i, n) => `（${n + 1}）${i.name}（${i.code}）${money(i.now, style)}万元，${say(i)}${n === economic.length - 1 ? '。' : '；'}`),
    ...(facts.all.some((f) => f.concepts.fund === '国有资本' && f.fen !== 0) ? [] : ['五、国有资本经营预算拨款收支情况', '本部门无当年国有资本经营预算拨款收支，并已公开空表。']),
    '第三部分 其他情况', '五、“三公”经费及会议费、培训费情况说明', ...threePublic(facts, style, year),
    '六、机关运行经费安排情况说明', `本部门当年机关运行经费预算安排${money(operating, style)}万元，${say({ now: operating, before: round(operating * 0.9) })}。`,
    '七、专业名词解释', '基本支出：指为保障机构正常运转而发生的支出。',
  ];
  return lines;
}

function functionalItem(i: Item, n: number, style: Style, year: number, facts: FactIndex): string {
  const name = (code: string): string => facts.rows.function.get(code)?.[0].label ?? '';
  return `${style.item(n + 1, { code: i.code, name: i.name, levels: [name(i.code.slice(0, 3)), name(i.code.slice(0, 5)), i.name] })}${money(i.now, style)}万元，${changeWords(i, style, year)}`;
}

/** "基本支出A万元，占P%": the parts of all expenditure. */
function sharesOf(style: Style, year: number, total: (concepts: Record<string, string>) => number): string[] {
  const whole = total({ side: '支出' });
  const parts = ['基本支出', '项目支出'].map((nature) => [nature, total({ side: '支出', nature })] as const);
  if (whole === 0 || parts.reduce((n, [, fen]) => n + fen, 0) !== whole) return [];
  return [`${year}年本部门预算支出${money(whole, style)}万元，其中：`, ...parts.map(([nature, fen]) => `${nature}${money(fen, style)}万元，占${percent(fen, whole, style)}%；`)];
}

function threePublic(facts: FactIndex, style: Style, year: number): string[] {
  const of = (name: string, period: 'current' | 'prior'): number => round(facts.all.find((f) => f.concepts.item === name && f.period === period)?.fen ?? 0);
  const say = (name: string): string => `${money(of(name, 'current'), style)}万元，${changeWords({ now: of(name, 'current'), before: of(name, 'prior') }, style, year)}`;
  return [
    `本部门当年一般公共预算“三公”经费预算支出${say('三公')}。其中：`,
    `因公出国（境）经费${say('出国')}；`, `公务接待费${say('接待')}；`, `公务用车运行维护费${say('运行')}；`, `公务用车购置费${say('购置')}。`,
    `本部门当年一般公共预算会议费预算支出${say('会议费')}。`, `本部门当年一般公共预算培训费预算支出${say('培训费')}。`,
  ];
}

/** Items whose changes add up to `change`. */
function spread(facts: readonly Fact[], change: number, random: Random, name: (f: Fact) => string): Item[] {
  let rest = change;
  const order = [...facts].sort((a, b) => a.fen - b.fen);
  const changes = new Map<Fact, number>();
  order.forEach((f, i) => {
    const isLast = i === order.length - 1;
    const d = isLast ? rest : Math.round((round(f.fen) * random.int(-20, 20)) / 100 / CENT) * CENT;
    changes.set(f, d);
    rest -= d;
  });
  return facts.map((f) => ({ code: f.code, name: name(f), now: round(f.fen), before: round(f.fen) - (changes.get(f) ?? 0) }));
}
