import type { WorkbookSnapshot } from '../../../src/audit/workbook';
import { chineseNumeral } from '../budget/lines';
import { freeze, Sheet } from '../grid';
import type { Random } from '../random';
import type { Ledger } from './ledger';
import type { Place } from './place';
import { leaves, type Concept, type Table } from './spec';
import type { Style } from './style';
import { byEconomic, byFunction, expenditure } from './tables/coded';
import { fiscalSummary, summary } from './tables/lines';
import { basicBySource, procurement, projects, threePublic } from './tables/others';
import { targets } from './tables/targets';
import { income } from './tables/units';
import type { Truth } from './truth';
import { crossRelations } from './cross';
import { Writer } from './writer';

export interface NationalBook {
  readonly snapshot: WorkbookSnapshot;
  readonly truth: Truth;
  readonly ledger: Ledger;
  readonly style: Style;
  readonly placeData: Place;
}

const MAKERS: Readonly<Record<Exclude<Concept, 'targets'>, (ledger: Ledger, place: Place, title: string) => Table>> = {
  summary, income, expenditure, fiscalSummary, threePublic, projects, procurement,
  fiscalFunction: (l, p, t) => byFunction(l, p, t, 'fiscalFunction', ['general', 'fund', 'capital']),
  fiscalBasic: (l, p, t) => byEconomic(l, p, t, 'fiscalBasic', ['personnel', 'public'], ['general', 'fund', 'capital']),
  generalFunction: (l, p, t) => byFunction(l, p, t, 'generalFunction', ['general']),
  generalBasicFunction: (l, p, t) => byFunction(l, p, t, 'generalBasicFunction', ['general'], ['personnel', 'public']),
  generalEconomic: (l, p, t) => byEconomic(l, p, t, 'generalEconomic'),
  generalBasic: (l, p, t) => byEconomic(l, p, t, 'generalBasic', ['personnel', 'public']),
  generalProject: (l, p, t) => byEconomic(l, p, t, 'generalProject', ['project']),
  basicBySource,
  running: (l, p, t) => byEconomic(l, p, t, 'running', ['public']),
  fund: (l, p, t) => byFunction(l, p, t, 'fund', ['fund']),
  capital: (l, p, t) => byFunction(l, p, t, 'capital', ['capital']),
};

export function writeBook(ledger: Ledger, place: Place, style: Style, random: Random): NationalBook {
  const writer = new Writer(ledger, place, style);
  const sheets: Sheet[] = [];
  const tables: Truth['tables'][number][] = [];
  const listed: { number: string; title: string; empty: boolean }[] = [];
  let stackable: { sheet: Sheet; free: number } | null = null;
  place.tables.forEach(([concept, wording], i) => {
    const title = fill(wording, ledger, i);
    if (concept === 'targets') {
      const forms = targets(writer, title, sheets.length);
      sheets.push(...forms);
      for (const sheet of forms) tables.push({ sheet: sheet.name, concept, title, empty: false });
      // A 目录 lists no form that no project fills.
      if (forms.length > 0) listed.push({ number: fill(place.furniture.number, ledger, i), title, empty: false });
      return;
    }
    const table = lineNumbered(style, MAKERS[concept](ledger, place, title));
    const number = fill(place.furniture.number, ledger, i);
    const onto: { sheet: Sheet; free: number } | null = style.stacked && random.chance(0.3) ? stackable : null;
    const sheet: Sheet = onto?.sheet ?? new Sheet(sheetName(style, number, title, i, sheets));
    if (!onto) sheets.push(sheet);
    const before = writer.amounts.length;
    const free = writeTable(writer, sheet, table, number, onto ? onto.free + 1 : style.leadingBlank ? 1 : 0);
    stackable = { sheet, free };
    const empty = writer.amounts.slice(before).every((a) => a.printed === 0);
    tables.push({ sheet: sheet.name, concept, title, empty });
    listed.push({ number, title, empty });
  });
  crossRelations(writer);
  const front = [...(style.cover ? [cover(ledger)] : []), ...(style.contents ? [contents(ledger, listed)] : [])];
  const snapshot = freeze({ name: `${ledger.name}${ledger.year}年${ledger.level === 'unit' ? '单位' : '部门'}预算.xlsx`, sheets: [...front, ...sheets] });
  const { amounts, codes, percents, relations } = writer;
  const truth: Truth = { place: place.id, year: ledger.year, name: ledger.name, level: ledger.level, unit: place.furniture.unit, tables, amounts, codes, percents, relations };
  return { snapshot, truth, ledger, style, placeData: place };
}

/** With 行次 beside the lines, counted through both sides. */
function lineNumbered(style: Style, table: Table): Table {
  if (!style.lineNumbers || !/ummary$/.test(table.concept)) return table;
  const height = table.panels[0].rows.length;
  const panels = table.panels.map((panel, p) => ({ ...panel, heads: [...panel.heads, { text: '行次' }], rows: panel.rows.map((row, r) => ({ ...row, texts: [row.texts[0] ?? '', String(p * height + r + 1)] })) }));
  return { ...table, panels };
}

const fill = (pattern: string, ledger: Ledger, i: number): string =>
  pattern
    .replaceAll('{nn}', String(i + 1).padStart(2, '0')).replaceAll('{n}', String(i + 1)).replaceAll('{cn}', chineseNumeral(i + 1))
    .replaceAll('{y}', String(ledger.year)).replaceAll('{name}', ledger.name).replaceAll('{d}', ledger.level === 'unit' ? '单位' : '部门');

function sheetName(style: Style, number: string, title: string, i: number, taken: readonly Sheet[]): string {
  const wanted = style.sheetNames === 'title' ? title : style.sheetNames === 'number' && number !== '' ? number.replace(/、$/, '') : style.sheetNames === 'sheet' ? `Sheet${i + 1}` : String(i + 1);
  const name = wanted.replace(/[\\/?*[\]:]/g, '').slice(0, 28);
  return taken.some((s) => s.name === name) ? `${name}-${i + 1}` : name;
}

function writeTable(writer: Writer, sheet: Sheet, table: Table, number: string, start: number): number {
  const { place, style, ledger } = writer;
  const { furniture } = place;
  const width = table.panels.reduce((n, p) => n + leaves(p.heads).length + leaves(p.columns).length, 0);
  const last = Math.max(1, width - 1);
  const unit = furniture.unit === 'yuan' && !table.wanyuan ? '元' : '万元';
  let row = start;
  // A title that bears its year already gets no second one.
  const title = table.title.startsWith(String(ledger.year)) ? table.title : fill(furniture.title, ledger, 0).replace('{t}', table.title);
  if (furniture.banner !== null) sheet.set(row++, 0, fill(furniture.banner, ledger, 0));
  const glue = furniture.numberAt === 'title';
  if (furniture.numberAt === 'left' || furniture.numberAt === 'right') sheet.set(row++, furniture.numberAt === 'left' ? 0 : last, number);
  sheet.set(row, 0, glue ? `${number}${/[、：:]$/.test(number) ? '' : ' '}${title}` : title);
  if (style.merges === 'merged') sheet.merge(row, 0, row, last);
  row++;
  const unitLine = furniture.unitLine.replace('{u}', unit);
  const nameLine = furniture.nameLabel === null ? null : `${furniture.nameLabel}${ledger.name}`;
  if (style.oneLineHead && nameLine !== null) sheet.set(row, 0, `${nameLine}    ${unitLine}`);
  else {
    if (nameLine !== null) sheet.set(row, 0, nameLine);
    sheet.set(row, last, unitLine);
  }
  row = writer.body(sheet, table, row + 1) + style.blankRows;
  const notes = [...table.notes, ...extraNotes(style, table)];
  notes.forEach((note, i) => sheet.set(row + i, 0, note));
  return row + notes.length;
}

/** Notes under a table, over several lines; the second line begins without a mark. */
function extraNotes(style: Style, table: Table): string[] {
  const lines = ['注：1.本表按照预算批复数填列。', '2.由于四舍五入因素，部分分项加总与合计可能存在0.01的尾差。', '3.本表合计数包括以前年度结转资金，具体见说明。'];
  return style.noteLines > 0 && (table.concept.length + style.noteLines) % 3 === 0 ? lines.slice(0, style.noteLines) : [];
}

function cover(ledger: Ledger): Sheet {
  const sheet = new Sheet('封面');
  sheet.set(3, 0, `${ledger.name}`);
  sheet.set(5, 0, `${ledger.year}年${ledger.level === 'unit' ? '单位' : '部门'}预算公开表`);
  return sheet;
}

function contents(ledger: Ledger, tables: readonly { number: string; title: string; empty: boolean }[]): Sheet {
  const sheet = new Sheet('目录');
  sheet.set(0, 0, `${ledger.year}年${ledger.level === 'unit' ? '单位' : '部门'}预算公开报表目录`);
  ['序号', '报表名称'].forEach((text, i) => sheet.set(1, i, text));
  tables.forEach(({ number, title }, i) => {
    sheet.set(2 + i, 0, number === '' ? String(i + 1) : number);
    sheet.set(2 + i, 1, title);
  });
  return sheet;
}
