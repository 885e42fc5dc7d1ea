import type { FamilyDefinition, TableDefinition } from '../../tables';
import type { Clause, Place, Reference, Sum, Term } from '../language/syntax';
import type { RuleDefinition } from '../model';
import type { RuleMistake } from '../reader/readRules';
import { messages } from './messages';
import { nearestName } from './nearestName';
import { blockNames, isComposed, placeNames, tablesById, type PlaceNames } from './tableNames';

/** Every name that does not exist, in the order of the rules. Empty where all rules can be compiled for their family. */
export function verifyRules(rules: readonly RuleDefinition[], families: readonly FamilyDefinition[]): RuleMistake[] {
  const tables = tablesById(families);
  return rules.flatMap((rule) => new RuleVerifier(rule, tables).run());
}

class RuleVerifier {
  private readonly mistakes: RuleMistake[] = [];
  /** The first table of the rule that is known, and its family. */
  private home: { readonly id: string; readonly family: string } | null = null;

  constructor(
    private readonly rule: RuleDefinition,
    private readonly tables: ReturnType<typeof tablesById>,
  ) {}

  run(): RuleMistake[] {
    for (const { formula } of this.rule.checks) for (const sum of [formula.left, formula.right]) this.sum(sum);
    for (const clause of this.rule.when) this.clause(clause);
    // A rule with formulas names its tables there; tables listed besides are only told by the rule's own line.
    const named = new Set(this.rule.checks.flatMap((c) => [...c.formula.left, ...c.formula.right].flatMap((t) => referenceOf(t)?.table ?? [])));
    for (const id of this.rule.tables) if (!named.has(id)) this.table(id, undefined);
    return this.mistakes;
  }

  private complain(at: Place | undefined, message: RuleMistake['message']): void {
    const { file, line } = this.rule.place;
    this.mistakes.push({ file, line: at?.line ?? line, column: at?.column ?? 1, message: { zh: `规则 ${this.rule.id}：${message.zh}`, en: `rule ${this.rule.id}: ${message.en}` } });
  }

  private clause(clause: Clause): void {
    if (clause.kind === 'compare') for (const sum of [clause.left, clause.right]) this.sum(sum);
    else {
      const table = this.table(clause.table, clause.at);
      if (table && clause.column !== null && blockNames(table).length === 0) this.column(clause.column, placeNames(table, ''), table.id, clause.at);
    }
  }

  private sum(sum: Sum): void {
    for (const term of sum) {
      const reference = referenceOf(term);
      if (reference) this.reference(reference, term);
    }
  }

  private table(id: string, at: Place | undefined): TableDefinition | null {
    const found = this.tables.get(id);
    if (!found) {
      this.complain(at, messages.table(id, nearestName(id, [...this.tables.keys()])));
      return null;
    }
    if (this.home && this.home.family !== found.family) this.complain(at, messages.families(this.home.id, id));
    this.home ??= { id, family: found.family };
    return found.table;
  }

  private reference(reference: Reference, term: Term): void {
    const { at, block } = reference;
    const table = this.table(reference.table, at);
    if (!table) return;
    const blocks = blockNames(table);
    if (block === '' && blocks.length > 0) return this.complain(at, messages.blockWanted(table.id, blocks));
    if (block !== '' && blocks.length === 0) return this.complain(at, messages.noBlocks(table.id, block));
    if (block !== '' && !blocks.includes(block)) return this.complain(at, messages.block(table.id, block, nearestName(block, blocks), blocks));
    const names = placeNames(table, block);
    const place = block === '' ? table.id : `${table.id}.${block}`;
    this.rows(reference, names, place, table);
    this.columns(reference, names, place);
    if (term.kind === 'group' && !hasField(table, term.field)) this.complain(term.at ?? at, messages.field(table.id, term.field));
  }

  private rows({ rows, at }: Reference, names: PlaceNames, place: string, table: TableDefinition): void {
    if (rows.kind === 'keys') for (const key of rows.keys) this.row(key, names, place, at, table);
    else if (rows.kind === 'below') {
      if (!names.parents.includes(rows.prefix)) this.complain(at, messages.parent(place, rows.prefix, nearestName(rows.prefix, names.parents)));
    } else if ((rows.kind === '大类' && !names.hasClasses) || (rows.kind === '其中' && !names.hasOfWhich)) this.complain(at, messages.selector(place, rows.kind));
  }

  private row(key: string, names: PlaceNames, place: string, at: Place | undefined, table: TableDefinition): void {
    if (names.rows === null || names.rows.includes(key)) return;
    if (names.composed && table.shape === 'blocks' && isComposed(key)) return;
    if (names.codes && /^\d+$/.test(key)) {
      if (table.shape === 'blocks' ? key.length !== 3 : ![3, 5, 7].includes(key.length)) this.complain(at, messages.code(place, key));
      return;
    }
    this.complain(at, messages.row(place, key, nearestName(key, names.rows)));
  }

  private columns({ columns, at }: Reference, names: PlaceNames, place: string): void {
    if (columns?.kind === 'list') for (const name of columns.names) this.column(name, names, place, at);
  }

  private column(name: string, names: PlaceNames, place: string, at: Place | undefined): void {
    const { columns: known } = names;
    if (known === null || known.includes(name) || (names.composed && isComposed(name))) return;
    const near = nearestName(name, known);
    if (near !== null || !names.extraColumns) this.complain(at, messages.column(place, name, near, known));
  }
}

const referenceOf = (term: Term): Reference | null => (term.kind === 'number' ? null : term.kind === 'reference' ? term : term.reference);

function hasField(table: TableDefinition, field: '政府编码' | '部门编码' | '编码'): boolean {
  const role = { 政府编码: 'govCode', 部门编码: 'departmentCode', 编码: 'code' }[field];
  // Where the vocabulary names the columns, the codes are found by what stands in them.
  return !table.columns || table.columns.some((c) => c.role === role);
}
