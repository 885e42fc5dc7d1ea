import { shownName } from '../../workbook';
import { judgeCode, type Chart, type Classification, type CodeVerdict, type Fund, type VerdictKind } from '../../chart';
import type { BoundBlock, BoundRow, CellRef, CodeSystem, Recognition } from '../../tables';
import { chartYearOf, type ChartYear } from './chartYear';
import { codedBlocks, type CheckContext } from './context';

/** A code of a table with its name, and what the chart has to say about them. */
export interface JudgedCode {
  readonly code: string;
  readonly codeCell: CellRef;
  /** "" where the column has no names. */
  readonly name: string;
  readonly nameCell: CellRef | null;
  /** Tells the row from the others of its table. */
  readonly key: string;
  readonly verdicts: readonly CodeVerdict[];
}

/** One column of codes of a table, judged. */
export interface CodeColumn {
  readonly block: BoundBlock;
  readonly classification: Classification;
  readonly codes: readonly JudgedCode[];
  /** Codes that are none of this classification, or bear another name. */
  readonly contradicted: number;
  /** true where most codes are contradicted: then the column has been misread, and the codes are not wrong one by one. */
  readonly isDoubtful: boolean;
}

export interface JudgedCodes {
  readonly columns: readonly CodeColumn[];
  /** null where nothing could be judged for want of a year. */
  readonly year: ChartYear | null;
  isDoubtful(block: BoundBlock, classification: Classification): boolean;
}

const FUNDS: Readonly<Record<string, Fund>> = {
  一般公共预算: 'general',
  政府性基金预算: 'governmentFund',
  国有资本经营预算: 'stateCapital',
};
const CONTRADICTIONS: readonly VerdictKind[] = ['otherName', 'unknownClass', 'notDigits', 'wrongLength', 'otherClassification'];
/** So many contradictions can still be that many slips. */
const SLIPS = 2;

const memo = new WeakMap<Recognition['blocks'], JudgedCodes>();

/** Every code column of every table against the chart. The code rules share one pass over a reading of the workbook. */
export function judgedCodes(context: CheckContext): JudgedCodes {
  const known = memo.get(context.recognition.blocks);
  if (known) return known;
  const year = chartYearOf(context);
  const columns = year === null ? [] : judgeColumns(context, year.year);
  const result: JudgedCodes = {
    columns,
    year,
    isDoubtful: (block, classification) => columns.some((c) => c.isDoubtful && c.block === block && c.classification === classification),
  };
  memo.set(context.recognition.blocks, result);
  return result;
}

/** The classification of a table's own code column. */
export function classificationOfTable(system: CodeSystem | undefined): Classification {
  return system === 'department' ? 'department' : 'function';
}

/** Names on the lines without a code between a row and the coded row of another account above it. Rows are passed in their order. */
class NamesAbove {
  private code = '';
  /** Names above the last row passed, as far as they were not looked at. */
  private unseen: string[] = [];
  /** Names since the last row with a code. */
  private sinceCode: string[] = [];
  private isFound = false;

  constructor(private readonly isOther: (code: string, name: string) => boolean) {}

  pass({ code, label }: BoundRow): void {
    if (code === '') {
      if (label !== '') this.sinceCode.push(shownName(label));
      return;
    }
    if (code !== this.code) [this.code, this.unseen, this.isFound] = [code, [], false];
    for (const name of this.sinceCode) this.unseen.push(name);
    this.sinceCode = [];
  }

  /** Whether one of them is the name of the last row's own account. */
  hasOwnName(): boolean {
    this.isFound ||= this.unseen.some((name) => !this.isOther(this.code, name));
    this.unseen = [];
    return this.isFound;
  }
}

type Judge = (classification: Classification, code: string, name: string, fund?: Fund) => readonly CodeVerdict[];

/** What was judged of blocks, and by what: an edit leaves the other tables as they are. */
const known = new WeakMap<BoundBlock, { readonly year: number; readonly chart: Chart; readonly columns: readonly CodeColumn[] }>();

function judgeColumns({ recognition, chart }: CheckContext, year: number): CodeColumn[] {
  const verdicts = new Map<string, readonly CodeVerdict[]>();
  const judge: Judge = (classification, code, name, fund) => {
    const key = `${classification}|${code}|${name}|${fund ?? ''}`;
    let found = verdicts.get(key);
    if (!found) {
      found = judgeCode({ classification, code, name, year, chart, expectedFund: fund });
      verdicts.set(key, found);
    }
    return found;
  };
  return codedBlocks(recognition, ['function', 'department', 'procurement']).flatMap((block) => {
    const before = known.get(block);
    if (before?.year === year && before.chart === chart) return before.columns;
    const columns = judgeBlock(block, judge);
    known.set(block, { year, chart, columns });
    return columns;
  });
}

function judgeBlock(block: BoundBlock, judge: Judge): CodeColumn[] {
  const { codes: system, fund: fundName } = block.table.definition;
  const own = classificationOfTable(system);
  const fund = FUNDS[fundName ?? ''];
  // 政府采购 rows name what is bought, not the account.
  const named = system !== 'procurement';
  const codes: Record<'own' | 'department' | 'government', JudgedCode[]> = { own: [], department: [], government: [] };
  const isOther = (code: string, name: string): boolean => judge(own, code, name, fund).some(({ kind }) => kind === 'otherName');
  const above = new NamesAbove(isOther);
  for (const row of block.rows) {
    above.pass(row);
    if (row.code === '' || row.codeCell === null) continue;
    // Digits are a part of a code, no name.
    const label = named && !row.isProject && /\D/.test(row.label) ? shownName(row.label) : '';
    // Below an account's name on a line of its own the lines with its code name what the money is for.
    const name = label !== '' && isOther(row.code, label) && above.hasOwnName() ? '' : label;
    codes.own.push({
      code: row.code, codeCell: row.codeCell, name, nameCell: name === '' ? null : row.labelCell, key: row.code,
      verdicts: judge(own, row.code, name, fund),
    });
    if (row.departmentCode !== '' && row.departmentCodeCell) {
      codes.department.push({
        code: row.departmentCode, codeCell: row.departmentCodeCell, name: '', nameCell: null, key: `${row.code}|${row.departmentCode}`,
        verdicts: judge('department', row.departmentCode, ''),
      });
    }
    if (row.govCode !== '' && row.govCodeCell) {
      codes.government.push({
        code: row.govCode, codeCell: row.govCodeCell, name: row.govName, nameCell: row.govNameCell, key: `${row.code}|${row.govCode}`,
        verdicts: judge('government', row.govCode, row.govName),
      });
    }
  }
  return [
    column(block, own, codes.own),
    column(block, 'department', codes.department),
    column(block, 'government', codes.government),
  ].filter((each) => each.codes.length > 0);
}

function column(block: BoundBlock, classification: Classification, codes: readonly JudgedCode[]): CodeColumn {
  const contradicted = codes.filter((code) => code.verdicts.some((verdict) => CONTRADICTIONS.includes(verdict.kind))).length;
  return { block, classification, codes, contradicted, isDoubtful: contradicted > SLIPS && contradicted > codes.length / 2 };
}
