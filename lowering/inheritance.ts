/**
 * Objects of classes without a primary constructor: each explicit constructor has its base constructor called and then sets the class's own fields.
 *
 *     new (x, y) = { inherit Base(x); Field = y }        inherit(Base_$ctor_Z524259A4(x), new_record("App.Derived", y))
 */
import type { CallExpression, Node } from "@babel/types";
import { coerce } from "./coerce.ts";
import type { FnContext } from "./context.ts";
import type { SourceModule } from "./graph.ts";
import { any, type Expr, local, type Stmt, undefinedValue, type Var } from "./ir/nodes.ts";
import { isDerived, refTo, type TypeInfo } from "./type-infos.ts";

/** The slots that a `new_record` gives: the type's last ones, without those that F# adds to see whether an object is complete (`init@12`). */
export const recordSlots = (info: TypeInfo, count: number): number[] => {
  const declared = [...info.slots.keys()].filter((slot) => !info.slots[slot]!.name.startsWith("init@"));
  return declared.slice(declared.length - count);
};

/** An object of the class, initialised by the base constructor that `base` calls, with fields of its own. */
export const inherited = (ctx: FnContext, info: TypeInfo, base: Node, fields: readonly Node[]): Expr | undefined => {
  ctx.program.live(info);
  const self = ctx.temp("made", refTo(info));
  const started = initialise(ctx, info, self, base);
  if (!started) return undefined;
  const own = recordSlots(info, fields.length);
  const set = fields.map((field, i): Stmt => ({ op: "set_slot", object: local(self), slot: own[i]!, value: ctx.to(field, info.slots[own[i]!]!.ty) }));
  const made: Expr = { op: "object", info, tag: 0, slots: [], ty: refTo(info) };
  return { op: "seq", body: [{ op: "let", local: self, value: made }, ...started, ...set], value: local(self), ty: self.ty };
};

/** Runs the base constructor on the object itself; one that is explicit too makes an object of its own, whose fields are taken over. */
const initialise = (ctx: FnContext, info: TypeInfo, self: Var, base: Node): Stmt[] | undefined => {
  const call = base.type === "TSAsExpression" ? base.expression : base;
  const made = call.type === "CallExpression" || call.type === "NewExpression" ? classMade(ctx, call.callee) : undefined;
  if (made && isDerived(info, made)) return [{ op: "expr", value: ctx.program.classes.initialise(ctx, made, local(self), (call as CallExpression).arguments) }];
  const value = ctx.expr(base);
  const parent = value.ty.kind === "ref" && isDerived(info, value.ty.type) ? value.ty.type : info.parent;
  return parent && takeOver(ctx, parent, self, value);
};

/** `super(args)`; an explicit constructor of the base class makes an object of its own, whose fields are taken over. */
export const superCall = (ctx: FnContext, args: readonly Node[]): Expr => {
  const parent = ctx.cls?.parent;
  const self = ctx.thisVar;
  if (!parent || !self) return undefinedValue;
  const [first, ...rest] = args;
  const name = first && explicitConstructor(ctx, first);
  if (name === undefined) return ctx.program.classes.initialise(ctx, parent, local(self), args);
  const module = ctx.program.classes.declaration(parent)?.module;
  const binding = module?.scopes.top.get(name);
  const fn = module && binding && ctx.program.calls.fnOf(module, binding);
  return fn ? { op: "seq", body: takeOver(ctx, parent, self, ctx.program.calls.known(ctx, fn, rest)), value: undefinedValue, ty: any } : undefinedValue;
};

const explicitConstructor = (ctx: FnContext, node: Node): string | undefined =>
  node.type === "CallExpression" && node.arguments[0]?.type === "StringLiteral" && ctx.annotation(node.callee) === "explicit_constructor" ? node.arguments[0].value : undefined;

const takeOver = (ctx: FnContext, parent: TypeInfo, self: Var, value: Expr): Stmt[] => {
  const from = ctx.temp("base", refTo(parent));
  const copies = parent.slots.map(({ ty }, slot): Stmt => ({ op: "set_slot", object: local(self), slot, value: { op: "get_slot", object: local(from), slot, ty } }));
  return [{ op: "let", local: from, value: coerce(value, from.ty) }, ...copies];
};

/**
 * The class that a callee makes an object of with the arguments it gets: itself, or the one of a function `(a, b) => new C(a, b)`. Fable writes no such
 * function for an abstract class, but calls it.
 */
const classMade = (ctx: FnContext, callee: Node): TypeInfo | undefined => {
  if (callee.type !== "Identifier") return undefined;
  const binding = ctx.module.scopes.bindings.get(callee);
  const resolved = binding && ctx.program.resolveIn(ctx.module, binding);
  if (!resolved) return constructedClass(ctx, ctx.module, callee.name);
  if (resolved.kind === "missing") return constructedClass(ctx, ctx.program.graph.module(resolved.from), resolved.name);
  if (resolved.kind !== "binding") return undefined;
  const made = forwardedNew(resolved.binding.node);
  const inner = made && resolved.module.scopes.bindings.get(made);
  return ctx.program.classes.resolvedClass(inner ? ctx.program.resolveIn(resolved.module, inner) : resolved);
};

/** The class `C` of a name `C_$ctor_Z524259A4`. */
const constructedClass = (ctx: FnContext, module: SourceModule | undefined, name: string): TypeInfo | undefined => {
  const binding = module?.scopes.top.get(name.slice(0, name.lastIndexOf("_$ctor")));
  return module && binding && ctx.program.classes.resolvedClass({ kind: "binding", module, binding });
};

const forwardedNew = (node: Node): Node | undefined => {
  if (node.type !== "FunctionDeclaration") return undefined;
  const { params, body } = node;
  const [only, ...more] = body.body;
  if (more.length > 0 || only?.type !== "ReturnStatement" || only.argument?.type !== "NewExpression") return undefined;
  const { callee, arguments: args } = only.argument;
  const same = args.length === params.length && args.every((arg, i) => arg.type === "Identifier" && params[i]!.type === "Identifier" && arg.name === params[i].name);
  return same ? callee : undefined;
};
