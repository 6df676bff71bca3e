/** Comparisons of values of any kinds: `===`, `==` against null, `<` and its kin, as expressions. */
import type { Builtin } from "../schemas/isa/builtins.ts";
import type { Kind } from "../schemas/isa/kinds.ts";
import type { Mnemonic } from "../schemas/isa/table.ts";
import { coerce, toAny, toBool, unify } from "./coerce.ts";
import { any, bool, builtin, constant, type Expr, local, prim, type Ty } from "./ir/nodes.ts";

export const isNumber = (ty: Ty): boolean => ty.kind === "i32" || ty.kind === "u32" || ty.kind === "f64";
const isSimple = (value: Expr): boolean => value.op === "const" || value.op === "local" || value.op === "global";

/** Both values in order, for an instruction that takes them the other way round. */
const swapped = (left: Expr, right: Expr, make: (right: Expr, left: Expr) => Expr): Expr => {
  if (isSimple(left) || isSimple(right)) return make(right, left);
  const held = { name: "left", ty: left.ty, cell: false };
  const value = make(right, local(held));
  return { op: "seq", body: [{ op: "let", local: held, value: left }], value, ty: value.ty };
};

const equalities: Partial<Record<Kind, Mnemonic>> = { i32: "eq_i32", u32: "eq_u32", f64: "eq_f64", i64: "eq_i64", u64: "eq_u64", bool: "eq_bool", str: "eq_str" };
const lesses: Partial<Record<Kind, readonly [lt: Mnemonic, le: Mnemonic]>> = {
  i32: ["lt_i32", "le_i32"],
  u32: ["lt_u32", "le_u32"],
  f64: ["lt_f64", "le_f64"],
  i64: ["lt_i64", "le_i64"],
  u64: ["lt_u64", "le_u64"],
  str: ["lt_str", "le_str"],
};

/** Names of types that have a test of their own. */
const typeTests = new Map<unknown, Builtin>([
  ["number", "is_number"],
  ["string", "is_text"],
]);

/** `===`. */
export const strictEqual = (left: Expr, right: Expr): Expr => {
  const test = left.op === "prim" && left.mnemonic === "typeof_any" && right.op === "const" ? typeTests.get(right.value) : undefined;
  if (test) return builtin(test, bool, (left as Expr & { op: "prim" }).args);
  const ty = isNumber(left.ty) && isNumber(right.ty) ? unify(left.ty, right.ty) : left.ty.kind === right.ty.kind ? left.ty : any;
  const mnemonic = equalities[ty.kind];
  if (mnemonic) return prim(mnemonic, bool, [coerce(left, ty), coerce(right, ty)]);
  return prim("eq_any", bool, [toAny(left), toAny(right)]);
};

const isNullish = (value: Expr): boolean => value.op === "const" && value.value == null && value.ty.kind === "any";

/** `==`: Fable and its library use it only against null. */
export const looseEqual = (left: Expr, right: Expr): Expr => {
  if (isNullish(right)) return nullTest(left);
  if (isNullish(left)) return nullTest(right);
  return strictEqual(left, right);
};

const nullTest = (value: Expr): Expr =>
  value.ty.kind === "any" || value.ty.kind === "ref" || value.ty.kind === "str"
    ? prim("is_nullish", bool, [value.ty.kind === "str" ? toAny(value) : value])
    : { op: "seq", body: [{ op: "expr", value }], value: constant(false, bool), ty: bool };

export const not = (value: Expr): Expr => (value.op === "const" ? constant(!value.value, bool) : prim("not_bool", bool, [toBool(value)]));

export const relational = (operator: "<" | "<=" | ">" | ">=", left: Expr, right: Expr): Expr => {
  const ty = isNumber(left.ty) && isNumber(right.ty) ? unify(left.ty, right.ty) : left.ty.kind === right.ty.kind ? left.ty : any;
  const pair = lesses[ty.kind];
  if (!pair) {
    const mnemonic = ({ "<": "lt_any", "<=": "le_any", ">": "gt_any", ">=": "ge_any" } as const)[operator];
    return prim(mnemonic, bool, [toAny(left), toAny(right)]);
  }
  const l = coerce(left, ty);
  const r = coerce(right, ty);
  if (operator === "<" || operator === "<=") return prim(pair[operator === "<" ? 0 : 1], bool, [l, r]);
  return swapped(l, r, (b, a) => prim(pair[operator === ">" ? 0 : 1], bool, [b, a]));
};
