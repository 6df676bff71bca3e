/**
 * Objects of the module's types. They have one of ten host classes, by their number of slots, and their type in a field: with one class per type the
 * interpreter's loads and allocations see too many shapes (12 types: 52 ns an object and 19 ns a load, against 28 and 4). Prototypes are null-rooted, so no
 * name leads to anything of the host's.
 */
import type { TypeDescriptor } from "./descriptor.ts";

/** `g`: the union tag in the low 12 bits, above them the number of the last memory look that met the object. */
export interface GuestObject {
  readonly t: TypeDescriptor;
  g: number;
  s0?: unknown;
  s1?: unknown;
  s2?: unknown;
  s3?: unknown;
  s4?: unknown;
  s5?: unknown;
  s6?: unknown;
  s7?: unknown;
  x?: unknown[];
}

export const tagMask = 0xfff;
/** Slots from this index on live in `x`. */
export const inlineSlots = 8;

export class Object0 implements GuestObject {
  t: TypeDescriptor;
  g: number;
  constructor(t: TypeDescriptor, g: number) {
    this.t = t;
    this.g = g;
  }
}
export class Object1 implements GuestObject {
  t: TypeDescriptor;
  g: number;
  s0: unknown;
  constructor(t: TypeDescriptor, g: number, a: unknown) {
    this.t = t;
    this.g = g;
    this.s0 = a;
  }
}
export class Object2 implements GuestObject {
  t: TypeDescriptor;
  g: number;
  s0: unknown;
  s1: unknown;
  constructor(t: TypeDescriptor, g: number, a: unknown, b: unknown) {
    this.t = t;
    this.g = g;
    this.s0 = a;
    this.s1 = b;
  }
}
export class Object3 implements GuestObject {
  t: TypeDescriptor;
  g: number;
  s0: unknown;
  s1: unknown;
  s2: unknown;
  constructor(t: TypeDescriptor, g: number, a: unknown, b: unknown, c: unknown) {
    this.t = t;
    this.g = g;
    this.s0 = a;
    this.s1 = b;
    this.s2 = c;
  }
}
export class Object4 implements GuestObject {
  t: TypeDescriptor;
  g: number;
  s0: unknown;
  s1: unknown;
  s2: unknown;
  s3: unknown;
  constructor(t: TypeDescriptor, g: number, a: unknown, b: unknown, c: unknown, d: unknown) {
    this.t = t;
    this.g = g;
    this.s0 = a;
    this.s1 = b;
    this.s2 = c;
    this.s3 = d;
  }
}
export class Object5 implements GuestObject {
  t: TypeDescriptor;
  g: number;
  s0: unknown;
  s1: unknown;
  s2: unknown;
  s3: unknown;
  s4: unknown;
  constructor(t: TypeDescriptor, g: number, a: unknown, b: unknown, c: unknown, d: unknown, e: unknown) {
    this.t = t;
    this.g = g;
    this.s0 = a;
    this.s1 = b;
    this.s2 = c;
    this.s3 = d;
    this.s4 = e;
  }
}
export class Object6 implements GuestObject {
  t: TypeDescriptor;
  g: number;
  s0: unknown;
  s1: unknown;
  s2: unknown;
  s3: unknown;
  s4: unknown;
  s5: unknown;
  constructor(t: TypeDescriptor, g: number, a: unknown, b: unknown, c: unknown, d: unknown, e: unknown, f: unknown) {
    this.t = t;
    this.g = g;
    this.s0 = a;
    this.s1 = b;
    this.s2 = c;
    this.s3 = d;
    this.s4 = e;
    this.s5 = f;
  }
}
export class Object7 implements GuestObject {
  t: TypeDescriptor;
  g: number;
  s0: unknown;
  s1: unknown;
  s2: unknown;
  s3: unknown;
  s4: unknown;
  s5: unknown;
  s6: unknown;
  constructor(t: TypeDescriptor, g: number, a: unknown, b: unknown, c: unknown, d: unknown, e: unknown, f: unknown, h: unknown) {
    this.t = t;
    this.g = g;
    this.s0 = a;
    this.s1 = b;
    this.s2 = c;
    this.s3 = d;
    this.s4 = e;
    this.s5 = f;
    this.s6 = h;
  }
}
export class Object8 implements GuestObject {
  t: TypeDescriptor;
  g: number;
  s0: unknown;
  s1: unknown;
  s2: unknown;
  s3: unknown;
  s4: unknown;
  s5: unknown;
  s6: unknown;
  s7: unknown;
  constructor(t: TypeDescriptor, g: number, a: unknown, b: unknown, c: unknown, d: unknown, e: unknown, f: unknown, h: unknown, i: unknown) {
    this.t = t;
    this.g = g;
    this.s0 = a;
    this.s1 = b;
    this.s2 = c;
    this.s3 = d;
    this.s4 = e;
    this.s5 = f;
    this.s6 = h;
    this.s7 = i;
  }
}
/** More than eight slots. */
export class ObjectWide implements GuestObject {
  t: TypeDescriptor;
  g: number;
  s0: unknown;
  s1: unknown;
  s2: unknown;
  s3: unknown;
  s4: unknown;
  s5: unknown;
  s6: unknown;
  s7: unknown;
  x: unknown[];
  constructor(t: TypeDescriptor, g: number, v: readonly unknown[]) {
    this.t = t;
    this.g = g;
    this.s0 = v[0];
    this.s1 = v[1];
    this.s2 = v[2];
    this.s3 = v[3];
    this.s4 = v[4];
    this.s5 = v[5];
    this.s6 = v[6];
    this.s7 = v[7];
    this.x = v.slice(inlineSlots);
  }
}

/** An object with all its slots given, in order; missing ones hold their initial value. */
export function makeObject(t: TypeDescriptor, tag: number, values: readonly unknown[]): GuestObject {
  if (t.make !== undefined) return t.make(tag, values);
  const i = t.initial;
  const n = values.length;
  const v = (index: number): unknown => (index < n ? values[index] : i[index]);
  switch (t.size) {
    case 0:
      return new Object0(t, tag);
    case 1:
      return new Object1(t, tag, v(0));
    case 2:
      return new Object2(t, tag, v(0), v(1));
    case 3:
      return new Object3(t, tag, v(0), v(1), v(2));
    case 4:
      return new Object4(t, tag, v(0), v(1), v(2), v(3));
    case 5:
      return new Object5(t, tag, v(0), v(1), v(2), v(3), v(4));
    case 6:
      return new Object6(t, tag, v(0), v(1), v(2), v(3), v(4), v(5));
    case 7:
      return new Object7(t, tag, v(0), v(1), v(2), v(3), v(4), v(5), v(6));
    case 8:
      return new Object8(t, tag, v(0), v(1), v(2), v(3), v(4), v(5), v(6), v(7));
    default:
      return new ObjectWide(
        t,
        tag,
        i.map((_, index) => v(index)),
      );
  }
}

export function readSlot(object: GuestObject, slot: number): unknown {
  switch (slot) {
    case 0:
      return object.s0;
    case 1:
      return object.s1;
    case 2:
      return object.s2;
    case 3:
      return object.s3;
    case 4:
      return object.s4;
    case 5:
      return object.s5;
    case 6:
      return object.s6;
    case 7:
      return object.s7;
    default:
      return (object.x as unknown[])[slot - inlineSlots];
  }
}

export function writeSlot(object: GuestObject, slot: number, value: unknown): void {
  switch (slot) {
    case 0:
      object.s0 = value;
      return;
    case 1:
      object.s1 = value;
      return;
    case 2:
      object.s2 = value;
      return;
    case 3:
      object.s3 = value;
      return;
    case 4:
      object.s4 = value;
      return;
    case 5:
      object.s5 = value;
      return;
    case 6:
      object.s6 = value;
      return;
    case 7:
      object.s7 = value;
      return;
    default:
      (object.x as unknown[])[slot - inlineSlots] = value;
  }
}

for (const guestClass of [Object0, Object1, Object2, Object3, Object4, Object5, Object6, Object7, Object8, ObjectWide]) {
  Object.setPrototypeOf(guestClass.prototype, null);
}
