import { factKey, type Fact, type Period } from './facts';
import type { NarrativeContext } from './findings';
import { without, type Binding, type Classification, type Concepts, type Statement, type Subjected } from './model';
import { SEVERAL } from './subject';

/** The dimensions that a sentence takes over from what surrounds it. */
const HANDED_DOWN = ['side', 'fund', 'nature'] as const;

export function classificationOfCode(code: string): Classification | null {
  if (code.startsWith('2') && [3, 5, 7].includes(code.length)) return 'function';
  if (code.startsWith('3') && [3, 5].includes(code.length)) return 'department';
  if (code.startsWith('5') && [3, 5].includes(code.length)) return 'government';
  return null;
}

/** What a statement is about, with what the head of its list and its chapter say. */
export function bind(statement: Subjected, context: NarrativeContext): Binding {
  let binding = context.bindings.get(statement);
  if (binding === undefined) {
    binding = bindingOf(statement, context);
    context.bindings.set(statement, binding);
  }
  return binding;
}

function bindingOf(statement: Subjected, context: NarrativeContext): Binding {
  const { subject, parent } = statement;
  const account = accountOf(statement, context);
  const around: Concepts = { ...statement.context, ...(parent === null ? {} : { ...statement.context, ...parent.subject.concepts }) };
  const nothing: Binding = { concepts: {}, classification: null, code: '', key: null };
  if (account === null && subject.unknown !== '') return nothing;
  if (Object.values(subject.concepts).includes(SEVERAL)) return nothing;
  const { stage } = subject.concepts;
  const own = account === null ? subject.concepts : { ...account.concepts, ...(stage === undefined ? {} : { stage }) };
  // “共计支出…” in the chapter of the three public expenses: some of that item's money, not all expenditure.
  const isOfItem = account === null && around.item !== undefined && Object.keys(without(own, 'stage', 'side')).length === 0;
  const isSilent = account === null && (isOfItem || Object.keys(without(own, 'stage')).length === 0);
  if (isSilent && !statement.isLeading && parent === null) return nothing;
  const concepts: Record<string, string> = { ...own };
  if (isSilent) Object.assign(concepts, around, own);
  else for (const dimension of HANDED_DOWN) if (takesOver(dimension, own, account !== null, around)) concepts[dimension] = around[dimension] as string;
  // “收支总预算…”: income and expenditure alike.
  const isBoth = concepts.side === '收支';
  if (isBoth) delete concepts.side;
  if (context.isFinal) concepts.stage ??= '决算';
  else delete concepts.stage;
  if (account === null && !isBoth && Object.keys(concepts).filter((d) => d !== 'stage').length === 0) return nothing;
  const classification = account?.classification ?? null;
  const code = account?.code ?? '';
  return { concepts, classification, code, key: factKey(concepts, classification, code) };
}

function takesOver(dimension: (typeof HANDED_DOWN)[number], own: Concepts, isAccount: boolean, around: Concepts): boolean {
  if (own[dimension] !== undefined || around[dimension] === undefined || around[dimension] === SEVERAL) return false;
  if (dimension === 'nature') return isAccount;
  if (dimension === 'side') return own.item === undefined && own.source === undefined && own.nature === undefined && !isAccount;
  return own.item === undefined;
}

/** The account (科目) that a statement names, by code or by the table's own names. */
function accountOf(statement: Subjected, context: NarrativeContext): { classification: Classification; code: string; concepts: Concepts } | null {
  const { subject, context: given } = statement;
  const within = given.nature === undefined ? {} : { nature: given.nature };
  if (subject.code !== '') {
    const classification = classificationOfCode(subject.code);
    return classification === null ? null : { classification, code: subject.code, concepts: within };
  }
  if (subject.levels.length > 0) {
    const code = codeByLevels(subject.levels, context);
    return code === null ? null : { classification: 'function', code, concepts: {} };
  }
  if (subject.unknown === '' || context.facts.isEmpty) return null;
  const nature = statement.parent?.subject.concepts.nature;
  // “人员经费…，主要包括基本工资…、津贴补贴…”: 款 of the economic classification.
  const [classification, length] = nature === '人员经费' || nature === '公用经费' ? (['department', 5] as const) : (['function', 3] as const);
  const codes = context.facts.codesByLabel(classification, subject.text).filter((c) => c.length === length);
  return codes.length === 1 ? { classification, code: codes[0], concepts: {} } : null;
}

/** 类, 款, 项 together choose one row, whose parents bear the other names. */
function codeByLevels(levels: Statement['subject']['levels'], { facts }: NarrativeContext): string | null {
  const length = { 类: 3, 款: 5, 项: 7 } as const;
  const last = levels[levels.length - 1];
  const candidates = facts.codesByLabel('function', last.name).filter((code) => code.length === length[last.level]);
  const fitting = candidates.filter((code) =>
    levels.every(({ level, name }) => {
      const above = code.slice(0, length[level]);
      return !facts.rows.function.has(above) || facts.codesByLabel('function', name).includes(above);
    }),
  );
  return fitting.length === 1 ? fitting[0] : null;
}

/** Facts of a binding in a period. */
export function factsFor(binding: Binding, period: Period, { facts }: NarrativeContext): readonly Fact[] {
  return binding.key === null ? [] : facts.find(binding.key, period);
}
