import { AmountState } from '../../../equations/model';
import type { BoundBlock } from '../../../tables';
import { Checklist, type Check, type CheckContext } from '../context';
import { SECRET } from '../words';
import { performances, projectRows } from './collect';
import { differentMoney, differentNames, withoutProject, withoutSheet } from './drafts';
import { matchProjects } from './match';
import { baseOf, isProject, keyOf, type Performance, type ProjectRow } from './model';

/** X12: projects of 表10 and their 绩效目标表 belong together by name, and carry the same money (元 against 万元). */
export const projects: Check = (context) => {
  const list = new Checklist();
  // Parts that could not be put together have no rows here.
  const tables = context.recognition.tables.filter((t) => t.id === 'B10' && t.blocks.length > 0);
  if (tables.length === 0) return list.result();
  const sheets = performances(context);
  if (sheets.length === 0) {
    list.cannot('X12', '没有填写的项目绩效目标表', 'There are no filled performance tables');
    return list.result();
  }
  if (tables.length > 1) {
    list.cannot('X12', '工作簿中有几张专项业务经费支出表，项目与绩效目标表没有核对；请把各单位的表分开', 'The workbook holds several project tables; projects and performance tables were not compared; keep the units apart');
    return list.result();
  }
  const [table] = tables;
  const [block] = table.blocks;
  const matching = matchProjects(projectRows(context, block), sheets);
  const elsewhere = matching.openSheets.length + matching.openProjects.length > 0 ? otherBodies(context) : NOTHING;
  if (matching.openSheets.some((sheet) => elsewhere.projects.some((project) => isSameName(project, sheet)))) {
    list.cannot('X12', '绩效目标表与别的单位的项目同名，分不清是哪个单位的，没有核对；请把各单位的表分开', 'Performance tables bear the names of projects of other bodies; whose they are is not certain, so they were not compared; keep the bodies apart');
    return list.result();
  }
  // A table without its money may describe a project of another name.
  const [nameless, named] = [matching.openSheets.filter(({ fen }) => Number.isNaN(fen)), matching.openSheets.filter(({ fen }) => !Number.isNaN(fen))];
  const open = matching.openProjects.filter((project) => isDescribedHere(context, project) && !elsewhere.sheets.some((sheet) => isSameName(project, sheet)));
  const missing = open.length > nameless.length ? open : [];
  list.skip(open.length - missing.length);
  const unread = unreadNames(context, block);
  const isListed = (sheet: Performance): boolean => unread.some((name) => isSameName({ key: keyOf(name), base: baseOf(name) }, sheet));
  // What cannot be read is not nothing: a row of another name may carry the table's money; without levels any row may.
  const mayBeUnread = (sheets: readonly Performance[]): boolean => unread.length > 0 && (sheets.length <= unread.length || block.doubt !== '');
  const strangers = [...named, ...(open.length > 0 ? [] : nameless)].filter((sheet) => !isListed(sheet));
  const openSheets = mayBeUnread(strangers) ? [] : strangers;
  list.skip(strangers.length - openSheets.length);
  // Where only chosen projects are described, a table may stand for a part of a category, and none is missing.
  const matches = matching.matches.filter((match) => matching.isComplete || match.kind !== 'otherMoney' || match.rows.every(isProject));
  for (const match of matches) {
    const [, figure] = match.sheet.cells;
    if (match.kind === 'agrees') list.pass();
    else if (match.kind === 'unreadable' || (match.kind === 'otherMoney' && (isListed(match.sheet) || (unread.length > 0 && block.doubt !== '')))) list.skip();
    else if (match.kind === 'otherMoney' && figure) list.add(differentMoney(context, table, match, figure));
  }
  // Where the project of its own name has an amount that cannot be read, another with the same money proves nothing.
  const renamed = matches.filter((match) => match.kind === 'otherName' && !isListed(match.sheet));
  if (renamed.length > 0) list.add(differentNames(context, table, renamed));
  if (matching.isComplete) {
    if (openSheets.length > 0) list.add(withoutProject(context, openSheets));
    if (missing.length > 0 && block.doubt === '') list.add(withoutSheet(context, table, missing));
    // Where the amounts do not show the levels, what is a project and what a category is a guess.
    else if (missing.length > 0) list.cannot('X12', '专项业务经费支出表的项目层次与金额对不上，没有核对哪些项目缺绩效目标表；改正金额后再核对', 'The levels of the project table do not fit its amounts, so it was not checked which projects lack a performance table; correct the amounts first');
  } else {
    list.cannot(
      'X12',
      `专项业务经费支出表有 ${missing.length} 个项目没有绩效目标表，看来只公开部分项目或类别的绩效目标，没有逐个核对`,
      `${missing.length} projects have no performance table; it seems that only chosen projects or categories are described, so they were not compared one by one`,
    );
  }
  return list.result();
};

type Name = Pick<ProjectRow, 'key' | 'base'>;

const isSameName = (a: Name, b: Name): boolean => a.key === b.key || a.base === b.base;

interface Elsewhere {
  readonly projects: readonly Name[];
  readonly sheets: readonly Name[];
}

const NOTHING: Elsewhere = { projects: [], sheets: [] };

/** Projects and performance tables of the other bodies that the workbook holds. */
function otherBodies(context: CheckContext): Elsewhere {
  const own = new Set(context.recognition.tables);
  const tables = context.whole.tables.filter((t) => !own.has(t));
  if (tables.length === 0) return NOTHING;
  const others = { ...context, recognition: { ...context.whole, tables } };
  return { projects: tables.flatMap((t) => (t.id === 'B10' ? t.blocks.flatMap((block) => projectRows(others, block)) : [])), sheets: performances(others) };
}

/** Names of the rows whose amount cannot be read. */
function unreadNames({ recognition: { amounts } }: CheckContext, block: BoundBlock): string[] {
  const column = block.columns.findIndex((c) => c.id === '项目金额');
  return block.rows.flatMap((row, r) => {
    const amount = column < 0 ? -1 : block.amounts[r * block.columns.length + column];
    return amount >= 0 && amounts.state[amount] === AmountState.unreadable ? [row.label] : [];
  });
}

/** Secret projects have no performance table, those of a 专项资金 may have one of its own kind. */
function isDescribedHere(context: CheckContext, { name, base }: ProjectRow): boolean {
  const ofFunds = context.recognition.tables.flatMap((t) => (t.id === 'B15' ? [t.fields.get('项目名称')?.text ?? ''] : []));
  return !name.includes(SECRET) && !ofFunds.some((fund) => baseOf(fund) === base);
}
