/** What a builtin sees of the machine that calls it. Builtins never call guest code. */
import type { TypeDescriptor } from "../descriptor.ts";
import type { Meter } from "../dynamic.ts";
import type { Limits } from "../limits.ts";
import type { Closure } from "../value.ts";

export interface BuiltinContext {
  readonly types: readonly TypeDescriptor[];
  readonly meta: Int32Array;
  readonly metering: Meter & {
    readonly limits: Limits;
    /** Counts bytes that were allocated. */
    allocate(bytes: number): void;
    /** Counts bytes about to be allocated; pauses the call where the limit does not leave them, so it comes before any effect. */
    reserve(bytes: number): void;
  };
  /** Host tables of what has no place in the values themselves. */
  readonly ids: WeakMap<object, number>;
  readonly arrayTypes: WeakMap<object, string>;
  nextId: number;
  grow(array: readonly unknown[], count: number): void;
  sharedClosure(fn: number): Closure;
  typeValue(type: TypeDescriptor): unknown;
  stackTrace(): string;
}

/** Takes and gives guest values of the kinds its row declares. */
// biome-ignore lint/suspicious/noExplicitAny: each row's kinds are in the table of builtins
export type BuiltinFunction = (context: BuiltinContext, a: any, b: any, c: any, d: any) => unknown;
