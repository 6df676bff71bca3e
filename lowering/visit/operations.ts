/** The annotations that fable-bridge writes (schemas/annotations): F#'s operations on values of known types. */
import type { CallExpression, Node } from "@babel/types";
import { type Primitive, primitives } from "../../schemas/annotations.ts";
import type { Kind } from "../../schemas/isa/kinds.ts";
import type { Mnemonic } from "../../schemas/isa/table.ts";
import { charCode, coerce, initialOf, toAny } from "../coerce.ts";
import { not, relational, strictEqual } from "../comparisons.ts";
import type { FnContext } from "../context.ts";
import { inherited, recordSlots } from "../inheritance.ts";
import { any, anyArray, bool, builtin, constant, type Expr, f64, i32, local, prim, type Stmt, str, type Ty } from "../ir/nodes.ts";
import { boolAsInteger, isQuestion, type Question } from "../structural.ts";
import { refTo, slotIndex, type TypeInfo } from "../type-infos.ts";
import { checkedOperation } from "./checked.ts";
import { libraryOperations, openable, openOperations, typeFirst } from "./library-operations.ts";
import { objectLiteral } from "./literals.ts";

const operators: Readonly<Record<string, Partial<Record<Kind, Mnemonic>>>> = {
  add: { i32: "add_i32", u32: "add_u32", f64: "add_f64", i64: "add_i64", u64: "add_u64", str: "concat_str" },
  sub: { i32: "sub_i32", u32: "sub_u32", f64: "sub_f64", i64: "sub_i64", u64: "sub_u64" },
  mul: { i32: "mul_i32", u32: "mul_u32", f64: "mul_f64", i64: "mul_i64", u64: "mul_u64" },
  div: { i32: "div_i32", u32: "div_u32", f64: "div_f64", i64: "div_i64", u64: "div_u64" },
  rem: { i32: "rem_i32", u32: "rem_u32", f64: "rem_f64", i64: "rem_i64", u64: "rem_u64" },
  and: { i32: "and_i32", u32: "and_u32", i64: "and_i64", u64: "and_u64" },
  or: { i32: "or_i32", u32: "or_u32", i64: "or_i64", u64: "or_u64" },
  xor: { i32: "xor_i32", u32: "xor_u32", i64: "xor_i64", u64: "xor_u64" },
  shl: { i32: "shl_i32", u32: "shl_u32", i64: "shl_i64", u64: "shl_u64" },
  shr: { i32: "shr_i32", u32: "shr_u32", i64: "shr_i64", u64: "shr_u64" },
  neg: { i32: "neg_i32", f64: "neg_f64", i64: "neg_i64" },
  not: { i32: "not_i32", u32: "not_u32", i64: "not_i64", u64: "not_u64" },
};

const comparisons: Readonly<Record<string, "<" | "<=" | ">" | ">=">> = { lt: "<", le: "<=", gt: ">", ge: ">=" };

/** Cuts a result to the width of its type. */
const wraps: Partial<Record<Primitive, Mnemonic>> = { int8: "wrap_i8", uint8: "wrap_u8", int16: "wrap_i16", uint16: "wrap_u16", float32: "round_f32" };

const wrap = (primitive: Primitive, value: Expr): Expr => {
  const mnemonic = wraps[primitive];
  return mnemonic ? prim(mnemonic, value.ty, [value]) : value;
};

/** Operators whose result always fits when the operands do. */
const closed = new Set(["and", "or", "xor", "shr", "rem", "eq", "ne", "lt", "le", "gt", "ge"]);

const isPrimitive = (name: string): name is Primitive => (primitives as readonly string[]).includes(name);

const numericOperation = (ctx: FnContext, operator: string, primitive: Primitive, args: readonly Node[]): Expr | undefined => {
  const ty = ctx.program.types.ty(primitive);
  const isShift = operator === "shl" || operator === "shr";
  const [left, right] = args.map((arg, i) => (isShift && i === 1 ? ctx.to(arg, i32) : ctx.to(arg, ty)));
  if (operator === "eq") return strictEqual(left!, right!);
  if (operator === "ne") return not(strictEqual(left!, right!));
  const comparison = comparisons[operator];
  if (comparison) {
    if (primitive === "char") return relational(comparison, charCode(left!), charCode(right!));
    if (ty.kind === "bool") return relational(comparison, boolAsInteger(left!), boolAsInteger(right!));
    return relational(comparison, left!, right!);
  }
  const mnemonic = operators[operator]?.[ty.kind];
  if (!mnemonic) return undefined;
  const narrow = ty.kind === "i32" && primitive !== "int32";
  const operand = isShift && narrow ? prim("and_i32", i32, [right!, constant(primitive.endsWith("16") ? 15 : 7, i32)]) : right;
  const value = prim(mnemonic, ty, operand ? [left!, operand] : [left!]);
  return closed.has(operator) ? value : wrap(primitive, value);
};

/** `convert_<from>_<to>`, .NET's unchecked conversions. */
const conversion = (ctx: FnContext, from: Primitive, to: Primitive, node: Node): Expr => {
  const source = ctx.program.types.ty(from);
  const target = ctx.program.types.ty(to);
  const value = ctx.to(node, source);
  if (from === "char" && to !== "char") {
    if (to === "string") return value;
    return conversionOf(charCode(value), "uint16", to, target);
  }
  if (to === "char") {
    if (source.kind === "str") return coerce(ctx.program.calls.library(ctx, "library/char.ts", "parse", [node])!, str);
    return builtin("str_from_char_code", str, [wrap("uint16", conversionOf(value, from, "int32", i32))]);
  }
  if (from === "bool") return conversionOf(boolAsInteger(value), "int32", to, target);
  return conversionOf(value, from, to, target);
};

const conversionOf = (value: Expr, _from: Primitive, to: Primitive, target: Ty): Expr => {
  const from = value.ty.kind;
  const narrow = wraps[to] !== undefined;
  switch (target.kind) {
    case "i32": {
      const whole = from === "i64" ? prim("i64_to_i32", i32, [value]) : from === "u64" ? prim("i64_to_i32", i32, [coerce(value, { kind: "i64" })]) : coerce(value, i32);
      return narrow ? wrap(to, whole) : whole;
    }
    case "u32":
      if (from === "i64" || from === "u64") return prim("i64_to_u32", target, [coerce(value, { kind: "i64" })]);
      return coerce(value, target);
    case "f64": {
      const number = from === "i64" ? prim("i64_to_f64", f64, [value]) : from === "u64" ? prim("u64_to_f64", f64, [value]) : coerce(value, f64);
      return wrap(to, number);
    }
    case "i64":
      return from === "f64" ? prim("f64_to_i64", target, [value]) : coerce(value, target);
    case "u64":
      if (from === "f64") return prim("f64_to_u64", target, [value]);
      if (from === "u64") return value;
      return coerce(coerce(value, { kind: "i64" }), target);
    default:
      return coerce(value, target);
  }
};

const textOf = (node: Node | undefined): string => (node?.type === "StringLiteral" ? node.value : "obj");
/** Whether a type is known only at run time: it mentions a generic parameter that the function is given. */
const isOpen = (name: string, [type]: readonly Node[]): boolean => openable.has(name) && type !== undefined && type.type !== "StringLiteral";
const numberOf = (node: Node | undefined): number => (node?.type === "NumericLiteral" ? node.value : 0);

const infoOf = (ctx: FnContext, text: string): TypeInfo | undefined => {
  const type = ctx.program.types.parse(text);
  const ty = ctx.program.types.tyOf(type);
  return ty.kind === "ref" ? ty.type : undefined;
};

const object = (ctx: FnContext, info: TypeInfo, tag: number, slots: Expr[]): Expr => {
  ctx.program.live(info);
  return { op: "object", info, tag, slots, ty: { kind: "ref", type: info } };
};

type Operation = (ctx: FnContext, args: readonly Node[], node: CallExpression) => Expr;

const getField: Operation = (ctx, [type, name, target]) => {
  const info = infoOf(ctx, textOf(type));
  const slot = info ? slotIndex(info, textOf(name)) : -1;
  if (!info || slot < 0) {
    ctx.program.mentioned.add(textOf(name));
    return { op: "get_property", object: ctx.to(target!, any), name: textOf(name), ty: any };
  }
  return { op: "get_slot", object: ctx.to(target!, { kind: "ref", type: info }), slot, ty: info.slots[slot]!.ty };
};

const operations: Readonly<Record<string, Operation>> = {
  new_union: (ctx, [type, tag, ...fields], node) => {
    const info = infoOf(ctx, textOf(type));
    const one = info?.cases[numberOf(tag)];
    if (!info || !one) return ctx.refuse(node, `a union of type ${textOf(type)}`);
    const values = one.fields.map((field, i) => ctx.to(fields[i]!, info.slots[field.slot]!.ty));
    if (values.length === 0) {
      ctx.program.live(info);
      return prim("const_case", { kind: "ref", type: info }, [], { info, imm: numberOf(tag) });
    }
    // Slots are filled by position; fields are evaluated in their own order first when the two differ.
    const last = Math.max(...one.fields.map((field) => field.slot));
    const slots = Array.from({ length: last + 1 }, (_, slot) => {
      const at = one.fields.findIndex((field) => field.slot === slot);
      return at < 0 ? initialOf(info.slots[slot]!.ty) : values[at]!;
    });
    if (one.fields.every((field, i) => i === 0 || one.fields[i - 1]!.slot < field.slot)) return object(ctx, info, numberOf(tag), slots);
    const held = values.map((value, i) => ctx.temp(`field${i}`, value.ty));
    const made = object(
      ctx,
      info,
      numberOf(tag),
      slots.map((slot) => {
        const at = values.indexOf(slot);
        return at < 0 ? slot : local(held[at]!);
      }),
    );
    return { op: "seq", body: values.map((value, i) => ({ op: "let", local: held[i]!, value })), value: made, ty: made.ty };
  },
  get_union: (ctx, [type, tag, field, target], node) => {
    const info = infoOf(ctx, textOf(type));
    const slot = info?.cases[numberOf(tag)]?.fields[numberOf(field)]?.slot;
    if (!info || slot === undefined) return ctx.refuse(node, `a field of the union ${textOf(type)}`);
    return { op: "get_slot", object: ctx.to(target!, { kind: "ref", type: info }), slot, ty: info.slots[slot]!.ty };
  },
  new_record: (ctx, [type, ...fields], node) => {
    const info = infoOf(ctx, textOf(type));
    if (!info) return ctx.refuse(node, `a record of type ${textOf(type)}`);
    const own = recordSlots(info, fields.length);
    return object(
      ctx,
      info,
      0,
      info.slots.map((slot, i) => {
        const field = fields[own.indexOf(i)];
        return field ? ctx.to(field, slot.ty) : initialOf(slot.ty);
      }),
    );
  },
  inherit: (ctx, [base, record], node) => {
    const [type, ...fields] = record?.type === "CallExpression" ? (record.arguments as readonly Node[]) : [];
    const info = infoOf(ctx, textOf(type));
    return (info && inherited(ctx, info, base!, fields)) ?? ctx.refuse(node, `the base class of ${textOf(type)}`);
  },
  new_anon: (ctx, args, node) => operations.new_record!(ctx, args, node),
  new_tuple: (ctx, [, ...items]) =>
    object(
      ctx,
      ctx.program.types.tuple(items.length),
      0,
      items.map((item) => ctx.to(item, any)),
    ),
  get_item: (ctx, [type, index, target]) => {
    const { args } = ctx.program.types.parse(textOf(type));
    const item = args[numberOf(index)];
    if (!item) return prim("get_index", any, [ctx.to(target!, any), constant(numberOf(index), any)]);
    const info = ctx.program.live(ctx.program.types.tuple(args.length));
    const { array, type: of } = ctx.program.types.tyOf(item);
    const ty = array ? anyArray : of?.kind === "union" ? { ...any, union: of } : any;
    return { op: "get_slot", object: ctx.to(target!, { kind: "ref", type: info }), slot: numberOf(index), ty };
  },
  get_field: getField,
  set_field: (ctx, [type, name, target, value]) => {
    const info = infoOf(ctx, textOf(type));
    const slot = info ? slotIndex(info, textOf(name)) : -1;
    if (!info || slot < 0) {
      ctx.program.mentioned.add(textOf(name));
      return { op: "set_property", object: ctx.to(target!, any), name: textOf(name), value: ctx.to(value!, any), ty: any };
    }
    const set = { op: "set_slot", object: ctx.to(target!, { kind: "ref", type: info }), slot, value: ctx.to(value!, info.slots[slot]!.ty) } as const;
    return { op: "seq", body: [set], value: constant(undefined, any), ty: any };
  },
  get_element: (ctx, [type, array, index]) => {
    const {
      name,
      args: [element],
    } = ctx.program.types.parse(textOf(type));
    const value = prim(name === "resizearray" ? "get_item" : "get_element", any, [ctx.to(array!, any), ctx.to(index!, i32)]);
    return element ? coerceElement(ctx, value, element.name) : value;
  },
  set_element: (ctx, [type, array, index, value]) => {
    const mnemonic = textOf(type).startsWith("resizearray") ? "set_item" : "set_element";
    const store = { op: "prim", mnemonic, args: [ctx.to(array!, any), ctx.to(index!, i32), storedElement(ctx, textOf(type), value!)] } as const;
    return { op: "seq", body: [store], value: constant(undefined, any), ty: any };
  },
  get_char: (ctx, [text, index]) => builtin("str_at", str, [ctx.to(text!, str), ctx.to(index!, i32)]),
  default_of: (ctx, [type]) => {
    const name = textOf(type);
    const ty = ctx.program.types.ty(name);
    if (name === "string") return constant(null, any);
    if (name === "char") return constant("\0", str);
    if (/^(struct_tuple<|System\.)/.test(name)) return ctx.program.calls.library(ctx, "library/default-value.ts", "default_of", [type!])!;
    return ty.kind === "any" || ty.kind === "ref" ? constant(null, any) : initialOf(ty);
  },
  implements: (ctx, args) => {
    const interfaces = args.slice(0, -1).map(textOf);
    const made = args[args.length - 1]!;
    if (made.type === "ObjectExpression") return objectLiteral(ctx, made, interfaces);
    if (made.type === "NewExpression" && made.callee.type === "ClassExpression") {
      const info = ctx.program.classes.local(ctx, made.callee);
      info.interfaces = [...new Set([...info.interfaces, ...interfaces])];
    }
    return ctx.expr(made);
  },
  box: (ctx, [type, value]) => {
    const text = textOf(type);
    const boxed = ctx.program.types.parse(text);
    const { name } = boxed;
    if (["float64", "string", "bool", "obj", "unit"].includes(name)) return ctx.to(value!, any);
    if (name === "array" || name === "resizearray") return builtin("set_array_type", any, [ctx.to(value!, any), constant(text, str)]);
    const entity = ctx.program.types.entity(boxed);
    const boxes = isPrimitive(name) || ["decimal", "option", "voption", "System.TimeSpan", "System.TimeOnly", "System.Guid"].includes(name) || entity?.kind === "enum";
    const inner = toAny(ctx.to(value!, isPrimitive(name) ? ctx.program.types.ty(name) : any));
    if (name === "bigint" || name === "decimal") return inner;
    if (!boxes) return boxed.args.length === 0 || entity?.kind === "interface" ? inner : ctx.program.calls.library(ctx, "library/remembered-type.ts", "remember", [value!, type!])!;
    return name === "option" ? boxedUnlessNull(ctx, text, inner) : boxedAs(text, inner);
  },
  shown: (ctx, [type, value]) => boxedUnlessNull(ctx, textOf(type), toAny(ctx.to(value!, any))),
};

const boxedAs = (type: string, value: Expr): Expr => builtin("box", any, [constant(type, str), value]);

/** None is null as an object. */
const boxedUnlessNull = (ctx: FnContext, type: string, value: Expr): Expr => {
  const held = ctx.temp("boxed", any);
  const chosen: Expr = { op: "cond", test: prim("is_nullish", bool, [local(held)]), then: local(held), otherwise: boxedAs(type, local(held)), ty: any };
  return { op: "seq", body: [{ op: "let", local: held, value }], value: chosen, ty: any };
};

/** What is stored in an array: of its own kind where the type of the elements has one. */
const storedElement = (ctx: FnContext, type: string, value: Node): Expr => {
  const [element] = ctx.program.types.parse(type).args;
  return ctx.to(value, element && isPrimitive(element.name) ? ctx.program.types.ty(element.name) : any);
};

const coerceElement = (ctx: FnContext, value: Expr, name: string): Expr => {
  const ty = ctx.program.types.ty(name);
  if (ty.array) return { ...value, ty };
  return ty.kind === "ref" ? value : coerce(value, ty);
};

/** What a cast that fails says names types as .NET does, which takes the library. */
const castTo = (ctx: FnContext, info: TypeInfo, value: Node): Expr => {
  const given = ctx.to(value, any);
  const held = ctx.temp("given", any);
  const fail = ctx.program.calls.libraryFn("library/type-test.ts", "checkCast");
  if (!fail) return coerce(given, refTo(info));
  const test = prim("is_type", bool, [local(held)], { info });
  const failing: Stmt = { op: "expr", value: { op: "call", fn: fail, args: [local(held), constant(info.name, str)], ty: fail.result } };
  return {
    op: "seq",
    body: [
      { op: "let", local: held, value: given },
      { op: "if", test, then: [], otherwise: [failing] },
    ],
    value: coerce(local(held), refTo(info)),
    ty: refTo(info),
  };
};

/** Tests and casts to classes are one instruction. */
const direct = (ctx: FnContext, name: string, text: string, value: Node): Expr | undefined => {
  const type = ctx.program.types.parse(text);
  if (["tuple", "struct_tuple", "list"].includes(type.name)) return undefined;
  const info = ctx.program.types.named(type);
  if (name === "cast" || name === "unbox") {
    const ty = ctx.program.types.tyOf(type);
    if (ctx.program.types.entity(type)?.kind === "interface") return undefined;
    if (["obj", "fn", "unit"].includes(type.name) || type.name.startsWith("'")) return ctx.to(value, any);
    if (info) return castTo(ctx, ctx.program.live(info), value);
    return ty.kind === "any" || ty.kind === "ref" ? (name === "cast" ? ctx.to(value, any) : undefined) : undefined;
  }
  if (name === "is_type" && info) return prim("is_type", bool, [ctx.to(value, any)], { info: ctx.program.live(info) });
  return undefined;
};

export const operation = (ctx: FnContext, name: string, node: CallExpression): Expr => {
  const args = node.arguments as readonly Node[];
  const open = isOpen(name, args);
  const found = open ? undefined : operations[name];
  if (found) return found(ctx, args, node);
  const library = libraryOperations[name] ?? (open ? openOperations[name] : undefined);
  if (library) {
    if (!open && (name === "unbox" || name === "is_type" || name === "cast")) {
      const one = direct(ctx, name, textOf(args[0]), args[1]!);
      if (one) return one;
    }
    if (!open && isQuestion(name)) return structural(ctx, name, textOf(args[0]), args.slice(1));
    if (name === "to_string" && isPrimitive(textOf(args[0]))) {
      const one = textOfPrimitive(ctx, textOf(args[0]) as Primitive, args[1]!);
      if (one) return one;
    }
    const values = args.slice(1).map((arg) => (name === "format" && arg.type === "CallExpression" && arg.arguments.length === 1 ? (arg.arguments[0] as Node) : arg));
    const ordered = isQuestion(name) ? values : typeFirst.has(name) ? [args[0]!, ...values] : [...values, args[0]!];
    const call = ctx.program.calls.library(ctx, library.module, library.name, ordered);
    if (!call) return ctx.refuse(node, `the operation ${name}`);
    const ty = name === "unbox" ? ctx.program.types.ty(textOf(args[0])) : library.result;
    return ty.kind === "any" ? call : coerce(call, ty);
  }
  const parts = name.split("_");
  if (parts[1] === "checked") {
    const made = checkedOperation(ctx, parts[0]!, parts.slice(2), args, (value, from, to) => conversionOf(value, from, to, ctx.program.types.ty(to)));
    return made ?? ctx.refuse(node, `the operation ${name}`);
  }
  if (parts[0] === "convert" && parts.length === 3 && isPrimitive(parts[1]!) && isPrimitive(parts[2]!)) return conversion(ctx, parts[1], parts[2], args[0]!);
  if (parts[0] === "literal" && isPrimitive(parts[1]!)) return coerce(ctx.expr(args[0]!), ctx.program.types.ty(parts[1]));
  const primitive = parts[parts.length - 1]!;
  if (isPrimitive(primitive)) {
    const made = numericOperation(ctx, parts.slice(0, -1).join("_"), primitive, args);
    if (made) return made;
  }
  return ctx.refuse(node, `the operation ${name}`);
};

/** Text of primitives, in place. */
const textOfPrimitive = (ctx: FnContext, primitive: Primitive, arg: Node): Expr | undefined => {
  const ty = ctx.program.types.ty(primitive);
  if (primitive === "char") return ctx.to(arg, ty);
  if (ty.kind === "i32" || ty.kind === "u32") return builtin("number_to_string", str, [coerce(ctx.to(arg, ty), f64), constant(undefined, any)]);
  return undefined;
};

/** `null` of a type whose equality nobody has written. */
const isNullOfPlainType = ({ op, ty, ...value }: Expr): boolean =>
  op === "const" && (value as { value?: unknown }).value == null && ty.kind === "ref" && ty.type?.equality !== "custom";

/** Equality, comparison and hash, by type; each value is computed once. */
const structural = (ctx: FnContext, question: Question, text: string, args: readonly Node[]): Expr => {
  const type = ctx.program.types.parse(text);
  const held = args.map((arg, i) => {
    const value = ctx.to(arg, ctx.program.structural.operandTy(type));
    return { variable: ctx.temp(i === 0 ? "left" : "right", value.ty), value };
  });
  const nothing = question === "equal" ? held.findIndex(({ value }) => isNullOfPlainType(value)) : -1;
  if (nothing >= 0) return prim("is_nullish", bool, [held[1 - nothing]!.value]);
  const answer = ctx.program.structural.ask(
    question,
    type,
    held.map(({ variable }) => local(variable)),
  );
  return { op: "seq", body: held.map(({ variable, value }) => ({ op: "let", local: variable, value })), value: answer, ty: answer.ty };
};

/** Parameters of an operation that stands as a value: only those on primitives do. */
export const operationArity = (name: string): number => (name.startsWith("convert_") || name.startsWith("literal_") || name.startsWith("neg_") || name.startsWith("not_") ? 1 : 2);
