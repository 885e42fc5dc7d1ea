import type { ColumnKind } from '../../audit/layout';
import type { TableReport } from '../../audit/report/model';
import { say } from './say';

type Rows = TableReport['rows'];

const zhRows = ({ total, item, coded, ofWhich, extra, unread, notes }: Rows): string =>
  listed([[total, `合计 ${total} 行`], [item, `项目 ${item} 行`], ...coded.map(({ digits, rows }): Part => [rows, `${digits} 位编码 ${rows} 行`]),
    [ofWhich, `其中 ${ofWhich} 行`], [extra, `没有认出 ${extra} 行`], [unread, `没有参加核对 ${unread} 行`], [notes, `注 ${notes} 行`]], '、');

const enRows = ({ total, item, coded, ofWhich, extra, unread, notes }: Rows): string =>
  listed([[total, `total rows ${total}`], [item, `items ${item}`], ...coded.map(({ digits, rows }): Part => [rows, `${digits}-digit codes ${rows}`]),
    [ofWhich, `of which ${ofWhich}`], [extra, `not recognised ${extra}`], [unread, `not checked ${unread}`], [notes, `notes ${notes}`]], ', ');

type Part = readonly [count: number, text: string];

const listed = (parts: readonly Part[], comma: string): string => parts.flatMap(([count, text]) => (count > 0 ? [text] : [])).join(comma);

const zhKinds: Readonly<Record<ColumnKind, string>> = { code: '编码', name: '名称', amount: '金额', percent: '百分比', quantity: '数量', serial: '序号', text: '文字', empty: '空栏' };
const enKinds: Readonly<Record<ColumnKind, string>> = { code: 'code', name: 'name', amount: 'amount', percent: 'percent', quantity: 'quantity', serial: 'serial number', text: 'text', empty: 'empty' };

/** How a table was read. */
export const readingTexts = {
  howRead: say('读出的栏和行', 'Columns and rows as read'),
  noHeader: say('没有找到表头', 'no header found'),
  headerAt: say((range: string) => `表头 ${range}`, (range) => `header ${range}`),
  columnKind: say(zhKinds, enKinds),
  columnNamed: say((names: string) => `规则中称“${names}”`, (names) => `called ${names} in rules`),
  rowKinds: say(zhRows, enRows),
} as const;
