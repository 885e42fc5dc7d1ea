import { ApiError, notSimulated } from './apiError';
import { type Action, ActionType, type ArgumentInfo, type ObjectPath, PathType, type RequestBody, type ResponseBody } from './protocol';
import { answerQuery } from './query';
import { isWireObject, type MemberCheck, type WireObject } from './wireObject';

export interface BatchHost {
  readonly root: WireObject;
  readonly service: (name: string) => WireObject | null;
  readonly references: Map<string, WireObject>;
  readonly keep: (object: WireObject) => string;
  readonly check: MemberCheck;
}

/** Runs one request body: actions in order, each object path evaluated once, a stop at the first refusal and no way back. */
export function runBatch(host: BatchHost, body: RequestBody): ResponseBody {
  const batch = new Batch(host, body);
  const results: { ActionId: number; Value: unknown }[] = [];
  const traces: number[] = [];
  for (const [index, action] of body.Actions.entries()) {
    try {
      if (action.ActionType === ActionType.trace) traces.push(action.Id);
      results.push({ ActionId: action.Id, Value: batch.act(action) ?? null });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const failure = { Code: error.code, Message: error.message, HttpStatusCode: error.status, Location: batch.location(action), ActionIndex: index };
      return { Results: results, TraceIds: traces, Error: failure };
    }
  }
  return { Results: results, TraceIds: traces };
}

class Batch {
  private readonly objects = new Map<number, WireObject | null>();

  constructor(
    private readonly host: BatchHost,
    private readonly body: RequestBody,
  ) {}

  act(action: Action): unknown {
    if (action.ActionType === ActionType.trace) return null;
    const object = this.resolve(action.ObjectPathId);
    // Excel answers null for everything below a null object, and ignores what is done to it.
    if (object === null) return null;
    const keep = this.body.AutoKeepReference && !this.body.ObjectPaths[action.ObjectPathId].D;
    const identify = (of: WireObject): Record<string, unknown> => ({
      ...of.identity?.(),
      ...(of.isKept && keep ? { _ReferenceId: this.host.keep(of) } : {}),
    });
    switch (action.ActionType) {
      case ActionType.instantiate:
        return identify(object);
      case ActionType.query:
        return answerQuery(object, action.QueryInfo ?? {}, identify, (member) => this.check(member));
      case ActionType.method: {
        const value = action.Name === '_KeepReference' ? void this.host.keep(object) : this.call(object, action.Name, action.ArgumentInfo);
        return isWireObject(value) ? identify(value) : value;
      }
      case ActionType.setProperty: {
        const member = `${object.type}.${action.Name}`;
        this.check(member);
        const set = object.properties?.[action.Name]?.set;
        if (!set) throw notSimulated(`setting ${member}`);
        return set(this.arguments(action.ArgumentInfo)[0]);
      }
      default:
        throw notSimulated(`action type ${action.ActionType}`);
    }
  }

  /** "Worksheet.getRange", from which the client makes the debug information. */
  location(action: Action): string {
    const path = this.body.ObjectPaths[action.ObjectPathId];
    const owner = this.objects.get(action.ObjectPathId) ?? this.objects.get(path?.ParentObjectPathId ?? -1);
    const member = action.ActionType === ActionType.instantiate ? path?.Name || 'getItem' : action.Name || 'load';
    return `${owner?.type ?? 'Workbook'}.${member.charAt(0).toLowerCase()}${member.slice(1)}`;
  }

  private resolve(id: number): WireObject | null {
    const known = this.objects.get(id);
    if (known !== undefined) return known;
    const object = this.find(this.body.ObjectPaths[id]);
    this.objects.set(id, object);
    return object;
  }

  private find(path: ObjectPath): WireObject | null {
    const parent = path.ParentObjectPathId ? this.resolve(path.ParentObjectPathId) : this.host.root;
    if (parent === null) return null;
    switch (path.ObjectPathType) {
      case PathType.root:
        return this.host.root;
      case PathType.service: {
        const service = this.host.service(path.Name);
        if (!service) throw notSimulated(path.Name);
        return service;
      }
      case PathType.method: {
        const object = this.call(parent, path.Name, path.ArgumentInfo) ?? null;
        if (object !== null && !isWireObject(object)) throw notSimulated(`${parent.type}.${path.Name} as an object`);
        return object;
      }
      case PathType.property: {
        const member = `${parent.type}.${path.Name}`;
        this.check(member);
        const child = parent.children?.[path.Name];
        if (!child) throw notSimulated(member);
        return child();
      }
      case PathType.item:
        if (!parent.item) throw notSimulated(`${parent.type}.getItem`);
        return parent.item(this.arguments(path.ArgumentInfo)[0]);
      case PathType.reference: {
        const kept = this.host.references.get(path.Name);
        if (!kept) throw new ApiError('InvalidReference', `no reference ${path.Name}`);
        return kept;
      }
      case PathType.nothing:
        return null;
      default:
        throw notSimulated(`object path type ${path.ObjectPathType}`);
    }
  }

  private call(object: WireObject, name: string, info: ArgumentInfo | undefined): unknown {
    const member = `${object.type}.${name}`;
    this.check(member);
    const method = object.methods?.[name];
    if (!method) throw notSimulated(member);
    return method(this.arguments(info));
  }

  private check(member: string): void {
    const error = this.host.check(member);
    if (error) throw error;
  }

  /** An argument that is a proxy arrives as the number of its path, at the same place in both lists. */
  private arguments(info: ArgumentInfo | undefined): readonly unknown[] {
    const references = info?.ReferencedObjectPathIds ?? [];
    return (info?.Arguments ?? []).map((value, i) =>
      typeof references[i] === 'number' && references[i] > 0 && references[i] === value ? this.resolve(value as number) : value,
    );
  }
}
