import type { Span, Statement } from './model';

/** Where in a sentence the reading stands. */
export interface Frame {
  head: Statement | null;
  current: Statement | null;
  parts: boolean;
  /** How the list was opened, and whether a full stop stood before it. */
  separate: boolean;
  /** The list that this one stands in: "其中:财政拨款…,包括一般公共预算…、政府性基金…;其他收入…". */
  readonly around: { readonly frame: Frame; readonly list: OpenList | null } | null;
}

/** Statements in a row so far. */
export interface OpenList {
  readonly head: Statement | null;
  readonly items: Statement[];
  readonly opening: Span;
}
