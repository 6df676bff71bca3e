/** All builtins by wire code, what they charge by the size of an argument, and how they are called as methods on values of any kind. */
import { type Builtin, type BuiltinSpec, builtins, builtinsByCode } from "../../schemas/isa/builtins.ts";
import { castTo } from "../casts.ts";
import { bigintBits } from "../dynamic.ts";
import { raise } from "../exceptions.ts";
import { MapTable } from "../map-table.ts";
import { isArray } from "../value.ts";
import { arrays } from "./arrays.ts";
import { collections } from "./collections.ts";
import type { BuiltinContext, BuiltinFunction } from "./context.ts";
import { numbers } from "./numbers.ts";
import { objects } from "./objects.ts";
import { text } from "./text.ts";

const specs = builtinsByCode as readonly BuiltinSpec[];

type Implementations = { readonly [B in Builtin]: BuiltinFunction };
/** Together they implement every builtin. */
const groups: readonly (typeof text & typeof numbers & typeof arrays & typeof collections & typeof objects extends Implementations ? Partial<Implementations> : never)[] = [text, numbers, arrays, collections, objects];
export const builtinTable: readonly BuiltinFunction[] = (() => {
  const byCode: BuiltinFunction[] = new Array(specs.length);
  for (const group of groups) for (const name in group) byCode[builtins[name as Builtin].code] = group[name as Builtin] as BuiltinFunction;
  return byCode;
})();

const columnOf = (of: (spec: BuiltinSpec) => number): Uint8Array => {
  const column = new Uint8Array(specs.length);
  for (const spec of specs) if (spec !== undefined) column[spec.code] = of(spec);
  return column;
};

/** Which of the first three arguments are strings, as bits: those must not be null. */
export const builtinTexts: Uint8Array = columnOf(({ params }) => (params[0] === "str" ? 1 : 0) | (params[1] === "str" ? 2 : 0) | (params[2] === "str" ? 4 : 0));
/** Whether the cost depends on an argument. */
export const builtinHasSize: Uint8Array = columnOf(({ per }) => (per === undefined ? 0 : 1));

export function needTexts(code: number, a: unknown, b: unknown, c: unknown): void {
  const bits = builtinTexts[code];
  if (((bits & 1) !== 0 && a === undefined) || ((bits & 2) !== 0 && b === undefined) || ((bits & 4) !== 0 && c === undefined)) raise("NullReference");
}

/** What the size of a value counts as: units, elements, entries, 64-bit words; a number counts itself. */
function sizeOf(value: unknown): number {
  switch (typeof value) {
    case "string":
      return value.length;
    case "number":
      return value > 0 ? Math.min(value, 2 ** 32) : 0;
    case "bigint":
      return bigintBits(value) >> 6;
    default:
      return isArray(value) ? value.length : value instanceof MapTable ? value.size : 0;
  }
}

/** The part of a builtin's fuel that depends on its first or second argument; beside it, `fuel` of its row is part of the enclosing charge. */
export function builtinCost(code: number, a: unknown, b: unknown): number {
  const { per } = specs[code];
  return per === undefined ? 0 : Math.ceil(sizeOf(per[0] === 0 ? a : b) / per[1]);
}

/** The whole fuel of a builtin that is called as a method: no enclosing charge could know of it. */
export function methodFuel(code: number, receiver: unknown, given: readonly unknown[]): number {
  return specs[code].fuel + builtinCost(code, receiver, given[0]);
}

/** Calls a builtin on a receiver with arguments of any kinds: each becomes what its parameter declares, or InvalidCast is raised. */
export function callAsMethod(context: BuiltinContext, code: number, receiver: unknown, given: readonly unknown[]): unknown {
  const { params } = specs[code];
  const cast = (index: number): unknown => {
    const value = index === 0 ? receiver : given[index - 1];
    return index >= params.length ? undefined : castTo(params[index], 0, value, context.types);
  };
  const a = cast(0);
  const b = cast(1);
  const c = cast(2);
  if (builtinTexts[code] !== 0) needTexts(code, a, b, c);
  return builtinTable[code](context, a, b, c, cast(3));
}
