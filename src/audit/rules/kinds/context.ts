import type { Chart } from '../../chart';
import type { EquationStore } from '../../equations/model';
import type { FormulaFacts } from '../../formulas';
import type { CellRole, Severity } from '../../severity';
import type { BoundBlock, BoundRow, BoundTable, CellRef, Recognition } from '../../tables';
import { cellAddress, shownName, type Bilingual, type SheetGrid, type WorkbookSnapshot } from '../../workbook';
import type { RuleDefinition } from '../model';

/** What a check that is no equation is given. */
export interface CheckContext {
  readonly workbook: WorkbookSnapshot;
  readonly grids: readonly SheetGrid[];
  /** What the check looks at: of a workbook with the tables of several bodies those of one, where it sets tables against one another. */
  readonly recognition: Recognition;
  /** What the whole workbook holds. */
  readonly whole: Recognition;
  readonly formulas: FormulaFacts;
  /** The rules that are equations, compiled. */
  readonly equations: EquationStore;
  readonly chart: Chart;
  /** The fiscal year used for the chart of accounts; null = unknown, then codes are checked against the likeliest year's chart, as hints. */
  readonly year: number | null;
  /** The rule itself; kinds that serve several rules (codes) find theirs by id. */
  readonly rule: RuleDefinition;
}

export interface DraftCell {
  readonly at: CellRef;
  readonly role: CellRole;
  readonly label: string;
  /** Left out: the cell's own text. */
  readonly value?: string;
}

/** A finding before texts are chosen and ids are given. */
export interface Draft {
  readonly rule: string;
  readonly severity: Severity;
  readonly table: BoundTable | null;
  /** Tells this finding from others of its rule and table, whatever sheet or row it stands in. */
  readonly key: string;
  readonly message: Bilingual;
  readonly cells: readonly DraftCell[];
  readonly left?: string;
  readonly right?: string;
  readonly difference?: string;
  /** The formula that the first cell should hold, without "=". */
  readonly formula?: string;
  /** How many it stands for, itself among them, where those that follow are not told one by one. */
  readonly count?: number;
}

/** Findings of one rule and weight that are told one by one; the next stands for all that follow. Nobody reads more, and a hostile file has hundreds of thousands. */
export const MOST_TOLD = 1_000;

export interface CheckResult {
  readonly drafts: readonly Draft[];
  readonly consistent: number;
  readonly notApplicable: number;
  readonly unchecked: readonly { readonly rule: string; readonly reason: Bilingual }[];
}

/** Collects drafts and counts the checks that passed. */
export class Checklist {
  private readonly drafts: Draft[] = [];
  /** By rule and weight: how many there are, and where the one stands that is told last. */
  private readonly kinds = new Map<string, { count: number; last: number }>();
  private readonly unchecked: { rule: string; reason: Bilingual }[] = [];
  private passed = 0;
  private skipped = 0;

  add(draft: Draft): void {
    const key = `${draft.rule}|${draft.severity}`;
    const kind = this.kinds.get(key) ?? { count: 0, last: -1 };
    this.kinds.set(key, kind);
    kind.count++;
    if (kind.count <= MOST_TOLD + 1) kind.last = this.drafts.push(draft) - 1;
  }

  pass(count = 1): void {
    this.passed += count;
  }

  skip(count = 1): void {
    this.skipped += count;
  }

  cannot(rule: string, zh: string, en: string): void {
    this.unchecked.push({ rule, reason: { zh, en } });
  }

  result(): CheckResult {
    for (const { count, last } of this.kinds.values()) if (count > MOST_TOLD + 1) this.drafts[last] = { ...this.drafts[last], count: count - MOST_TOLD };
    return { drafts: this.drafts, consistent: this.passed, notApplicable: this.skipped, unchecked: this.unchecked };
  }
}

export type Check = (context: CheckContext) => CheckResult;

/** 第 12 行; with the name of its sheet where it is not the table's first. */
export function rowPlace({ workbook }: CheckContext, { table }: BoundBlock, { sheet, row }: BoundRow): Bilingual {
  const name = sheet === table.sheet ? '' : workbook.sheets[sheet].name;
  return { zh: name === '' ? `第 ${row + 1} 行` : `${name} 第 ${row + 1} 行`, en: name === '' ? `row ${row + 1}` : `row ${row + 1} of ${name}` };
}

/** "表6 E16". */
export function placeName(context: CheckContext, at: CellRef): string {
  return `${context.workbook.sheets[at.sheet].name} ${cellAddress(at.row, at.column)}`;
}

/** "商品和服务支出(302)". */
export function rowName(row: BoundRow): string {
  const label = shownName(row.label.replace(/\s+/g, ''));
  if (row.code === '' || label === row.code || row.key === row.label) return label || row.code || shownName(row.key);
  return row.codeCell ? `${label}(${row.code})` : label;
}

/** All blocks of coded tables of the given systems. */
export function codedBlocks(recognition: Recognition, systems: readonly string[]): BoundBlock[] {
  return recognition.blocks.filter((b) => b.table.definition.shape === 'coded' && systems.includes(b.table.definition.codes ?? ''));
}

/** 分 of a row's column, 0 for a blank; null where it cannot be read or has no cell. */
export function fenOf(recognition: Recognition, block: BoundBlock, row: number, column: number): number | null {
  const amount = block.amounts[row * block.columns.length + column];
  if (amount === undefined || amount < 0) return null;
  return recognition.amounts.state[amount] === 2 ? null : recognition.amounts.fen[amount];
}

/** The cell of an amount. */
export function amountCell(recognition: Recognition, amount: number): CellRef {
  const { sheet, row, column } = recognition.amounts;
  return { sheet: sheet[amount], row: row[amount], column: column[amount] };
}
