/**
 * Guest values that are objects. A program's objects have one of ten host classes, by their number of slots, and their type in a field: with
 * one class per type the interpreter's loads and allocations see too many shapes (12 types: 52 ns an object and 19 ns a load, against 28 and 4).
 * Prototypes are null-rooted, so no name leads to anything of the host's.
 */
import { builtinTypes } from "../schemas/isa/kinds.ts";
import type { TypeDescriptor } from "./descriptor.ts";

/** `g`: the union tag in the low 12 bits, above them the number of the last memory look that met the object. */
export interface GuestObject {
  readonly t: TypeDescriptor;
  g: number;
  s0?: unknown; s1?: unknown; s2?: unknown; s3?: unknown; s4?: unknown; s5?: unknown; s6?: unknown; s7?: unknown;
  x?: unknown[];
}

export const tagMask = 0xfff;
/** Slots from this index on live in `x`. */
export const inlineSlots = 8;

export class Object0 implements GuestObject {
  t: TypeDescriptor; g: number;
  constructor(t: TypeDescriptor, g: number) { this.t = t; this.g = g; }
}
export class Object1 implements GuestObject {
  t: TypeDescriptor; g: number; s0: unknown;
  constructor(t: TypeDescriptor, g: number, a: unknown) { this.t = t; this.g = g; this.s0 = a; }
}
export class Object2 implements GuestObject {
  t: TypeDescriptor; g: number; s0: unknown; s1: unknown;
  constructor(t: TypeDescriptor, g: number, a: unknown, b: unknown) { this.t = t; this.g = g; this.s0 = a; this.s1 = b; }
}
export class Object3 implements GuestObject {
  t: TypeDescriptor; g: number; s0: unknown; s1: unknown; s2: unknown;
  constructor(t: TypeDescriptor, g: number, a: unknown, b: unknown, c: unknown) { this.t = t; this.g = g; this.s0 = a; this.s1 = b; this.s2 = c; }
}
export class Object4 implements GuestObject {
  t: TypeDescriptor; g: number; s0: unknown; s1: unknown; s2: unknown; s3: unknown;
  constructor(t: TypeDescriptor, g: number, a: unknown, b: unknown, c: unknown, d: unknown) { this.t = t; this.g = g; this.s0 = a; this.s1 = b; this.s2 = c; this.s3 = d; }
}
export class Object5 implements GuestObject {
  t: TypeDescriptor; g: number; s0: unknown; s1: unknown; s2: unknown; s3: unknown; s4: unknown;
  constructor(t: TypeDescriptor, g: number, a: unknown, b: unknown, c: unknown, d: unknown, e: unknown) {
    this.t = t; this.g = g; this.s0 = a; this.s1 = b; this.s2 = c; this.s3 = d; this.s4 = e;
  }
}
export class Object6 implements GuestObject {
  t: TypeDescriptor; g: number; s0: unknown; s1: unknown; s2: unknown; s3: unknown; s4: unknown; s5: unknown;
  constructor(t: TypeDescriptor, g: number, a: unknown, b: unknown, c: unknown, d: unknown, e: unknown, f: unknown) {
    this.t = t; this.g = g; this.s0 = a; this.s1 = b; this.s2 = c; this.s3 = d; this.s4 = e; this.s5 = f;
  }
}
export class Object7 implements GuestObject {
  t: TypeDescriptor; g: number; s0: unknown; s1: unknown; s2: unknown; s3: unknown; s4: unknown; s5: unknown; s6: unknown;
  constructor(t: TypeDescriptor, g: number, a: unknown, b: unknown, c: unknown, d: unknown, e: unknown, f: unknown, h: unknown) {
    this.t = t; this.g = g; this.s0 = a; this.s1 = b; this.s2 = c; this.s3 = d; this.s4 = e; this.s5 = f; this.s6 = h;
  }
}
export class Object8 implements GuestObject {
  t: TypeDescriptor; g: number; s0: unknown; s1: unknown; s2: unknown; s3: unknown; s4: unknown; s5: unknown; s6: unknown; s7: unknown;
  constructor(t: TypeDescriptor, g: number, a: unknown, b: unknown, c: unknown, d: unknown, e: unknown, f: unknown, h: unknown, i: unknown) {
    this.t = t; this.g = g; this.s0 = a; this.s1 = b; this.s2 = c; this.s3 = d; this.s4 = e; this.s5 = f; this.s6 = h; this.s7 = i;
  }
}
/** More than eight slots. */
export class ObjectWide implements GuestObject {
  t: TypeDescriptor; g: number; s0: unknown; s1: unknown; s2: unknown; s3: unknown; s4: unknown; s5: unknown; s6: unknown; s7: unknown; x: unknown[];
  constructor(t: TypeDescriptor, g: number, v: readonly unknown[]) {
    this.t = t; this.g = g;
    this.s0 = v[0]; this.s1 = v[1]; this.s2 = v[2]; this.s3 = v[3]; this.s4 = v[4]; this.s5 = v[5]; this.s6 = v[6]; this.s7 = v[7];
    this.x = v.slice(inlineSlots);
  }
}

/** A function value: the function's index and what it captured. */
export class Closure {
  readonly t: TypeDescriptor;
  g: number;
  readonly fn: number;
  readonly u: unknown[];
  constructor(t: TypeDescriptor, fn: number, u: unknown[]) { this.t = t; this.g = 0; this.fn = fn; this.u = u; }
}

/** A variable that is captured and assigned. */
export class Cell {
  readonly t: TypeDescriptor;
  g: number;
  v: unknown;
  constructor(t: TypeDescriptor, v: unknown) { this.t = t; this.g = 0; this.v = v; }
}

/** A value that became `obj`, with its F# type text. */
export class Boxed {
  readonly t: TypeDescriptor;
  g: number;
  readonly type: string;
  readonly v: unknown;
  constructor(t: TypeDescriptor, type: string, v: unknown) { this.t = t; this.g = 0; this.type = type; this.v = v; }
}

/** A type as a value. */
export class TypeValue {
  readonly t: TypeDescriptor;
  readonly type: TypeDescriptor;
  constructor(t: TypeDescriptor, type: TypeDescriptor) { this.t = t; this.type = type; }
}

/** A value of the host's that the guest can only hold and give back. */
export class Handle {
  readonly t: TypeDescriptor;
  readonly held: unknown;
  constructor(t: TypeDescriptor, held: unknown) { this.t = t; this.held = held; }
}

export class WeakTable {
  readonly t: TypeDescriptor;
  readonly entries: WeakMap<object, unknown> = new WeakMap();
  constructor(t: TypeDescriptor) { this.t = t; }
}

/** An object with all its slots given, in order; missing ones hold their initial value. */
export function makeObject(t: TypeDescriptor, tag: number, values: readonly unknown[]): GuestObject {
  const i = t.initial;
  const n = values.length;
  const v = (index: number): unknown => (index < n ? values[index] : i[index]);
  switch (t.size) {
    case 0: return new Object0(t, tag);
    case 1: return new Object1(t, tag, v(0));
    case 2: return new Object2(t, tag, v(0), v(1));
    case 3: return new Object3(t, tag, v(0), v(1), v(2));
    case 4: return new Object4(t, tag, v(0), v(1), v(2), v(3));
    case 5: return new Object5(t, tag, v(0), v(1), v(2), v(3), v(4));
    case 6: return new Object6(t, tag, v(0), v(1), v(2), v(3), v(4), v(5));
    case 7: return new Object7(t, tag, v(0), v(1), v(2), v(3), v(4), v(5), v(6));
    case 8: return new Object8(t, tag, v(0), v(1), v(2), v(3), v(4), v(5), v(6), v(7));
    default: return new ObjectWide(t, tag, i.map((_, index) => v(index)));
  }
}

export function readSlot(object: GuestObject, slot: number): unknown {
  switch (slot) {
    case 0: return object.s0;
    case 1: return object.s1;
    case 2: return object.s2;
    case 3: return object.s3;
    case 4: return object.s4;
    case 5: return object.s5;
    case 6: return object.s6;
    case 7: return object.s7;
    default: return (object.x as unknown[])[slot - inlineSlots];
  }
}

export function writeSlot(object: GuestObject, slot: number, value: unknown): void {
  switch (slot) {
    case 0: object.s0 = value; return;
    case 1: object.s1 = value; return;
    case 2: object.s2 = value; return;
    case 3: object.s3 = value; return;
    case 4: object.s4 = value; return;
    case 5: object.s5 = value; return;
    case 6: object.s6 = value; return;
    case 7: object.s7 = value; return;
    default: (object.x as unknown[])[slot - inlineSlots] = value;
  }
}

/** An empty array whose host representation holds any value from the start, so that all of them look alike to the host's compiler. */
export function emptyArray(): unknown[] {
  const made: unknown[] = [undefined];
  made.length = 0;
  return made;
}

export type TypedArray = Int8Array | Uint8Array | Int16Array | Uint16Array | Int32Array | Uint32Array | Float32Array | Float64Array | BigInt64Array | BigUint64Array;
export type GuestArray = unknown[] | TypedArray;

export const arrayClasses = {
  Int8Array, Uint8Array, Int16Array, Uint16Array, Int32Array, Uint32Array, Float32Array, Float64Array, BigInt64Array, BigUint64Array,
} as const;
export type ArrayClass = keyof typeof arrayClasses;

const { array_any: _, ...typed } = Object.fromEntries(Object.entries(builtinTypes).filter(([name]) => name.startsWith("array_"))) as Record<string, { index: number; host: ArrayClass }>;
const indexByHost = new Map<string, number>(Object.values(typed).map(({ index, host }) => [host, index]));
const hostByIndex = new Map<number, ArrayClass>(Object.values(typed).map(({ index, host }) => [index, host]));
const typedName = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Int8Array.prototype), Symbol.toStringTag)?.get as () => ArrayClass | undefined;

/** `Int32Array` and so on; undefined for anything else. */
export const typedArrayName = (value: unknown): ArrayClass | undefined => typedName.call(value);

/** The descriptor of an object: an array's by its host class, any other by its field. */
export function descriptorOfObject(value: object, types: readonly TypeDescriptor[]): TypeDescriptor {
  if (Array.isArray(value)) return types[builtinTypes.array_any.index];
  return (value as Partial<GuestObject>).t ?? types[indexByHost.get(typedArrayName(value) as string) as number];
}

/** The descriptor of any value but undefined and null. */
export function descriptorOf(value: unknown, types: readonly TypeDescriptor[]): TypeDescriptor {
  switch (typeof value) {
    case "object": return descriptorOfObject(value as object, types);
    case "string": return types[builtinTypes.string.index];
    case "number": return types[builtinTypes.number.index];
    case "bigint": return types[builtinTypes.bigint.index];
    default: return types[builtinTypes.boolean.index];
  }
}

/** An array of the built-in type with that index, each element its kind's initial value. */
export function makeArray(type: number, length: number): GuestArray {
  const host = hostByIndex.get(type);
  if (host !== undefined) return new arrayClasses[host](length);
  if (length > 4096) return new Array<unknown>(length).fill(undefined);
  const made = emptyArray();
  for (let index = 0; index < length; index++) made.push(undefined);
  return made;
}

/** Whether a value is an array of either sort: the only objects without a descriptor. */
export const isArray = (value: unknown): value is GuestArray => Array.isArray(value) || (typeof value === "object" && value !== null && (value as Partial<GuestObject>).t === undefined);

for (const guestClass of [Object0, Object1, Object2, Object3, Object4, Object5, Object6, Object7, Object8, ObjectWide, Closure, Cell, Boxed, TypeValue, Handle, WeakTable]) {
  Object.setPrototypeOf(guestClass.prototype, null);
}
