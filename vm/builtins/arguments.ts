/** How builtins read their `any` arguments. */
import { toNumber } from "../dynamic.ts";
import { raise } from "../exceptions.ts";
import { MapTable } from "../map-table.ts";
import { sizes } from "../memory.ts";
import { type GuestArray, isArray } from "../value.ts";
import type { BuiltinContext } from "./context.ts";

const wrong = (value: unknown): never => raise(value === undefined || value === null ? "NullReference" : "InvalidCast");

export const array = (value: unknown): GuestArray => (isArray(value) ? value : wrong(value));
export const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : wrong(value));
export const table = (value: unknown): MapTable => (value instanceof MapTable ? value : wrong(value));

/** An index or count as JavaScript's ToIntegerOrInfinity has it; undefined stays. */
export const optionalInteger = (value: unknown): number | undefined => (value === undefined ? undefined : integer(value));
export function integer(value: unknown): number {
  const number = toNumber(value);
  return Number.isNaN(number) ? 0 : Math.trunc(number);
}

/** A relative index of `slice` and its like, within [0, length]. */
export function relative(value: unknown, length: number, missing: number): number {
  if (value === undefined) return missing;
  const index = integer(value);
  return index < 0 ? Math.max(0, length + index) : Math.min(index, length);
}

/** Counts a string of that many units before it is made. */
export function reserveText(context: BuiltinContext, units: number): void {
  if (units > longestText) raise("OutOfMemory");
  context.metering.reserve(sizes.string + sizes.unit * units);
}

/** Counts an array of that many elements before it is made. */
export function reserveArray(context: BuiltinContext, length: number): void {
  if (length > longestArray) raise("OutOfMemory", "Array dimensions exceeded supported range.");
  context.metering.reserve(sizes.array + sizes.element * length);
}

/** Units a string may have: what every engine takes. */
const longestText = 2 ** 29 - 25;
const longestArray = 32 * 1024 * 1024;
