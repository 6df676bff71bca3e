/** Function bodies, closures and lifted local functions. */
import type { Function as FunctionNode, Node } from "@babel/types";
import { capturedBy, isLiftable, localFunction } from "../analyse/lifting.ts";
import { coerce, initialOf } from "../coerce.ts";
import { FnContext } from "../context.ts";
import { any, bool, type Expr, type IrFn, local, prim, type Stmt, type Ty, undefinedValue, type Var } from "../ir/nodes.ts";
import type { Binding } from "../scope.ts";
import { builtinInfos, refTo } from "../type-infos.ts";
import { bindPattern } from "./patterns.ts";

const endsFlow = (body: readonly Stmt[]): boolean => {
  const last = body[body.length - 1];
  return last !== undefined && (last.op === "return" || last.op === "throw");
};

/**
 * Parameters, then the body. `typed` parameters have their annotated kinds (direct calls); `any` ones are cast on entry (closures and methods).
 * `afterSuper` gives what runs once the object exists: field initialisers of a constructor.
 */
export const lowerFunctionBody = (ctx: FnContext, node: FunctionNode, mode: "typed" | "any", prologue: Stmt[], afterSuper?: () => Stmt[]): void => {
  const { fn, module, program } = ctx;
  if (node.async || node.generator) {
    ctx.refuse(node, node.async ? "an async function" : "a generator function");
    return;
  }
  const start: Stmt[] = [...prologue];
  const typed = mode === "typed";
  for (const param of node.params) {
    if (param.type === "Identifier") {
      if (param.name === "this") continue;
      const binding = ctx.binding(param)!;
      const declared = param.optional ? any : program.types.annotation(module, param.typeAnnotation);
      const incoming = ctx.temp(param.name, typed ? declared : any);
      fn.params.push(incoming);
      if (!binding.cell && (typed || declared.kind === "any")) ctx.vars.set(binding, incoming);
      else start.push({ op: "let", local: ctx.declare(binding, declared), value: coerce(local(incoming), declared) });
    } else if (param.type === "AssignmentPattern") {
      const incoming = ctx.temp("param", any);
      fn.params.push(incoming);
      const target = param.left;
      const ty = target.type === "Identifier" ? program.types.annotation(module, target.typeAnnotation) : any;
      const value: Expr = { op: "cond", test: prim("eq_any", bool, [local(incoming), undefinedValue]), then: ctx.to(param.right, ty), otherwise: coerce(local(incoming), ty), ty };
      bindPattern(ctx, target, value, start);
    } else if (param.type === "RestElement") {
      // Calls with more arguments than parameters pack the rest into an array (calls.fit).
      const incoming = ctx.temp("rest", any);
      fn.params.push(incoming);
      bindPattern(ctx, param.argument, local(incoming), start);
    } else {
      const incoming = ctx.temp("param", any);
      fn.params.push(incoming);
      bindPattern(ctx, param, local(incoming), start);
    }
  }
  if (typed && "returnType" in node && !(node.type === "ClassMethod" && node.kind === "constructor")) fn.result = program.types.annotation(module, node.returnType);
  const isConstructor = node.type === "ClassMethod" && node.kind === "constructor";
  if (isConstructor && afterSuper) {
    ctx.afterSuper = afterSuper;
    if (!ctx.hasSuper) {
      start.push(...afterSuper());
      ctx.afterSuper = undefined;
    }
  }
  program.later(() => {
    if (node.body.type === "BlockStatement") {
      const body = blockStatements(ctx, node.body.body);
      if (!endsFlow(body)) body.push({ op: "return", value: initialOf(fn.result) });
      fn.body = [...start, ...body];
    } else fn.body = [...start, { op: "return", value: ctx.to(node.body, fn.result), ...(ctx.position(node.body) ? { pos: ctx.position(node.body)! } : {}) }];
  });
};

/** `let x; …; x = e;` with no other assignment, as `…; let x = e;`. */
const deferDeclarations = (ctx: FnContext, nodes: readonly Node[]): void => {
  for (const node of nodes) {
    if (node.type !== "VariableDeclaration" || node.kind !== "let" || node.declarations.length !== 1) continue;
    const [one] = node.declarations;
    const binding = one!.init == null && one!.id.type === "Identifier" ? ctx.binding(one!.id) : undefined;
    const [only, ...more] = binding?.assignments ?? [];
    if (!binding || !only || more.length > 0 || binding.captured || only.type !== "AssignmentExpression" || only.operator !== "=") continue;
    if (nodes.some((later) => later.type === "ExpressionStatement" && later.expression === only)) ctx.deferred.set(only, one!);
  }
};

/** Statements of a block: cells that closures may capture early, hoisted functions, then the rest in order. */
export const blockStatements = (ctx: FnContext, nodes: readonly Node[]): Stmt[] => {
  const out: Stmt[] = [];
  for (const node of nodes) {
    if (node.type === "VariableDeclaration") {
      for (const one of node.declarations) {
        if (one.id.type !== "Identifier") continue;
        const binding = ctx.binding(one.id);
        if (binding?.early && !isLiftable(ctx.module.scopes, binding) && !ctx.vars.has(binding)) {
          const ty = ctx.program.types.annotation(ctx.module, one.id.typeAnnotation);
          out.push({ op: "let", local: ctx.declare(binding, ty.kind === "ref" ? any : ty), value: initialOf(ty.kind === "ref" ? any : ty) });
        }
      }
    } else if (node.type === "FunctionDeclaration" && node.id) {
      const binding = ctx.binding(node.id);
      if (binding?.early && !isLiftable(ctx.module.scopes, binding)) out.push({ op: "let", local: ctx.declare(binding, any), value: undefinedValue });
    }
  }
  for (const node of nodes) {
    if (node.type !== "FunctionDeclaration" || !node.id) continue;
    const binding = ctx.binding(node.id)!;
    if (isLiftable(ctx.module.scopes, binding)) continue;
    const value = closureOf(ctx, node);
    out.push(
      binding.early ? { op: "assign", local: ctx.vars.get(binding)!, value: coerce(value, any) } : { op: "let", local: ctx.declare(binding, any), value: coerce(value, any) },
    );
  }
  deferDeclarations(ctx, nodes);
  for (const node of nodes) if (node.type !== "FunctionDeclaration") ctx.statement(node, out);
  return out;
};

/** A closure over a function expression: parameters and result any. */
export const closureOf = (ctx: FnContext, node: FunctionNode, name?: string): Expr => {
  const { program, module } = ctx;
  const usesThis = module.scopes.usesThis.has(node);
  const receiver = usesThis && node.type !== "ArrowFunctionExpression";
  const fn = program.newFn(name ?? `${ctx.fn.name}@${ctx.position(node)?.line ?? node.loc?.start.line ?? 0}`, any, receiver);
  fn.pos = ctx.position(node);
  const inner = new FnContext(program, module, fn, node, ctx);
  const captured: Var[] = [];
  for (const binding of capturedBy(module.scopes, node)) {
    const outer = ctx.vars.get(binding);
    if (!outer) continue;
    const seen: Var = { name: outer.name, ty: outer.ty, cell: outer.cell };
    captured.push(outer);
    fn.captures.push(seen);
    inner.vars.set(binding, seen);
  }
  if (receiver) {
    const self = inner.temp("this", any);
    fn.params.push(self);
    inner.thisVar = self;
  } else if (usesThis && ctx.thisVar) {
    const self: Var = { name: "this", ty: ctx.thisVar.ty, cell: false };
    captured.push(ctx.thisVar);
    fn.captures.push(self);
    inner.thisVar = self;
  }
  lowerFunctionBody(inner, node, "any", []);
  return { op: "closure", fn, captured, ty: refTo(builtinInfos.closure) };
};

/** The lifted form of a local function, made on its first call. */
export const liftedFn = (ctx: FnContext, binding: Binding): { fn: IrFn; along: readonly Binding[] } => {
  const known = ctx.program.liftedFns.get(binding);
  if (known) return known;
  const { program, module } = ctx;
  const node = localFunction(binding)!;
  const fn = program.newFn(`${ctx.fn.name}.${binding.name}`, any);
  fn.pos = program.positionOf(module, node) ?? ctx.fn.pos;
  const along = capturedBy(module.scopes, node);
  const made = { fn, along };
  program.liftedFns.set(binding, made);
  const inner = new FnContext(program, module, fn, node, ctx);
  inner.thisVar = undefined;
  for (const one of along) {
    const outer = ctx.vars.get(one);
    const ty: Ty = outer?.ty ?? any;
    const param: Var = { name: one.name, ty, cell: outer?.cell ?? one.cell };
    fn.params.push(param);
    inner.vars.set(one, param);
  }
  lowerFunctionBody(inner, node, "typed", []);
  return made;
};
