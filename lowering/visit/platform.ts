/** JavaScript's global objects: a table of what the library and Fable's output use of them. Functions that call back or iterate are our own bytecode. */
import type { CallExpression, NewExpression, Node } from "@babel/types";
import type { Builtin } from "../../schemas/isa/builtins.ts";
import { builtins } from "../../schemas/isa/builtins.ts";
import type { BuiltinType } from "../../schemas/isa/kinds.ts";
import type { Mnemonic } from "../../schemas/isa/table.ts";
import { coerce, initialOf, toAny, toText } from "../coerce.ts";
import type { FnContext } from "../context.ts";
import { any, bool, builtin, constant, type Expr, f64, i32, local, prim, str, type Ty } from "../ir/nodes.ts";
import { platformModules } from "../library-modules.ts";
import { arrayInfos, builtinInfos, refTo, type TypeInfo } from "../type-infos.ts";

const mathFunctions =
  "abs floor ceil round trunc sqrt cbrt exp expm1 log log2 log10 log1p sin cos tan asin acos atan sinh cosh tanh asinh acosh atanh sign fround pow atan2 min max hypot".split(" ");

/** `Object.name` called with arguments: the builtin that does it. */
const staticFunctions: Readonly<Record<string, Builtin>> = {
  ...Object.fromEntries(mathFunctions.map((name) => [`Math.${name}`, `math_${name}` as Builtin])),
  "Math.imul": "math_imul",
  "Math.clz32": "math_clz32",
  "Number.isInteger": "number_is_integer",
  "Number.isNaN": "number_is_nan",
  "Number.isFinite": "number_is_finite",
  "Number.parseFloat": "number_parse_float",
  "Number.parseInt": "number_parse_int",
  "String.fromCharCode": "str_from_char_code",
  "String.fromCodePoint": "str_from_code_point",
  "Array.isArray": "array_is",
  "ArrayBuffer.isView": "array_is_typed",
  "BigInt.asIntN": "bigint_as_int_n",
  "BigInt.asUintN": "bigint_as_uint_n",
};

const globalFunctions: Readonly<Record<string, Builtin>> = {
  parseFloat: "number_parse_float",
  parseInt: "number_parse_int",
  isNaN: "number_is_nan",
  Number: "number_of",
  BigInt: "bigint_of",
  isFinite: "number_is_finite",
};

const staticValues: Readonly<Record<string, number>> = {
  "Math.PI": Math.PI,
  "Math.E": Math.E,
  "Math.LN2": Math.LN2,
  "Math.LN10": Math.LN10,
  "Math.LOG2E": Math.LOG2E,
  "Math.LOG10E": Math.LOG10E,
  "Math.SQRT2": Math.SQRT2,
  "Number.MAX_SAFE_INTEGER": Number.MAX_SAFE_INTEGER,
  "Number.MIN_SAFE_INTEGER": Number.MIN_SAFE_INTEGER,
  "Number.MAX_VALUE": Number.MAX_VALUE,
  "Number.MIN_VALUE": Number.MIN_VALUE,
  "Number.EPSILON": Number.EPSILON,
  "Number.POSITIVE_INFINITY": Infinity,
  "Number.NEGATIVE_INFINITY": -Infinity,
  "Number.NaN": NaN,
};

/** The type that a constructor of arrays makes; as values they are the text of their name. */
const arrayInfoOf = (name: string): TypeInfo | undefined => arrayInfos.get(name === "Uint8ClampedArray" ? "Uint8Array" : name);

/** value_class of instances of JavaScript's own classes. */
const classCodes: Readonly<Record<string, number>> = { Map: 8, Set: 9, Function: 10, WeakMap: 20 };

const isGlobal = (ctx: FnContext, node: Node, name?: string): string | undefined =>
  node.type === "Identifier" && !ctx.binding(node) && (name === undefined || node.name === name) ? node.name : undefined;

const callBuiltin = (ctx: FnContext, name: Builtin, args: readonly Node[]): Expr => {
  const spec = builtins[name];
  return builtin(
    name,
    { kind: spec.result },
    spec.params.map((kind, i) => (args[i] ? ctx.to(args[i]!, { kind }) : initialOf({ kind }))),
  );
};

export const platformCall = (ctx: FnContext, name: string, values: readonly Expr[]): Expr | undefined => {
  for (const module of platformModules) {
    const fn = ctx.program.calls.libraryFn(module, name);
    if (!fn) continue;
    const args = fn.params.map((param, i) => (values[i] ? coerce(values[i]!, param.ty) : initialOf(param.ty)));
    return { op: "call", fn, args, ty: fn.result };
  }
  return undefined;
};

const anyAll = (ctx: FnContext, args: readonly Node[]): Expr[] => args.map((arg) => ctx.to(arg, any));

/** `name(args)` of a global function. */
export const globalCall = (ctx: FnContext, name: string, args: readonly Node[], node: CallExpression): Expr => {
  if (name === "String") return textOf(ctx, ctx.expr(args[0]!));
  if (name === "Boolean") return prim("truthy", bool, [ctx.to(args[0]!, any)]);
  if (name === "Array") return newArray(ctx, name, builtinInfos.array_any, args, node);
  const native = globalFunctions[name];
  if (native) {
    if (native === "number_is_nan") return prim("not_bool", bool, [self(ctx, ctx.to(args[0]!, f64))]);
    return callBuiltin(ctx, native, args);
  }
  const ours = platformCall(ctx, name, anyAll(ctx, args));
  return ours ?? ctx.refuse(node, `the global function ${name}`, "it belongs to JavaScript's host, which a sandboxed module does not see");
};

/** x = x: false for NaN only. */
const self = (ctx: FnContext, value: Expr): Expr => {
  const held = ctx.temp("number", f64);
  return { op: "seq", body: [{ op: "let", local: held, value }], value: prim("eq_f64", bool, [local(held), local(held)]), ty: bool };
};

/** JavaScript's String(x), by our own toString for objects. */
export const textOf = (ctx: FnContext, value: Expr): Expr =>
  toText(value) ?? coerce(platformCall(ctx, "js_to_string", [toAny(value)]) ?? builtin("str_of", str, [toAny(value)]), str);

/** `Object.name(args)` where Object is a global, a class with statics or a namespace; undefined when it is none of these. */
export const staticCall = (ctx: FnContext, object: Node, name: string, args: readonly Node[], node: CallExpression): Expr | undefined => {
  const global = isGlobal(ctx, object);
  if (global !== undefined) {
    const native = staticFunctions[`${global}.${name}`];
    if (native) return mathCall(ctx, native, args);
    const values = args.map((arg) => ctx.expr(arg, any));
    const ofText = values.length === 1 && values[0]!.ty.kind === "str" ? platformCall(ctx, `${global}_${name}_text`, values) : undefined;
    const ours = ofText ?? platformCall(ctx, `${global}_${name}`, values.map(toAny));
    if (ours) return ours;
    if (name.endsWith("_spread")) return undefined;
    return ctx.refuse(node, `${global}.${name}`);
  }
  if (object.type !== "Identifier") return undefined;
  const binding = ctx.binding(object);
  if (!binding || ctx.vars.has(binding) || binding.owner !== undefined) return undefined;
  const found = ctx.program.resolveIn(ctx.module, binding);
  if (found.kind === "namespace") {
    const target = ctx.program.graph.exported(found.module, name);
    const fn = target.kind === "binding" ? ctx.program.calls.fnOf(target.module, target.binding) : undefined;
    return fn ? ctx.program.calls.known(ctx, fn, args) : undefined;
  }
  const info = ctx.program.classes.resolvedClass(found);
  const member = info && ctx.program.classes.staticMember(ctx.module, info, name);
  if (info && member?.node.type === "ClassMethod") return ctx.program.calls.known(ctx, ctx.program.statics.method(info, member.module, member.node, name), args);
  return undefined;
};

/** Functions of Math that are instructions. */
const mathInstructions: Partial<Record<Builtin, Mnemonic>> = { math_sqrt: "sqrt_f64", math_abs: "abs_f64", math_floor: "floor_f64" };

/** Integer results of Math stay integers where the arguments are. */
const mathCall = (ctx: FnContext, native: Builtin, args: readonly Node[]): Expr => {
  if (native === "math_imul") return prim("mul_i32", i32, [ctx.to(args[0]!, i32), ctx.to(args[1]!, i32)]);
  const instruction = mathInstructions[native];
  if (instruction && args.length === 1) return prim(instruction, f64, [ctx.to(args[0]!, f64)]);
  if ((native === "math_max" || native === "math_min") && args.length > 2) return builtin(native, f64, [ctx.to(args[0]!, f64), mathCall(ctx, native, args.slice(1))]);
  return callBuiltin(ctx, native, args);
};

/** `Object.name` as a value. */
export const staticValue = (ctx: FnContext, object: Node, name: string): Expr | undefined => {
  const global = isGlobal(ctx, object);
  if (global === undefined) return undefined;
  const value = staticValues[`${global}.${name}`];
  if (value !== undefined) return constant(value, f64);
  const native = staticFunctions[`${global}.${name}`];
  if (native) return platformClosure(ctx, `${global}_${name}`);
  return undefined;
};

const platformClosure = (ctx: FnContext, name: string): Expr | undefined => {
  for (const module of platformModules) {
    const fn = ctx.program.calls.libraryFn(module, name);
    if (fn) return { op: "closure", fn: ctx.program.wrapper(fn), captured: [], ty: refTo(builtinInfos.closure) };
  }
  return undefined;
};

export const globalValue = (ctx: FnContext, name: string, node: Node): Expr => {
  if (name === "NaN") return constant(NaN, f64);
  if (name === "Infinity") return constant(Infinity, f64);
  if (arrayInfoOf(name)) return constant(name, any);
  return platformClosure(ctx, name) ?? ctx.refuse(node, `the global ${name}`, "it belongs to JavaScript's host, which a sandboxed module does not see");
};

export const instanceTest = (ctx: FnContext, value: Expr, right: Node): Expr => {
  const global = isGlobal(ctx, right);
  if (global !== undefined) {
    if (arrayInfoOf(global)) return prim("eq_str", bool, [builtin("array_type_name", str, [toAny(value)]), constant(global, str)]);
    const code = classCodes[global];
    if (code !== undefined) return prim("eq_i32", bool, [builtin("value_class", i32, [toAny(value)]), constant(code, i32)]);
    // No instance of any other class of the host exists in the guest's world.
    return { op: "seq", body: [{ op: "expr", value }], value: constant(false, bool), ty: bool };
  }
  const binding = right.type === "Identifier" ? ctx.binding(right) : undefined;
  const info = binding && ctx.program.classes.resolvedClass(ctx.program.resolveIn(ctx.module, binding));
  if (info) return prim("is_type", bool, [toAny(value)], { info: ctx.program.live(info) });
  return ctx.refuse(right, "instanceof a class that is not known at build time");
};

export const lowerNew = (ctx: FnContext, node: NewExpression): Expr => {
  const args = node.arguments as readonly Node[];
  const callee = node.callee as Node;
  const global = isGlobal(ctx, callee);
  const array = global === undefined ? undefined : arrayInfoOf(global);
  if (global !== undefined && array) return newArray(ctx, global, array, args, node);
  if (global === "Error" || global === "TypeError" || global === "RangeError") {
    const info = ctx.program.exceptionBase();
    return info ? ctx.program.classes.construct(ctx, info, args) : ctx.refuse(node, `new ${global}`);
  }
  if (global !== undefined)
    return platformCall(ctx, `${global}_new`, anyAll(ctx, args)) ?? ctx.refuse(node, `new ${global}`, "it belongs to JavaScript's host, which a sandboxed module does not see");
  if (callee.type === "ClassExpression") return ctx.program.classes.construct(ctx, ctx.program.classes.local(ctx, callee), args);
  const binding = callee.type === "Identifier" ? ctx.binding(callee) : undefined;
  const info = binding && !ctx.vars.has(binding) ? ctx.program.classes.resolvedClass(ctx.program.resolveIn(ctx.module, binding)) : undefined;
  // `new Decimal("0")`, which Fable writes for static fields without a value once its tree is printed.
  const zero = info?.name === "System.Decimal" && args[0]?.type === "StringLiteral" ? ctx.program.calls.library(ctx, "library/decimal.ts", "decimalOf", args) : undefined;
  if (zero) return zero;
  if (info?.kind === "union" && args.length === 2) return newCase(ctx, info, args, node);
  if (info) return ctx.program.classes.construct(ctx, info, args);
  // A constructor held in a variable: only those of arrays are first-class (by name).
  const held = ctx.to(callee, any);
  return platformCall(ctx, "new_array_named", [held, ...anyAll(ctx, args)]) ?? ctx.refuse(node, "new of a class that is not known at build time");
};

/** `new Shape<1>(1, [w, h])`. */
const newCase = (ctx: FnContext, info: ReturnType<typeof refTo>["type"] & object, args: readonly Node[], node: Node): Expr => {
  const [tag, fields] = args;
  if (tag?.type !== "NumericLiteral" || fields?.type !== "ArrayExpression") return ctx.refuse(node, "a union case that is not known at build time");
  ctx.program.live(info);
  const one = info.cases[tag.value];
  if (!one) return ctx.refuse(node, `case ${tag.value} of ${info.name}`);
  if (one.fields.length === 0) return prim("const_case", refTo(info), [], { info, imm: tag.value });
  const slots = info.slots.map((slot) => initialOf(slot.ty));
  one.fields.forEach((field, i) => {
    slots[field.slot] = ctx.to(fields.elements[i] as Node, info.slots[field.slot]!.ty);
  });
  return { op: "object", info, tag: tag.value, slots, ty: refTo(info) };
};

const newArray = (ctx: FnContext, name: string, info: TypeInfo, args: readonly Node[], node: Node): Expr => {
  const ty = refTo(info);
  const first = args[0];
  if (!first) return { op: "array", info, items: [], ty };
  if (first.type === "ArrayExpression" && name !== "Array" && first.elements.every((one) => one !== null && one.type !== "SpreadElement")) {
    const element = info.builtin ? elementTy(info.builtin) : any;
    return { op: "array", info, items: first.elements.map((one) => ctx.to(one as Node, element)), ty };
  }
  const value = ctx.expr(first);
  if (value.ty.kind === "i32") return { ...prim("new_array", ty, [value], { info }) };
  if (value.ty.kind === "f64" || value.ty.kind === "u32") return prim("new_array", ty, [coerce(value, i32)], { info });
  const made = platformCall(ctx, "new_array_named", [constant(name, any), toAny(value), ...args.slice(1).map((arg) => ctx.to(arg, any))]);
  return made ?? ctx.refuse(node, `new ${name} of this argument`);
};

export const elementTy = (name: BuiltinType): Ty => {
  switch (name) {
    case "array_i8":
    case "array_u8":
    case "array_i16":
    case "array_u16":
    case "array_i32":
      return i32;
    case "array_u32":
      return { kind: "u32" };
    case "array_f32":
    case "array_f64":
      return f64;
    case "array_i64":
      return { kind: "i64" };
    case "array_u64":
      return { kind: "u64" };
    default:
      return any;
  }
};
