import { bind } from '../bind';
import { subjectName, type NarrativeContext } from '../findings';
import { moneyText, slack } from '../figures';
import type { Statement } from '../model';

/** N8: one indicator, one value, wherever it stands in the text. Only what no table has settled. */
export function checkRepeated(context: NarrativeContext): void {
  const groups = new Map<string, Statement[]>();
  for (const statement of context.read.statements) {
    const { key, concepts, classification } = bind(statement, context);
    // Without a fund or an item the same words often have another scope.
    if (key === null || (classification === null && concepts.item === undefined && concepts.fund === undefined && concepts.side === undefined)) continue;
    // The same account under 财政拨款 and under all money is not the same figure.
    const place = statement.subject.code !== '' || statement.subject.levels.length > 0 ? `|${statement.section.concepts.fund ?? ''}` : '';
    const list = groups.get(key + place) ?? [];
    list.push(statement);
    groups.set(key + place, list);
  }
  for (const statements of groups.values()) if (statements.length > 1) compare(statements, context);
  sameChanges(context);
}

function compare(statements: readonly Statement[], context: NarrativeContext): void {
  const values = clusters(statements);
  if (values.length === 1) {
    const numbers = statements.map((s) => s.amount.number);
    for (const number of numbers) context.prove(number, ['文中几处一致']);
    return;
  }
  const isSettled = (s: Statement): boolean => context.entry(s.amount.number)?.status !== 'unchecked';
  const usual = values[0];
  if (usual.length <= (values[1]?.length ?? 0)) return;
  for (const value of values.slice(1)) {
    for (const odd of value) {
      if (isSettled(odd) || !isOneSlip(odd.amount.fen, usual[0].amount.fen)) continue;
      const written = context.textOf(odd.amount.span);
      const right = moneyText(usual[0].amount.fen, written);
      context.blame(odd.amount.number);
      context.add({
        rule: 'N8', severity: 'error', span: odd.amount.span, right, facts: [], left: written,
        message: {
          zh: `${subjectName(odd)} ${written}，文中另有 ${usual.length} 处是 ${right}`,
          en: `${subjectName(odd)} ${written}; elsewhere in the text (${usual.length}×) it is ${right}`,
        },
      });
    }
  }
}

/** Equal at their own precision, the most frequent first. */
function clusters(statements: readonly Statement[]): Statement[][] {
  const result: Statement[][] = [];
  for (const s of statements) {
    const found = result.find((c) => Math.abs(c[0].amount.fen - s.amount.fen) <= Math.max(slack(c[0].amount), slack(s.amount)));
    if (found) found.push(s);
    else result.push([s]);
  }
  return result.sort((a, b) => b.length - a.length);
}

/** One digit lost, added, changed, or two exchanged. */
export function isOneSlip(a: number, b: number): boolean {
  const [x, y] = [String(a / 100), String(b / 100)];
  if (Math.abs(x.length - y.length) > 1 || a === 0 || b === 0) return false;
  const [short, long] = x.length <= y.length ? [x, y] : [y, x];
  if (short.length < long.length) return [...long].some((_, i) => long.slice(0, i) + long.slice(i + 1) === short);
  const different = [...x].map((d, i) => (d === y[i] ? -1 : i)).filter((i) => i >= 0);
  return different.length === 1 || (different.length === 2 && different[1] === different[0] + 1 && x[different[0]] === y[different[1]] && x[different[1]] === y[different[0]]);
}

/** The same amount with the same change, said several times, proves itself; so does no change of nothing. */
function sameChanges(context: NarrativeContext): void {
  const seen = new Map<string, number[]>();
  for (const { amount, changes } of context.read.statements) {
    for (const change of changes) {
      if (change.amount === null) continue;
      const key = `${amount.fen}|${change.direction}|${change.amount.fen}`;
      seen.set(key, [...(seen.get(key) ?? []), change.amount.number]);
      if (amount.fen === 0 && change.amount.fen === 0) context.prove(change.amount.number, ['0']);
    }
  }
  for (const numbers of seen.values()) if (numbers.length > 1) for (const n of numbers) context.prove(n, ['文中几处一致']);
}
