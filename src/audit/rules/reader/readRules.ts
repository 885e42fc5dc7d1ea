import { LineCounter, isMap, isScalar, isSeq, parseDocument, type Node, type YAMLMap } from 'yaml';
import type { Clause, Formula, Place, Sum, Term } from '../language/syntax';
import type { CheckKind, RuleDefinition } from '../model';
import { placesInSource } from './placesInSource';

/** The generated parser (src/generated/ruleParser.js), handed in so that the build can use this file before it exists. */
export interface RuleParser {
  parse(input: string, options: { readonly startRule: 'Rule' }): Formula;
  parse(input: string, options: { readonly startRule: 'Condition' }): readonly Clause[];
}

/** A mistake in a rule file. Line and column count from 1. */
export interface RuleMistake {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: { readonly zh: string; readonly en: string };
}

const KINDS: readonly CheckKind[] = [
  'codes', 'structure', 'pairs', 'unitKind', 'spendingClass', 'projects', 'tasks', 'procurement',
  'catalogue', 'headings', 'amountTexts', 'residue', 'indicators',
  'cover', 'tableNumbers', 'depth', 'organCodes', 'indicatorValues', 'zeroTotals', 'changeRates', 'selfEvaluation', 'staffing', 'twins', 'emptyReasons', 'timeTargets',
  'tableOrder', 'wording', 'purchases', 'frugality', 'vehicles', 'spendingZeros', 'blankTotals',
  'formulas', 'staleResults', 'formulaPattern', 'textFormulas',
];
/** The bundled rules are about 200; a formula of theirs has below 300 characters. */
const MOST_RULES = 5_000;
const LONGEST_FORMULA = 4_000;
/** Brackets open at once. */
const DEEPEST = 500;
const FIELDS = ['rule', 'text', 'check', 'when', 'severity', 'right', 'blanks', 'kind', 'tables', 'source', 'earns'];
const DEFAULT_SOURCE: Readonly<Record<string, string>> = {
  B: '综合预算公开报表编制说明（表内关系）',
  X: '综合预算公开报表编制说明（表间关系）',
  F: '部门决算公开表格（公开01–09表）表内、表间关系',
  N: '部门预算公开表（财政部表样）表内、表间关系',
  G: '通用核对',
};

/** Reads the rules of one file. Mistakes do not stop the reading: all are answered, and only sound rules. */
export function readRules(text: string, file: string, parser: RuleParser): { rules: RuleDefinition[]; mistakes: RuleMistake[] } {
  const lines = new LineCounter();
  const mistakes: RuleMistake[] = [];
  const complain = (offset: number, zh: string, en: string): void => {
    const { line, col } = lines.linePos(offset);
    mistakes.push({ file, line, column: col, message: { zh, en } });
  };
  const document = parsed(text, lines);
  if (document === null) {
    complain(0, '内容层层嵌套太深，不是规则文件', 'Nested too deeply to be a rule file');
    return { rules: [], mistakes };
  }
  for (const error of document.errors) complain(error.pos[0], `YAML 写法有误：${error.message.split('\n')[0]}`, `Not valid YAML: ${error.message.split('\n')[0]}`);
  if (mistakes.length > 0) return { rules: [], mistakes };
  const rules: RuleDefinition[] = [];
  if (document.contents === null) return { rules, mistakes };
  if (!isSeq(document.contents)) {
    complain(0, '规则文件应当是一个列表，每条规则以“- rule: 编号”开头', 'A rule file is a list; each rule starts with "- rule: ID"');
    return { rules, mistakes };
  }
  const { items } = document.contents;
  if (items.length > MOST_RULES) {
    complain(offsetOf(items[MOST_RULES] as Node), `一个规则文件最多 ${MOST_RULES} 条规则，这里有 ${items.length} 条；请拆成几个文件或删去多余的`, `A rule file holds at most ${MOST_RULES} rules; this one has ${items.length}. Split it, or remove what is not needed`);
    return { rules: [], mistakes };
  }
  const known = new Set<string>();
  for (const item of items) {
    if (!isMap(item)) {
      complain(offsetOf(item as Node), '这里应当是一条规则（- rule: 编号）', 'Expected a rule (- rule: ID)');
      continue;
    }
    const rule = readRule(item, { file, source: text, parser, complain, positionOf: (offset) => lines.linePos(offset) });
    if (rule) {
      if (known.has(rule.id)) complain(offsetOf(item), `规则编号重复：${rule.id}`, `Duplicate rule: ${rule.id}`);
      else rules.push(rule);
      known.add(rule.id);
    }
  }
  return { rules, mistakes };
}

/** null where the text is nested so deeply that the parser gives up, or would after very long. */
function parsed(text: string, lineCounter: LineCounter): ReturnType<typeof parseDocument> | null {
  let depth = 0;
  for (const character of text) {
    if (character === '[' || character === '{') depth++;
    else if (character === ']' || character === '}') depth--;
    if (depth > DEEPEST) return null;
  }
  try {
    return parseDocument(text, { lineCounter });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

interface Context {
  readonly file: string;
  readonly source: string;
  readonly parser: RuleParser;
  readonly complain: (offset: number, zh: string, en: string) => void;
  readonly positionOf: (offset: number) => { readonly line: number; readonly col: number };
}

function readRule(map: YAMLMap, context: Context): RuleDefinition | null {
  let sound = true;
  const wrong = (node: unknown, zh: string, en: string): void => {
    sound = false;
    context.complain(offsetOf(node as Node), zh, en);
  };
  for (const pair of map.items) {
    const key = String(isScalar(pair.key) ? pair.key.value : pair.key);
    if (!FIELDS.includes(key)) wrong(pair.key, `没有“${key}”这一项；可用：${FIELDS.join('、')}`, `Unknown field "${key}"; known: ${FIELDS.join(', ')}`);
  }
  for (const key of ['text', 'right']) {
    const node = map.get(key, true);
    for (const pair of isMap(node) ? node.items : []) {
      const language = String(isScalar(pair.key) ? pair.key.value : pair.key);
      if (language !== 'zh' && language !== 'en') wrong(pair.key, `${key} 里的文字有逗号时要放在引号里：{ zh: "…", en: "…" }`, `Texts of ${key} that hold a comma go in quotes: { zh: "…", en: "…" }`);
    }
  }
  const id = scalar(map, 'rule');
  if (!id) wrong(map, '规则没有编号（rule:）', 'The rule has no id (rule:)');
  const words = bilingual(map, 'text') ?? { zh: id ?? '', en: id ?? '' };
  const severity = scalar(map, 'severity') ?? 'error';
  if (!['error', 'warning', 'hint'].includes(severity)) wrong(map.get('severity', true), 'severity 只能是 error、warning 或 hint', 'severity must be error, warning or hint');
  const blanks = scalar(map, 'blanks') ?? 'zero';
  if (!['zero', 'unknown', 'parts'].includes(blanks)) wrong(map.get('blanks', true), 'blanks 只能是 zero、unknown 或 parts', 'blanks must be zero, unknown or parts');
  const kind = scalar(map, 'kind');
  if (kind !== null && !KINDS.includes(kind as CheckKind)) wrong(map.get('kind', true), `没有 ${kind} 这种检查`, `Unknown kind ${kind}`);
  const checks = scalars(map, 'check', context.source).flatMap((node) => {
    const formula = attempt(node, (text) => context.parser.parse(text, { startRule: 'Rule' }), context);
    if (!formula) sound = false;
    else if (complainOfSense(formula, node, context)) sound = false;
    return formula ? [{ text: node.text, formula }] : [];
  });
  const when = scalars(map, 'when', context.source).flatMap((node) => {
    const clauses = attempt(node, (text) => context.parser.parse(text, { startRule: 'Condition' }), context);
    if (!clauses) sound = false;
    return clauses ?? [];
  });
  if (sound && checks.length === 0 && kind === null) wrong(map, `规则 ${id ?? ''} 既没有 check 也没有 kind`, `Rule ${id ?? ''} has neither check nor kind`);
  if (!sound || !id) return null;
  const listed = scalars(map, 'tables', context.source).map((n) => n.text);
  return {
    id,
    text: words,
    severity: severity as RuleDefinition['severity'],
    source: scalar(map, 'source') ?? DEFAULT_SOURCE[id[0]] ?? context.file,
    tables: listed.length > 0 ? listed : tablesOf(checks.map((c) => c.formula)),
    checks,
    when,
    right: bilingual(map, 'right'),
    blanks: blanks as RuleDefinition['blanks'],
    earns: scalar(map, 'earns') === 'true',
    kind: kind as CheckKind | null,
    place: { file: context.file, line: context.positionOf(offsetOf(map)).line },
  };
}

const offsetOf = (node: Node | null | undefined): number => node?.range?.[0] ?? 0;

function scalar(map: YAMLMap, key: string): string | null {
  const value = map.get(key);
  return value === undefined || value === null ? null : String(value);
}

function bilingual(map: YAMLMap, key: string): { zh: string; en: string } | null {
  const node = map.get(key, true);
  if (isMap(node)) return { zh: scalar(node, 'zh') ?? scalar(node, 'en') ?? '', en: scalar(node, 'en') ?? scalar(node, 'zh') ?? '' };
  const value = scalar(map, key);
  return value === null ? null : { zh: value, en: value };
}

interface TextNode {
  readonly text: string;
  /** Offset in the file of a place in the text. */
  readonly at: (index: number) => number;
}

function scalars(map: YAMLMap, key: string, source: string): TextNode[] {
  const node = map.get(key, true);
  const items = isSeq(node) ? node.items : [node];
  return items.flatMap((item) => {
    if (!isScalar(item) || item.value === null || item.value === undefined) return [];
    const text = String(item.value);
    const from = offsetOf(item);
    const quoted = item.type === 'QUOTE_DOUBLE' || item.type === 'QUOTE_SINGLE';
    const block = item.type === 'BLOCK_FOLDED' || item.type === 'BLOCK_LITERAL';
    const start = quoted ? from + 1 : block ? source.indexOf('\n', from) + 1 : from;
    return [{ text, at: placesInSource(source, start, text) }];
  });
}

/** Formulas that can be read and say nothing: only numbers, or lists of columns that do not match. */
function complainOfSense(formula: Formula, node: TextNode, context: Context): boolean {
  const terms = [...formula.left, ...formula.right];
  const complain = (at: Place | undefined, zh: string, en: string): true => {
    context.complain(at?.start ?? node.at(0), `公式“${node.text}”${zh}`, `Formula "${node.text}": ${en}`);
    return true;
  };
  if (terms.every((t) => t.kind === 'number')) return complain(terms[0].at, '里没有表、行、栏，核对不了任何数', 'it names no table, row and column');
  const lists = terms.filter((t) => columnCount(t) > 1);
  const odd = lists.find((t) => columnCount(t) !== columnCount(lists[0]));
  return odd !== undefined && complain(odd.at, '各处列出的栏数不同，无法逐栏对应', 'the lists of columns differ in length');
}

function columnCount(term: Term): number {
  const columns = term.kind === 'number' ? null : (term.kind === 'reference' ? term : term.reference).columns;
  return columns?.kind === 'list' ? columns.names.length : 1;
}

function attempt<T>(node: TextNode, parse: (text: string) => T, context: Context): T | null {
  if (node.text.length > LONGEST_FORMULA) {
    context.complain(node.at(0), `公式有 ${node.text.length} 个字，最多 ${LONGEST_FORMULA} 个字；请拆成几条`, `The formula has ${node.text.length} characters; at most ${LONGEST_FORMULA} are allowed. Split it`);
    return null;
  }
  try {
    return inFile(parse(node.text), node, context);
  } catch (error) {
    const { location, expected, found } = error as {
      location?: { start: { offset: number } };
      expected?: readonly { description?: string; text?: string }[];
      found?: string | null;
    };
    const wanted = [...new Set((expected ?? []).map((e) => e.description ?? e.text ?? '').filter((t) => t !== '' && t !== '空白'))].join('、');
    const seen = found === null || found === undefined ? '末尾' : `“${found}”`;
    context.complain(
      node.at(location?.start.offset ?? 0),
      `公式“${node.text}”在 ${seen} 处不对，此处应当是：${wanted}`,
      `Formula "${node.text}": unexpected ${found ?? 'end'}; expected ${wanted}`,
    );
    return null;
  }
}

/** The tree with its places (`at`) counted in the file instead of the formula, so that a message can name line and column. */
function inFile<T>(tree: T, node: TextNode, context: Context): T {
  const moved = JSON.stringify(tree, (key, value: unknown) => {
    if (key !== 'at') return value;
    const at = value as Place;
    const start = node.at(at.start);
    const { line, col } = context.positionOf(start);
    return { start, end: node.at(at.end), line, column: col };
  });
  return JSON.parse(moved) as T;
}

function tablesOf(formulas: readonly Formula[]): string[] {
  const tables = new Set<string>();
  const visit = (sum: Sum): void => {
    for (const term of sum) {
      if (term.kind === 'reference') tables.add(term.table);
      else if (term.kind !== 'number') tables.add(term.reference.table);
    }
  };
  for (const formula of formulas) {
    visit(formula.left);
    visit(formula.right);
  }
  return [...tables];
}
