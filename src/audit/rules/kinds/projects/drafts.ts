import type { BoundTable } from '../../../tables';
import { placeName, type CheckContext, type Draft, type DraftCell } from '../context';
import { wanyuanText, yuanText } from '../money';
import { sumOf, type Match, type Performance, type ProjectRow } from './model';

/** Names that one sentence lists. */
const LISTED = 10;

/** The rows and the performance table of one name carry different money. */
export function differentMoney(context: CheckContext, table: BoundTable, { rows, sheet }: Match, figure: DraftCell): Draft {
  const fen = sumOf(rows);
  const difference = sheet.fen - fen;
  const [{ cells: [, first] }] = rows;
  const place = { zh: `${placeName(context, first.at)}${rows.length > 1 ? ` 等 ${rows.length} 行合计` : ''}`, en: `${placeName(context, first.at)}${rows.length > 1 ? ` and ${rows.length - 1} more rows` : ''}` };
  return {
    rule: 'X12', severity: 'warning', table, key: `money|${sheet.key}`,
    message: {
      zh: `项目“${rows[0].name}”：${place.zh} 为 ${yuanText(fen)} 元，${placeName(context, figure.at)} 绩效目标表为 ${wanyuanText(sheet.fen)} 万元，相差 ${wanyuanText(difference)} 万元`,
      en: `Project "${rows[0].name}": ${place.en} has ${yuanText(fen)} yuan, ${placeName(context, figure.at)} has ${wanyuanText(sheet.fen)} ×10,000 yuan`,
    },
    cells: [
      ...rows.map(({ cells: [, amount] }): DraftCell => ({ ...amount, role: 'subject' })),
      { ...figure, role: 'subject' },
      ...rows.map(({ cells: [name] }) => name),
      sheet.cells[0],
    ],
    left: wanyuanText(sheet.fen), right: wanyuanText(fen), difference: wanyuanText(difference),
  };
}

/** The same money under two names, of all projects at once. */
export function differentNames(context: CheckContext, table: BoundTable, matches: readonly Match[]): Draft {
  const pairs = matches.map(({ rows: [{ name, cells: [at] }], sheet }) => ({
    zh: `${placeName(context, at.at)} “${name}”，${placeName(context, sheet.cells[0].at)} “${sheet.name}”`,
    en: `"${name}" at ${placeName(context, at.at)} and "${sheet.name}" at ${placeName(context, sheet.cells[0].at)}`,
    money: wanyuanText(sheet.fen),
  }));
  return {
    rule: 'X12', severity: 'warning', table, key: `name|${matches.map(({ rows }) => rows[0].key).join('|')}`,
    message: {
      zh: pairs.length === 1
        ? `同一项目（${pairs[0].money} 万元）两处名称不同：${pairs[0].zh}`
        : `${pairs.length} 个项目两处名称不同：${pairs.map((pair) => `${pair.zh}（${pair.money} 万元）`).join('；')}`,
      en: pairs.length === 1
        ? `The same project (${pairs[0].money} ×10,000 yuan) has two names: ${pairs[0].en}`
        : `${pairs.length} projects have two names each: ${pairs.map((pair) => `${pair.en} (${pair.money} ×10,000 yuan)`).join('; ')}`,
    },
    cells: matches.flatMap(({ rows, sheet }) => [sheet.cells[0], rows[0].cells[0]]),
  };
}

/** Projects without a performance table, all at once. */
export function withoutSheet(context: CheckContext, table: BoundTable, projects: readonly ProjectRow[]): Draft {
  const [first] = projects;
  const place = placeName(context, first.cells[0].at);
  const listed = projects.slice(0, LISTED);
  return {
    rule: 'X12', severity: 'warning', table, key: `leaf|${projects.map(({ key }) => key).join('|')}`,
    message: projects.length === 1
      ? { zh: `${place} 项目“${first.name}”（${yuanText(first.fen)} 元）没有对应的绩效目标表`, en: `${place}: project "${first.name}" has no performance table` }
      : {
          zh: `${place} 等 ${projects.length} 个项目没有对应的绩效目标表：${listed.map(({ name, fen }) => `“${name}”（${yuanText(fen)} 元）`).join('、')}${projects.length > LISTED ? ' 等' : ''}`,
          en: `${place} and others: ${projects.length} projects have no performance table: ${listed.map(({ name }) => `"${name}"`).join(', ')}${projects.length > LISTED ? ' …' : ''}`,
        },
    cells: projects.flatMap(({ cells }) => cells),
  };
}

/** Performance tables of projects that 专项业务经费支出表 does not have, all at once. */
export function withoutProject(context: CheckContext, sheets: readonly Performance[]): Draft {
  const [first] = sheets;
  const place = placeName(context, first.cells[0].at);
  const listed = sheets.slice(0, LISTED);
  return {
    rule: 'X12', severity: 'warning', table: first.table, key: `sheet|${sheets.map(({ key }) => key).join('|')}`,
    message: sheets.length === 1
      ? { zh: `${place} 绩效目标表的项目“${first.name}”不在专项业务经费支出表中`, en: `${place}: the project "${first.name}" is not in the project table` }
      : {
          zh: `${sheets.length} 张绩效目标表的项目不在专项业务经费支出表中：${listed.map(({ name, cells: [at] }) => `${placeName(context, at.at)} “${name}”`).join('、')}${sheets.length > LISTED ? ' 等' : ''}`,
          en: `The projects of ${sheets.length} performance tables are not in the project table: ${listed.map(({ name, cells: [at] }) => `"${name}" at ${placeName(context, at.at)}`).join(', ')}${sheets.length > LISTED ? ' …' : ''}`,
        },
    cells: sheets.flatMap(({ cells: [name, amount] }) => (amount ? [name, amount] : [name])),
  };
}
