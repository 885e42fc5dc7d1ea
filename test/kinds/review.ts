/** Self-evaluation, order and names of tables, reasons, time targets, copied rows, procurement. */
import type { BoundBlock } from '../../src/audit/tables';
import { normaliseText } from '../../src/audit/workbook';
import { toXlsx } from '../forms/xlsx';
import { partsOf, type Base, type Kind } from './model';
import { placeOf, placeOfAmount, tablesOf, type Place } from './places';

/** Sheets with 自评表 in their title. */
const selfSheets = (base: Base): number[] => base.state.grids.filter((g) => [...g.rowsBetween(0, 4)].some((row) => {
  const [from, to] = g.cellsOf(row);
  return Array.from({ length: to - from }, (_, i) => g.normOf(from + i)).some((t) => /自评表/.test(t) && t.length < 40);
})).map((g) => g.index);

function cellsWhere(base: Base, sheet: number, fits: (text: string, isNumber: boolean) => boolean): Place[] {
  const grid = base.state.grids[sheet];
  return [...grid.sheet.rowNumbers].flatMap((row) => {
    const [from, to] = grid.cellsOf(row);
    return Array.from({ length: to - from }, (_, i) => from + i).filter((cell) => fits(grid.normOf(cell), grid.isNumber(cell))).map((cell) => placeOf(base, { sheet, row, column: grid.sheet.columns[cell] }));
  });
}

const valueAt = (base: Base, place: Place): number => {
  const grid = base.state.grids.find((g) => g.sheet.name === place.sheet);
  const cell = grid?.at(place.row, place.column) ?? -1;
  return grid && cell >= 0 && grid.isNumber(cell) ? grid.sheet.numbers[cell] : NaN;
};

const textAt = (base: Base, place: Place): string => base.state.grids.find((g) => g.sheet.name === place.sheet)?.raw(place.row, place.column) ?? '';

/** Numbers of a form below a header of some words. */
function numbersBelow(base: Base, header: RegExp): Place[] {
  return selfSheets(base).flatMap((sheet) => {
    const heads = cellsWhere(base, sheet, (text) => header.test(text));
    return cellsWhere(base, sheet, (_, isNumber) => isNumber).filter((p) => heads.some((h) => h.column === p.column && h.row < p.row) && valueAt(base, p) > 0);
  });
}

const onSheet = (rule: string, sheet: string, base: Base): string[] => {
  const grid = base.state.grids.find((g) => g.sheet.name === sheet);
  return grid ? cellsWhere(base, grid.index, () => true).map((p) => p.name) : [rule];
};

function samePart(block: BoundBlock, row: number): boolean {
  const [above, own] = [block.rows[row - 1], block.rows[row]];
  return own.kind === 'item' && above.kind === 'item' && own.parent === above.parent && own.code !== '' && own.code.length === above.code.length;
}

/** No round figure, which may well stand twice; in 万元 one of four digits. */
const isLong = (fen: number, unit: number): boolean => (unit === 100 ? fen % 10_000 !== 0 : Math.abs(fen) >= 10_000_000 && fen % 100_000 !== 0);

export const REVIEW: readonly Kind[] = [
  {
    name: 'self-evaluation: a score changed',
    plant: (base, random) => {
      const scores = numbersBelow(base, /^(自评)?得分(\(|$)/);
      if (scores.length === 0) return null;
      const place = random.pick(scores);
      const value = valueAt(base, place) - random.pick([1, 0.5, 2]);
      if (value < 0) return null;
      return { file: partsOf(base).number(place.sheet, place.address, value).zip(), what: `${place.name} ${value}`, says: [{ rule: 'M10', at: onSheet('M10', place.sheet, base) }], notes: [], mayToo: (f) => f.rule === 'M10' };
    },
  },
  {
    name: 'self-evaluation: a weight changed',
    plant: (base, random) => {
      const weights = numbersBelow(base, /^分值/);
      if (weights.length === 0) return null;
      const place = random.pick(weights);
      const value = valueAt(base, place) + random.pick([1, 5, -1, 2]);
      return value <= 0 ? null : { file: partsOf(base).number(place.sheet, place.address, value).zip(), what: `${place.name} ${value}`, says: [{ rule: 'M10', at: onSheet('M10', place.sheet, base) }], notes: [], mayToo: (f) => f.rule === 'M10' };
    },
  },
  {
    name: 'self-evaluation: spending does not fit the rate',
    plant: (base, random) => {
      const spent = numbersBelow(base, /^全年执行数|^执行数\(B\)/);
      if (spent.length === 0) return null;
      const place = random.pick(spent);
      const value = Number((valueAt(base, place) * random.pick([0.9, 0.5, 1.2])).toFixed(2));
      return { file: partsOf(base).number(place.sheet, place.address, value).zip(), what: `${place.name} ${value}`, says: [{ rule: 'M10', at: onSheet('M10', place.sheet, base).filter((n) => n.replace(/^.*![A-Z]+/, '') === String(place.row + 1)) }], notes: [], mayToo: (f) => f.rule === 'M10' };
    },
  },
  {
    name: 'self-evaluation: money in words is another',
    plant: (base, random) => {
      const lines = selfSheets(base).flatMap((sheet) => cellsWhere(base, sheet, (text) => /支出合计\d+(\.\d+)?万元/.test(text)));
      if (lines.length === 0) return null;
      const place = random.pick(lines);
      const text = textAt(base, place);
      const which = random.pick(['支出合计', '基本支出', '项目支出']);
      const wrong = text.replace(new RegExp(`(${which})(\\d+(?:\\.\\d+)?)(?=万元)`), (_, words: string, n: string) => `${words}${(Number(n) + random.pick([1, 10, -0.9, 100])).toFixed(2)}`);
      return wrong === text ? null : { file: partsOf(base).words(place.sheet, place.address, wrong).zip(), what: `${place.name} ${which}`, says: [{ rule: 'M10', at: [place.name] }], notes: [] };
    },
  },
  {
    name: 'two sheets in another order than the 目录',
    plant: (base, random) => {
      const { catalogue, tables } = base.state.recognition;
      const alone = tables.filter((t) => tables.filter((o) => o.sheet === t.sheet).length === 1 && !t.isCopy && catalogue?.entries.filter((e) => e.tableId === t.id).length === 1 && tables.filter((o) => o.id === t.id).length === 1);
      if (alone.length < 3) return null;
      const i = random.int(0, alone.length - 2);
      const [first, second] = [alone[i].sheet, alone[i + 1].sheet];
      const sheets = [...base.state.workbook.sheets];
      [sheets[first], sheets[second]] = [sheets[second], sheets[first]];
      const at = [alone[i], alone[i + 1]].flatMap((t) => (t.titleCell ? [placeOf(base, t.titleCell).name] : []));
      return { file: toXlsx({ ...base.state.workbook, sheets }), what: at.join(' ↔ '), says: [{ rule: 'M8a', at }], mayGo: true, mayToo: (f) => f.rule === 'M8a' };
    },
  },
  {
    name: 'a title is called otherwise in the 目录',
    plant: (base, random) => {
      const { catalogue, tables } = base.state.recognition;
      const pairs = (catalogue?.entries ?? []).filter((e) => e.title.length > 6 && tables.filter((t) => t.id === e.tableId && t.titleCell).length === 1);
      if (pairs.length === 0) return null;
      const entry = random.pick(pairs);
      const text = textAt(base, placeOf(base, entry.titleCell));
      const wrong = text.replace(/预算|决算/, random.pick(['收支', '财政', '经费']));
      const title = tables.find((t) => t.id === entry.tableId)?.titleCell;
      if (wrong === text || !title) return null;
      return { file: partsOf(base).words(placeOf(base, entry.titleCell).sheet, placeOf(base, entry.titleCell).address, wrong).zip(), what: `${text} → ${wrong}`, says: [{ rule: 'M8a|M1', at: [placeOf(base, title).name] }], mayGo: true };
    },
  },
  {
    name: 'one title says 部门, the others 单位',
    plant: (base, random) => {
      const word = /^(20\d\d年?度?)?(部门|单位)(?!预算支出经济|支出经济)/;
      const titles = tablesOf(base).filter((t) => t.titleCell && word.test(normaliseText(t.title)));
      const words = new Set(titles.map((t) => word.exec(normaliseText(t.title))?.[2]));
      if (titles.length < 5 || words.size !== 1) return null;
      const { titleCell } = random.pick(titles);
      if (!titleCell) return null;
      const place = placeOf(base, titleCell);
      const text = textAt(base, place);
      const wrong = text.includes('部门') ? text.replace('部门', '单位') : text.replace('单位', '部门');
      return { file: partsOf(base).words(place.sheet, place.address, wrong).zip(), what: `${place.name} ${wrong}`, says: [{ rule: 'M2a', at: [place.name] }], mayToo: (f) => f.rule === 'M8a' };
    },
  },
  {
    name: 'reason for an empty table speaks of another fund',
    plant: (base, random) => {
      const about: readonly (readonly [RegExp, string])[] = [[/政府性基金/, '本单位无国有资本经营预算支出'], [/国有资本/, '无政府性基金预算收支'], [/政府采购/, '本单位无“三公”经费支出'], [/三公/, '本单位没有政府采购预算']];
      const entries = (base.state.recognition.catalogue?.entries ?? []).flatMap((e) => {
        const wrong = about.find(([title]) => title.test(e.title));
        return e.declaredEmpty && e.reasonCell && wrong ? [{ cell: e.reasonCell, wrong: wrong[1] }] : [];
      });
      if (entries.length === 0) return null;
      const { cell, wrong } = random.pick(entries);
      const place = placeOf(base, cell);
      return { file: partsOf(base).words(place.sheet, place.address, wrong).zip(), what: `${place.name} ${wrong}`, says: [{ rule: 'M1a', at: [place.name] }], notes: [], decidesAll: true };
    },
  },
  {
    name: 'time target outside the year',
    plant: (base, random) => {
      const year = base.state.year;
      const sheets = new Set(base.state.recognition.tables.filter((t) => (t.definition.shape === 'form' || t.definition.shape === 'tasks') && t.family.family !== 'national-final-accounts').map((t) => t.sheet));
      const rows = [...sheets].flatMap((sheet) => cellsWhere(base, sheet, (text) => text === '时效指标'));
      if (year === null || rows.length === 0) return null;
      const label = random.pick(rows);
      const grid = base.state.grids.find((g) => g.sheet.name === label.sheet);
      if (!grid) return null;
      const [from, to] = grid.cellsOf(label.row);
      const content = Array.from({ length: to - from }, (_, i) => grid.sheet.columns[from + i]).filter((c) => c > label.column).map((c) => placeOf(base, { sheet: grid.index, row: label.row, column: c }))[0];
      if (!content) return null;
      // A form that parts the years from the whole may go on behind the year.
      const isLong = cellsWhere(base, base.state.grids.findIndex((g) => g.sheet.name === label.sheet), (t) => /实施期总?目标|中长期|中期目标/.test(t)).length > 0;
      const other = year + random.pick(isLong ? [-1, -2] : [-1, -2, 1, 2]);
      const text = random.pick([`${other}年12月底前完成`, `${other}年12月31日前`, `${other}年底前完成`, `${other}年11月完成`, `于${other}年全部完成`]);
      return { file: partsOf(base).words(content.sheet, content.address, text).zip(), what: `${content.name} ${text}`, says: [{ rule: 'M6b', at: [content.name] }], mayGo: true, decidesAll: true, mayToo: (f) => f.rule === 'M6a' };
    },
  },
  {
    name: 'a row repeats the one above it',
    plant: (base, random) => {
      const { amounts } = base.state.recognition;
      const places = tablesOf(base).filter((t) => t.definition.shape === 'coded').flatMap((t) => t.blocks).filter((b) => b.rows.length > 2).flatMap((block) => block.rows.flatMap((_, r) => (r > 0 && samePart(block, r) && block.columns.some(({ role }, c) => role !== 'quantity' && isLong(amounts.fen[block.amounts[(r - 1) * block.columns.length + c]] ?? 0, block.table.unit === 'yuan' ? 100 : 1_000_000)) ? [{ block, r }] : [])));
      if (places.length === 0) return null;
      const { block, r } = random.pick(places);
      const width = block.columns.length;
      const parts = partsOf(base);
      const at: string[] = [];
      const unit = block.table.unit === 'yuan' ? 100 : 1_000_000;
      for (let c = 0; c < width; c++) {
        const [above, own] = [block.amounts[(r - 1) * width + c], block.amounts[r * width + c]];
        if (above < 0 || own < 0) continue;
        const place = placeOfAmount(base, own);
        at.push(place.name);
        if (amounts.fen[above] !== amounts.fen[own]) parts.number(place.sheet, place.address, amounts.fen[above] / unit);
      }
      return { file: parts.zip(), what: `${block.table.id} row ${block.rows[r].row + 1}`, says: [{ rule: 'M11', at }], mayToo: () => true, mayGo: true };
    },
  },
];

