/** What reviewers find: cover, numbers and names of tables, depth of codes, kinds of unit, indicators, self-evaluation, totals of zero. */
import { AmountState } from '../../src/audit/equations/model';
import type { BoundBlock, BoundTable } from '../../src/audit/tables';
import { cellAddress, normaliseText, type SheetGrid } from '../../src/audit/workbook';
import { toXlsx } from '../forms/xlsx';
import { freeze, thaw } from '../generate/grid';
import type { Random } from '../generate/random';
import { isOfWriting, partsOf, type Base, type Kind, type Planted } from './model';
import { amountsOf, codedBlocksOf, placeOf, placeOfAmount, tablesOf, type Place } from './places';

interface TextCell {
  readonly place: Place;
  readonly text: string;
  readonly grid: SheetGrid;
}

function* textsOf(base: Base): Generator<TextCell> {
  for (const grid of base.state.grids) {
    for (const row of grid.sheet.rowNumbers) {
      const [from, to] = grid.cellsOf(row);
      for (let cell = from; cell < to; cell++) if (grid.isText(cell)) yield { place: placeOf(base, { sheet: grid.index, row, column: grid.sheet.columns[cell] }), text: grid.rawOf(cell), grid };
    }
  }
}

/** Says something at the cell that was changed, and what hangs on it is left alone. */
const changed = (base: Base, cell: Place, text: string, rule: string, rest: Partial<Planted> = {}): Planted =>
  ({ file: partsOf(base).words(cell.sheet, cell.address, text).zip(), what: `${cell.name} "${text}"`, says: [{ rule, at: [cell.name] }], ...rest });

/** The workbook without some rows, and the cells that are to be named where they stand then. */
function withoutRows(base: Base, rows: ReadonlyMap<number, ReadonlySet<number>>): { file: Uint8Array; now: (place: { sheet: number; row: number; column: number }) => string } {
  const workbook = thaw(base.state.workbook);
  for (const [sheet, list] of rows) for (const row of [...list].sort((a, b) => b - a)) workbook.sheets[sheet].removeRow(row);
  return {
    file: toXlsx(freeze(workbook)),
    now: ({ sheet, row, column }) => `${workbook.sheets[sheet].name}!${cellAddress(row - [...(rows.get(sheet) ?? [])].filter((r) => r < row).length, column)}`,
  };
}

/** Lists side by side share their rows: one cannot be taken out without the other. */
const standsAlone = ({ rows }: BoundBlock): boolean => new Set(rows.map(({ row }) => row)).size === rows.length;

const hasMoney = ({ state }: Base, block: BoundBlock, row: number): boolean => block.columns.some((_, c) => {
  const amount = block.amounts[row * block.columns.length + c];
  return amount >= 0 && state.recognition.amounts.fen[amount] !== 0;
});

const below = (block: BoundBlock, code: string): number[] => block.rows.flatMap((row, i) => (row.code.length > code.length && row.code.startsWith(code) ? [i] : []));

/** Takes the rows below some rows of `digits` out of the blocks; each such row with money is to be named. */
function shallow(base: Base, all: readonly { block: BoundBlock; rows: number[] }[], random: Random): Planted | null {
  const blocks = all.filter(({ block }) => standsAlone(block));
  const codes = [...new Set(blocks.flatMap(({ block, rows }) => rows.map((r) => block.rows[r].code)))].filter((code) => blocks.some(({ block }) => below(block, code).length > 0));
  if (codes.length === 0) return null;
  const chosen = random.sample(codes, random.int(1, codes.length));
  const gone = new Map<number, Set<number>>();
  const named: { sheet: number; row: number; column: number }[] = [];
  for (const { block } of blocks) {
    for (const code of chosen) {
      const rows = below(block, code);
      const own = block.rows.findIndex((r) => r.code === code);
      const at = block.rows[own]?.codeCell;
      if (rows.length === 0 || !at) continue;
      if (hasMoney(base, block, own)) named.push(at);
      const sheet = gone.get(block.table.sheet) ?? new Set<number>();
      for (const r of rows) sheet.add(block.rows[r].row);
      gone.set(block.table.sheet, sheet);
    }
  }
  if (named.length === 0) return null;
  const { file, now } = withoutRows(base, gone);
  const sheets = new Set([...gone.keys()].map((s) => base.state.workbook.sheets[s].name));
  return {
    file, what: `${[...sheets].join(' ')} without rows below ${chosen.join(' ')}`, mayGo: true,
    says: named.map((at) => ({ rule: 'C7', at: [now(at)] })),
    // Findings of the base move with their rows.
    // A single row below a code may have been left out by mistake, which is said as well.
    mayToo: (f) => base.report.findings.some((b) => b.rule === f.rule && (b.cells.length === f.cells.length || (f.rule === 'C3' && b.cells.length > f.cells.length))) || f.rule === 'C7' || isOfWriting(base, f) || (gone.size === 1 && [...gone.values()][0].size === 1 && /没有 .* 行/.test(f.message)),
  };
}

const GENERAL = /^(行政运行|事业运行|行政单位离退休|事业单位离退休|行政单位医疗|事业单位医疗)$/;
const TWIN: Readonly<Record<string, string>> = { 行政运行: '事业运行', 事业运行: '行政运行', 行政单位离退休: '事业单位离退休', 事业单位离退休: '行政单位离退休', 行政单位医疗: '事业单位医疗', 事业单位医疗: '行政单位医疗' };

/** 2101550 事业运行 becomes 2101501 行政运行, in every table that has it. */
function otherKindOfUnit(base: Base, random: Random): Planted | null {
  const { state } = base;
  const { chart } = state.auditor;
  const year = state.year ?? 2024;
  const blocks = codedBlocksOf(base, 7);
  const candidates = new Set(blocks.flatMap(({ block, rows }) => rows.map((r) => block.rows[r])).filter((row) => GENERAL.test(chart.lookup('function', row.code, year)?.name ?? '')).map((row) => row.code));
  const codes = [...candidates].filter((code) => {
    const other = otherCode(base, code, year);
    return other !== null && !blocks.some(({ block }) => block.rows.some((r) => r.code === other.code)) && Math.abs(Number(other.code) - Number(code)) < 100;
  });
  if (codes.length === 0 || state.recognition.level !== 'unit' || !hasOneKind(base)) return null;
  const code = random.pick(codes);
  const other = otherCode(base, code, year);
  if (!other) return null;
  const parts = partsOf(base);
  const at: string[] = [];
  for (const { block, rows } of blocks) {
    for (const r of rows) {
      const row = block.rows[r];
      if (row.code !== code || !row.codeCell) continue;
      const cell = placeOf(base, row.codeCell);
      at.push(cell.name);
      parts.words(cell.sheet, cell.address, other.code);
      if (row.labelCell && (row.labelCell.column !== row.codeCell.column || row.labelCell.row !== row.codeCell.row)) parts.words(cell.sheet, placeOf(base, row.labelCell).address, other.name);
    }
  }
  // Out of order now, unless rows are sorted again.
  return { file: parts.zip(), what: `${code} → ${other.code} ${other.name}`, says: at.map((name) => ({ rule: 'C4b', at: [name] })), mayToo: (f) => /^C3|^M/.test(f.rule) && f.severity !== 'error' || f.rule === 'C3' };
}

function otherCode(base: Base, code: string, year: number): { code: string; name: string } | null {
  const { chart } = base.state.auditor;
  const twin = TWIN[chart.lookup('function', code, year)?.name ?? ''];
  for (let i = 1; i < 100; i++) {
    const other = `${code.slice(0, 5)}${String(i).padStart(2, '0')}`;
    if (twin && chart.lookup('function', other, year)?.name === twin) return { code: other, name: twin };
  }
  return null;
}

function hasOneKind(base: Base): boolean {
  const kinds = new Set(tablesOf(base).flatMap((t) => t.blocks).flatMap((b) => b.rows).filter((r) => r.govCode !== '').map((r) => (/^50[56]/.test(r.govCode) ? 'institution' : /^50[1-4]/.test(r.govCode) ? 'organ' : 'both')));
  return (kinds.has('institution') && !kinds.has('organ')) || (kinds.has('organ') && !kinds.has('institution'));
}

function indicatorOf(base: Base, random: Random): { value: Place; sheet: string } | null {
  const tables = base.state.recognition.tables.filter((t) => t.definition.shape === 'form' || t.definition.shape === 'tasks');
  const found = tables.flatMap((table) => indicatorsIn(base, table));
  return found.length === 0 ? null : { value: random.pick(found), sheet: '' };
}

function indicatorsIn(base: Base, table: BoundTable): Place[] {
  const grid = base.state.grids[table.sheet];
  for (const row of grid.rowsBetween(table.range.top, grid.lastRow)) {
    const [from, to] = grid.cellsOf(row);
    const at = (pattern: RegExp): number => {
      for (let cell = from; cell < to; cell++) if (pattern.test(grid.normOf(cell))) return grid.sheet.columns[cell];
      return -1;
    };
    const [content, value] = [at(/^(三级指标|指标内容|绩效指标|指标名称)$/), at(/^(年度)?(指标值|目标值)$/)];
    if (content < 0 || value < 0) continue;
    return [...grid.rowsBetween(row + 1, grid.lastRow)].filter((r) => grid.norm(r, content).length >= 3 && !/^指标?\d*[:、.]?$/.test(grid.norm(r, content)) && grid.norm(r, value) !== '' && !grid.mergeAt(r, value)).map((r) => placeOf(base, { sheet: table.sheet, row: r, column: value }));
  }
  return [];
}

export const JOB: readonly Kind[] = [
  {
    name: 'one task for personnel and operating costs',
    plant: (base, random) => {
      const tasks = tablesOf(base).find((t) => t.id === 'B14')?.blocks[0];
      const detail = tablesOf(base).find((t) => t.id === 'B05')?.blocks[0];
      if (!tasks || !detail) return null;
      const { amounts } = base.state.recognition;
      const sumOf = (label: string): number => {
        const c = detail.columns.findIndex((column) => column.id === label);
        const r = detail.rows.findIndex((row) => row.kind === 'total');
        return c < 0 || r < 0 ? 0 : amounts.fen[detail.amounts[r * detail.columns.length + c]];
      };
      const [personnel, operating] = [sumOf('人员经费支出'), sumOf('公用经费支出')];
      const row = tasks.rows.findIndex((r) => r.kind === 'item' && /人员|工资/.test(r.label));
      const other = tasks.rows.findIndex((r, i) => i !== row && r.kind === 'item' && /公用|运转|运行|办公/.test(r.label));
      const label = tasks.rows[row]?.labelCell;
      if (row < 0 || other < 0 || personnel === 0 || operating === 0 || !label) return null;
      const words = random.pick(['人员经费和公用经费', '人员、公用经费', '人员工资及日常公用经费', '人员支出、公用支出', '公用经费及人员经费', '人员经费、日常运转经费', '基本支出（人员经费、公用经费）']);
      const wanyuan = Math.round((personnel + operating) / 10_000) / 100;
      const parts = partsOf(base).words(placeOf(base, label).sheet, placeOf(base, label).address, words);
      tasks.columns.forEach((column, c) => {
        const [own, gone] = [tasks.amounts[row * tasks.columns.length + c], tasks.amounts[other * tasks.columns.length + c]];
        if (own >= 0) parts.number(placeOfAmount(base, own).sheet, placeOfAmount(base, own).address, /其他/.test(column.id) ? 0 : wanyuan);
        if (gone >= 0) parts.blank(placeOfAmount(base, gone).sheet, placeOfAmount(base, gone).address);
      });
      const otherLabel = tasks.rows[other].labelCell;
      if (otherLabel) parts.blank(placeOf(base, otherLabel).sheet, placeOf(base, otherLabel).address);
      // What the two tasks' other money was, the total no longer adds up to where the tasks were wrong before.
      return { file: parts.zip(), what: `${words} ${wanyuan}`, mayToo: (f) => f.rule !== 'X13a', mayGo: true };
    },
  },
  { name: 'unit uses items of the other kind of unit', plant: otherKindOfUnit },
  {
    name: 'final three public expenses over budget',
    plant: (base, random) => {
      const table = tablesOf(base).find((t) => t.id === 'F07');
      if (!table) return null;
      const [budget, final] = ['预算数', '决算数'].map((id) => table.blocks.find((b) => b.id === id));
      const column = budget?.columns.findIndex((c) => c.id === '合计') ?? -1;
      if (!budget || !final || column < 0) return null;
      const { amounts } = base.state.recognition;
      const [cells, own] = [budget, final].map((b) => b.columns.map((_, c) => b.amounts[c]));
      if (cells[column] < 0 || own[column] < 0 || amounts.fen[cells[column]] === 0) return null;
      const factor = random.pick([1.1, 1.29, 2, 10]);
      const parts = partsOf(base);
      const unit = table.unit === 'yuan' ? 100 : 1_000_000;
      budget.columns.forEach((_, c) => {
        const value = cells[c] >= 0 ? amounts.fen[cells[c]] / unit : 0;
        if (own[c] >= 0) parts.number(placeOfAmount(base, own[c]).sheet, placeOfAmount(base, own[c]).address, Math.round(value * factor * 100) / 100);
      });
      return { file: parts.zip(), what: `× ${factor}`, says: [{ rule: 'F07.3', at: [placeOfAmount(base, own[column]).name, placeOfAmount(base, cells[column]).name] }], mayGo: true, mayToo: (f) => f.rule.startsWith('F07') || f.rule === 'M1' || f.rule === 'F08' };
    },
  },
  { name: 'functional rows stop at 款', plant: (base, random) => shallow(base, codedBlocksOf(base, 5).filter(({ block, rows }) => block.rows[rows[0]].code.startsWith('2')), random) },
  { name: 'economic rows stop at 类', plant: (base, random) => {
    const blocks = codedBlocksOf(base, 3).filter(({ block, rows }) => block.rows[rows[0]].code.startsWith('3') && /基本支出/.test(block.table.title));
    return blocks.length === 0 ? null : shallow(base, [random.pick(blocks)], random);
  } },
  {
    name: 'cover: sign-off left blank',
    plant: (base, random) => {
      const lines = [...textsOf(base)].filter(({ text }) => /(保密审查|审签)(情况|意见|结果)?[:：]\s*\S/.test(text));
      if (lines.length === 0) return null;
      const { place, text } = random.pick(lines);
      const blank = text.replace(/([:：]).*$/s, (_, colon: string) => random.pick([colon, colon === '：' ? ':' : '：', `${colon}  `, `${colon}　`, `${colon}____`, `${colon}（  ）`, `${colon}\n`]));
      return changed(base, place, blank, 'M7', { notes: [], decidesAll: true });
    },
  },
  {
    name: 'cover: year cut short or wrong',
    plant: (base, random) => {
      const { yearCell } = base.state.recognition;
      if (!yearCell || base.state.recognition.tables.some((t) => t.sheet === yearCell.sheet)) return null;
      const place = placeOf(base, yearCell);
      const text = base.state.grids[yearCell.sheet].raw(yearCell.row, yearCell.column);
      const broken = text.replace(/(20\d\d)(\s*年)/, (_, year: string, rest: string) => `${random.pick([year.slice(1), year.slice(0, 3), `${year}3`, 'XX', '20XX', '××××', year.slice(2), `2O${year.slice(2)}`, `${year.slice(0, 2)} `, ''])}${rest}`);
      return broken === text ? null : changed(base, place, broken, 'M7', { mayGo: true, mayToo: (f) => f.rule === 'M2' && f.severity === 'hint' });
    },
  },
  {
    name: 'table number is another than in the 目录',
    plant: (base, random) => {
      const { catalogue } = base.state.recognition;
      const numbers = (catalogue?.entries ?? []).filter((e) => e.number !== '');
      const tops = tablesOf(base).flatMap((table) => {
        const listed = numbers.filter((e) => e.tableId === table.id);
        if (listed.length !== 1 || !table.titleCell) return [];
        const grid = base.state.grids[table.sheet];
        return [...grid.rowsBetween(Math.max(0, table.titleCell.row - 1), table.titleCell.row + 1)].flatMap((row) => {
          const [from, to] = grid.cellsOf(row);
          return Array.from({ length: to - from }, (_, i) => from + i).filter((cell) => grid.isText(cell) && /^(附?表|公开)\s*\d+/.test(grid.normOf(cell))).map((cell) => placeOf(base, { sheet: table.sheet, row, column: grid.sheet.columns[cell] }));
        });
      });
      if (tops.length === 0) return null;
      const place = random.pick(tops);
      const grid = base.state.grids.find((g) => g.sheet.name === place.sheet);
      const text = grid?.raw(place.row, place.column) ?? '';
      const wrong = text.replace(/\d+/, (n) => String(Number(n) + random.pick([1, -1, 2, 10])).padStart(n.length, '0'));
      if (/-|^\D*0+\D*$/.test(wrong)) return null;
      return changed(base, place, random.pick([wrong, `${wrong} `, wrong.replace(/表/, '表 ')]), 'M8', { notes: [], decidesAll: true });
    },
  },
  {
    name: 'indicator without a value',
    plant: (base, random) => {
      const found = indicatorOf(base, random);
      return found && { file: partsOf(base).blank(found.value.sheet, found.value.address).zip(), what: found.value.name, says: [{ rule: 'M6a', at: [found.value.name, placeOf(base, { sheet: base.state.workbook.sheets.findIndex((s) => s.name === found.value.sheet), row: found.value.row, column: found.value.column - 1 }).name] }], notes: [], decidesAll: true };
    },
  },
  {
    name: 'all figures zero',
    plant: (base, random) => {
      if (!base.report.tables.some((t) => /^(B01|F01|N01)$/.test(t.id))) return null;
      const parts = partsOf(base);
      const blank = random.chance(0.4);
      for (const table of tablesOf(base)) for (const a of amountsOf(base, table, AmountState.number)) {
        const place = placeOfAmount(base, a);
        const label = normaliseText(base.state.recognition.blocks[base.state.recognition.owners.block[a]].rows[base.state.recognition.owners.row[a]].key);
        if (blank && !/总计/.test(label)) parts.blank(place.sheet, place.address);
        else parts.number(place.sheet, place.address, 0);
      }
      const summary = tablesOf(base).find((t) => /^(B01|F01|N01)$/.test(t.id));
      const cells = summary ? amountsOf(base, summary).map((a) => placeOfAmount(base, a).name) : [];
      return { file: parts.zip(), what: blank ? 'totals 0, rest blank' : 'all 0', says: [{ rule: 'M9', at: cells }], mayGo: true, mayToo: (f) => /^M|^X12|^X13/.test(f.rule) };
    },
  },
];
