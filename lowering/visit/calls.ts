/** Calls: to known functions directly and typed, to closures and methods with values of any kind. */
import type { CallExpression, Node } from "@babel/types";
import { builtinNames, builtins } from "../../schemas/isa/builtins.ts";
import { isLiftable } from "../analyse/lifting.ts";
import { memberName } from "../classes.ts";
import { arrayOf, coerce, initialOf, toAny } from "../coerce.ts";
import type { FnContext } from "../context.ts";
import { FnContext as Context } from "../context.ts";
import type { Resolved, SourceModule } from "../graph.ts";
import { superCall } from "../inheritance.ts";
import { any, builtin, type Expr, type IrFn, local, type Ty, undefinedValue } from "../ir/nodes.ts";
import type { Program } from "../program.ts";
import type { Binding } from "../scope.ts";
import { slotIndex } from "../type-infos.ts";
import { formattedCall } from "./formats.ts";
import { liftedFn, lowerFunctionBody } from "./functions.ts";
import { hostFunctions } from "./host-functions.ts";
import { spreadArray } from "./literals.ts";
import { lookup } from "./lookups.ts";
import { atomOf, refuseMissing } from "./names.ts";
import { operation } from "./operations.ts";
import { globalCall, staticCall } from "./platform.ts";
import { asStage } from "./stages.ts";
import { typedForm } from "./typed-forms.ts";

/** Native methods of strings by name: receiver first. */
const stringMethods = new Map(
  builtinNames.flatMap((name) =>
    ((builtins[name] as { methods?: readonly string[] }).methods ?? [])
      .filter((method) => method.startsWith("string."))
      .map((method) => [method.slice("string.".length), name] as const),
  ),
);

const isSpread = (node: Node): boolean => node.type === "SpreadElement";

export class Calls {
  private readonly program: Program;

  constructor(program: Program) {
    this.program = program;
  }

  /** Arguments for parameters: converted, missing ones at their initial value, further ones evaluated and dropped. */
  fit(ctx: FnContext, params: readonly Ty[], args: readonly Node[], rest = false): Expr[] {
    const fixed = rest ? params.length - 1 : params.length;
    const out = args.slice(0, fixed).map((arg, i) => ctx.to(arg, params[i]!));
    while (out.length < fixed) out.push(initialOf(params[out.length]!));
    if (rest) out.push(coerce(arrayOf(args.slice(fixed).map((arg) => ctx.to(arg, any))), any));
    else if (args.length > fixed) {
      const extra = args
        .slice(fixed)
        .map((arg) => ctx.expr(arg))
        .filter((value) => value.op !== "const" && value.op !== "local");
      if (extra.length > 0 && out.length > 0) {
        const last = out.length - 1;
        const held = ctx.temp("last", out[last]!.ty);
        out[last] = {
          op: "seq",
          body: [{ op: "let", local: held, value: out[last]! }, ...extra.map((value) => ({ op: "expr" as const, value }))],
          value: local(held),
          ty: held.ty,
        };
      }
    }
    return out;
  }

  /** A function of our runtime library by module and name. */
  library(ctx: FnContext, module: string, name: string, args: readonly Node[]): Expr | undefined {
    const fn = this.libraryFn(module, name);
    if (!fn) return undefined;
    return {
      op: "call",
      fn,
      args: this.fit(
        ctx,
        fn.params.map((param) => param.ty),
        args,
      ),
      ty: fn.result,
    };
  }

  libraryFn(module: string, name: string): IrFn | undefined {
    const source = this.program.graph.module(module);
    const found = source && this.program.graph.exported(source, name);
    return found?.kind === "binding" ? this.fnOf(found.module, found.binding) : undefined;
  }

  fnOf(module: SourceModule, binding: Binding): IrFn | undefined {
    return this.program.fnOf(module, binding, (fn, node) => {
      const rest = node.params[node.params.length - 1]?.type === "RestElement";
      if (rest) this.program.restFns.add(fn);
      lowerFunctionBody(new Context(this.program, module, fn, node), node, "typed", []);
    });
  }

  known(ctx: FnContext, fn: IrFn, args: readonly Node[], first: readonly Expr[] = []): Expr {
    const params = fn.params.slice(first.length).map((param) => param.ty);
    return { op: "call", fn, args: [...first, ...this.fit(ctx, params, args, this.program.restFns.has(fn))], ty: fn.result };
  }
}

const anyArgs = (ctx: FnContext, args: readonly Node[]): Expr[] => args.map((arg) => ctx.to(arg, any));

/** Items of a list that is written out as its cells. */
const mostItems = 16;

/** `[a; b]`, for which Fable makes an array of the items. */
const listOf = (ctx: FnContext, module: SourceModule, binding: Binding, node: CallExpression): Expr | undefined => {
  const [items, tail] = node.arguments;
  if (module.path !== "library/list.ts" || !["ofArray", "ofArrayWithTail"].includes(binding.name) || items?.type !== "ArrayExpression") return undefined;
  if (items.elements.length > mostItems || items.elements.some((item) => !item || isSpread(item))) return undefined;
  const end = ctx.program.calls.libraryFn("library/list.ts", "empty")!;
  const cells = (at: number): Expr => {
    const item = items.elements[at];
    if (!item) return tail ? ctx.to(tail, end.result) : ctx.program.calls.known(ctx, end, []);
    return { op: "object", info: end.result.type!, tag: 0, slots: [ctx.to(item, any), cells(at + 1)], ty: end.result };
  };
  return cells(0);
};

const callResolved = (ctx: FnContext, found: Resolved, node: CallExpression): Expr | undefined => {
  if (found.kind === "vm") return vmCall(ctx, found.from, found.name, node);
  if (found.kind === "missing") return refuseMissing(ctx, found, node);
  if (found.kind === "namespace") return ctx.refuse(node, "a call of a namespace");
  const list = listOf(ctx, found.module, found.binding, node);
  if (list) return list;
  const fn = typedForm(ctx, found.module, found.binding, node) ?? ctx.program.calls.fnOf(found.module, found.binding);
  if (fn) return asStage(ctx, ctx.program.calls.known(ctx, fn, node.arguments));
  const atom = atomOf(ctx, found.module, found.binding);
  if (atom) {
    if (node.arguments.length === 0) return { op: "global", global: atom, ty: atom.ty };
    return { op: "seq", body: [{ op: "set_global", global: atom, value: ctx.to(node.arguments[0]!, atom.ty) }], value: undefinedValue, ty: any };
  }
  return undefined;
};

const vmCall = (ctx: FnContext, from: string, name: string, node: CallExpression): Expr => {
  const args = node.arguments as readonly Node[];
  if (from === "fusabi:op") return operation(ctx, name, node);
  if (from === "fusabi:builtin") {
    const spec = (builtins as Record<string, { params: readonly Ty["kind"][]; result: Ty["kind"] } | undefined>)[name];
    if (!spec) return ctx.refuse(node, `the builtin ${name}`);
    const values = spec.params.map((kind, i) => (args[i] ? ctx.to(args[i]!, { kind }) : initialOf({ kind })));
    for (const value of values) if (value.op === "const" && typeof value.value === "string") ctx.program.mentioned.add(value.value);
    return builtin(name as keyof typeof builtins, { kind: spec.result }, values);
  }
  if (from === "fusabi:host") return hostCall(ctx, name, node);
  const imported = from === "fusabi:import" ? ctx.program.boundary.hostImport(name) : undefined;
  if (imported) {
    const own = imported.module === "fusabi" ? hostFunctions[imported.name] : undefined;
    if (imported.module === "fusabi" && (own === undefined || own.result !== imported.result || own.params.join() !== imported.params.join()))
      return ctx.refuse(node, `the import of ${imported.name} from "fusabi"`, 'functions of your own host are imported from "host"');
    const target = ctx.program.importOf(own ? { ...imported, ...own, fsharp: "", names: [] } : { ...imported, capability: `${imported.module}:${imported.name}` });
    return { op: "call_import", import: target, args: imported.params.map((kind, i) => ctx.to(args[i]!, { kind })), ty: { kind: imported.result } };
  }
  return ctx.refuse(node, `an import from ${from}`, 'declare a host import with [<Import("name", "host")>]');
};

const hostCall = (ctx: FnContext, name: string, node: CallExpression): Expr => {
  const spec = hostFunctions[name];
  if (!spec) return ctx.refuse(node, `the host function ${name}`);
  const target = ctx.program.importOf({ module: "fusabi", name, fsharp: "", names: [], ...spec });
  return { op: "call_import", import: target, args: spec.params.map((kind, i) => ctx.to(node.arguments[i]!, { kind })), ty: { kind: spec.result } };
};

/** The method of a ResizeArray that Fable writes as `splice`. */
const spliceFunction = (args: readonly Node[]): string => {
  if (args.length > 2) return "insertAt";
  const [, count] = args;
  return count?.type === "NumericLiteral" && count.value === 1 ? "removeAt" : "removeRange";
};

const methodCall = (ctx: FnContext, node: CallExpression, object: Node, name: string): Expr => {
  const args = node.arguments as readonly Node[];
  ctx.program.mentioned.add(name);
  const receiver = ctx.expr(object);
  if (receiver.ty.kind === "str") {
    const native = stringMethods.get(name);
    if (native) {
      const spec = builtins[native];
      const values = spec.params.slice(1).map((kind, i) => (args[i] ? ctx.to(args[i]!, { kind }) : initialOf({ kind })));
      const regular = args.every((arg) => arg.type !== "RegExpLiteral");
      if (regular) return builtin(native, { kind: spec.result }, [receiver, ...values]);
    }
  }
  if (receiver.ty.kind === "ref" && receiver.ty.type) {
    const slot = slotIndex(receiver.ty.type, name);
    if (slot >= 0) return { op: "call_closure", callee: { op: "get_slot", object: receiver, slot, ty: receiver.ty.type.slots[slot]!.ty }, args: anyArgs(ctx, args), ty: any };
  }
  const mayBeArray = receiver.ty.kind === "any" || receiver.ty.type?.builtin !== undefined;
  if ((name === "push" || name === "unshift") && args.length !== 1 && mayBeArray) {
    const many = ctx.program.calls.libraryFn("library/platform-array.ts", `array_${name}_all`);
    const only = args.length === 1 && isSpread(args[0]!) ? (args[0] as { argument?: Node }) : undefined;
    if (many) return { op: "call", fn: many, args: [toAny(receiver), coerce(only?.argument ? ctx.to(only.argument, any) : arrayOf(anyArgs(ctx, args)), any)], ty: many.result };
  }
  const spliced = name === "splice" ? ctx.program.calls.libraryFn("library/resize-array.ts", spliceFunction(args)) : undefined;
  if (spliced) return ctx.program.calls.known(ctx, spliced, args.length > 2 ? [args[0]!, ...args.slice(2)] : args.slice(0, spliced.params.length - 1), [toAny(receiver)]);
  const box = receiver.ty.kind === "any" || receiver.ty.kind === "ref" ? receiver : toAny(receiver);
  return { op: "call_method", receiver: box, name, args: anyArgs(ctx, args), ty: any };
};

const spreadCall = (ctx: FnContext, node: CallExpression): Expr => {
  const args = node.arguments as readonly Node[];
  const callee = node.callee as Node;
  if (callee.type === "MemberExpression" && !callee.computed && callee.property.type === "Identifier" && args.length === 1 && isSpread(args[0]!)) {
    const spread = (args[0] as { argument: Node }).argument;
    const name = callee.property.name;
    if (name === "push" || name === "unshift") {
      const many = ctx.program.calls.libraryFn("library/platform-array.ts", `array_${name}_all`);
      if (many) return { op: "call", fn: many, args: [ctx.to(callee.object, any), ctx.to(spread, any)], ty: many.result };
    }
    const fixed = staticCall(ctx, callee.object, `${name}_spread`, [spread], node);
    if (fixed) return fixed;
  }
  const rest = restCall(ctx, callee, args);
  if (rest) return rest;
  const whole = args.length === 1 ? ctx.to((args[0] as { argument: Node }).argument, any) : toAny(spreadArray(ctx, args));
  const apply = ctx.program.calls.libraryFn("library/platform-function.ts", "apply_closure");
  if (!apply) return ctx.refuse(node, "a call with spread arguments");
  return { op: "call", fn: apply, args: [ctx.to(callee, any), whole], ty: apply.result };
};

/** `f(a, ...xs)` of a function `f(a, ...rest)`: a parameter array that F# gives as an array is passed as it is. */
const restCall = (ctx: FnContext, callee: Node, args: readonly Node[]): Expr | undefined => {
  const binding = callee.type === "Identifier" ? ctx.binding(callee) : undefined;
  if (!binding || ctx.vars.has(binding) || binding.owner !== undefined) return undefined;
  const found = ctx.program.resolveIn(ctx.module, binding);
  const fn = found.kind === "binding" ? ctx.program.calls.fnOf(found.module, found.binding) : undefined;
  const fixed = args.slice(0, -1);
  if (!fn || !ctx.program.restFns.has(fn) || fixed.length !== fn.params.length - 1 || fixed.some(isSpread)) return undefined;
  const last = args[fixed.length] as { argument: Node };
  return { op: "call", fn, args: [...fixed.map((arg, i) => ctx.to(arg, fn.params[i]!.ty)), ctx.to(last.argument, any)], ty: fn.result };
};

/** Functions of the library compiled from F# whose first argument, written as an array literal, is an array and not a tuple. */
const takesArray = /^(?:concat|ofArray|ofArrayWithTail)(?:_\d+)?$/;

export const lowerCall = (ctx: FnContext, node: CallExpression): Expr => {
  const args = node.arguments as readonly Node[];
  const callee = node.callee as Node;
  if (args.some(isSpread)) return spreadCall(ctx, node);
  const formatted = formattedCall(ctx, node);
  if (formatted) return formatted;
  const looked = lookup(ctx, node);
  if (looked) return looked;
  if (callee.type === "Super") return superCall(ctx, args);
  if (callee.type === "Identifier") {
    const first = args[0];
    if (first?.type === "ArrayExpression" && takesArray.test(callee.name)) ctx.given.set(first, arrayOf(first.elements.map((one) => ctx.to(one as Node, any))));
    const binding = ctx.binding(callee);
    if (!binding) return globalCall(ctx, callee.name, args, node);
    if (isLiftable(ctx.module.scopes, binding)) {
      const { fn, along } = liftedFn(ctx, binding);
      const first = along.map((one): Expr => {
        const variable = ctx.vars.get(one);
        if (!variable) return undefinedValue;
        return variable.cell ? { op: "cell", local: variable, ty: any } : local(variable);
      });
      return ctx.program.calls.known(ctx, fn, args, first);
    }
    if (!ctx.vars.has(binding) && binding.owner === undefined) {
      const made = callResolved(ctx, ctx.program.resolveIn(ctx.module, binding), node);
      if (made) return made;
    }
  }
  if (callee.type === "MemberExpression" && callee.property.type !== "PrivateName") {
    const name = memberName(callee.property, callee.computed);
    if (name !== undefined) {
      if (callee.object.type === "Super") {
        const fn = ctx.program.classes.superMethod(ctx, name, "method");
        if (!fn || !ctx.thisVar) return ctx.refuse(node, `super.${name}, which no base class has`);
        return { op: "call", fn, args: [coerce(local(ctx.thisVar), any), ...ctx.program.calls.fit(ctx, new Array(args.length).fill(any) as Ty[], args)], ty: any };
      }
      const fixed = staticCall(ctx, callee.object, name, args, node);
      if (fixed) return fixed;
      return methodCall(ctx, node, callee.object, name);
    }
    // obj[key](args) with a computed key: the value, then a plain call.
  }
  const value = ctx.expr(callee);
  return { op: "call_closure", callee: value.ty.kind === "any" || value.ty.kind === "ref" ? value : toAny(value), args: anyArgs(ctx, args), ty: any };
};
