import type { AuditState } from '../state';
import { AmountState } from '../equations/model';
import type { BoundTable, Recognition } from '../tables';
import { columnName, normaliseText, parseAmountText, rectAddress, type SheetGrid } from '../workbook';
import type { Words } from '../words';
import type { ColumnReport, ReadingReport, SheetReading, TableReport } from './model';

type Language = 'zh' | 'en';

/** Whole numbers below this are serial numbers, and among years they are dates: no amounts. */
const SMALL = 1000;
const YEARS = { from: 1990, to: 2100 };

/** A sheet with fewer figures holds no table of amounts. */
const FEWEST = 2;

type Read = Pick<AuditState, 'workbook' | 'grids' | 'recognition' | 'auditor'>;

/** What was told before, and of which amounts figures may be others now; null: of any. */
export interface TablesBefore {
  readonly tables: ReadonlyMap<BoundTable, TableReport>;
  readonly changed: ReadonlySet<number> | null;
}

/** Every table as it was read; of those told before only the figures are counted anew, where they may be others. */
export function tableReports({ workbook, recognition, auditor }: Read, before: TablesBefore | null = null): ReadonlyMap<BoundTable, TableReport> {
  const { amounts, tables, blocks, owners } = recognition;
  const touched = before?.changed && new Set([...before.changed].map((amount) => blocks[owners.block[amount]]?.table));
  return new Map(tables.map((table) => {
    const told = before?.tables.get(table);
    if (told && touched?.has(table) === false) return [table, told];
    return [table, told ? { ...told, figures: figuresOf(table, amounts) } : tableReport(table, workbook.sheets[table.sheet].name, auditor.words, amounts, auditor.options.lang ?? 'zh')];
  }));
}

/** What was understood of each sheet, in the order of the workbook. A pure function of the state. */
export function readingReport(state: Read, reports: ReadonlyMap<BoundTable, TableReport> = tableReports(state)): ReadingReport {
  const { workbook, grids, recognition, auditor } = state;
  const lang = auditor.options.lang ?? 'zh';
  const bySheet = new Map<number, { readonly table: BoundTable; readonly report: TableReport }[]>();
  for (const [table, report] of reports) {
    for (const sheet of new Set([table.sheet, ...table.continued.map((part) => part.sheet)])) {
      const own = bySheet.get(sheet);
      if (own) own.push({ table, report });
      else bySheet.set(sheet, [{ table, report }]);
    }
  }
  return {
    file: workbook.name,
    level: recognition.level,
    year: auditor.options.year ?? recognition.year,
    unit: recognition.unitName,
    sheets: workbook.sheets.map((sheet, index): SheetReading => {
      const own = bySheet.get(index) ?? [];
      const known = own.some(({ table }) => isKnown(table));
      const isContents = recognition.catalogues.some(({ sheet }) => sheet === index);
      const hasAmounts = known ? own.some(({ table }) => holdsAmounts(table, recognition.amounts)) : !isContents && figures(grids[index]) >= FEWEST;
      return {
        sheet: sheet.name,
        isVisible: sheet.visibility === 'visible',
        hasAmounts,
        isKnown: known,
        reason: known ? '' : reasonOf(own.map(({ table }) => table), isContents, hasAmounts, lang),
        tables: own.map(({ report }) => report),
      };
    }),
  };
}

export const isKnown = (table: BoundTable): boolean => table.family.family !== 'generic';

function tableReport(table: BoundTable, sheet: string, words: Words, amounts: Recognition['amounts'], lang: Language): TableReport {
  const { reading, range } = table;
  const names = namesByColumn(table);
  return {
    id: table.id,
    name: table.definition.name,
    title: table.title,
    family: table.family.family,
    familyName: table.family.name[lang],
    sheet,
    range: rectAddress(range),
    unit: table.unit,
    confidence: table.confidence,
    reason: table.reason[lang],
    header: reading.header ? rectAddress({ top: reading.header.top, bottom: reading.header.bottom, left: range.left, right: range.right }) : null,
    panels: reading.panels.map(({ left, right }) => ({ from: columnName(left), to: columnName(right) })),
    columns: reading.columns.map((column) => columnReport(column, names.get(column.column) ?? NO_NAMES, words, lang)),
    rows: reading.rows,
    figures: figuresOf(table, amounts),
  };
}

const NO_NAMES: ReadonlySet<string> = new Set();

/** What rules call each column of the sheet, in all blocks. */
function namesByColumn({ blocks, definition }: BoundTable): ReadonlyMap<number, ReadonlySet<string>> {
  const names = new Map<number, Set<string>>();
  for (const block of blocks) {
    for (const { column, id } of block.columns) {
      let own = names.get(column);
      if (!own) names.set(column, (own = new Set()));
      own.add(definition.shape === 'matrix' ? `${block.id}${id}` : id);
    }
  }
  return names;
}

function columnReport({ column, path, kind, reason }: BoundTable['reading']['columns'][number], names: ReadonlySet<string>, words: Words, lang: Language): ColumnReport {
  const concepts = new Set<string>();
  for (const word of path) for (const { id } of words.phrase(normaliseText(word)).concepts) concepts.add(id);
  return { column: columnName(column), path, kind, reason: reason[lang], names: [...names], concepts: [...concepts] };
}

function reasonOf(tables: readonly BoundTable[], isContents: boolean, hasAmounts: boolean, lang: Language): string {
  const zh = lang === 'zh';
  if (isContents) return zh ? '目录' : 'contents';
  if (tables.length > 0) return zh ? `${tables[0].reason.zh}；只核对科目编码和层级` : `no known table (${tables[0].title}); only codes and their levels are checked`;
  if (hasAmounts) return zh ? '有数字，标题和表头都不像公开表' : 'holds figures, but neither title nor header is that of a known table';
  return zh ? '没有金额' : 'holds no amounts';
}

function figuresOf({ blocks }: BoundTable, { fen, fractions }: Recognition['amounts']): number {
  const filled = (amount: number): boolean => fen[amount] !== 0 || fractions.has(amount);
  return blocks.reduce((sum, block) => sum + block.amounts.filter((amount) => amount >= 0 && filled(amount)).length, 0);
}

function holdsAmounts({ blocks }: BoundTable, { state }: Recognition['amounts']): boolean {
  return blocks.some((block) => block.amounts.some((amount) => amount >= 0 && state[amount] !== AmountState.blank));
}

/** Cells that look like amounts, counted until there are enough. */
function figures(grid: SheetGrid): number {
  const { numbers, columns } = grid.sheet;
  let count = 0;
  for (let cell = 0; cell < columns.length && count < FEWEST; cell++) {
    if (grid.isNumber(cell) ? isFigure(numbers[cell]) : grid.isText(cell) && isFigureText(grid.rawOf(cell))) count++;
  }
  return count;
}

function isFigure(value: number): boolean {
  return !Number.isInteger(value) || (Math.abs(value) >= SMALL && (value < YEARS.from || value > YEARS.to));
}

/** 1,234.56 typed as a text. */
function isFigureText(text: string): boolean {
  return text.length < 24 && text.includes('.') && parseAmountText(text) !== null;
}
