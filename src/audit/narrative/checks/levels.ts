import { bind, factsFor } from '../bind';
import { factKey, type Fact } from '../facts';
import type { NarrativeContext } from '../findings';
import { fitOf } from '../figures';
import type { Statement } from '../model';

/** N2: an item that is named by 类, 款 and 项 without a code bears the name of its row: the one of that 款 with that amount. */
export function checkLevels(context: NarrativeContext): void {
  for (const statement of context.read.statements) {
    const { code, levels } = statement.subject;
    if (code !== '' || levels.length < 2 || statement.amount.fen === 0) continue;
    const own = bind(statement, context);
    if (own.concepts.stage === '预算') continue;
    if (own.code !== '' && factsFor(own, 'current', context).some((f) => fitOf(statement.amount, f.fen, f.step) !== 'different')) continue;
    const row = rowBy(statement, context);
    if (row === null || row.code === own.code) continue;
    if (context.facts.codesByLabel('function', statement.subject.name).includes(row.code)) context.prove(statement.amount.number, [context.cellName(row)]);
    else wrongName(statement, row, context);
  }
}

/** What 财政拨款 consists of; few forms list its accounts together. */
const FISCAL_FUNDS = ['一般公共预算', '政府性基金', '国有资本'];

/** The one row of the 款 that has the amount; null where none or several have. */
function rowBy({ subject: { levels }, amount, context: { fund } }: Statement, { facts, isFinal }: NarrativeContext): Fact | null {
  const [type, section, item] = (['类', '款', '项'] as const).map((level) => levels.find((l) => l.level === level)?.name);
  if (section === undefined || item === undefined) return null;
  const isBelowType = (code: string): boolean => type === undefined || facts.codesByLabel('function', type).includes(code.slice(0, 3));
  const sections = facts.codesByLabel('function', section).filter((code) => code.length === 5 && isBelowType(code));
  if (sections.length !== 1) return null;
  const codes = [...facts.rows.function.keys()].filter((code) => code.length === 7 && code.startsWith(sections[0]));
  const stage = isFinal ? { stage: '决算' } : {};
  const scopes = fund === undefined ? [{}] : fund === '财政拨款' ? [{ fund }, ...FISCAL_FUNDS.map((one) => ({ fund: one })), {}] : [{ fund }];
  const fitting = codes.flatMap((code) => scopes.flatMap((scope) => facts.find(factKey({ ...scope, ...stage }, 'function', code), 'current')).filter((f) => !f.isWeak && fitOf(amount, f.fen, f.step) === 'equal').slice(0, 1));
  return fitting.length === 1 ? fitting[0] : null;
}

function wrongName(statement: Statement, row: Fact, context: NarrativeContext): void {
  const { subject, amount } = statement;
  const { name } = subject;
  context.prove(amount.number, [context.cellName(row)]);
  context.add({
    rule: 'N2', severity: 'error', span: subject.nameSpan ?? subject.span, right: subject.nameSpan === null ? null : row.label, facts: [row],
    message: {
      zh: `“${name}”不在表中这一款下；${context.textOf(amount.span)} 是${row.label}(${row.code})，见 ${context.cellName(row)}`,
      en: `The table has no "${name}" below that heading; ${context.textOf(amount.span)} is ${row.label} (${row.code}), ${context.cellName(row)}`,
    },
  });
}
