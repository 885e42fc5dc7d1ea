/** The sentence patterns of a place, as they stand in its published disclosures. */
export interface Style {
  readonly title: (year: number) => string;
  /** 与什么比. */
  readonly base: (year: number) => string;
  /** Last year's figure is written behind the base. */
  readonly hasPrior: boolean;
  /** Parts are given with their shares. */
  readonly hasShares: boolean;
  readonly same: string;
  readonly up: string;
  readonly down: string;
  /** How the rate of a change is written; null where only the amount is. */
  readonly rate: ((up: boolean, percent: string) => string) | null;
  /** Decimals of percentages. */
  readonly decimals: number;
  /** Trailing noughts are dropped. */
  readonly isShort: boolean;
  readonly hasSeparators: boolean;
  readonly reason: (up: boolean) => string;
  readonly item: (n: number, item: { code: string; name: string; levels: readonly string[] }) => string;
}

const code = (n: number, { code: c, name }: { code: string; name: string }): string => `${n}.${name}（${c}）`;
const levels = (n: number, { levels: [type, section, item] }: { levels: readonly string[] }): string => `${n}．${type}（类）${section}（款）${item}（项）`;
const usual = {
  title: (year: number) => `某市某局${year}年部门预算公开说明`, base: () => '较上年', hasPrior: false, hasShares: false, same: '较上年无增减', up: '增加', down: '减少', decimals: 2, isShort: false, hasSeparators: false,
  rate: (up: boolean, percent: string) => `，${up ? '增长' : '下降'}${percent}%`, reason: () => '，主要原因是业务调整', item: code,
};

export const STYLES = {
  xian2026: { ...usual, hasSeparators: true, reason: (up) => `，${up ? '增长' : '下降'}的主要原因是：业务调整` },
  xian2022: { ...usual, rate: (_, percent) => `（${percent}%）`, reason: (up) => `，${up ? '增加' : '减少'}的主要原因是业务调整`, item: (n, i) => `（${n}）${i.name}（${i.code}）` },
  fujian: { ...usual, base: () => '比上年', same: '与上年持平', item: (_, i) => `${i.code}-${i.name}` },
  jiangsu: {
    ...usual, hasShares: true, title: (year) => `${year}年度某市某局部门预算公开`, base: () => '与上年相比', same: '与上年预算数相同', isShort: true, rate: (up, percent) => `，${up ? '增长' : '减少'}${percent}%`,
    item: (n, i) => `${levels(n, i)}支出`,
  },
  chongqing: { ...usual, base: (year) => `比${year - 1}年`, same: '与上年持平', rate: null },
  guangzhou: { ...usual, base: () => '比上年', same: '比上年增加0万元，增长0%', decimals: 1 },
  shenzhen: { ...usual, base: (year) => `较${year - 1}年年初预算`, same: '与上年持平', decimals: 1 },
  shandong: { ...usual, base: () => '比上年', same: '与上年基本持平', rate: (up, percent) => `，${up ? '增长' : '下降'}${percent}％`, hasSeparators: true },
  zhejiang: { ...usual, hasShares: true, base: () => '比上年预算数', same: '与上年预算数持平', decimals: 1, item: (n, i) => `（${n}）${i.levels[0]}（类）${i.levels[1]}（款）${i.levels[2]}（项）` },
  hunan: { ...usual, hasShares: true, base: () => '比上年预算', same: '与上年持平', rate: (up, percent) => `，${up ? '上升' : '下降'}${percent}%` },
  shanghai: { ...usual, base: (year) => `比${year - 1}年预算`, same: '与上年预算持平', rate: null, hasSeparators: true },
  beijing: { ...usual, hasPrior: true, hasShares: true, base: (year) => `比${year - 1}年年初预算数`, same: '与上年年初预算数持平' },
  central: { ...usual, hasShares: true, title: (year) => `某某局${year}年部门预算`, base: (year) => `比${year - 1}年预算`, same: '与上年预算数相同', rate: (up, percent) => `，${up ? '增幅' : '降幅'}${percent}%`, hasSeparators: true, item: (n, i) => `${levels(n, i)}预算数为` },
} satisfies Readonly<Record<string, Style>>;

export type Place = keyof typeof STYLES;
export const PLACES = Object.keys(STYLES) as readonly Place[];
export const styleOf = (place: Place): Style => STYLES[place];
