import type { ColumnKind } from '../../audit/layout';
import { UNITS, type AmountUnit } from '../../audit/tables';
import type { Language } from './language';

type Level = 'unit' | 'department' | null;
type RowWord = 'total' | 'item' | 'ofWhich' | 'extra' | 'unread' | 'notes';

const zhKind: Readonly<Record<ColumnKind, string>> = { code: '编码', name: '名称', amount: '金额', percent: '百分比', quantity: '数量', serial: '序号', text: '文字', empty: '空栏' };
const zhRow: Readonly<Record<RowWord, (n: number) => string>> = {
  total: (n) => `合计 ${n} 行`,
  item: (n) => `项目 ${n} 行`,
  ofWhich: (n) => `其中 ${n} 行`,
  extra: (n) => `没有认出 ${n} 行`,
  unread: (n) => `没有参加核对 ${n} 行`,
  notes: (n) => `注 ${n} 行`,
};

const zh = {
  what: (level: Level, year: number | null, unit: string | null) =>
    [year === null ? '年度不明' : `${year} 年`, unit ?? '单位不明', ...(level === null ? [] : [level === 'unit' ? '单位级' : '部门级'])].join(' · '),
  read: (known: number, counted: number) => `有金额的 ${counted} 张工作表中认出 ${known} 张公开表`,
  hidden: '（隐藏）',
  notRead: (reason: string) => `没有认作公开表：${reason}`,
  sure: (percent: number, reason: string) => `把握 ${percent}%：${reason}`,
  unit: (unit: AmountUnit) => `单位 ${UNITS[unit].zh}`,
  header: (range: string | null) => (range === null ? '没有找到表头' : `表头 ${range}`),
  panels: (ranges: readonly string[]) => `左右并列 ${ranges.join('、')}`,
  noHeader: '（没有表头）',
  kind: zhKind,
  named: (names: readonly string[]) => `规则中称“${names.join('、')}”`,
  means: (concepts: readonly string[]) => `含义 ${concepts.join('、')}`,
  because: (reason: string) => `（${reason}）`,
  rows: '行：',
  row: zhRow,
  coded: (digits: number, n: number) => `${digits} 位编码 ${n} 行`,
  none: '没有',
  list: '、',
  stop: '；',
};

export type ReadTexts = typeof zh;

const en: ReadTexts = {
  what: (level, year, unit) => [year === null ? 'year unknown' : String(year), unit ?? 'unit unknown', ...(level === null ? [] : [`${level} level`])].join(' · '),
  read: (known, counted) => `${known} of ${counted} sheets with amounts were read as known tables`,
  hidden: ' (hidden)',
  notRead: (reason) => `not read as a known table: ${reason}`,
  sure: (percent, reason) => `${percent}% sure: ${reason}`,
  unit: (unit) => `unit ${UNITS[unit].en}`,
  header: (range) => (range === null ? 'no header found' : `header ${range}`),
  panels: (ranges) => `side by side ${ranges.join(', ')}`,
  noHeader: '(no header)',
  kind: { code: 'code', name: 'name', amount: 'amount', percent: 'percent', quantity: 'quantity', serial: 'serial number', text: 'text', empty: 'empty' },
  named: (names) => `called ${names.join(', ')} in rules`,
  means: (concepts) => `means ${concepts.join(', ')}`,
  because: (reason) => `(${reason})`,
  rows: 'rows: ',
  row: {
    total: (n) => `total ${n}`,
    item: (n) => `items ${n}`,
    ofWhich: (n) => `of which ${n}`,
    extra: (n) => `not recognised ${n}`,
    unread: (n) => `not checked ${n}`,
    notes: (n) => `notes ${n}`,
  },
  coded: (digits, n) => `${digits}-digit codes ${n}`,
  none: 'none',
  list: ', ',
  stop: '; ',
};

export const readTexts: Readonly<Record<Language, ReadTexts>> = { zh, en };
