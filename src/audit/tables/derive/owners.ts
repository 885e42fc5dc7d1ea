import { CodeReader, type CodeColumns, type Panel } from '../../layout';
import type { BindContext } from '../bind/context';

/**
 * Whose each row is, where a column beside the subjects' codes names the unit: 单位代码 behind 类 款 项, 单位名称 in front of the code.
 * The answer is "" for every row where there is no such column, or where it names but one unit.
 */
export function ownersOf(context: BindContext, panel: Panel, own: CodeColumns | undefined): (row: number) => string {
  const { grid, layout } = context;
  const coded = panel.codes.find((c) => c !== own && c.kind === 'unit');
  const column = !own || own.kind === 'unit' ? -1 : coded ? coded.columns[0] : nameColumn(context, panel, own);
  if (column < 0 || !own) return () => '';
  // 148 | 00 | 1.
  const unitReader = coded && coded.columns.length > 1 ? new CodeReader(grid, coded) : null;
  const ownerOf = (row: number): string => (unitReader ? unitReader.read(row) : grid.norm(row, column));
  const owners = new Map(layout.rows.map((row): [number, string] => [row, ownerOf(row)]));
  const units = new Set([...owners.values()].filter((text) => text !== ''));
  // 科目代码（单位代码）: in the row of an account the account's own code.
  const reader = new CodeReader(grid, own);
  return units.size > 1 ? (row) => (owners.get(row) === reader.read(row) ? '' : owners.get(row) ?? '') : () => '';
}

/** The column in front of the codes that names the unit. */
function nameColumn({ layout, words }: BindContext, panel: Panel, own: CodeColumns): number {
  const named = panel.names.find((column) => {
    const path = layout.header?.paths.get(column) ?? [];
    const last = path[path.length - 1] ?? '';
    const ids = words.phrase(last).concepts.map((c) => c.id);
    // 项目单位 is a unit, 单位(项目)名称 may be either.
    return column < own.columns[0] && ids.includes('单位') && (!ids.includes('项目') || last.endsWith('单位'));
  });
  return named ?? -1;
}
