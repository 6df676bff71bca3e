/** Guest values that are neither primitives nor objects of the module's types; and the arrays, which are the host's. Prototypes are null-rooted. */
import { builtinTypes } from "../schemas/isa/kinds.ts";
import type { TypeDescriptor } from "./descriptor.ts";
import type { GuestObject } from "./object.ts";

/** A function of a loaded module, as closures and compiled code refer to it. */
export class Callee {
  readonly index: number;
  /** Values that a closure of it has captured. */
  readonly captures: number;
  /** Whether its first parameter is the receiver. */
  readonly receiver: boolean;
  /** Its compiled code: the parameters are the depth, the running closure where closures can be of it, then its own. */
  code: CompiledFunction = notCompiled;
  /** The same as a closure without a receiver is called. */
  asClosure: CompiledFunction = notCompiled;
  constructor(index: number, captures: number, receiver: boolean) {
    this.index = index;
    this.captures = captures;
    this.receiver = receiver;
  }
}

// biome-ignore lint/suspicious/noExplicitAny: its parameters are registers of any kinds
export type CompiledFunction = (depth: number, ...args: any[]) => unknown;

const notCompiled = (): never => {
  throw new Error("nothing compiles this module");
};

/** Captured values with a field of their own; further ones are in `x`. */
export const inlineCaptures = 4;

/** A function value: the function and what it captured. */
export class Closure {
  readonly t: TypeDescriptor;
  g: number;
  readonly of: Callee;
  u0: unknown;
  u1: unknown;
  u2: unknown;
  u3: unknown;
  x: unknown[] | undefined;
  constructor(t: TypeDescriptor, of: Callee, u0: unknown, u1: unknown, u2: unknown, u3: unknown, x: unknown[] | undefined) {
    this.t = t;
    this.g = 0;
    this.of = of;
    this.u0 = u0;
    this.u1 = u1;
    this.u2 = u2;
    this.u3 = u3;
    this.x = x;
  }
}

export const makeClosure = (t: TypeDescriptor, of: Callee, captured: readonly unknown[]): Closure =>
  new Closure(t, of, captured[0], captured[1], captured[2], captured[3], captured.length > inlineCaptures ? captured.slice(inlineCaptures) : undefined);

/** What a closure captured, in order. */
export const capturedBy = ({ of, u0, u1, u2, u3, x }: Closure): readonly unknown[] => [u0, u1, u2, u3, ...(x ?? [])].slice(0, of.captures);

/** Fills in what a closure that was made without them captured. */
export function capture(closure: Closure, values: readonly unknown[]): void {
  [closure.u0, closure.u1, closure.u2, closure.u3] = values;
  if (values.length > inlineCaptures) closure.x = values.slice(inlineCaptures);
}

/** A variable that is captured and assigned. */
export class Cell {
  readonly t: TypeDescriptor;
  g: number;
  v: unknown;
  constructor(t: TypeDescriptor, v: unknown) {
    this.t = t;
    this.g = 0;
    this.v = v;
  }
}

/** A value that became `obj`, with its F# type text. */
export class Boxed {
  readonly t: TypeDescriptor;
  g: number;
  readonly type: string;
  readonly v: unknown;
  constructor(t: TypeDescriptor, type: string, v: unknown) {
    this.t = t;
    this.g = 0;
    this.type = type;
    this.v = v;
  }
}

/** A type as a value. */
export class TypeValue {
  readonly t: TypeDescriptor;
  readonly type: TypeDescriptor;
  constructor(t: TypeDescriptor, type: TypeDescriptor) {
    this.t = t;
    this.type = type;
  }
}

/** A value of the host's that the guest can only hold and give back. */
export class Handle {
  readonly t: TypeDescriptor;
  readonly held: unknown;
  constructor(t: TypeDescriptor, held: unknown) {
    this.t = t;
    this.held = held;
  }
}

export class WeakTable {
  readonly t: TypeDescriptor;
  readonly entries: WeakMap<object, unknown> = new WeakMap();
  constructor(t: TypeDescriptor) {
    this.t = t;
  }
}

/** An empty array whose host representation holds any value from the start, so that all of them look alike to the host's compiler. */
export function emptyArray(): unknown[] {
  const made: unknown[] = [undefined];
  made.pop();
  return made;
}

/** An array of bools, a byte each. What reads or finds elements by the host's means meets bytes: `itemAt` tells what they stand for. */
export class BoolArray extends Uint8Array {}

/** What the guest sees at an index of an array, undefined outside. */
export function itemAt(array: GuestArray, index: number): unknown {
  const item = array[index];
  return item !== undefined && array instanceof BoolArray ? item !== 0 : item;
}

/** All of an array, as the guest sees it. */
export const itemsIn = (array: GuestArray): readonly unknown[] => (array instanceof BoolArray ? Array.from(array, (item) => item !== 0) : (array as readonly unknown[]));

export type TypedArray = Int8Array | Uint8Array | Int16Array | Uint16Array | Int32Array | Uint32Array | Float32Array | Float64Array | BigInt64Array | BigUint64Array;
export type GuestArray = unknown[] | TypedArray;

export const arrayClasses = {
  Int8Array,
  Uint8Array,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float32Array,
  Float64Array,
  BigInt64Array,
  BigUint64Array,
  BoolArray,
} as const;
export type ArrayClass = keyof typeof arrayClasses;

const typedArrays = Object.values(builtinTypes).filter((type): type is typeof type & { host: ArrayClass } => "host" in type && type.host !== "Array");
const indexByHost = new Map<string, number>(typedArrays.map(({ index, host }) => [host, index]));
const hostByIndex = new Map<number, ArrayClass>(typedArrays.map(({ index, host }) => [index, host]));
const typedName = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Int8Array.prototype), Symbol.toStringTag)?.get as () => ArrayClass | undefined;

/** `Int32Array` and so on; undefined for anything else. */
export const typedArrayName = (value: unknown): ArrayClass | undefined => (value instanceof BoolArray ? "BoolArray" : typedName.call(value));

/** The descriptor of an object: an array's by its host class, any other by its field. */
export function descriptorOfObject(value: object, types: readonly TypeDescriptor[]): TypeDescriptor {
  if (Array.isArray(value)) return types[builtinTypes.array_any.index];
  return (value as Partial<GuestObject>).t ?? types[indexByHost.get(typedArrayName(value) as string) as number];
}

/** The descriptor of any value but undefined and null. */
export function descriptorOf(value: unknown, types: readonly TypeDescriptor[]): TypeDescriptor {
  switch (typeof value) {
    case "object":
      return descriptorOfObject(value as object, types);
    case "string":
      return types[builtinTypes.string.index];
    case "number":
      return types[builtinTypes.number.index];
    case "bigint":
      return types[builtinTypes.bigint.index];
    default:
      return types[builtinTypes.boolean.index];
  }
}

/** Bytes of a typed array from which it is counted, and how many of them stand for one word that is left behind. */
const outside = { least: 1024, perWord: 64 } as const;
const garbage: { last: readonly unknown[] } = { last: [] };

/**
 * An array of numbers or bools. The host collects when its heap fills up, and these lie outside of it: 32 MB of dead ones would wait. So each leaves garbage of an eighth of
 * its size in the heap.
 */
export function makeTyped(host: ArrayClass, length: number): TypedArray {
  const made = new arrayClasses[host](length);
  if (made.byteLength >= outside.least) garbage.last = new Array<unknown>(Math.min(made.byteLength / outside.perWord, 1 << 12) | 0);
  return made;
}

/** An array of the built-in type with that index, each element its kind's initial value. */
export function makeArray(type: number, length: number): GuestArray {
  const host = hostByIndex.get(type);
  if (host !== undefined) return makeTyped(host, length);
  if (length > 4096) return new Array<unknown>(length).fill(undefined);
  const made = emptyArray();
  for (let index = 0; index < length; index++) made.push(undefined);
  return made;
}

/** Whether a value is an array of either sort: the only objects without a descriptor. */
export const isArray = (value: unknown): value is GuestArray =>
  Array.isArray(value) || (typeof value === "object" && value !== null && (value as Partial<GuestObject>).t === undefined);

for (const guestClass of [Closure, Cell, Boxed, TypeValue, Handle, WeakTable]) {
  Object.setPrototypeOf(guestClass.prototype, null);
}
