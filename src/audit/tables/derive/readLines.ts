import { splitCode, type Panel } from '../../layout';
import { OUTLINE_LEVEL, outlineLabel, type OutlineLabel } from '../../workbook';
import type { BindContext } from '../bind/context';
import { makeRow, ref } from '../bind/make';
import { meaningOf, type Meaning } from './concepts';
import { leaveLone, linkTotals, nameTotals, settleOfWhich, type Line } from './lineTotals';
import { isEconomic, linkSubjects } from './lineSubjects';
import { OpenLines } from './openLines';
import { wholesOf } from './ofWhich';

/** Lines that stand beside the totals although they bear no number. */
const CARRIED: readonly string[] = ['上年结转', '使用非财政拨款结余', '上年实户资金余额', '结转下年', '未安排支出的实户资金', '结余分配'];

/** The numbers with which a list begins. */
const FIRST: readonly string[] = ['1', '一'];

const NOTHING: ReadonlySet<string> = new Set();

/** 1, 1.1 and 1.1.1 of a list that begins with 1 are what 一、 （一） and 1. are elsewhere. */
const asOutline = (label: OutlineLabel): OutlineLabel => ({ ...label, style: LOWERED[label.style] ?? label.style });

const LOWERED: Readonly<Partial<Record<OutlineLabel['style'], OutlineLabel['style']>>> = { '1': '一', '1.1': '(一)', '1.1.1': '1' };

/** The first line of the list is its 1, and none bears a Chinese number. */
function beginsLow({ grid, layout }: BindContext, panel: Panel): boolean {
  const styles = layout.rows.map((row) => panel.names.map((c) => grid.norm(row, c)).find((text) => text !== '') ?? '').filter((text) => text !== '').map((text) => outlineLabel(text).style);
  return styles[0] === '1' && !styles.includes('一') && !styles.includes('(一)');
}

/** `classes`: lines may be functional classes, which the income side has none of; `economic`: they are economic ones. */
export function readLines(context: BindContext, panel: Panel, classes: boolean, economic: boolean): Line[] {
  const { grid, layout, words, classByName, book } = context;
  const lines: Line[] = [];
  const open = new OpenLines(lines);
  const keys = new Set<string>();
  let path: readonly string[] = [];
  const beginsWithOne = beginsLow(context, panel);
  for (const row of layout.rows) {
    const column = panel.names.find((c) => grid.norm(row, c) !== '') ?? panel.names[0];
    const cell = grid.at(row, column);
    const text = grid.isText(cell) ? grid.normOf(cell) : '';
    const hasAmount = panel.amounts.some((a) => grid.at(row, a.column) >= 0);
    if (text === '') {
      if (!hasAmount) continue;
      lines.push(extra(context, row, column));
      keys.add(lines[lines.length - 1].row.key);
      continue;
    }
    const coded = classes ? codeInFront(context, text) : { code: '', name: text };
    const own = outlineLabel(coded.name);
    const label = beginsWithOne ? asOutline(own) : own;
    const read = meaningOf([label.base], words, NOTHING, null);
    const total = totalOf(read, label);
    const code = coded.code !== '' ? coded.code : classes && total === '' && !(label.style === '' && subjectBelow(book.codesOf('function', label.base), path) !== '') ? classByName(label.base) ?? '' : '';
    // 一般公共服务支出 is a 类, not the 服务 of procurement.
    const named = classes && code === '' && total === '' && label.style === '' ? subjectBelow(book.codesOf('function', label.base), path) : '';
    const meaning = code === '' && named === '' ? read : { ...read, id: '' };
    if (code !== '' && label.style === '') path = [code];
    else if (named !== '') path = [...path.filter((p) => p.length < named.length && named.startsWith(p)), named];
    const level = total !== '' ? 0 : levelOf(label, own.style !== '1.1' && own.style !== '1.1.1' && FIRST.includes(coded.name[0]), meaning, code || named, lines[lines.length - 1], open.last, context, economic);
    const parent = total !== '' ? -1 : open.above(level);
    const isLoose = total === '' && label.style === '' && code === '' && named === '' && !CARRIED.includes(meaning.id) && Number.isInteger(level) && (lines[lines.length - 1]?.isLoose === true || open.last?.label.style === '一');
    const key = keyOf(total, code || named, meaning, label, parent < 0 ? null : lines[parent]);
    lines.push({
      label,
      meaning,
      level,
      total,
      isLoose,
      row: makeRow({
        row,
        key: keys.has(key) ? `${key}@${row + 1}` : key,
        code: code || named,
        label: grid.rawOf(cell).trim(),
        labelCell: ref(grid, row, column),
        kind: label.ofWhich && label.style === '' ? 'ofWhich' : total === '' && meaning.id === '' && code === '' && named === '' && label.style === '' && !(economic && isEconomic(book, label.base)) ? 'extra' : 'item',
        parent,
        isClass: (code !== '' && code.length === 3) || (total === '' && meaning.id === '' && label.style !== '' && named === ''),
      }),
    });
    keys.add(lines[lines.length - 1].row.key);
    open.add(lines.length - 1);
  }
  linkSubjects(context, lines, panel.amounts[0].column);
  nameTotals(lines);
  wholesOf(lines.map((line) => line.row.kind)).forEach((whole, i) => {
    if (whole >= 0) lines[i].row.parent = whole;
  });
  settleOfWhich(context, lines, panel.amounts[0].column);
  linkTotals(context, lines, panel.amounts[0].column);
  leaveLone(context, lines, panel.amounts[0].column);
  return lines;
}

/** 201 一般公共服务支出: the code that stands in front of a line's name, where the chart has it. */
function codeInFront({ book }: BindContext, text: string): { readonly code: string; readonly name: string } {
  const split = splitCode(text);
  return split.code !== '' && split.name !== '' && book.knows('function', split.code) ? split : { code: '', name: text };
}

function extra(context: BindContext, row: number, column: number): Line {
  return {
    label: { base: '', style: '', ofWhich: false },
    meaning: { id: '', concepts: [], isTotal: false, isOfWhich: false },
    level: 9,
    total: '',
    isLoose: false,
    row: makeRow({ row, key: `第${row + 1}行`, kind: 'extra', labelCell: ref(context.grid, row, column) }),
  };
}

/** 本年收入合计, 当年支出小计 → 本年合计; 收入总计, 合计 → 总计. */
function totalOf(meaning: Meaning, label: OutlineLabel): Line['total'] {
  if (!meaning.isTotal || meaning.concepts.some((c) => c.dimension === 'fund' || c.dimension === 'nature' || c.dimension === 'item')) return '';
  if (label.ofWhich || meaning.concepts.some((c) => CARRIED.includes(c.id))) return '';
  if (label.style !== '') return '';
  return meaning.concepts.some((c) => c.id === '本年') ? '本年合计' : '总计';
}

/** Of the codes that bear a name the one that goes on the path: 类 > 款 > 项. */
function subjectBelow(codes: readonly string[], path: readonly string[]): string {
  for (let i = path.length - 1; i >= 0; i--) {
    const below = codes.find((code) => code.length > path[i].length && code.startsWith(path[i]));
    if (below) return below;
  }
  return '';
}

function levelOf(label: OutlineLabel, isFirst: boolean, meaning: Meaning, code: string, previous: Line | undefined, open: Line | undefined, context: BindContext, economic: boolean): number {
  const numbered = OUTLINE_LEVEL[label.style];
  if (numbered > 0) {
    // 上年结转结余 without a number, and then 一、二、三、 again: its own lines.
    if (open && open.level === 1 && open.label.style === '' && CARRIED.includes(open.meaning.id) && meaning.concepts.some((c) => c.dimension === 'fund')) return 1.5;
    // 1、财政拨款收入, then 1.一般公共预算 2.政府性基金: the numbers begin anew for its parts.
    const isPart = open !== undefined && open.label.style === label.style && context.words.comprises(open.meaning.id, meaning.id);
    return isPart && (isFirst || previous?.level === numbered + 0.5) ? numbered + 0.5 : numbered;
  }
  if (code !== '') return (isThisYear(open) ? 1.5 : 1) + (code.length - 3) / 20;
  if (CARRIED.includes(meaning.id) && !meaning.concepts.some((c) => c.dimension === 'fund')) return 1;
  if (!previous) return 1;
  const whole = open;
  // 工资福利支出 below 一、基本支出.
  if (economic && whole && whole.label.style === '一') return 1.5;
  // 一般公共预算 below 财政拨款, 上年结转 or 本年收入.
  if (whole && meaning.id !== '' && (context.words.comprises(whole.meaning.id, meaning.id) || isFundOf(whole, meaning) || goesOnOfWhich(whole, previous, meaning))) return Math.floor(whole.level) + 0.5;
  return 1;
}

/** 1.一般公共预算拨款, below it 其中：基本支出拨款 and then 项目支出拨款: what goes on 其中 below a numbered line is of the same dimension. */
function goesOnOfWhich(whole: Line, previous: Line, meaning: Meaning): boolean {
  if (whole.label.style === '' || previous.label.style !== '' || !(previous.label.ofWhich || previous.level === Math.floor(whole.level) + 0.5)) return false;
  return meaning.concepts.some((c) => previous.meaning.concepts.some((p) => p.dimension === c.dimension));
}

/** 一、本年支出 above the lines that it sums. */
const isThisYear = (line: Line | undefined): boolean => line !== undefined && line.label.style !== '' && line.meaning.concepts.some((c) => c.id === '本年');

function isFundOf(whole: Line, meaning: Meaning): boolean {
  const funds = meaning.concepts.some((c) => c.dimension === 'fund');
  return funds && (CARRIED.includes(whole.meaning.id) || whole.meaning.concepts.some((c) => c.id === '本年'));
}

function keyOf(total: Line['total'], code: string, meaning: Meaning, label: OutlineLabel, parent: Line | null): string {
  if (total !== '') return total;
  if (code !== '') return code;
  if (meaning.id === '') return meaning.concepts.some((c) => c.id === '本年') ? '本年合计' : label.base;
  if (meaning.id === '本年') return '本年合计';
  const carried = parent && CARRIED.includes(parent.meaning.id) && parent.meaning.id !== meaning.id;
  return carried ? `${parent.meaning.id}.${meaning.id}` : meaning.id;
}
