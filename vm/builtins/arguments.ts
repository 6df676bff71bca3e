/** How builtins read their `any` arguments. */
import { longText, type Meter, textWork, toNumber } from "../dynamic.ts";
import { raise } from "../exceptions.ts";
import { MapTable } from "../map-table.ts";
import { sizes } from "../memory.ts";
import { type GuestArray, isArray } from "../value.ts";
import type { BuiltinContext } from "./context.ts";

const wrong = (value: unknown): never => raise(value === undefined || value === null ? "NullReference" : "InvalidCast");

export const array = (value: unknown): GuestArray => (isArray(value) ? value : wrong(value));
export const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : wrong(value));
export const table = (value: unknown): MapTable => (value instanceof MapTable ? value : wrong(value));

/** For numbers whose texts are short. */
const free: Meter = { work: () => undefined, within: () => undefined };

/** An index or count as JavaScript's ToIntegerOrInfinity has it; undefined stays. */
export const optionalInteger = (value: unknown): number | undefined => (value === undefined ? undefined : integer(value));
export function integer(value: unknown): number {
  if (typeof value === "string" && value.length >= longText) raise("InvalidCast");
  const number = toNumber(free, value);
  return Number.isNaN(number) ? 0 : Math.trunc(number);
}

/** A relative index of `slice` and its like, within [0, length]. */
export function relative(value: unknown, length: number, missing: number): number {
  if (value === undefined) return missing;
  const index = integer(value);
  return index < 0 ? Math.max(0, length + index) : Math.min(index, length);
}

/** Charges for a string of that many units and counts it, before it is made. */
export function reserveText(context: BuiltinContext, units: number): void {
  context.metering.within("string", units);
  if (units >= longText) context.metering.work(textWork(units));
  context.metering.reserve(sizes.string + sizes.unit * units);
}

/** Counts an array of that many elements before it is made. */
export function reserveArray(context: BuiltinContext, length: number): void {
  context.metering.within("array", length);
  context.metering.reserve(sizes.array + sizes.element * length);
}
