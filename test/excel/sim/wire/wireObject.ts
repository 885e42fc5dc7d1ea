import type { ApiError } from './apiError';

export interface Property {
  readonly get: () => unknown;
  readonly set?: (value: unknown) => void;
}

/**
 * An object as office.js addresses it. Members have their wire names (capital first letter); a member that is not listed
 * fails loudly, so that no test passes on something the simulation does not do.
 */
export interface WireObject {
  readonly type: string;
  /** {Id} or {_Id}, by which the client addresses the object afterwards. */
  readonly identity?: () => Readonly<Record<string, string>>;
  /** Ranges have no id; the client asks to keep a reference. */
  readonly isKept?: boolean;
  readonly properties?: Readonly<Record<string, Property>>;
  readonly children?: Readonly<Record<string, () => WireObject | null>>;
  readonly methods?: Readonly<Record<string, (args: readonly unknown[]) => unknown>>;
  /** Collections only. */
  readonly items?: () => readonly WireObject[];
  readonly item?: (key: unknown) => WireObject;
}

/** What the engine lets happen before each member is used: requirement sets and faults. */
export type MemberCheck = (member: string) => ApiError | null;

export function isWireObject(value: unknown): value is WireObject {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** A read-only property. */
export function constant(value: unknown): Property {
  return { get: () => value };
}
