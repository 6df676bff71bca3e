/** What instructions make of any size: texts and arrays, charged for and counted before they are there. */
import { builtinTypes } from "../schemas/isa/kinds.ts";
import type { TypeDescriptor } from "./descriptor.ts";
import { addAny, bigintBits, comparison, longText, textOf, textWork } from "./dynamic.ts";
import { raise } from "./exceptions.ts";
import { sizes } from "./memory.ts";
import type { Metering } from "./metering.ts";
import { type GuestArray, makeArray } from "./value.ts";

export abstract class Making {
  abstract readonly metering: Metering;

  /** Counts what a concatenation adds: never less than flattening its result will take. */
  countConcat(lhs: string, rhs: string): void {
    this.#charge(lhs.length + rhs.length);
    this.metering.allocate(sizes.string + sizes.unit * Math.min(lhs.length, rhs.length));
  }

  /** `+` on anything. */
  concatAny(lhs: unknown, rhs: unknown): unknown {
    this.metering.charged = 0;
    if (typeof lhs === "string" || typeof rhs === "string") {
      const left = textOf(this.metering, lhs);
      const right = textOf(this.metering, rhs);
      this.#charge(left.length + right.length);
      this.metering.allocate(sizes.string + sizes.unit * Math.min(typeof lhs === "string" ? lhs.length : 0, typeof rhs === "string" ? rhs.length : 0) + 32);
      return left + right;
    }
    const sum = addAny(this.metering, lhs, rhs);
    if (typeof sum === "bigint") this.metering.allocate(bigintBits(sum) >> 3);
    return sum;
  }

  /** Charges for a text that is put together, however late the host does it. */
  #charge(units: number): void {
    if (units < longText) return;
    this.metering.charged = 0;
    this.metering.within("string", units);
    this.metering.work(textWork(units));
  }

  /** Charges for comparing what may be long. */
  weigh(lhs: unknown, rhs: unknown): void {
    this.metering.charged = 0;
    comparison(this.metering, lhs, rhs);
  }

  arrayCost(length: number): number {
    return length > 0 ? Math.ceil(length / 8) : 0;
  }

  newArray(type: TypeDescriptor, length: number): GuestArray {
    if (length < 0) raise("Overflow");
    this.metering.within("array", length);
    this.metering.reserve(sizes.array + sizes.element * length);
    return makeArray(type.index, length);
  }

  arrayOf(type: TypeDescriptor, items: unknown[]): GuestArray {
    this.metering.allocate(sizes.array + sizes.element * items.length);
    if (type.index === builtinTypes.array_any.index) return items;
    const made = makeArray(type.index, items.length) as { [index: number]: unknown };
    for (let index = 0; index < items.length; index++) made[index] = items[index];
    return made as unknown as GuestArray;
  }

  /** Counts elements that are about to be added to an array. */
  grow(array: readonly unknown[], count: number): void {
    this.metering.within("array", array.length + count);
    this.metering.reserve(sizes.element * count);
  }
}
