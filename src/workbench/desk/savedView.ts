import type { DeskOrder } from '../../desk';
import { columnIds, type DeskState, type DeskStore } from './deskState';

const KEY = 'gouji.desk';
const ORDERS: readonly DeskOrder[] = ['worst', 'unit', 'file', 'family', 'year', 'tables', 'errors', 'warnings', 'notChecked', 'explained', 'state', 'changed', 'rule'];

/** Columns, order and picture of the last visit; nothing where the browser keeps nothing. */
export function savedView(): Partial<DeskState> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    if (typeof kept !== 'object' || kept === null) return {};
    const { columns, order, descending, picture } = kept as Readonly<Record<string, unknown>>;
    const known = ORDERS.find((one) => one === order);
    return {
      ...(Array.isArray(columns) ? { columns: columnIds.filter((id) => id === 'unit' || columns.includes(id)) } : {}),
      ...(known ? { order: known, descending: descending === true } : {}),
      picture: picture === true,
    };
  } catch {
    return {};
  }
}

/** Keeps them from now on. */
export function keepView(store: DeskStore): void {
  let before = store.getState();
  store.subscribe(() => {
    const now = store.getState();
    const { columns, order, descending, picture } = now;
    const isOther = columns !== before.columns || order !== before.order || descending !== before.descending || picture !== before.picture;
    before = now;
    if (!isOther) return;
    try {
      localStorage.setItem(KEY, JSON.stringify({ columns, order, descending, picture }));
    } catch {
      // The next visit begins as the first.
    }
  });
}
