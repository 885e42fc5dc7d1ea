import { bind } from '../bind';
import { between, subjectName, type NarrativeContext } from '../findings';
import type { Direction, Span, Statement } from '../model';
import { analyse, SEVERAL } from '../subject';

const RISES = /增加|增长|上升|上调|提高|扩大|新增/;
const FALLS = /减少|下降|降低|压减|压缩|下调|缩减|调出|退休/;
const EXPLAINS = /(?:不存在|无|没有)(?:20\d\d年|上年|去年)([^,。;]{2,20}?)(?:数|决算数)?(?=[,。;]|$)/g;

/** N10: a reason that contradicts the direction it explains. */
export function checkReasons(context: NarrativeContext): void {
  for (const statement of context.read.statements) {
    for (const change of statement.changes) {
      if (change.amount === null || change.amount.fen === 0 || change.reason === '') continue;
      const against = opposite(change.direction, change.reason);
      if (against === null) continue;
      const span = reasonSpan(statement, change.reason, change.amount.span, context);
      context.add({
        rule: 'N10', severity: isPlain(change.direction, change.reason) ? 'warning' : 'hint', span: between(change.base?.span ?? change.directionSpan, span), right: null, facts: [],
        message: {
          zh: `${subjectName(statement)}${context.textOf(change.directionSpan)}，写的原因却是“${change.reason}”`,
          en: `${subjectName(statement)}: the direction and the reason given ("${change.reason}") contradict each other`,
        },
      });
    }
  }
}

const COSTS = '(?:缴费|支出|经费|费用|工资|薪酬|待遇|津贴|补贴|基数|标准)(?:有所)?';
const COSTS_RISE = new RegExp(`${COSTS}(?:增加|增长|提高|上涨)$`);
const COSTS_FALL = new RegExp(`${COSTS}(?:减少|下降|降低|压减)$`);

/** One clause that says that the money itself went the other way: "较上年减少…,原因是住房公积金缴费增加". */
function isPlain(direction: Direction, reason: string): boolean {
  return !/[,、]/.test(reason) && (direction === 'down' ? COSTS_RISE : COSTS_FALL).test(reason);
}

/** The word of the other direction, where the reason has none of its own. */
function opposite(direction: Direction, reason: string): string | null {
  const [own, other] = direction === 'up' ? [RISES, FALLS] : [FALLS, RISES];
  if (direction !== 'up' && direction !== 'down') return null;
  const last = reason.split(/[,、]/).at(-1) ?? '';
  return !own.test(reason) && other.test(last) && /(?:增加|增长|减少|下降)$/.test(last) ? (other.exec(last)?.[0] ?? null) : null;
}

function reasonSpan(statement: Statement, reason: string, after: Span, context: NarrativeContext): Span {
  const { text } = context.read.passages[after.passage];
  const at = text.indexOf(reason, after.end);
  return at < 0 ? after : { passage: statement.span.passage, start: at, end: at + reason.length };
}

/** N5: the explanation of an item speaks of another item ("政府性基金…，不存在上年上级补助收入数"). */
export function checkCopied(context: NarrativeContext): void {
  for (const statement of context.read.statements) {
    const own = bind(statement, context).concepts;
    if (statement.parent !== null || (own.fund === undefined && own.source === undefined)) continue;
    const { text } = context.read.passages[statement.span.passage];
    const rest = text.slice(statement.amount.span.end);
    for (const match of rest.matchAll(EXPLAINS)) {
      const { concepts, unknown } = analyse(match[1], context.read.names);
      if (unknown !== '' || Object.values(concepts).includes(SEVERAL) || (concepts.fund === undefined && concepts.source === undefined)) continue;
      const same = concepts.source === own.source && (concepts.fund === undefined || own.fund === undefined || concepts.fund === own.fund);
      if (same) continue;
      const start = statement.amount.span.end + match.index;
      context.add({
        rule: 'N5', severity: 'error', span: { passage: statement.span.passage, start: statement.span.start, end: start + match[0].length }, right: null, facts: [],
        message: { zh: `${subjectName(statement)}的说明写的是“${match[1]}”：抄了另一条的话`, en: `The explanation of ${subjectName(statement)} speaks of "${match[1]}": copied from another item` },
      });
      break;
    }
  }
}
