/**
 * Equations on single expressions whose operands are simple already: conversions that cancel out, operations on values whose kind is known after all, constants.
 * `known` gives what a variable that is never assigned was declared with.
 */
import type { Kind } from "../../schemas/isa/kinds.ts";
import type { Mnemonic } from "../../schemas/isa/table.ts";
import { coerce, toBool } from "../coerce.ts";
import { relational, strictEqual } from "../comparisons.ts";
import { any, bool, constant, type Expr, f64, i32, i64, prim, type Stmt, str, type Ty } from "../ir/nodes.ts";
import { builtinInfos, isDerived, slotIndex, type TypeInfo } from "../type-infos.ts";
import { isPure } from "./purity.ts";

type Prim = Expr & { op: "prim" };
type Known = (value: Expr) => Expr;

const isNumber = (ty: Ty): boolean => ty.kind === "i32" || ty.kind === "u32" || ty.kind === "f64";

/** The typed value that was made any, where there is one. */
export const typed = (value: Expr, known: Known): Expr | undefined => {
  const at = value.ty.kind === "any" ? known(value) : value;
  if (at.ty.kind !== "any") return at;
  if (at.op === "prim" && at.mnemonic === "to_any") return at.args[0];
  if (at.op !== "const") return undefined;
  const v = at.value;
  if (typeof v === "number") return constant(v, v === (v | 0) && !Object.is(v, -0) ? i32 : f64);
  if (typeof v === "boolean") return constant(v, bool);
  return typeof v === "string" ? constant(v, str) : undefined;
};

/** Whether a value is an F# array of whatever host class, or null. */
export const isArray = (value: Expr, known: Known): boolean =>
  value.ty.array === true || known(value).ty.array === true || typed(value, known)?.ty.type?.builtin?.startsWith("array_") === true;

const number = (value: Expr, known: Known): Expr | undefined => {
  const found = typed(value, known);
  return found && isNumber(found.ty) ? found : undefined;
};

const toAny = (value: Expr): Expr => coerce(value, any);

export const isCast = (value: Expr): value is Expr & { op: "prim" } =>
  value.op === "prim" && (value.mnemonic.startsWith("cast_") || value.mnemonic === "to_any") && value.args.length === 1;

/** JavaScript's arithmetic on numbers is that of doubles. */
const doubles: Partial<Record<Mnemonic, Mnemonic>> = { add_any: "add_f64", sub_any: "sub_f64", mul_any: "mul_f64", div_any: "div_f64", rem_any: "rem_f64" };
const orders: Partial<Record<Mnemonic, "<" | "<=" | ">" | ">=">> = { lt_any: "<", le_any: "<=", gt_any: ">", ge_any: ">=" };

const castKinds: Partial<Record<Mnemonic, Kind>> = {
  cast_i32: "i32",
  cast_u32: "u32",
  cast_f64: "f64",
  cast_i64: "i64",
  cast_u64: "u64",
  cast_bool: "bool",
  cast_str: "str",
};

/** Undefined where they raise. */
const integers: Partial<Record<Mnemonic, (a: number, b: number) => number | undefined>> = {
  add_i32: (a, b) => (a + b) | 0,
  sub_i32: (a, b) => (a - b) | 0,
  mul_i32: Math.imul,
  div_i32: (a, b) => (b === 0 || (b === -1 && a === -(2 ** 31)) ? undefined : Math.trunc(a / b) | 0),
  rem_i32: (a, b) => (b === 0 || b === -1 ? undefined : (a % b) | 0),
  and_i32: (a, b) => a & b,
  or_i32: (a, b) => a | b,
  xor_i32: (a, b) => a ^ b,
  shl_i32: (a, b) => a << (b & 31),
  shr_i32: (a, b) => a >> (b & 31),
};
const longs: Partial<Record<Mnemonic, (a: bigint, b: bigint) => bigint>> = {
  add_i64: (a, b) => a + b,
  sub_i64: (a, b) => a - b,
  mul_i64: (a, b) => a * b,
};
/** Longer texts are put together at run time. */
const longestText = 1000;

const doubleOperations: Partial<Record<Mnemonic, (a: number, b: number) => number>> = {
  add_f64: (a, b) => a + b,
  sub_f64: (a, b) => a - b,
  mul_f64: (a, b) => a * b,
  div_f64: (a, b) => a / b,
};
const isText = (value: unknown): value is string => typeof value === "string";

const comparisons: Partial<Record<Mnemonic, (a: number, b: number) => boolean>> = {
  eq_i32: (a, b) => a === b,
  ne_i32: (a, b) => a !== b,
  lt_i32: (a, b) => a < b,
  le_i32: (a, b) => a <= b,
  eq_f64: (a, b) => a === b,
  ne_f64: (a, b) => a !== b,
  lt_f64: (a, b) => a < b,
  le_f64: (a, b) => a <= b,
};

/** Elements that are cast at once. */
const elements: Partial<Record<Mnemonic, Partial<Record<Mnemonic, Mnemonic>>>> = {
  get_element: { cast_i32: "get_element_i32", cast_f64: "get_element_f64", cast_bool: "get_element_bool", cast_str: "get_element_str" },
  get_item: { cast_i32: "get_item_i32", cast_f64: "get_item_f64", cast_bool: "get_item_bool", cast_str: "get_item_str" },
};

const cast = (value: Prim, known: Known): Expr => {
  const arg = value.args[0]!;
  const element = arg.op === "prim" ? elements[arg.mnemonic]?.[value.mnemonic] : undefined;
  if (element) return { ...(arg as Prim), mnemonic: element, ty: value.ty };
  const kind = castKinds[value.mnemonic]!;
  if (arg.op === "cond" && typed(arg.then, known) && typed(arg.otherwise, known)) {
    return { ...arg, then: cast({ ...value, args: [arg.then] }, known), otherwise: cast({ ...value, args: [arg.otherwise] }, known), ty: value.ty };
  }
  const from = typed(arg, known);
  if (!from) return value;
  if (from.ty.kind === kind) return from;
  if (kind === "f64" && isNumber(from.ty)) return coerce(from, f64);
  return value;
};

const castRef = (value: Prim, known: Known): Expr => {
  const from = typed(value.args[0]!, known);
  if (from?.ty.kind !== "ref") return value;
  if (isDerived(from.ty.type, value.info)) return from;
  return { ...value, args: [from] };
};

/** The type of an object that was made right here, or is a closure. */
const exactType = (value: Expr, known: Known): TypeInfo | undefined => {
  const at = known(typed(value, known) ?? value);
  if (at.op === "object" || at.op === "array") return at.info;
  return at.op === "closure" ? builtinInfos.closure : undefined;
};

const isType = (value: Prim, known: Known): Expr => {
  const from = typed(value.args[0]!, known);
  if (!from && isArray(value.args[0]!, known) && value.info?.kind !== "builtin" && isPure(value.args[0]!)) return constant(false, bool);
  if (from?.ty.kind !== "ref") return from && isPure(from) ? constant(false, bool) : value;
  const exact = exactType(from, known);
  if (exact && isPure(from)) return constant(isDerived(exact, value.info), bool);
  if (!from.ty.type || !value.info) return value;
  if (isDerived(from.ty.type, value.info)) return prim("not_bool", bool, [prim("is_nullish", bool, [from])]);
  return isDerived(value.info, from.ty.type) || !isPure(from) ? { ...value, args: [from] } : constant(false, bool);
};

const isNullish = (value: Prim, known: Known): Expr => {
  const arg = value.args[0]!;
  if (arg.op === "const") return constant(arg.value == null, bool);
  const from = typed(arg, known);
  if (!from) return value;
  if (from.ty.kind === "ref") {
    if (exactType(from, known) && isPure(from)) return constant(false, bool);
    return from === arg ? value : { ...value, args: [from] };
  }
  return from.ty.kind !== "str" && isPure(from) ? constant(false, bool) : value;
};

/** A constant that is at run time what it says here: nulls of kinds of their own are not. */
const isExact = (value: Expr): value is Expr & { op: "const" } => value.op === "const" && (value.ty.kind === "any" || value.value != null);

const equal = (value: Prim, known: Known): Expr => {
  const [left, right] = value.args as [Expr, Expr];
  const a = typed(left, known);
  const b = typed(right, known);
  const nullish = (one: Expr): boolean => one.op === "const" && one.value === undefined;
  const [one, other] = [known(left), known(right)];
  if (isExact(one) && isExact(other)) return constant(one.value === other.value, bool);
  if (a?.ty.kind === "ref" && nullish(right)) return prim("is_nullish", bool, [a]);
  if (!a || !b || a.ty.kind === "ref" || b.ty.kind === "ref") return value;
  return a.ty.kind === b.ty.kind || (isNumber(a.ty) && isNumber(b.ty)) ? strictEqual(a, b) : value;
};

/** What is made of a value, behind the statements ahead of it. */
const within = (value: Expr, make: (value: Expr) => Expr): Expr => {
  if (value.op !== "seq") return make(value);
  const inner = within(value.value, make);
  return { ...value, value: inner, ty: inner.ty };
};

/** All statements ahead of a value, and the value. */
export const flat = (value: Expr): { body: readonly Stmt[]; value: Expr } => {
  if (value.op !== "seq") return { body: [], value };
  const inner = flat(value.value);
  return { body: [...value.body, ...inner.body], value: inner.value };
};

const foldPrim = (value: Prim, known: Known): Expr => {
  const { mnemonic } = value;
  const [a, b] = value.args;
  if (castKinds[mnemonic]) return cast(value, known);
  switch (mnemonic) {
    case "cast_ref":
      return castRef(value, known);
    case "is_type":
      return isType(value, known);
    case "is_nullish":
      return isNullish(value, known);
    case "eq_any":
      return equal(value, known);
    case "truthy": {
      if (a!.op === "cond" && (a!.then.op === "const" || a!.otherwise.op === "const")) {
        const truth = (one: Expr): Expr => within(one, (part) => foldPrim({ ...value, args: [part] }, known));
        return conditional({ ...a!, then: truth(a!.then), otherwise: truth(a!.otherwise), ty: bool });
      }
      const from = typed(a!, known);
      if (from?.op === "const" && typeof from.value === "boolean") return from;
      return from && (from.ty.kind === "bool" || from.ty.kind === "i32" || from.ty.kind === "ref") ? foldPrimIf(toBool(from), known) : value;
    }
    case "not_bool":
      if (a!.op === "const") return constant(!a!.value, bool);
      return a!.op === "prim" && a!.mnemonic === "not_bool" ? a!.args[0]! : value;
    case "to_any":
      return a!.op === "const" && a!.value !== null && a!.ty.kind !== "ref" && a!.ty.kind !== "i64" && a!.ty.kind !== "u64" ? constant(a!.value, any) : value;
    case "to_int32_any": {
      const from = number(a!, known);
      return from?.ty.kind === "i32" ? from : value;
    }
    case "to_number_any": {
      const from = number(a!, known);
      return from ? coerce(from, f64) : value;
    }
    case "i32_to_f64":
      return a!.op === "const" ? constant(a!.value, f64) : value;
    case "i32_to_i64":
      return a!.op === "const" ? constant(BigInt(a!.value as number), i64) : value;
  }
  const double = doubles[mnemonic];
  const order = orders[mnemonic];
  if (double || order) {
    const left = number(a!, known);
    const right = left && number(b!, known);
    if (left && right) return double ? toAny(prim(double, f64, [coerce(left, f64), coerce(right, f64)])) : relational(order!, left, right);
    return value;
  }
  if (mnemonic === "len_str" && a!.op === "const" && isText(a!.value)) return constant(a!.value.length, i32);
  if (a?.op === "const" && b?.op === "const") {
    if (mnemonic === "eq_str" && isText(a.value) && isText(b.value)) return constant(a.value === b.value, bool);
    const [x, y] = [a.value as number, b.value as number];
    const integer = integers[mnemonic];
    const whole = integer?.(x, y);
    if (whole !== undefined) return constant(whole, i32);
    if (mnemonic === "concat_str" && isText(a.value) && isText(b.value) && a.value.length + b.value.length <= longestText) return constant(a.value + b.value, str);
    const long = longs[mnemonic];
    if (long) return constant(BigInt.asIntN(64, long(a.value as bigint, b.value as bigint)), i64);
    if (mnemonic === "shl_i64") return constant(BigInt.asIntN(64, (a.value as bigint) << BigInt(y & 63)), i64);
    const operation = doubleOperations[mnemonic];
    if (operation) return constant(operation(x, y), f64);
    const comparison = comparisons[mnemonic];
    if (comparison) return constant(comparison(x, y), bool);
  }
  if (b?.op === "const" && b.value === 0 && (mnemonic === "add_i32" || mnemonic === "sub_i32")) return a!;
  return value;
};

const foldPrimIf = (value: Expr, known: Known): Expr => (value.op === "prim" ? foldPrim(value, known) : value);

const property = (value: Expr & { op: "get_property" }, known: Known): Expr => {
  const object = typed(value.object, known);
  const info = object?.ty.kind === "ref" ? object.ty.type : undefined;
  if (!object || !info) return value;
  if (info.builtin?.startsWith("array_")) return value.name === "length" ? toAny(prim("array_length", i32, [object])) : value;
  const slot = slotIndex(info, value.name);
  return slot < 0 ? value : toAny({ op: "get_slot", object, slot, ty: info.slots[slot]!.ty });
};

const conditional = (value: Expr & { op: "cond" }): Expr => {
  const { test, then, otherwise } = value;
  if (test.op === "const") return test.value ? then : otherwise;
  if (value.ty.kind !== "bool") return value;
  const truth = (one: Expr): unknown => (one.op === "const" ? one.value : undefined);
  if (truth(then) === true && truth(otherwise) === false) return test;
  if (truth(then) === false && truth(otherwise) === true) return prim("not_bool", bool, [test]);
  if (truth(then) === false) return { op: "and", left: prim("not_bool", bool, [test]), right: otherwise, ty: bool };
  if (truth(otherwise) === true) return { op: "or", left: prim("not_bool", bool, [test]), right: then, ty: bool };
  if (truth(otherwise) === false) return { op: "and", left: test, right: then, ty: bool };
  if (truth(then) === true) return { op: "or", left: test, right: otherwise, ty: bool };
  return value;
};

/** Values that no array is. */
const arrayTests = new Set(["array_is", "array_is_typed"]);

/** What the builtin `value_class` says of numbers, booleans and objects made here. */
const classOfKind: Partial<Record<Kind, number>> = { bool: 2, i32: 3, u32: 3, f64: 3, i64: 4, u64: 4 };
const classOfObject: Partial<Record<TypeInfo["kind"], number>> = { union: 13, record: 14, class: 15, exception: 16, tuple: 17, literal: 18 };

const valueClass = (value: Expr & { op: "builtin" }, known: Known): Expr => {
  const from = typed(value.args[0]!, known);
  if (!from || !isPure(from)) return value;
  const exact = exactType(from, known);
  const found = exact === builtinInfos.closure ? 10 : exact ? classOfObject[exact.kind] : classOfKind[from.ty.kind];
  return found === undefined ? value : constant(found, i32);
};

/** Whether an object made here has a method of a name. */
const hasMethod = (value: Expr & { op: "builtin" }, known: Known): Expr => {
  const [object, name] = value.args as [Expr, Expr];
  const exact = name.op === "const" ? exactType(object, known) : undefined;
  for (let at = exact; at && isPure(object); at = at.parent) {
    if (at.members.some((member) => member.kind === "method" && member.name === (name as { value?: unknown }).value)) return constant(true, bool);
  }
  return value;
};

/** Of a value whose kind is known; what is a string may be null. */
const primitiveTest = (value: Expr & { op: "builtin" }, known: Known): Expr => {
  const from = typed(value.args[0]!, known);
  if (!from || !isPure(from)) return value;
  if (from.ty.kind === "str" && value.builtin === "is_text") return value;
  return constant(value.builtin === "is_number" && isNumber(from.ty), bool);
};

const foldBuiltin = (value: Expr & { op: "builtin" }, known: Known): Expr => {
  if (value.builtin === "value_class") return valueClass(value, known);
  if (value.builtin === "object_has") return hasMethod(value, known);
  if (value.builtin === "is_number" || value.builtin === "is_text") return primitiveTest(value, known);
  if (!arrayTests.has(value.builtin)) return value;
  const from = typed(value.args[0]!, known);
  if (!from || !isPure(from)) return value;
  const type = from.ty.kind === "ref" ? from.ty.type : undefined;
  return from.ty.kind !== "ref" || (type && type !== builtinInfos.object && type.kind !== "builtin") ? constant(false, bool) : value;
};

/** `array_is(x) || array_is_typed(x)` of what is an array or null. */
const asksForArray = (left: Expr, right: Expr, known: Known): left is Expr & { op: "builtin" } =>
  left.op === "builtin" &&
  right.op === "builtin" &&
  left.builtin === "array_is" &&
  right.builtin === "array_is_typed" &&
  left.args[0]!.op === "local" &&
  right.args[0]!.op === "local" &&
  left.args[0]!.local === right.args[0]!.local &&
  isArray(left.args[0]!, known);

export const fold = (value: Expr, known: Known): Expr => {
  switch (value.op) {
    case "prim":
      return foldPrim(value, known);
    case "builtin":
      return foldBuiltin(value, known);
    case "get_property":
      return property(value, known);
    case "cond": {
      const made = conditional(value);
      return made.op === "and" || made.op === "or" ? fold(made, known) : made;
    }
    case "and":
      if (value.left.op === "seq") return within(value.left, (left) => fold({ ...value, left }, known));
      if (value.right.op === "seq") {
        // `a && { …; false }`
        const { body, value: last } = flat(value.right);
        if (last.op === "const" && !last.value) return { op: "seq", body: [{ op: "if", test: value.left, then: body, otherwise: [] }], value: last, ty: bool };
      }
      if (value.left.op === "const") return value.left.value ? value.right : value.left;
      return value.right.op === "const" && value.right.value ? value.left : value;
    case "or":
      if (value.left.op === "seq") return within(value.left, (left) => fold({ ...value, left }, known));
      if (value.left.op === "const") return value.left.value ? value.left : value.right;
      if (asksForArray(value.left, value.right, known)) return prim("not_bool", bool, [prim("is_nullish", bool, [value.left.args[0]!])]);
      return value.right.op === "const" && !value.right.value ? value.left : value;
    default:
      return value;
  }
};

/** An element needs no `to_any` on its way into an array. */
export const foldStore = (one: Stmt & { op: "prim" }, known: (value: Expr) => Expr): Stmt => {
  if (one.mnemonic !== "set_element" && one.mnemonic !== "set_item") return one;
  const [array, index, value] = one.args as [Expr, Expr, Expr];
  return { ...one, args: [array, index, typed(value, known) ?? value] };
};
