import { UNITS, type AmountUnit, type Recognition } from '../tables';
import { cellAddress, type WorkbookSnapshot } from '../workbook';
import { decimalText, moneyText } from '../rules/kinds/money';
import { rowName } from '../rules/kinds/context';
import { AmountState } from '../equations/model';

/** Names and figures of amount cells, in the field's words. */
export class AmountNames {
  constructor(
    private readonly workbook: WorkbookSnapshot,
    private readonly recognition: Recognition,
  ) {}

  sheet(amount: number): string {
    return this.workbook.sheets[this.recognition.amounts.sheet[amount]].name;
  }

  address(amount: number): string {
    return cellAddress(this.recognition.amounts.row[amount], this.recognition.amounts.column[amount]);
  }

  /** "表6 E16". */
  place(amount: number): string {
    return `${this.sheet(amount)} ${this.address(amount)}`;
  }

  /** "商品和服务支出(302) 合计"; the column is left out where the block has only one. */
  label(amount: number): string {
    const { owners, blocks } = this.recognition;
    const block = blocks[owners.block[amount]];
    const row = rowName(block.rows[owners.row[amount]]);
    const column = block.columns[owners.column[amount]].id;
    const group = block.table.definition.shape === 'matrix' ? `${block.id}${column}` : column;
    return block.columns.length === 1 && block.table.definition.shape !== 'coded' ? row : `${row} ${group}`;
  }

  /** Code, or the row's name without one: short enough for a list of terms. */
  short(amount: number): string {
    const { owners, blocks } = this.recognition;
    const block = blocks[owners.block[amount]];
    const row = block.rows[owners.row[amount]];
    return row.code !== '' && row.codeCell ? row.code : rowName(row);
  }

  columnId(amount: number): string {
    const { owners, blocks } = this.recognition;
    return blocks[owners.block[amount]].columns[owners.column[amount]].id;
  }

  /** The column as the sheet calls it. */
  columnLabel(amount: number): string {
    const { owners, blocks } = this.recognition;
    const { label, id } = blocks[owners.block[amount]].columns[owners.column[amount]];
    return label || id;
  }

  /** A number of things, no money: it has no unit. */
  isQuantity(amount: number): boolean {
    const { owners, blocks } = this.recognition;
    return blocks[owners.block[amount]].columns[owners.column[amount]].role === 'quantity';
  }

  /** What its figure is printed in; quantities as they stand. */
  unit(amount: number): AmountUnit {
    return this.isQuantity(amount) ? 'yuan' : this.recognition.blocks[this.recognition.owners.block[amount]].table.unit;
  }

  /** For a cell of a finding: none where it holds no money. */
  unitOfCell(amount: number): { readonly unit?: AmountUnit } {
    return this.isQuantity(amount) ? {} : { unit: this.unit(amount) };
  }

  /** "万元"; "" for a quantity. */
  unitText(amount: number, lang: 'zh' | 'en'): string {
    return this.isQuantity(amount) ? '' : UNITS[this.unit(amount)][lang];
  }

  isBlank(amount: number): boolean {
    return this.recognition.amounts.state[amount] === AmountState.blank;
  }

  /** Figure with separators in its own unit; 空白 for a blank. */
  figure(amount: number, lang: 'zh' | 'en'): string {
    if (this.isBlank(amount)) return lang === 'zh' ? '空白' : 'blank';
    return moneyText(this.recognition.amounts.fen[amount], this.unit(amount));
  }

  /** Plain decimal for the report; "" for a blank. */
  decimal(amount: number): string {
    return this.isBlank(amount) ? '' : decimalText(this.recognition.amounts.fen[amount], this.unit(amount));
  }
}
