import type { Verdict } from '../../audit/report/verdict';
import type { Texts } from './textsFor';

/** What an audit has come to, in one short line: "3 个原因 · 错误 10 项 · 警告 1 项", or what the state says by itself. */
export function verdictText({ state, causes, errors, warnings, hints }: Verdict, texts: Texts): string {
  const items: readonly [number, string][] = [[errors, texts.error], [warnings, texts.warning], [hints, texts.hint]];
  return [
    texts.states[state],
    causes > 0 ? texts.causeCount(causes) : '',
    ...items.map(([n, name]) => (n > 0 ? texts.itemCount(name, n) : '')),
  ].filter(Boolean).join(' · ');
}
