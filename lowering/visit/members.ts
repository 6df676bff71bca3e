/** `a.b`, `a[b]` and assignments to them. */
import type { MemberExpression, Node } from "@babel/types";
import type { BuiltinType } from "../../schemas/isa/kinds.ts";
import { memberName } from "../classes.ts";
import { coerce, toAny } from "../coerce.ts";
import type { FnContext } from "../context.ts";
import { any, builtin, type Expr, i32, local, prim, type Stmt, type Ty, undefinedValue } from "../ir/nodes.ts";
import { isException, refTo, slotIndex } from "../type-infos.ts";
import { resolvedValue } from "./names.ts";
import { elementTy, staticValue } from "./platform.ts";

/** `Class.name` and `namespace.name`. */
const ofName = (ctx: FnContext, object: Node, name: string, node: Node): Expr | undefined => {
  if (object.type !== "Identifier") return undefined;
  const binding = ctx.binding(object);
  if (!binding || ctx.vars.has(binding) || binding.owner !== undefined || (binding.kind !== "class" && binding.kind !== "import")) return undefined;
  const found = ctx.program.resolveIn(ctx.module, binding);
  if (found.kind === "namespace") return resolvedValue(ctx, ctx.program.graph.exported(found.module, name), node);
  const info = ctx.program.classes.resolvedClass(found);
  if (!info) return undefined;
  if (info.kind === "union") {
    const tag = info.cases.findIndex((one) => one.name === name);
    if (tag >= 0) return prim("const_case", { kind: "ref", type: ctx.program.live(info) }, [], { info, imm: tag });
  }
  const global = ctx.program.statics.property(ctx, info, name);
  return global ? { op: "global", global, ty: global.ty } : undefined;
};

export const property = (ctx: FnContext, object: Expr, name: string): Expr => {
  if (object.ty.kind === "str" && name === "length") return prim("len_str", i32, [object]);
  const info = object.ty.kind === "ref" ? object.ty.type : undefined;
  // `e.Message`: an F# exception's is made of its fields.
  if (name === "message" && ctx.module.fable && (!info || isException(info))) {
    const message = ctx.program.calls.libraryFn("library/exceptions.ts", "getExceptionMessage");
    if (message) return { op: "call", fn: message, args: [coerce(object, message.params[0]!.ty)], ty: message.result };
  }
  if (info) {
    if (name === "tag" && info.kind === "union") return prim("get_tag", i32, [object]);
    if (info.builtin?.startsWith("array_") && name === "length") return prim("array_length", i32, [object]);
    const slot = slotIndex(info, name);
    if (slot >= 0) return { op: "get_slot", object, slot, ty: info.slots[slot]!.ty };
  }
  // In Fable's output `tag` is always the tag of a union.
  if (name === "tag" && object.ty.union) return prim("get_tag", i32, [coerce(object, refTo(object.ty.union))]);
  if (name === "tag" && ctx.module.fable) return builtin("object_tag", i32, [toAny(object)]);
  ctx.program.mentioned.add(name);
  const held: Expr = { op: "get_property", object: object.ty.kind === "any" || object.ty.kind === "ref" ? object : toAny(object), name, ty: any };
  return object.ty.array && name === "length" ? coerce(held, i32) : held;
};

export const member = (ctx: FnContext, node: MemberExpression): Expr => {
  if (node.property.type === "PrivateName") return ctx.refuse(node, "a private name");
  const name = memberName(node.property, node.computed);
  if (name === undefined) return element(ctx, node);
  if (node.object.type === "Super") {
    const fn = ctx.program.classes.superMethod(ctx, name, "getter");
    if (fn && ctx.thisVar) return { op: "call", fn, args: [coerce(local(ctx.thisVar), any)], ty: any };
    return ctx.thisVar ? property(ctx, local(ctx.thisVar), name) : ctx.refuse(node, "super outside a class");
  }
  return staticValue(ctx, node.object, name) ?? ofName(ctx, node.object, name, node) ?? property(ctx, ctx.expr(node.object), name);
};

const element = (ctx: FnContext, node: MemberExpression): Expr => {
  const object = ctx.expr(node.object);
  const info = object.ty.kind === "ref" ? object.ty.type : undefined;
  const index = indexInto(ctx, info?.builtin, node.property);
  if (info?.kind === "tuple" && index.op === "const" && typeof index.value === "number" && index.value < info.slots.length)
    return { op: "get_slot", object, slot: index.value, ty: any };
  if (info?.builtin?.startsWith("array_") && index.ty.kind === "i32") return prim("array_get", elementTy(info.builtin), [object, index]);
  return prim("get_index", any, [object.ty.kind === "any" || object.ty.kind === "ref" ? object : toAny(object), toAny(index)]);
};

/** In a typed array sums of int32s stay int32: what wraps is outside as well, and raises. */
const indexInto = (ctx: FnContext, array: BuiltinType | undefined, node: Node): Expr => ctx.expr(node, array?.startsWith("array_") && array !== "array_any" ? i32 : undefined);

/** A place that is read and written: its object and index are evaluated once. */
export interface Place {
  /** What the place holds, where that is known. */
  readonly ty?: Ty;
  readonly read: () => Expr;
  readonly write: (value: Expr) => Stmt;
}

export const place = (ctx: FnContext, node: MemberExpression, before: Stmt[], readsFirst: boolean): Place => {
  if (node.property.type === "PrivateName") {
    ctx.refuse(node, "a private name");
    return { read: () => undefinedValue, write: (value) => ({ op: "expr", value }) };
  }
  const hold = (value: Expr): Expr => {
    if (!readsFirst || value.op === "local" || value.op === "const") return value;
    const held = ctx.temp("place", value.ty);
    before.push({ op: "let", local: held, value });
    return local(held);
  };
  const name = memberName(node.property, node.computed);
  if (name !== undefined && node.object.type !== "Super") {
    const found = staticPlace(ctx, node.object, name);
    if (found) return found;
    const object = hold(ctx.expr(node.object));
    const info = object.ty.kind === "ref" ? object.ty.type : undefined;
    const slot = info ? slotIndex(info, name) : -1;
    if (info && slot >= 0) {
      const ty = info.slots[slot]!.ty;
      return { ty, read: () => ({ op: "get_slot", object, slot, ty }), write: (value) => ({ op: "set_slot", object, slot, value: coerce(value, ty) }) };
    }
    ctx.program.mentioned.add(name);
    const any_ = object.ty.kind === "any" || object.ty.kind === "ref" ? object : toAny(object);
    return { read: () => property(ctx, object, name), write: (value) => ({ op: "expr", value: { op: "set_property", object: any_, name, value: toAny(value), ty: any } }) };
  }
  const object = hold(ctx.expr(node.object as Node));
  const array = object.ty.kind === "ref" ? object.ty.type?.builtin : undefined;
  const at = indexInto(ctx, array, node.property);
  if (array?.startsWith("array_") && at.ty.kind === "i32") {
    const i = hold(at);
    const ty = elementTy(array);
    return { ty, read: () => prim("array_get", ty, [object, i]), write: (value) => ({ op: "prim", mnemonic: "array_set", args: [object, i, coerce(value, ty)] }) };
  }
  const index = hold(toAny(at));
  const target = object.ty.kind === "any" || object.ty.kind === "ref" ? object : toAny(object);
  return { read: () => prim("get_index", any, [target, index]), write: (value) => ({ op: "prim", mnemonic: "set_index", args: [target, index, toAny(value)] }) };
};

const staticPlace = (ctx: FnContext, object: Node, name: string): Place | undefined => {
  if (object.type !== "Identifier") return undefined;
  const binding = ctx.binding(object);
  if (!binding || ctx.vars.has(binding) || binding.owner !== undefined || (binding.kind !== "class" && binding.kind !== "import")) return undefined;
  const info = ctx.program.classes.resolvedClass(ctx.program.resolveIn(ctx.module, binding));
  const global = info && ctx.program.statics.property(ctx, info, name);
  return global
    ? { ty: global.ty, read: () => ({ op: "global", global, ty: global.ty }), write: (value) => ({ op: "set_global", global, value: coerce(value, global.ty) }) }
    : undefined;
};
