import { remembered } from '../../../remembered';
import { normaliseText, splitBrackets } from '../../../workbook';
import type { BoundTable } from '../../../tables';
import type { DraftCell } from '../context';

/** A name as it is compared: without width, spaces and punctuation. */
export const keyOf = remembered((name) => normaliseText(name).replace(/[()、,，。.·:;；/"_-]/g, ''));

/** As `keyOf`, without what the name's last brackets add: （结转）, （省级）, （审计、绩效、ppp项目评价）. */
export const baseOf = remembered((name) => {
  let text = normaliseText(name);
  for (let parts = splitBrackets(text); parts !== null; parts = splitBrackets(text)) text = parts.head;
  return keyOf(text);
});

/** A row of 专项业务经费支出表 below the units: a project, or a category above projects. */
export interface ProjectRow {
  /** Index in its block. */
  readonly row: number;
  readonly name: string;
  readonly key: string;
  readonly base: string;
  /** 分. */
  readonly fen: number;
  /** Index of the unit's row it stands below, -1 without one. */
  readonly unit: number;
  /** The projects with money at or below it, by index. */
  readonly leaves: readonly number[];
  /** Name and amount. */
  readonly cells: readonly [DraftCell, DraftCell];
}

/** A filled 项目绩效目标表. */
export interface Performance {
  readonly table: BoundTable;
  readonly name: string;
  readonly key: string;
  readonly base: string;
  /** 分; NaN where its 实施期资金总额 is blank or unreadable: then it is compared with nothing. */
  readonly fen: number;
  /** Half the rounding step of its figure, in 分. */
  readonly slack: number;
  /** Name and amount. */
  readonly cells: readonly [DraftCell, DraftCell | null];
}

/** The rows that a performance table describes. */
export interface Match {
  readonly sheet: Performance;
  readonly rows: readonly ProjectRow[];
  readonly kind: 'agrees' | 'otherMoney' | 'otherName' | 'unreadable';
}

/** A project, no category of projects. */
export const isProject = (row: ProjectRow): boolean => row.leaves[0] === row.row;

export const sumOf = (rows: readonly ProjectRow[]): number => rows.reduce((sum, row) => sum + row.fen, 0);

/** Equal within the rounding of the performance table's figure, be it the sum rounded or a sum of rounded figures. */
export function agrees(rows: readonly ProjectRow[], sheet: Performance): boolean {
  return Math.abs(sumOf(rows) - sheet.fen) <= sheet.slack * rows.length;
}
