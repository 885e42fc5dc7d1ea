import { addressOf, findArea } from '../address';
import { newId, type SimRemark, type SimSheet } from '../model/workbook';
import { ApiError, isProtectedSheet, notFound } from '../wire/apiError';
import type { WireObject } from '../wire/wireObject';
import { rangeObject } from './range';
import type { Scope } from './scope';

/** Comments (1.10) and notes (1.18), of the workbook or of one sheet. A cell holds one of either, not both. */
export function remarkCollection(scope: Scope, list: SimRemark[], type: 'Comment' | 'Note', sheet: SimSheet | null): WireObject {
  const here = (): SimRemark[] => list.filter((remark) => sheet === null || remark.sheet === sheet);
  const key = (remark: SimRemark): string => (type === 'Comment' ? remark.id : addressOf(remark.sheet, cellOf(remark)));
  return {
    type: `${type}Collection`,
    items: () => here().map((remark) => remarkObject(scope, list, remark, type)),
    item: (wanted) => {
      const remark = here().find((candidate) => key(candidate) === wanted);
      if (!remark) throw notFound(`${type} ${String(wanted)}`);
      return remarkObject(scope, list, remark, type);
    },
    methods: {
      Add: ([address, content]) => {
        const area = findArea(scope.book, sheet ?? scope.book.sheets[0], String(address));
        if (area.sheet.protection && !area.sheet.protection.allowEditObjects) throw isProtectedSheet(area.sheet.name);
        const { top: row, left: column } = area.rect;
        const taken = [...scope.book.comments, ...scope.book.notes].some((other) => other.sheet === area.sheet && other.row === row && other.column === column);
        if (taken) throw new ApiError('ItemAlreadyExists', `${String(address)} holds a comment or note`, 409);
        const remark: SimRemark = { id: newId(scope.book), sheet: area.sheet, row, column, content: String(content), replies: [] };
        list.push(remark);
        return remarkObject(scope, list, remark, type);
      },
    },
  };
}

function remarkObject(scope: Scope, list: SimRemark[], remark: SimRemark, type: 'Comment' | 'Note'): WireObject {
  const identity = (): Record<string, string> =>
    type === 'Comment' ? { Id: remark.id } : { _Id: addressOf(remark.sheet, cellOf(remark)) };
  return {
    type,
    identity,
    properties: {
      ...(type === 'Comment' ? { Id: { get: () => remark.id } } : {}),
      Content: { get: () => remark.content },
    },
    children: {
      Replies: () => ({ type: 'CommentReplyCollection', methods: { GetCount: () => remark.replies.length } }),
    },
    methods: {
      GetLocation: () => rangeObject(scope, remark.sheet, cellOf(remark)),
      Delete: () => {
        if (remark.sheet.protection && !remark.sheet.protection.allowEditObjects) throw isProtectedSheet(remark.sheet.name);
        const index = list.indexOf(remark);
        if (index < 0) throw notFound(`${type} ${remark.id}`);
        list.splice(index, 1);
      },
    },
  };
}

function cellOf({ row, column }: SimRemark) {
  return { top: row, left: column, bottom: row, right: column };
}
