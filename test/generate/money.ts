/** Exact money: whole 分 (cents) in the models; 元 or 万元 only when a figure is written into a cell. */

/** 分 → 元, the double nearest to the two-decimal figure. */
export function yuan(cents: number): number {
  return cents / 100;
}

/** 分 → 万元 rounded half away from zero to two decimals, as the reporting software prints it. */
export function wanyuan(cents: number): number {
  const hundredths = Math.floor((Math.abs(cents) + 5_000) / 10_000);
  return cents < 0 ? -hundredths / 100 : hundredths / 100;
}

/** "3,780,026.30" for 元; the text a typist would leave. */
export function grouped(value: number, decimals = 2): string {
  const [whole, fraction] = Math.abs(value).toFixed(decimals).split('.');
  const digits = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return `${value < 0 ? '-' : ''}${digits}${fraction === undefined ? '' : `.${fraction}`}`;
}

export function sum(amounts: Iterable<number>): number {
  let total = 0;
  for (const amount of amounts) total += amount;
  return total;
}
