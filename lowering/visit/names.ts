/** Identifiers as values: locals, globals, functions as closures, classes as types. */
import type { CallExpression, Identifier, Node, VariableDeclarator } from "@babel/types";
import { changesFiles } from "../../schemas/diagnostics/table.ts";
import { isLiftable } from "../analyse/lifting.ts";
import { coerce } from "../coerce.ts";
import { FnContext } from "../context.ts";
import type { Resolved, SourceModule } from "../graph.ts";
import { any, constant, type Expr, f64, type IrGlobal, i32, local, prim, type Stmt, str, type Ty, undefinedValue } from "../ir/nodes.ts";
import type { Binding } from "../scope.ts";
import { builtinInfos, refTo } from "../type-infos.ts";
import { operation, operationArity } from "./operations.ts";
import { globalValue } from "./platform.ts";

const declarator = (binding: Binding): VariableDeclarator | undefined => (binding.node.type === "VariableDeclarator" ? binding.node : undefined);

const isAtom = (module: SourceModule, binding: Binding): CallExpression | undefined => {
  const init = declarator(binding)?.init;
  if (!module.fable || init?.type !== "CallExpression" || init.callee.type !== "Identifier") return undefined;
  const callee = module.scopes.bindings.get(init.callee);
  const specifier = callee?.kind === "import" ? callee.node : undefined;
  return specifier?.type === "ImportSpecifier" && specifier.imported.type === "Identifier" && specifier.imported.name === "createAtom" ? init : undefined;
};

/** A mutable F# module value, which Fable makes an atom of: a plain global here. */
export const atomOf = (ctx: FnContext, module: SourceModule, binding: Binding): IrGlobal | undefined => {
  const init = isAtom(module, binding);
  if (!init) return undefined;
  const argument = init.typeParameters?.type === "TSTypeParameterInstantiation" ? init.typeParameters.params[0] : undefined;
  return ctx.program.globalOf(
    module,
    binding,
    () => ctx.program.types.annotation(module, argument),
    () => [],
  );
};

/** Statements that give a top-level variable its value, in the module that declares it. */
export const initialiseGlobal = (ctx: FnContext, binding: Binding): Stmt[] => {
  const node = declarator(binding)!;
  const atom = isAtom(ctx.module, binding);
  if (atom) {
    const global = atomOf(ctx, ctx.module, binding)!;
    return [{ op: "set_global", global, value: ctx.to(atom.arguments[0] as Node, global.ty) }];
  }
  const global = topLevelGlobal(ctx, ctx.module, binding);
  if (!node.init) return [];
  const value = ctx.to(node.init, global.ty);
  // A constant of the library outside the subset fails where it is used, not when the program starts.
  return isRefusal(value) ? [] : [{ op: "set_global", global, value }];
};

/** `const LIMIT: int32 = 7` at the top of a module: a number wherever it is named, so that it can also stand for a case. */
const namedConstant = (found: Resolved): number | undefined => {
  if (found.kind !== "binding" || found.binding.kind !== "const") return undefined;
  const node = declarator(found.binding);
  if (node?.init?.type !== "NumericLiteral" || node.id.type !== "Identifier") return undefined;
  const annotation = node.id.typeAnnotation?.type === "TSTypeAnnotation" ? node.id.typeAnnotation.typeAnnotation : undefined;
  const isInt32 = annotation?.type === "TSTypeReference" && annotation.typeName.type === "Identifier" && annotation.typeName.name === "int32";
  return isInt32 ? node.init.value : undefined;
};

/** The integer that a literal or the name of a constant, perhaps of a namespace, stands for. */
export const integerOf = (ctx: FnContext, node: Node | null | undefined): number | undefined => {
  if (node?.type === "NumericLiteral" && node.value === (node.value | 0)) return node.value;
  if (node?.type === "UnaryExpression" && node.operator === "-" && node.argument.type === "NumericLiteral") {
    const { value } = node.argument;
    return value === (value | 0) && value !== 0 ? -value : undefined;
  }
  const owner = node?.type === "MemberExpression" && !node.computed ? node.object : node;
  const binding = owner?.type === "Identifier" ? ctx.binding(owner) : undefined;
  if (!binding || binding.owner !== undefined || ctx.vars.has(binding)) return undefined;
  const found = ctx.program.resolveIn(ctx.module, binding);
  if (owner === node) return namedConstant(found);
  const name = node?.type === "MemberExpression" && node.property.type === "Identifier" ? node.property.name : "";
  return found.kind === "namespace" ? namedConstant(ctx.program.graph.exported(found.module, name)) : undefined;
};

const isRefusal = (value: Expr): boolean => value.op === "seq" && value.body[0]?.op === "throw";

const globalTy = (ctx: FnContext, module: SourceModule, binding: Binding): Ty => {
  const node = declarator(binding);
  if (node?.id.type !== "Identifier") return any;
  const ty = ctx.program.types.annotation(module, node.id.typeAnnotation);
  if (ty.kind !== "any" || node.id.typeAnnotation) return ty;
  const init = node.init;
  if (init?.type === "StringLiteral" && binding.assignments.length === 0) return str;
  if (init?.type === "NumericLiteral" && binding.assignments.length === 0) return module.untyped ? f64 : any;
  return any;
};

export const topLevelGlobal = (ctx: FnContext, module: SourceModule, binding: Binding): IrGlobal =>
  ctx.program.globalOf(
    module,
    binding,
    () => globalTy(ctx, module, binding),
    (global) => {
      const fn = ctx.program.newFn(`${global.name}..init`, any);
      ctx.program.dropFn(fn);
      const inner = new FnContext(ctx.program, module, fn, undefined);
      return initialiseGlobal(inner, binding);
    },
  );

/** An operation passed as a function, as in `List.reduce (+)`. */
const operationClosure = (ctx: FnContext, name: string): Expr =>
  ctx.program.valueClosure(name, (made) => {
    const inner = new FnContext(ctx.program, ctx.module, made, undefined);
    const params = Array.from({ length: operationArity(name) }, (_, i) => inner.temp(`arg${i}`, any));
    made.params.push(...params);
    const nodes = params.map((param) => {
      const stand = identifierNode(param.name);
      inner.given.set(stand, local(param));
      return stand;
    });
    made.body = [{ op: "return", value: coerce(operation(inner, name, { type: "CallExpression", arguments: nodes } as unknown as CallExpression), any) }];
  });

/** What reads a mutable variable: Fable passes the atom, which is called without arguments, for `fun () -> Some counter`. */
const readerClosure = (ctx: FnContext, binding: Binding, global: IrGlobal): Expr =>
  ctx.program.valueClosure(binding, (made) => {
    made.body = [{ op: "return", value: coerce({ op: "global", global, ty: global.ty }, any) }];
  });

const identifierNode = (name: string): Node => ({ type: "Identifier", name }) as unknown as Node;

/** Modules that Fable calls for members of System.IO which change files. */
const fileModule = /^fs$|\/(File|Directory)\.js$/;

export const refuseMissing = (ctx: FnContext, { name, from }: Extract<Resolved, { kind: "missing" }>, node: Node): Expr => {
  const [found, type = "File"] = fileModule.exec(from) ?? [];
  if (found === undefined) return ctx.refuse(node, `${name} of ${from}, which has no such export`);
  const member = name === "writeFileSync" ? "WriteAllText" : `${name[0]?.toUpperCase()}${name.slice(1)}`;
  return ctx.refuse(node, `System.IO.${type}.${member}`, changesFiles);
};

export const resolvedValue = (ctx: FnContext, found: Resolved, node: Node): Expr => {
  if (found.kind === "vm") return found.from === "fusabi:op" ? operationClosure(ctx, found.name) : ctx.refuse(node, `${found.name} used as a value`);
  if (found.kind === "missing") return refuseMissing(ctx, found, node);
  if (found.kind === "namespace") return ctx.refuse(node, "a namespace used as a value");
  const { module, binding } = found;
  if (binding.kind === "class") {
    const info = ctx.program.classes.of(module, binding);
    return info ? prim("const_type", any, [], { info: ctx.program.live(info) }) : ctx.refuse(node, `the class ${binding.name} as a value`);
  }
  const fn = ctx.program.calls.fnOf(module, binding);
  if (fn) return { op: "closure", fn: ctx.program.wrapper(fn), captured: [], ty: refTo(builtinInfos.closure) };
  const number = namedConstant(found);
  if (number !== undefined) return constant(number, i32);
  const atom = atomOf(ctx, module, binding);
  if (atom) return readerClosure(ctx, binding, atom);
  const global = topLevelGlobal(ctx, module, binding);
  return { op: "global", global, ty: global.ty };
};

export const identifier = (ctx: FnContext, node: Identifier): Expr => {
  if (node.name === "undefined") return undefinedValue;
  const binding = ctx.binding(node);
  if (!binding) return globalValue(ctx, node.name, node);
  const variable = ctx.vars.get(binding);
  if (variable) return local(variable);
  if (
    binding.owner !== undefined ||
    (binding.kind !== "import" && binding.kind !== "function" && binding.kind !== "class" && ctx.module.scopes.top.get(binding.name) !== binding)
  ) {
    if (isLiftable(ctx.module.scopes, binding)) return ctx.refuse(node, `the local function ${binding.name} as a value`);
    return ctx.refuse(node, `${binding.name} before its declaration`);
  }
  return resolvedValue(ctx, ctx.program.resolveIn(ctx.module, binding), node);
};

export const assignName = (ctx: FnContext, node: Identifier, value: Expr): Stmt => {
  const binding = ctx.binding(node);
  const variable = binding && ctx.vars.get(binding);
  if (variable) return { op: "assign", local: variable, value: coerce(value, variable.ty) };
  if (!binding) {
    ctx.refuse(node, `an assignment to the global ${node.name}`);
    return { op: "expr", value };
  }
  const found = ctx.program.resolveIn(ctx.module, binding);
  if (found.kind !== "binding") {
    ctx.refuse(node, `an assignment to ${node.name}`);
    return { op: "expr", value };
  }
  const global = topLevelGlobal(ctx, found.module, found.binding);
  return { op: "set_global", global, value: coerce(value, global.ty) };
};
