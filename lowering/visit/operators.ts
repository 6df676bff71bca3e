/** JavaScript's operators by the kinds of their operands; F#'s own come as annotations (operations.ts). */
import type { BinaryExpression, LogicalExpression, Node, UnaryExpression } from "@babel/types";
import type { Mnemonic } from "../../schemas/isa/table.ts";
import { memberName } from "../classes.ts";
import { coerce, toAny, toBool, toText, unify } from "../coerce.ts";
import { isNumber, looseEqual, not, relational, strictEqual } from "../comparisons.ts";
import type { FnContext } from "../context.ts";
import { any, bool, constant, type Expr, f64, i32, local, prim, type Stmt, str, type Ty, u32, undefinedValue } from "../ir/nodes.ts";
import { instanceTest } from "./platform.ts";

const arithmetic: Readonly<Record<string, { i32?: Mnemonic; f64?: Mnemonic; any: Mnemonic }>> = {
  "+": { i32: "add_i32", f64: "add_f64", any: "add_any" },
  "-": { i32: "sub_i32", f64: "sub_f64", any: "sub_any" },
  "*": { i32: "mul_i32", f64: "mul_f64", any: "mul_any" },
  "/": { f64: "div_f64", any: "div_any" },
  "%": { f64: "rem_f64", any: "rem_any" },
  "**": { any: "pow_any" },
};

const bitwise: Readonly<Record<string, { i32: Mnemonic; any: Mnemonic }>> = {
  "|": { i32: "or_i32", any: "or_any" },
  "&": { i32: "and_i32", any: "and_any" },
  "^": { i32: "xor_i32", any: "xor_any" },
  "<<": { i32: "shl_i32", any: "shl_any" },
  ">>": { i32: "shr_i32", any: "shr_any" },
};

const isZero = (node: Node): boolean => node.type === "NumericLiteral" && node.value === 0;

/** A number as int32, JavaScript's way (modulo 2^32). */
export const toInt32 = (value: Expr): Expr => {
  if (value.ty.kind === "i32") return value;
  if (value.op === "const" && typeof value.value === "number") return constant(value.value | 0, i32);
  if (value.ty.kind === "u32") return coerce(value, i32);
  return prim("to_int32_any", i32, [toAny(value)]);
};

/** F# has one null, JavaScript's library two. */
const sameReference = (ctx: FnContext) => (ctx.module.fable ? looseEqual : strictEqual);

export const binary = (ctx: FnContext, node: BinaryExpression, want: Ty | undefined): Expr => {
  const { operator } = node;
  switch (operator) {
    case "===":
      return sameReference(ctx)(ctx.expr(node.left), ctx.expr(node.right));
    case "!==":
      return not(sameReference(ctx)(ctx.expr(node.left), ctx.expr(node.right)));
    case "==":
      return looseEqual(ctx.expr(node.left), ctx.expr(node.right));
    case "!=":
      return not(looseEqual(ctx.expr(node.left), ctx.expr(node.right)));
    case "<":
    case "<=":
    case ">":
    case ">=":
      return relational(operator, ctx.expr(node.left), ctx.expr(node.right));
    case "instanceof":
      return instanceTest(ctx, ctx.expr(node.left), node.right);
    case "in": {
      const name = memberName(node.left, true);
      if (name !== undefined) ctx.program.mentioned.add(name);
      const key = name === undefined ? ctx.to(node.left, str) : constant(name, str);
      return { op: "builtin", builtin: "object_has", args: [ctx.to(node.right, any), key], ty: bool };
    }
    case "|":
      if (isZero(node.right)) return toInt32(ctx.expr(node.left, i32));
      break;
    case ">>>": {
      const left = ctx.expr(node.left);
      const right = ctx.expr(node.right, i32);
      if (left.ty.kind === "u32" && right.ty.kind === "i32") return prim("shr_u32", u32, [left, right]);
      if (isNumber(left.ty) && isNumber(right.ty)) return prim("shr_u32", u32, [coerce(toInt32(left), u32), toInt32(right)]);
      return prim("shru_any", any, [toAny(left), toAny(right)]);
    }
  }
  if (node.left.type === "PrivateName") return ctx.refuse(node, "a private name");
  const whole = want?.kind === "i32" ? i32 : undefined;
  return (
    apply(operator, ctx.expr(node.left, bitwise[operator] || whole ? i32 : undefined), ctx.expr(node.right, bitwise[operator] || whole ? i32 : undefined), want) ??
    ctx.refuse(node, `the operator ${operator}`)
  );
};

/** An arithmetic or bitwise operator on two values; undefined for an operator that is neither. */
export const apply = (operator: string, left: Expr, right: Expr, want: Ty | undefined): Expr | undefined => {
  const bits = bitwise[operator];
  if (bits) {
    if (isNumber(left.ty) && isNumber(right.ty)) return prim(bits.i32, i32, [toInt32(left), toInt32(right)]);
    return prim(bits.any, any, [toAny(left), toAny(right)]);
  }
  const row = arithmetic[operator];
  if (!row) return undefined;
  if (operator === "+" && (left.ty.kind === "str" || right.ty.kind === "str")) {
    const texts = [toText(left), toText(right)].filter((text) => text !== undefined);
    if (texts.length === 2) return prim("concat_str", str, texts);
    return coerce(prim("add_any", any, [toAny(left), toAny(right)]), str);
  }
  if (isNumber(left.ty) && isNumber(right.ty)) {
    if (row.i32 && want?.kind === "i32" && left.ty.kind === "i32" && right.ty.kind === "i32") return prim(row.i32, i32, [left, right]);
    if (operator === "/" && want?.kind === "i32" && left.ty.kind === "i32" && right.ty.kind === "i32" && right.op === "const" && right.value !== 0)
      return prim("div_i32", i32, [left, right]);
    if (operator === "%" && left.ty.kind === "i32" && right.ty.kind === "i32" && right.op === "const" && right.value !== 0) return prim("rem_i32", i32, [left, right]);
    if (row.f64) return prim(row.f64, f64, [coerce(left, f64), coerce(right, f64)]);
    return prim(row.any, any, [toAny(left), toAny(right)]);
  }
  return prim(row.any, any, [toAny(left), toAny(right)]);
};

export const unary = (ctx: FnContext, node: UnaryExpression): Expr => {
  switch (node.operator) {
    case "!":
      return not(ctx.expr(node.argument, bool));
    case "-": {
      if (node.argument.type === "NumericLiteral")
        return node.argument.value === 0 ? constant(-0, f64) : constant(-node.argument.value, node.argument.value === (node.argument.value | 0) ? i32 : f64);
      if (node.argument.type === "BigIntLiteral") return constant(-BigInt(node.argument.value), any);
      const value = ctx.expr(node.argument);
      return isNumber(value.ty) ? prim("neg_f64", f64, [coerce(value, f64)]) : prim("neg_any", any, [toAny(value)]);
    }
    case "+":
      return coerce(prim("to_number_any", f64, [ctx.to(node.argument, any)]), f64);
    case "~": {
      if (node.argument.type === "UnaryExpression" && node.argument.operator === "~") return toInt32(ctx.expr(node.argument.argument, i32));
      const value = ctx.expr(node.argument, i32);
      return isNumber(value.ty) ? prim("not_i32", i32, [toInt32(value)]) : prim("not_any", any, [toAny(value)]);
    }
    case "typeof":
      if (node.argument.type === "Identifier" && !ctx.binding(node.argument) && !["undefined"].includes(node.argument.name)) return constant("undefined", str);
      return prim("typeof_any", str, [ctx.to(node.argument, any)]);
    case "void":
      return { op: "seq", body: [{ op: "expr", value: ctx.expr(node.argument) }], value: undefinedValue, ty: any };
    default:
      return ctx.refuse(node, `the operator ${node.operator}`);
  }
};

/** `a && b`, `a || b`, `a ?? b`. */
export const logical = (ctx: FnContext, node: LogicalExpression, want: Ty | undefined): Expr => {
  const left = ctx.expr(node.left, want);
  if (node.operator !== "??") {
    const right = ctx.expr(node.right, want);
    const op = node.operator === "&&" ? "and" : "or";
    if ((left.ty.kind === "bool" && right.ty.kind === "bool") || want?.kind === "bool") return { op, left: toBool(left), right: toBool(right), ty: bool };
    return choose(ctx, left, (held) => toBool(held), right, op === "and");
  }
  const right = ctx.expr(node.right, want);
  return choose(ctx, left, (held) => prim("is_nullish", bool, [toAny(held)]), right, true);
};

/** The left value once, then by a test on it the right one (`takesRight`) or itself. */
const choose = (ctx: FnContext, left: Expr, test: (held: Expr) => Expr, right: Expr, takesRight: boolean): Expr => {
  const held = ctx.temp("left", left.ty);
  const ty = unify(left.ty, right.ty);
  const body: Stmt[] = [{ op: "let", local: held, value: left }];
  const kept = coerce(local(held), ty);
  const other = coerce(right, ty);
  return { op: "seq", body, value: { op: "cond", test: test(local(held)), then: takesRight ? other : kept, otherwise: takesRight ? kept : other, ty }, ty };
};
