import type { Budget } from '../budget';
import { decodeEscapes, nameKey, type XmlScanner } from '../xml';
import { expandTemplate, formulaTemplate, type FormulaTemplate } from './sharedFormula';

/** What `<f>` says about a cell: its text, or that it shares the formula of group `shared`. */
export type CellFormula = { readonly text: string } | { readonly shared: number };

const TYPE = nameKey('t');
const INDEX = nameKey('si');

/** The formulas of one sheet; keeps the groups of shared ones. */
export class Formulas {
  private readonly masters = new Map<number, { row: number; column: number; formula: string; template?: FormulaTemplate }>();

  constructor(
    private readonly xml: XmlScanner,
    private readonly budget: Budget,
  ) {}

  /**
   * The formula of the `<f>` just opened, in the cell given; consumes the element. undefined for a data table
   * (what-if analysis), which has no formula text of its own.
   */
  read(row: number, column: number): CellFormula | undefined {
    const { xml } = this;
    let shared = -1;
    let isShared = false;
    while (xml.nextAttribute()) {
      if (xml.isPrefixed) continue;
      if (xml.attribute === TYPE) {
        // "shared" and "dataTable" are told by length from "array" and "normal".
        isShared = xml.end - xml.start === 6 && xml.bytes[xml.start] === 0x73;
      } else if (xml.attribute === INDEX) shared = Number(xml.value());
    }
    const formula = plainFormula(xml.content());
    if (formula === '') return isShared && shared >= 0 ? { shared } : undefined;
    this.budget.formula(formula.length, xml.part);
    if (isShared && !this.masters.has(shared)) this.masters.set(shared, { row, column, formula });
    return { text: formula };
  }

  /** The formula of a group as it reads in a cell; undefined while the group's first cell has not been read. */
  expand(shared: number, row: number, column: number): string | undefined {
    const master = this.masters.get(shared);
    if (!master) return undefined;
    master.template ??= formulaTemplate(master.formula);
    const formula = expandTemplate(master.template, row - master.row, column - master.column);
    this.budget.formula(formula.length, this.xml.part);
    return formula;
  }
}

/** Without a leading "=" and without the prefixes files carry for newer functions, as Excel shows it. */
export function plainFormula(stored: string): string {
  const text = decodeEscapes(stored);
  const formula = text.startsWith('=') ? text.slice(1) : text;
  if (!formula.includes('_xl')) return formula;
  return formula.replace(/"(?:[^"]|"")*"|_xl(?:fn|ws|pm)\./g, (found) => (found.startsWith('"') ? found : ''));
}
