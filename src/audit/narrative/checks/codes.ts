import { judgeCode, nameKey, similarity } from '../../chart';
import { bind, classificationOfCode } from '../bind';
import type { Fact } from '../facts';
import { between, subjectName, type NarrativeContext } from '../findings';
import { fitOf } from '../figures';
import type { Classification, Span, Statement } from '../model';

/** N2: the code and the name of an item belong together, in the tables and in the chart of accounts. */
export function checkCodes(context: NarrativeContext): void {
  for (const statement of context.read.statements) {
    if (statement.subject.code !== '') checkCode(statement, context);
  }
}

function checkCode(statement: Statement, context: NarrativeContext): void {
  const { subject } = statement;
  const classification = classificationOfCode(subject.code) ?? byFirstDigit(subject.code);
  if (classification === null) return context.because(subject.codeNumber, 'code');
  const rows = context.facts.rows[classification];
  const own = rows.get(subject.code) ?? [];
  const label = own[0]?.label ?? '';
  if (own.length > 0 && (subject.name === '' || sameName(label, subject.name))) return context.prove(subject.codeNumber, [context.cellName(own[0])]);
  if (subject.name === '') return context.because(subject.codeNumber, 'code');
  const span = nameAndCode(statement);
  if (own.length === 0 && rows.size > 0 && statement.amount.fen !== 0) {
    const other = rowOf(statement, classification, context);
    if (other !== null) return wrongCode(statement, other, span, context);
  }
  if (context.year === null) return context.because(subject.codeNumber, 'year');
  const verdicts = judgeCode({ classification, code: subject.code, name: subject.name, year: context.year, chart: context.chart });
  const worst = verdicts.find((v) => v.severity === 'error') ?? verdicts.find((v) => v.severity === 'warning') ?? verdicts[0];
  if (worst === undefined) return context.prove(subject.codeNumber, own.length > 0 ? [context.cellName(own[0])] : ['科目表']);
  if (worst.severity === 'hint' && own.length > 0) return context.prove(subject.codeNumber, [context.cellName(own[0])]);
  const severity = isShortForm(statement, worst.suggestion?.name ?? '', context) ? 'hint' : worst.severity;
  if (severity !== 'hint') context.blame(subject.codeNumber);
  // The table's own name for the code speaks for the code; then the name in the text is wrong.
  const right = own.length > 0 ? `${label}(${subject.code})` : worst.suggestion === null ? null : `${worst.suggestion.name}(${worst.suggestion.code})`;
  context.add({
    rule: 'N2', severity, span, right, facts: own.slice(0, 1),
    message: { zh: `“${subjectName(statement)}”名称与编码不符：${worst.message.zh}`, en: `"${subjectName(statement)}": name and code do not belong together. ${worst.message.en}` },
  });
}

/** A name like the right one and no other account's ("对社保基金补助"). */
function isShortForm({ subject }: Statement, name: string, { chart, year }: NarrativeContext): boolean {
  const isOther = (['function', 'department', 'government'] as const).some((c) => chart.codesByName(c, subject.name, year ?? chart.lastYear).length > 0);
  return !isOther && name !== '' && similarity(subject.name, name) >= 0.5;
}

/** A row of another code that bears the name and, where several do, the amount. */
function rowOf(statement: Statement, classification: Classification, context: NarrativeContext): Fact | null {
  const { nature = '', fund = '' } = bind(statement, context).concepts;
  const candidates = context.facts
    .codesByLabel(classification, statement.subject.name)
    .filter((code) => code.length >= Math.min(7, statement.subject.code.length))
    .flatMap((code) => context.facts.rows[classification].get(code) ?? [])
    .filter((f) => f.period === 'current' && (f.concepts.nature ?? '') === nature && (fund === '' || (f.concepts.fund ?? '') === fund));
  const equal = candidates.filter((f) => fitOf(statement.amount, f.fen, f.step) !== 'different');
  const codes = new Set(candidates.map((f) => f.code));
  return equal[0] ?? (codes.size === 1 ? candidates[0] : null);
}

function wrongCode(statement: Statement, row: Fact, span: Span, context: NarrativeContext): void {
  const { subject } = statement;
  context.blame(subject.codeNumber);
  if (fitOf(statement.amount, row.fen, row.step) !== 'different') context.prove(statement.amount.number, [context.cellName(row)]);
  context.add({
    rule: 'N2', severity: 'error', span, right: `${subject.name}(${row.code})`, facts: [row],
    message: {
      zh: `“${subject.name}”的编码写作 ${subject.code}，${context.cellName(row)} 是 ${row.code}`,
      en: `"${subject.name}" is given code ${subject.code}; the table has ${row.code} (${context.cellName(row)})`,
    },
  });
}

function nameAndCode({ subject }: Statement): Span {
  if (subject.codeSpan === null) return subject.span;
  return subject.nameSpan === null ? subject.codeSpan : between(subject.nameSpan, subject.codeSpan);
}

function byFirstDigit(code: string): Classification | null {
  return code[0] === '2' ? 'function' : code[0] === '3' ? 'department' : code[0] === '5' ? 'government' : null;
}

/** The forms add or drop a closing 支出. */
function sameName(a: string, b: string): boolean {
  const key = (name: string): string => nameKey(name).replace(/支出$/, '');
  return key(a) === key(b);
}
