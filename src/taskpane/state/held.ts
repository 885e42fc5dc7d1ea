import type { Finding } from '../../audit/report/model';
import type { RelationsOf } from '../../audit/report/relations';
import { findingRows } from './findingRows';
import type { PaneState } from './model';
import type { Row } from './rows';

export interface HeldNames {
  readonly heldReading: string;
  readonly heldNone: string;
  readonly heldMore: (n: number) => string;
}

/** The key of a line of 已通过 that opens to its relations. */
export function heldKey(of: RelationsOf): string {
  return of.by === 'rule' ? `held:rule:${of.id}` : `held:table:${of.id}:${encodeURIComponent(of.sheet)}`;
}

export function heldOf(key: string): RelationsOf | null {
  const [, rule, table, sheet] = /^held:(?:rule:([^/]*)|table:([^/:]*):([^/]*))$/.exec(key) ?? [];
  if (rule !== undefined) return { by: 'rule', id: rule };
  return table === undefined ? null : { by: 'table', id: table, sheet: decodeURIComponent(sheet) };
}

/** What an open line shows: each relation that holds, to be opened like one that fails. */
export function heldRows(state: PaneState, key: string, names: HeldNames): Row[] {
  const relations = state.held.get(key);
  if (!relations) return [textRow(key, names.heldReading)];
  if (relations.length === 0) return [textRow(key, names.heldNone)];
  const rows = relations.slice(0, mostShown).flatMap((finding: Finding) => findingRows(finding, state.view, 3, { explained: {}, under: `${key}/` }));
  return relations.length > mostShown ? [...rows, textRow(key, names.heldMore(relations.length - mostShown))] : rows;
}

const mostShown = 999;

function textRow(key: string, title: string): Row {
  return { kind: 'line', key: `${key}/text`, level: 3, target: null, title, detail: '', tick: false, failed: null };
}
