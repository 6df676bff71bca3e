/** Conversions between kinds: implicit where a typed place takes a value of another kind, checked where the source is any. */
import type { Kind } from "../schemas/isa/kinds.ts";
import type { Mnemonic } from "../schemas/isa/table.ts";
import { any, bool, builtin, constant, type Expr, f64, i32, prim, str, type Ty, undefinedValue } from "./ir/nodes.ts";
import { builtinInfos, isDerived, refTo } from "./type-infos.ts";

const numeric: Partial<Record<Kind, Partial<Record<Kind, Mnemonic>>>> = {
  i32: { f64: "i32_to_f64", u32: "i32_to_u32", i64: "i32_to_i64" },
  u32: { f64: "u32_to_f64", i32: "u32_to_i32", i64: "u32_to_i64" },
  f64: { i32: "f64_to_i32", u32: "f64_to_u32" },
  i64: { u64: "i64_to_u64" },
  u64: { i64: "u64_to_i64" },
};

const casts: Partial<Record<Kind, Mnemonic>> = { i32: "cast_i32", u32: "cast_u32", f64: "cast_f64", i64: "cast_i64", u64: "cast_u64", bool: "cast_bool", str: "cast_str" };

/** A constant of the kind's initial value. */
export const initialOf = (ty: Ty): Expr => {
  switch (ty.kind) {
    case "i32":
    case "u32":
    case "f64":
      return constant(0, ty);
    case "i64":
    case "u64":
      return constant(0n, ty);
    case "bool":
      return constant(false, ty);
    case "str":
    case "ref":
      return constant(undefined, ty);
    case "any":
      return undefinedValue;
  }
};

const constantTo = (value: Expr & { op: "const" }, to: Ty): Expr | undefined => {
  const v = value.value;
  const from = value.ty;
  if (to.kind === "any") return constant(v, any);
  if (typeof v === "number") {
    if (to.kind === "f64") return constant(v, to);
    if (to.kind === "i32" && v === (v | 0) && !Object.is(v, -0)) return constant(v, to);
    if (to.kind === "u32" && v === v >>> 0) return constant(v, to);
  }
  if (typeof v === "string" && to.kind === "str") return constant(v, to);
  if (typeof v === "boolean" && to.kind === "bool") return constant(v, to);
  if (typeof v === "bigint" && (to.kind === "i64" || to.kind === "u64")) return constant(to.kind === "i64" ? BigInt.asIntN(64, v) : BigInt.asUintN(64, v), to);
  if (v == null && (to.kind === "ref" || to.kind === "str")) return constant(undefined, to);
  // What Fable declares ahead of a pattern match: `let x: int32 = (undefined as any)`.
  if (v === undefined && from.kind === "any") return initialOf(to);
  return undefined;
};

export const coerce = (value: Expr, to: Ty): Expr => {
  const from = value.ty;
  if (from.kind === to.kind && (to.kind !== "ref" || isDerived(from.type, to.type))) return value;
  if (value.op === "const") {
    const folded = constantTo(value, to);
    if (folded) return value.pos ? { ...folded, pos: value.pos } : folded;
  }
  if (value.op === "cond") return { ...value, then: coerce(value.then, to), otherwise: coerce(value.otherwise, to), ty: to };
  if (value.op === "seq") return { ...value, value: coerce(value.value, to), ty: to };
  const at = value.pos ? { pos: value.pos } : {};
  if (to.kind === "any") return { ...prim("to_any", any, [value]), ...at };
  if (to.kind === "ref") return { ...prim("cast_ref", to, [from.kind === "ref" ? value : coerce(value, any)], { info: to.type ?? builtinInfos.object }), ...at };
  const direct = numeric[from.kind]?.[to.kind];
  if (direct) return { ...prim(direct, to, [value]), ...at };
  const cast = casts[to.kind];
  if (!cast) throw new Error(`no conversion from ${from.kind} to ${to.kind}`);
  return { ...prim(cast, to, [coerce(value, any)]), ...at };
};

export const toAny = (value: Expr): Expr => coerce(value, any);

/** A new array of these. */
export const arrayOf = (items: readonly Expr[]): Expr => ({ op: "array", info: builtinInfos.array_any, items: items.map(toAny), ty: refTo(builtinInfos.array_any) });

/** JavaScript's truth. */
export const toBool = (value: Expr): Expr => {
  switch (value.ty.kind) {
    case "bool":
      return value;
    case "i32":
      return prim("ne_i32", bool, [value, constant(0, i32)]);
    case "ref":
      return prim("not_bool", bool, [prim("is_nullish", bool, [value])]);
    default:
      return prim("truthy", bool, [toAny(value)]);
  }
};

/** JavaScript's string of a number, a bool or a text. */
export const toText = (value: Expr): Expr | undefined => {
  switch (value.ty.kind) {
    case "str":
      return value;
    case "i32":
    case "u32":
    case "f64":
      return builtin("number_to_string", str, [coerce(value, f64), undefinedValue]);
    case "bool":
      return builtin("boolean_to_string", str, [value]);
    default:
      return undefined;
  }
};

/** What both branches of a conditional can be. */
export const unify = (a: Ty, b: Ty): Ty => {
  if (a.kind === b.kind) {
    if (a.kind !== "ref" || a.type === b.type) return a;
    for (let at = a.type; at !== undefined; at = at.parent) if (isDerived(b.type, at)) return refTo(at);
    return any;
  }
  const number = (ty: Ty): boolean => ty.kind === "i32" || ty.kind === "u32" || ty.kind === "f64";
  return number(a) && number(b) ? f64 : any;
};

/** The code of a char. */
export const charCode = (char: Expr): Expr =>
  char.op === "const" && typeof char.value === "string" && char.value !== "" ? constant(char.value.charCodeAt(0), i32) : prim("char_code", i32, [char]);
