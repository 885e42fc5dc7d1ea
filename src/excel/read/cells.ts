import type { CellInput, SheetBuilder } from '../../audit/workbook';
import type { Block, BlockContent } from './blocks';

const errorValue = /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!|GETTING_DATA|BUSY!|EXTERNAL!|PYTHON!)$/;

/** A value of office.js as the audit knows it; null = blank. A text that looks like an error is one: Excel makes it so. */
export function cellInput(value: unknown): CellInput | null {
  if (typeof value === 'number') return { kind: 'number', value };
  if (typeof value === 'boolean') return { kind: 'boolean', value };
  const text = String(value ?? '');
  if (text === '') return null;
  return { kind: errorValue.test(text) ? 'error' : 'text', value: text };
}

/** The formula without "=", or undefined. A constant text may begin with "=": then its value is that very text. */
export function formulaOf(formula: unknown, value: unknown): string | undefined {
  return typeof formula === 'string' && formula.startsWith('=') && formula !== value ? formula.slice(1) : undefined;
}

/** Adds the cells of a block to the sheet. */
export function addCells(sheet: SheetBuilder, { rect }: Block, content: BlockContent): void {
  content.values.forEach((values, r) => {
    const formulas = content.formulas[r];
    const formats = content.numberFormat[r];
    values.forEach((value, c) => {
      const formula = formulaOf(formulas[c], value);
      const input = cellInput(value) ?? (formula === undefined ? null : ({ kind: 'text', value: '' } as const));
      if (!input) return;
      const row = rect.top + r;
      const column = rect.left + c;
      const format = String(formats[c] ?? 'General');
      if (input.kind === 'number') sheet.number(row, column, input.value, format, formula);
      else if (input.kind === 'text') sheet.text(row, column, input.value, format, formula);
      else if (input.kind === 'boolean') sheet.boolean(row, column, input.value, formula);
      else sheet.error(row, column, input.value, formula);
    });
  });
}
