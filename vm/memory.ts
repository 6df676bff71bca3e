/**
 * The live size of a machine's values, by fixed sizes and not the engine's, so that it is the same everywhere. Objects carry the number of the last
 * look that met them; arrays, which are the host's, go through a set. A string counts once per look when it is long, and 24 bytes a mention when it is short.
 */
import { firstOwnType } from "../schemas/isa/kinds.ts";
import { LargeSet } from "./large-set.ts";
import { MapTable } from "./map-table.ts";
import { readSlot } from "./object.gen.ts";
import { type GuestObject, inlineSlots, tagMask } from "./object.ts";
import { Boxed, Cell, Closure, type TypedArray, WeakTable } from "./value.ts";

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

  /** Bytes of everything reachable from the roots; `arrayTypes` are texts that hang on arrays. */
  measure(roots: readonly (readonly unknown[])[], arrayTypes: WeakMap<object, string> | undefined): number {
    const walk = this.#walk(roots, arrayTypes, false);
    return walk.weak.length === 0 ? walk.bytes : this.#walk(roots, arrayTypes, true).bytes;
  }

  #walk(roots: readonly (readonly unknown[])[], arrayTypes: WeakMap<object, string> | undefined, withKeys: boolean): Walk {
    if (this.#look === lastLook) {
      new Walk(0, new LargeSet(), undefined, withKeys).from(roots);
      this.#look = 0;
    }
    this.#look++;
    const walk = new Walk(this.#look << tagBits, undefined, arrayTypes, withKeys);
    walk.from(roots);
    return walk;
  }
}

class Walk {
  readonly #mark: number;
  /** Where marks are taken off: the objects met so far. */
  readonly #clearing: LargeSet | undefined;
  readonly #arrayTypes: WeakMap<object, string> | undefined;
  readonly #arrays = new LargeSet();
  readonly #texts = new LargeSet();
  readonly #pending: object[] = [];
  /** Weak maps met. Their entries are walked where all objects met are kept, which may be keys of theirs. */
  readonly weak: WeakTable[] = [];
  readonly #keys: object[] | undefined;
  bytes = 0;

  constructor(mark: number, clearing: LargeSet | undefined, arrayTypes: WeakMap<object, string> | undefined, withKeys: boolean) {
    this.#mark = mark;
    this.#keys = withKeys ? [] : undefined;
    this.#clearing = clearing;
    this.#arrayTypes = arrayTypes;
  }

  from(roots: readonly (readonly unknown[])[]): void {
    for (const root of roots) {
      this.#visitAll(root);
      this.#drain();
    }
    if (this.#keys !== undefined) this.#walkWeak(this.#keys);
  }

  /** Values whose map and key are both in reach, and what they lead to: further keys and maps among it. */
  #walkWeak(keys: readonly object[]): void {
    const seen: number[] = [];
    for (let known = -1; known !== keys.length; ) {
      known = keys.length;
      for (let map = 0; map < this.weak.length; map++) {
        const { entries } = this.weak[map];
        for (let at = seen[map] ?? 0; at < known; at++) {
          if (!entries.has(keys[at])) continue;
          this.bytes += sizes.entry;
          this.#visit(entries.get(keys[at]));
        }
        seen[map] = known;
      }
      this.#drain();
    }
  }

  #drain(): void {
    for (let object = this.#pending.pop(); object !== undefined; object = this.#pending.pop()) this.#enter(object);
  }

  #visitAll(values: readonly unknown[]): void {
    for (let index = 0; index < values.length; index++) this.#visit(values[index]);
  }

  #visit(value: unknown): void {
    if (typeof value === "object") {
      if (value !== null && this.#meet(value as { g?: number })) this.#pending.push(value);
    } else if (typeof value === "string") this.#visitText(value);
    else if (typeof value === "bigint") this.bytes += BigInt.asIntN(64, value) === value ? sizes.bigint : sizes.bigint + value.toString(16).length / 2;
  }

  #visitText(text: string): void {
    if (text.length <= shortString) this.bytes += sizes.shortString;
    else if (this.#texts.add(text)) this.bytes += sizes.string + sizes.unit * text.length;
  }

  /** Whether the object is met for the first time. */
  #meet(object: { g?: number }): boolean {
    if (object.g === undefined) return this.#arrays.add(object);
    if (this.#clearing === undefined ? (object.g & ~tagMask) === this.#mark : !this.#clearing.add(object)) return false;
    object.g = (object.g & tagMask) | this.#mark;
    return true;
  }

  #enter(object: object): void {
    this.#keys?.push(object);
    const type = (object as Partial<GuestObject>).t;
    if (type === undefined) {
      const text = this.#arrayTypes?.get(object);
      if (text !== undefined) this.#visitText(text);
      if (Array.isArray(object)) {
        this.bytes += sizes.array + sizes.element * object.length;
        this.#visitAll(object);
      } else this.bytes += sizes.typedArray + (object as TypedArray).byteLength;
    } else if (type.index >= firstOwnType) {
      const guest = object as GuestObject;
      this.bytes += type.bytes;
      for (let slot = 0; slot < type.size && slot < inlineSlots; slot++) this.#visit(readSlot(guest, slot));
      if (guest.x !== undefined) this.#visitAll(guest.x);
    } else if (object instanceof Closure) {
      this.bytes += sizes.closure + sizes.upvalue * object.of.captures;
      this.#visit(object.u0);
      this.#visit(object.u1);
      this.#visit(object.u2);
      this.#visit(object.u3);
      if (object.x !== undefined) this.#visitAll(object.x);
    } else if (object instanceof Cell) {
      this.bytes += sizes.cell;
      this.#visit(object.v);
    } else if (object instanceof Boxed) {
      this.bytes += sizes.boxed;
      this.#visitText(object.type);
      this.#visit(object.v);
    } else if (object instanceof MapTable) {
      this.bytes += sizes.map + sizes.entry * object.capacity;
      this.#visitAll(object.keys);
      this.#visitAll(object.values);
    } else if (object instanceof WeakTable) {
      this.bytes += sizes.map;
      this.weak.push(object);
    }
  }
}
