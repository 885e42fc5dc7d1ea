/** The units that a table's figures may stand in. */
export type AmountUnit = 'yuan' | 'qianyuan' | 'wanyuan' | 'baiwanyuan' | 'yiyuan';

export interface UnitDefinition {
  readonly zh: string;
  readonly en: string;
  /** Powers of ten over 元. */
  readonly power: number;
}

export const UNITS: Readonly<Record<AmountUnit, UnitDefinition>> = {
  yuan: { zh: '元', en: 'yuan', power: 0 },
  qianyuan: { zh: '千元', en: '×1,000 yuan', power: 3 },
  wanyuan: { zh: '万元', en: '×10,000 yuan', power: 4 },
  baiwanyuan: { zh: '百万元', en: '×1,000,000 yuan', power: 6 },
  yiyuan: { zh: '亿元', en: '×100,000,000 yuan', power: 8 },
};

/** 分 in one unit. */
export const fenPerUnit = (unit: AmountUnit): number => 100 * 10 ** UNITS[unit].power;

/** The unit by its Chinese name; null for others (百元). */
export function unitByName(name: string): AmountUnit | null {
  return (Object.keys(UNITS) as AmountUnit[]).find((unit) => UNITS[unit].zh === name) ?? null;
}
