import type { Header } from '../../layout';
import { codeText } from '../../layout';
import { isTotalLabel, normaliseText } from '../../workbook';
import type { Words } from '../../words';
import { linkCodes } from '../derive/tree';
import type { BoundColumn, BoundRow } from '../model';
import { NO_FIELDS, type BindContext, type Binding, type UnownedBlock } from './context';
import { makeBlock, makeRow, ref, totalLabelCell } from './make';
import { assignColumns, columnPatterns } from './patterns';
import { wholeText } from '../wholeText';

interface Group {
  readonly id: string;
  readonly header: string;
}

/**
 * “三公”表: the same set of columns for several groups (上年 / 当年 / 增减; 预算数 / 决算数). The groups stand side by side
 * as column groups, or below one another as rows; each becomes a block.
 */
export function bindGroups(context: BindContext): Binding | null {
  const { definition, layout, words } = context;
  const cells = definition.cells ?? [];
  const { header } = layout;
  if (!header) return null;
  const labels = assignColumns(columnPatterns(definition.columns ?? []), header.paths);
  const labelColumn = [...labels].find(([d]) => d.role === 'name')?.[1] ?? -1;
  const codeColumn = [...labels].find(([d]) => d.role === 'code')?.[1] ?? -1;
  const groups = withYears(definition.groups ?? [], header, words);
  const sideBySide = groups.filter((g) => [...header.paths.values()].some((path) => path.some((word) => wholeText(g.header).test(word))));
  const blocks: UnownedBlock[] =
    sideBySide.length > 0
      ? sideBySide.map((group) => columnGroup(context, header, group, codeColumn, labelColumn))
      : rowGroups(context, header, labelColumn);
  const bound = blocks.filter((b) => b.columns.length > 0);
  if (bound.length === 0) return null;
  const found = Math.max(...bound.map((b) => b.columns.length));
  return {
    blocks: bound,
    fields: NO_FIELDS,
    headerBottom: header.bottom,
    range: layout.range,
    fit: found / cells.length,
    reason: {
      zh: `认出 ${bound.length} 组（${bound.map((b) => b.id).join('、')}），每组 ${found}/${cells.length} 栏`,
      en: `${bound.length} groups known (${bound.map((b) => b.id).join(', ')}), ${found} of ${cells.length} columns each`,
    },
  };
}

/** 2023年 | 2024年 | 增减 instead of 上年 | 当年 | 增减: the earlier year is the previous one; a single year is the current one. */
function withYears(groups: readonly Group[], header: Header, words: Words): readonly Group[] {
  const named = [...new Set([...header.paths.values()].map((path) => path[0] ?? ''))].filter((word) => words.phrase(word).years.length === 1 && words.phrase(word).concepts.every((c) => GROUP_WORDS.includes(c.dimension)));
  const years = [...new Set(named.map((word) => words.phrase(word).years[0]))].sort();
  if (years.length === 0 || years.length > 2 || !groups.some((g) => g.id === '上年')) return groups;
  const ofYear = (year: number): string => named.filter((word) => words.phrase(word).years[0] === year).map(escaped).join('|');
  return groups.map((g) => {
    if (g.id === '上年' && years.length === 2) return { ...g, header: `${g.header}|${ofYear(years[0])}` };
    return g.id === '当年' ? { ...g, header: `${g.header}|${ofYear(years[years.length - 1])}` } : g;
  });
}

/** 2024年, 2024年度预算数: words that name a group by its year hold nothing else. */
const GROUP_WORDS: readonly string[] = ['measure', 'classification', 'kind'];

const escaped = (word: string): string => word.replace(/[()]/g, '\\$&');

function columnsOf(context: BindContext, paths: ReadonlyMap<number, readonly string[]>): BoundColumn[] {
  const assigned = assignColumns(columnPatterns(context.definition.cells ?? []), paths);
  return [...assigned]
    .map(([definition, column]) => ({ id: definition.id, label: definition.id, role: definition.role ?? ('part' as const), column }))
    .sort((a, b) => a.column - b.column);
}

function columnGroup(
  context: BindContext,
  header: Header,
  group: Group,
  codeColumn: number,
  labelColumn: number,
): UnownedBlock {
  const { grid, layout } = context;
  const pattern = wholeText(group.header);
  const own = new Map([...header.paths].filter(([, path]) => path.some((word) => pattern.test(word))).map(([c, path]) => [c, path.filter((w) => !pattern.test(w))] as const));
  const columns = isTwice(own) ? [] : columnsOf(context, own);
  const rows: BoundRow[] = [];
  const first = Math.min(...[...header.paths].filter(([, p]) => p.some((w) => pattern.test(w))).map(([c]) => c));
  for (const row of layout.rows) {
    const code = codeColumn >= 0 ? codeText(grid.norm(row, codeColumn)) : '';
    const total = totalLabelCell(grid, row, codeColumn >= 0 || labelColumn >= 0 ? Math.max(codeColumn, labelColumn) + 1 : first);
    const hasAmount = columns.some((c) => grid.at(row, c.column) >= 0);
    const label = labelColumn >= 0 ? grid.raw(row, labelColumn).trim() : '';
    if (code === '' && total < 0 && !hasAmount) continue;
    // Without unit rows the one row of figures is the total.
    const isTotal = total >= 0 || (code === '' && rows.length === 0 && codeColumn < 0);
    rows.push(
      makeRow({
        row,
        key: isTotal ? '合计' : code || label,
        code,
        codeCell: code ? ref(grid, row, codeColumn) : null,
        label: isTotal ? '合计' : label || code,
        labelCell: labelColumn >= 0 ? ref(grid, row, labelColumn) : null,
        kind: isTotal ? 'total' : code !== '' ? 'item' : 'extra',
      }),
    );
  }
  // A single unit's only row is the total as well.
  if (rows.length === 1 && rows[0].kind === 'item') rows[0] = { ...rows[0], key: '合计', join: '合计', kind: 'total' };
  linkCodes(rows, 'unit');
  return makeBlock(context, group.id, columns, rows);
}

/** The same headings twice below one word: it stands over two groups (预算数 决算数 run together), and which is which it does not say. */
function isTwice(paths: ReadonlyMap<number, readonly string[]>): boolean {
  const named = [...paths.values()].map((path) => path.join('/')).filter((path) => path !== '');
  return named.length > 2 && new Set(named).size * 2 <= named.length;
}

/** 预算数 and 决算数 as rows: one block a row. */
function rowGroups(context: BindContext, header: Header, labelColumn: number): UnownedBlock[] {
  const { grid, definition, layout } = context;
  const columns = columnsOf(context, header.paths);
  const blocks: UnownedBlock[] = [];
  for (const row of layout.rows) {
    const [start] = grid.cellsOf(row);
    const at = labelColumn >= 0 ? labelColumn : grid.sheet.columns[start];
    const label = normaliseText(grid.raw(row, at));
    const group = (definition.groups ?? []).find((g) => wholeText(g.header).test(label));
    if (!group || blocks.some((b) => b.id === group.id) || isTotalLabel(label)) continue;
    blocks.push(makeBlock(context, group.id, columns, [makeRow({ row, key: '合计', label: grid.raw(row, at).trim(), labelCell: ref(grid, row, at), kind: 'total' })]));
  }
  return blocks;
}
