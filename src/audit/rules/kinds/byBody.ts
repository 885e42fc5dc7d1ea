/** Checks that set tables against one another, body by body where a workbook holds the tables of several. */
import { bodiesBySheet, bodiesOf, chooseCatalogue, levelOf, setName, type BoundTable, type Catalogue, type Recognition } from '../../tables';
import type { Bilingual } from '../../workbook';
import type { Check, CheckContext, CheckResult } from './context';

interface Part {
  /** null for what belongs to no body for certain. */
  readonly name: Bilingual | null;
  readonly recognition: Recognition;
}

/**
 * The same check for each body with its own tables and its own 目录. With `rest` it looks at the tables of which it is not certain whose they are, too:
 * for checks that look at one table after the other.
 */
export function byBody(check: Check, rest: 'rest' | null = null): Check {
  return (context) => {
    const parts = partsOf(context)?.filter(({ name }) => name !== null || rest !== null) ?? null;
    return parts === null ? check(context) : merged(parts, parts.map(({ recognition }) => check({ ...context, recognition })));
  };
}

/** What the workbook holds of the body that a sheet behind its tables belongs to; without tables where that is not certain. */
export function ofSheetsBody(context: CheckContext): (sheet: number) => CheckContext {
  const bodies = bodiesOf(context.recognition.tables);
  if (bodies.length === 1) return () => context;
  const bySheet = bodiesBySheet(bodies, context.grids);
  return (sheet) => ({ ...context, recognition: { ...context.recognition, tables: bodies[bySheet.of(sheet, 'after')]?.tables ?? [] } });
}

/** Every check asks for the same parts. */
const known = new WeakMap<Recognition, readonly Part[] | null>();

function partsOf(context: CheckContext): readonly Part[] | null {
  const found = known.get(context.recognition);
  const parts = found === undefined ? partsIn(context) : found;
  known.set(context.recognition, parts);
  return parts;
}

function partsIn({ recognition, grids }: CheckContext): readonly Part[] | null {
  const bodies = bodiesOf(recognition.tables);
  if (bodies.length === 1) return null;
  const bySheet = bodiesBySheet(bodies, grids);
  const only = recognition.catalogues.length === 1 ? recognition.catalogues[0] : null;
  const part = (name: Bilingual | null, tables: readonly BoundTable[], lists: readonly Catalogue[], level: Recognition['level']): Part => {
    return { name, recognition: { ...recognition, tables, blocks: tables.flatMap(({ blocks }) => blocks), catalogue: chooseCatalogue(lists), level } };
  };
  const parts = bodies.map(({ name, tables }, at) => {
    // The one list in front of all tables is the first body's.
    const isFirst = (list: Catalogue): boolean => at === 0 && list === only && recognition.tables.every(({ sheet }) => sheet > list.sheet);
    return part(bodyName(name, at), tables, recognition.catalogues.filter((list) => isFirst(list) || bySheet.of(list.sheet, 'before') === at), levelOf(tables, grids));
  });
  const certain = new Set(bodies.flatMap((body) => body.tables));
  return [...parts, part(null, recognition.tables.filter((t) => !certain.has(t)), [], null)];
}

function bodyName(name: string, at: number): Bilingual {
  const { zh, en } = setName(at);
  return name === '' ? { zh, en } : { zh: `${name}（${zh}）`, en: `${name} (${en})` };
}

/** Findings of a further body are told from those of the first; what could not be checked says whose it is, unless it is so of all. */
function merged(parts: readonly Part[], results: readonly CheckResult[]): CheckResult {
  const sum = (of: (result: CheckResult) => number): number => results.reduce((total, result) => total + of(result), 0);
  const reasons = new Map<string, { readonly rule: string; readonly reason: Bilingual; readonly names: Bilingual[] }>();
  results.forEach(({ unchecked }, at) => {
    for (const { rule, reason } of unchecked) {
      const same = reasons.get(`${rule}|${reason.zh}`) ?? { rule, reason, names: [] };
      reasons.set(`${rule}|${reason.zh}`, same);
      const { name } = parts[at];
      if (name) same.names.push(name);
    }
  });
  return {
    drafts: results.flatMap(({ drafts }, at) => (at === 0 ? drafts : drafts.map((draft) => ({ ...draft, key: `${parts[at].name?.zh ?? ''}|${draft.key}` })))),
    consistent: sum((r) => r.consistent),
    notApplicable: sum((r) => r.notApplicable),
    unchecked: [...reasons.values()].map(({ rule, reason, names }) => ({ rule, reason: names.length === parts.length ? reason : { zh: `${listed(names, 'zh')}：${reason.zh}`, en: `${listed(names, 'en')}: ${reason.en}` } })),
  };
}

/** Names that one sentence lists. */
const MOST_NAMES = 5;

function listed(names: readonly Bilingual[], lang: 'zh' | 'en'): string {
  const some = names.slice(0, MOST_NAMES).map((name) => name[lang]);
  return lang === 'zh' ? `${some.join('、')}${names.length > MOST_NAMES ? ` 等 ${names.length} 套` : ''}` : `${some.join(', ')}${names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : ''}`;
}
