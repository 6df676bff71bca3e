/**
 * The live size of a machine's values, by fixed sizes and not the engine's, so that it is the same everywhere. Objects carry the number of the last
 * look that met them; arrays, which are the host's, go through a set. A string counts once per look when it is long, and 24 bytes a mention when it is short.
 */
import { firstOwnType } from "../schemas/isa/kinds.ts";
import { MapTable } from "./map-table.ts";
import { type GuestObject, inlineSlots, readSlot, tagMask } from "./object.ts";
import { Boxed, Cell, Closure, type TypedArray } from "./value.ts";

/** Bytes per value, beyond 8 for the place that holds it. */
export const sizes = {
  closure: 32,
  upvalue: 8,
  cell: 24,
  boxed: 40,
  array: 32,
  element: 8,
  typedArray: 64,
  map: 64,
  entry: 48,
  string: 32,
  unit: 2,
  shortString: 24,
  bigint: 24,
  frame: 12,
  register: 8,
} as const;

const shortString = 16;
const tagBits = 12;
const lastLook = (1 << 18) - 1;

export class Looks {
  #look = 0;

  /** Bytes of everything reachable from the roots. */
  measure(roots: readonly (readonly unknown[])[]): number {
    if (this.#look === lastLook) {
      this.#clear(roots);
      this.#look = 0;
    }
    this.#look++;
    return this.#walk(roots, undefined);
  }

  /** Takes the marks off everything reachable; nothing else can come back. */
  #clear(roots: readonly (readonly unknown[])[]): void {
    this.#walk(roots, new Set());
  }

  #walk(roots: readonly (readonly unknown[])[], clearing: Set<object> | undefined): number {
    const mark = (clearing === undefined ? this.#look : 0) << tagBits;
    const seen = clearing ?? new Set<object>();
    const texts = new Set<string>();
    const pending: object[] = [];
    let bytes = 0;

    const visit = (value: unknown): void => {
      if (typeof value === "object") {
        if (value !== null) pending.push(value);
      } else if (typeof value === "string") {
        if (value.length <= shortString) bytes += sizes.shortString;
        else if (!texts.has(value)) {
          texts.add(value);
          bytes += sizes.string + sizes.unit * value.length;
        }
      } else if (typeof value === "bigint") {
        bytes += BigInt.asIntN(64, value) === value ? sizes.bigint : sizes.bigint + value.toString(16).length / 2;
      }
    };
    /** Whether the object is met for the first time. */
    const meet = (object: { g: number }): boolean => {
      if (clearing === undefined) {
        if ((object.g & ~tagMask) === mark) return false;
      } else {
        if (clearing.has(object)) return false;
        clearing.add(object);
      }
      object.g = (object.g & tagMask) | mark;
      return true;
    };
    const meetHost = (value: object): boolean => {
      if (seen.has(value)) return false;
      seen.add(value);
      return true;
    };
    const walkArray = (array: readonly unknown[]): void => {
      for (let index = 0; index < array.length; index++) visit(array[index]);
    };

    for (const root of roots) {
      walkArray(root);
      for (let object = pending.pop(); object !== undefined; object = pending.pop()) {
        if (Array.isArray(object)) {
          if (!meetHost(object)) continue;
          bytes += sizes.array + sizes.element * object.length;
          walkArray(object);
          continue;
        }
        const type = (object as Partial<GuestObject>).t;
        if (type === undefined) {
          if (meetHost(object)) bytes += sizes.typedArray + (object as TypedArray).byteLength;
        } else if (type.index >= firstOwnType) {
          const guest = object as GuestObject;
          if (!meet(guest)) continue;
          const { size } = type;
          bytes += type.bytes;
          for (let slot = 0; slot < size && slot < inlineSlots; slot++) visit(readSlot(guest, slot));
          if (guest.x !== undefined) walkArray(guest.x);
        } else if (object instanceof Closure) {
          if (!meet(object)) continue;
          bytes += sizes.closure + sizes.upvalue * object.u.length;
          walkArray(object.u);
        } else if (object instanceof Cell) {
          if (!meet(object)) continue;
          bytes += sizes.cell;
          visit(object.v);
        } else if (object instanceof Boxed) {
          if (!meet(object)) continue;
          bytes += sizes.boxed;
          visit(object.v);
        } else if (object instanceof MapTable) {
          if (!meet(object)) continue;
          bytes += sizes.map + sizes.entry * object.capacity;
          walkArray(object.keys);
          walkArray(object.values);
        }
      }
    }
    return bytes;
  }
}
