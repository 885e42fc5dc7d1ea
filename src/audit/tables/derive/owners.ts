import { CodeReader, type CodeColumns, type Panel } from '../../layout';
import type { BindContext } from '../bind/context';

/**
 * Whose each row is, where a column beside the subjects' codes names the unit: 单位代码 behind 类 款 项, 单位名称 in front of the code.
 * The answer is "" for every row where there is no such column, or where it names but one unit.
 */
export function ownersOf(context: BindContext, panel: Panel, own: CodeColumns | undefined): (row: number) => string {
  const { grid, layout } = context;
  const column = own && own.kind !== 'unit' ? ownerColumn(context, panel, own) : -1;
  if (column < 0 || !own) return () => '';
  const units = new Set(layout.rows.map((row) => grid.norm(row, column)).filter((text) => text !== ''));
  // 科目代码（单位代码）: in the row of an account the account's own code.
  const reader = new CodeReader(grid, own);
  return units.size > 1 ? (row) => (grid.norm(row, column) === reader.read(row) ? '' : grid.norm(row, column)) : () => '';
}

function ownerColumn({ layout, words }: BindContext, panel: Panel, own: CodeColumns): number {
  const coded = panel.codes.find((c) => c !== own && c.kind === 'unit');
  if (coded) return coded.columns[0];
  const named = panel.names.find((column) => {
    const path = layout.header?.paths.get(column) ?? [];
    const last = path[path.length - 1] ?? '';
    const ids = words.phrase(last).concepts.map((c) => c.id);
    // 项目单位 is a unit, 单位(项目)名称 may be either.
    return column < own.columns[0] && ids.includes('单位') && (!ids.includes('项目') || last.endsWith('单位'));
  });
  return named ?? -1;
}
