/** What is added to the message of a finding that stands for those that follow; "" where it stands for itself. */
export function restText(count: number | undefined, lang: 'zh' | 'en'): string {
  if (count === undefined) return '';
  return lang === 'zh' ? `（从这里起同类问题等 ${count} 处，不再逐一列出）` : ` (from here on ${count} of this kind, not listed one by one)`;
}
