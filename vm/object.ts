/**
 * Objects of the module's types. They have one of ten host classes (object.gen.ts), by their number of slots, and their type in a field: with one class per type the
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
