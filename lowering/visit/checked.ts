/** F#'s checked operators: int32 has instructions of its own, other integers are computed exactly and looked at (library/checked.ts). */
import type { Node } from "@babel/types";
import type { Primitive } from "../../schemas/annotations.ts";
import type { Mnemonic } from "../../schemas/isa/table.ts";
import { charCode, coerce, toAny } from "../coerce.ts";
import type { FnContext } from "../context.ts";
import { any, builtin, constant, type Expr, f64, i32, prim, str } from "../ir/nodes.ts";

/** Least and greatest value. */
const ranges: Partial<Record<Primitive, readonly [number | bigint, number | bigint]>> = {
  int8: [-0x80, 0x7f],
  uint8: [0, 0xff],
  int16: [-0x8000, 0x7fff],
  uint16: [0, 0xffff],
  char: [0, 0xffff],
  int32: [-0x80000000, 0x7fffffff],
  uint32: [0, 0xffffffff],
  int64: [-(2n ** 63n), 2n ** 63n - 1n],
  uint64: [0n, 2n ** 64n - 1n],
  nativeint: [-(2n ** 63n), 2n ** 63n - 1n],
  unativeint: [0n, 2n ** 64n - 1n],
};

const mnemonics: Readonly<Record<string, Readonly<Record<"i32" | "f64" | "any", Mnemonic>>>> = {
  add: { i32: "add_i32_checked", f64: "add_f64", any: "add_any" },
  sub: { i32: "sub_i32_checked", f64: "sub_f64", any: "sub_any" },
  mul: { i32: "mul_i32_checked", f64: "mul_f64", any: "mul_any" },
};

type Convert = (value: Expr, from: Primitive, to: Primitive) => Expr;

/** `add_checked_<primitive>` and its kin, and `convert_checked_<from>_<to>`. */
export const checkedOperation = (ctx: FnContext, operator: string, names: readonly string[], args: readonly Node[], convert: Convert): Expr | undefined => {
  const [first, second] = names as readonly Primitive[];
  if (operator === "convert") return second === undefined ? undefined : checkedConversion(ctx, first!, second, args[0]!, convert);
  const ty = ctx.program.types.ty(first!);
  const named = mnemonics[operator];
  const range = ranges[first!];
  if (!named || !range) return undefined;
  const [left, right] = args.map((arg) => ctx.to(arg, ty));
  if (first === "int32") return prim(named.i32, i32, [left!, right!]);
  if (typeof range[0] === "bigint") return coerce(inRange(ctx, prim(named.any, any, [toAny(left!), toAny(right!)]), range), ty);
  return coerce(inRange(ctx, prim(named.f64, f64, [coerce(left!, f64), coerce(right!, f64)]), range), ty);
};

/** The value, a float64 or a bigint, if it lies in the range; its whole part if it is a float64. */
const inRange = (ctx: FnContext, value: Expr, [low, high]: readonly [number | bigint, number | bigint]): Expr => {
  const isNumber = value.ty.kind === "f64";
  const kind = isNumber ? f64 : any;
  const fn = ctx.program.calls.libraryFn("library/checked.ts", isNumber ? "number_in_range" : "integer_in_range")!;
  return { op: "call", fn, args: [value, constant(isNumber ? Number(low) : BigInt(low), kind), constant(isNumber ? Number(high) : BigInt(high), kind)], ty: fn.result };
};

const checkedConversion = (ctx: FnContext, from: Primitive, to: Primitive, node: Node, convert: Convert): Expr | undefined => {
  const target = ctx.program.types.ty(to);
  const range = ranges[to];
  if (!range) return undefined;
  const given = ctx.to(node, ctx.program.types.ty(from));
  const source = from === "char" ? charCode(given) : given;
  const { kind } = source.ty;
  if (kind === "i64" || kind === "u64") {
    const whole = coerce(inRange(ctx, toAny(source), range), source.ty);
    return to === "char" ? builtin("str_from_char_code", str, [convert(whole, from, "int32")]) : convert(whole, from, to);
  }
  if (kind !== "i32" && kind !== "u32" && kind !== "f64") return undefined;
  if (typeof range[0] === "bigint") {
    // Above the greatest float64 below 2^63 or 2^64 nothing fits.
    const limit = to === "int64" || to === "nativeint" ? 2 ** 63 - 1024 : 2 ** 64 - 2048;
    if (kind !== "f64") return range[0] === 0n && kind === "i32" ? convert(coerce(inRange(ctx, coerce(source, f64), [0, 0x7fffffff]), i32), from, to) : convert(source, from, to);
    return convert(inRange(ctx, source, [Number(range[0]), limit]), from, to);
  }
  const number = inRange(ctx, coerce(source, f64), range);
  return to === "char" ? builtin("str_from_char_code", str, [coerce(number, i32)]) : coerce(number, target);
};
