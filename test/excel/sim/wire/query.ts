import { notSimulated } from './apiError';
import type { QueryInfo } from './protocol';
import type { WireObject } from './wireObject';

export type Identify = (object: WireObject) => Record<string, unknown>;

interface Selection {
  [name: string]: Selection;
}

/** Answers a `load`: the selected properties under their wire names, nested objects and collections included. */
export function answerQuery(object: WireObject, info: QueryInfo, identify: Identify, check: (member: string) => void): unknown {
  const paths = info.Select ?? [];
  // A load without names would fetch everything; the adapter never does that.
  if (paths.length === 0) throw notSimulated(`${object.type}.load() without names`);
  return write(object, selectionOf(paths), identify, check);
}

function write(object: WireObject, selection: Selection, identify: Identify, check: (member: string) => void): unknown {
  if (object.items) {
    return {
      _Items: object.items().map((item, index) => ({
        ...(item.identity ? {} : { _Index: index }),
        ...(write(item, selection, identify, check) as object),
      })),
    };
  }
  const answer = identify(object);
  for (const [name, inner] of Object.entries(selection)) {
    const wireName = name.charAt(0).toUpperCase() + name.slice(1);
    check(`${object.type}.${wireName}`);
    const property = object.properties?.[wireName];
    const child = object.children?.[wireName];
    if (property) answer[wireName] = property.get();
    else if (child) {
      const target = child();
      answer[wireName] = target && write(target, inner, identify, check);
    } else throw notSimulated(`${object.type}.${name}`);
  }
  return answer;
}

/** ["protection/protected"] → {protection: {protected: {}}}. */
function selectionOf(paths: readonly string[]): Selection {
  const root: Selection = {};
  for (const path of paths) {
    let at = root;
    for (const part of path.split('/')) if (part !== '') at = at[part] ??= {};
  }
  return root;
}
