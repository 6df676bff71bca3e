/** The entry function: library globals in module order, the project's files in order, then the entry point, whose result is the exit code. */
import type { CallExpression, FunctionExpression, Node, Statement } from "@babel/types";
import { messageMethod } from "../schemas/isa/exceptions.ts";
import { boundaryPath } from "./boundary/index.ts";
import { FnContext } from "./context.ts";
import type { SourceModule } from "./graph.ts";
import { any, bool, constant, type Expr, type IrFn, local, type Stmt, str, undefinedValue, type Var } from "./ir/nodes.ts";
import type { Program } from "./program.ts";
import { discard } from "./visit/blocks.ts";
import { closureOf } from "./visit/functions.ts";
import { initialiseGlobal } from "./visit/names.ts";

const unwrap = (statement: Statement): Node =>
  (statement.type === "ExportNamedDeclaration" || statement.type === "ExportDefaultDeclaration") && statement.declaration ? statement.declaration : statement;

/** `(function (argv) {…})(typeof process === "object" ? … : [])`, unlike the calls that Fable makes of blocks at the top of a file. */
const isEntryPoint = (node: Node): boolean =>
  node.type === "ExpressionStatement" &&
  node.expression.type === "CallExpression" &&
  node.expression.callee.type === "FunctionExpression" &&
  node.expression.arguments[0]?.type === "ConditionalExpression";

/** What a file runs when it is initialised. */
const fileStatements = (ctx: FnContext, statements: readonly Statement[], out: Stmt[]): void => {
  for (const statement of statements) {
    const node = unwrap(statement);
    switch (node.type) {
      case "ImportDeclaration":
      case "FunctionDeclaration":
      case "TSInterfaceDeclaration":
      case "TSTypeAliasDeclaration":
      case "ExportNamedDeclaration":
      case "ExportAllDeclaration":
      case "EmptyStatement":
        break;
      case "ClassDeclaration": {
        const binding = node.id && ctx.binding(node.id);
        const info = binding && ctx.program.classes.of(ctx.module, binding);
        if (info) out.push(...ctx.program.statics.initialise(ctx, info, node));
        break;
      }
      case "VariableDeclaration":
        for (const one of node.declarations) {
          if (one.id.type !== "Identifier") {
            ctx.refuse(one, "a pattern at the top of a file");
            continue;
          }
          const binding = ctx.binding(one.id)!;
          if (ctx.program.functionNode(binding)) continue;
          const from = out.length;
          out.push(...initialiseGlobal(ctx, binding));
          const pos = ctx.position(one);
          if (pos) for (let i = from; i < out.length; i++) out[i] = { ...out[i]!, pos };
        }
        break;
      default:
        if (isEntryPoint(node) && node.type === "ExpressionStatement") {
          const main = ctx.module.fable?.members?.find((one) => one.isEntryPoint)?.name ?? "main";
          const call = node.expression as CallExpression;
          const value: Expr = { op: "call_closure", callee: closureOf(ctx, call.callee as FunctionExpression, main), args: [ctx.to(call.arguments[0] as Node, any)], ty: any };
          out.push({ op: "return", value });
        } else if (node.type === "ExpressionStatement") discard(ctx, node.expression, out);
        else ctx.statement(node, out);
    }
  }
};

/** Modules in the order in which JavaScript evaluates them: what is imported first. */
const evaluationOrder = (program: Program): Map<SourceModule, number> => {
  const order = new Map<SourceModule, number>();
  const seen = new Set<SourceModule>();
  const visit = (module: SourceModule): void => {
    if (seen.has(module)) return;
    seen.add(module);
    for (const specifier of module.imports) {
      const target = program.graph.modules.get(program.graph.importPath(module, specifier));
      if (target) visit(target);
    }
    order.set(module, order.size);
  };
  for (const module of program.graph.modules.values()) if (!module.fable) visit(module);
  return order;
};

/** Tells our runtime library the names of enum values. */
const enumDeclarations = (program: Program): Stmt[] => {
  const fn = program.calls.libraryFn("library/enum-names.ts", "declareEnum");
  if (!fn) return [];
  return program.output.entities
    .filter((entity) => entity.kind === "enum")
    .map((entity) => {
      const members = entity.values.map((member) => `${member.name}=${member.value}`).join(",");
      return { op: "expr", value: { op: "call", fn, args: [constant(entity.fullName, str), constant(members, str), constant(entity.isFlags === true, bool)], ty: fn.result } };
    });
};

/** Tells it which names of types .NET joins by a plus. */
const nestingDeclaration = (program: Program): Stmt[] => {
  const outer = new Set(
    program.output.entities.flatMap(({ dotnetName = "" }) =>
      [...dotnetName.matchAll(/\+/g)].map(({ index }) => dotnetName.slice(0, index).replaceAll("+", ".").replaceAll(/`\d+/g, "")),
    ),
  );
  const fn = outer.size === 0 ? undefined : program.calls.libraryFn("library/type-nesting.ts", "declareNesting");
  return fn === undefined ? [] : [{ op: "expr", value: { op: "call", fn, args: [constant([...outer].sort().join(","), str)], ty: fn.result } }];
};

/** Public members of a library's own files are roots beside its initialisers; hosts reach them by F# name. */
const exportMembers = (program: Program): void => {
  for (const { name, stub, fsharp, names } of program.boundary.exports) {
    const fn = program.calls.libraryFn(boundaryPath, stub);
    if (fn) program.exports.push({ name, fn, fsharp, names });
  }
};

/** A function of what runs asyncs, tasks and timers; undefined in a program without any. */
const eventLoop = (program: Program, name: string): IrFn | undefined => {
  if (!program.graph.modules.has("library/event-loop.ts")) return undefined;
  const fn = program.calls.libraryFn("library/event-loop.ts", name);
  program.drain();
  return fn;
};

/** Calls a function, then runs everything pending to its end, then returns the result. */
const callAndWait = (call: Expr, pending: IrFn | undefined): Stmt[] => {
  if (!pending) return [{ op: "return", value: call }];
  const result: Var = { name: "result", ty: any, cell: false };
  return [
    { op: "let", local: result, value: call },
    { op: "expr", value: { op: "call", fn: pending, args: [], ty: pending.result } },
    { op: "return", value: local(result) },
  ];
};

/** The files in order; what the last one returns is the program's result. */
const runFiles = (files: readonly IrFn[], pending: IrFn | undefined): Stmt[] => {
  const calls = files.map((fn): Expr => ({ op: "call", fn, args: [], ty: any }));
  const last = calls.pop() ?? undefinedValue;
  return [...calls.map((value): Stmt => ({ op: "expr", value })), ...callAndWait(last, pending)];
};

/** An exported function that finds nothing pending of a run that was given up, and leaves nothing pending. */
const waitingExport = (program: Program, fn: IrFn, begin: IrFn, pending: IrFn): IrFn => {
  const outer = program.newFn(fn.name, any);
  outer.pos = fn.pos;
  outer.params = fn.params.map((param) => ({ name: param.name, ty: any, cell: false }));
  outer.body = [
    { op: "expr", value: { op: "call", fn: begin, args: [], ty: begin.result } },
    ...callAndWait({ op: "call", fn, args: outer.params.map(local), ty: fn.result }, pending),
  ];
  return outer;
};

export const lowerEntry = (program: Program): IrFn => {
  const entry = program.newFn("<entry>", any);
  for (const fable of program.output.modules) {
    const module = program.graph.module(fable.path);
    if (!module) continue;
    const fn = program.newFn(`<start of ${fable.path}>`, any);
    const ctx = new FnContext(program, module, fn, undefined);
    const body: Stmt[] = [];
    fileStatements(ctx, module.body, body);
    fn.body = [...body, { op: "return", value: undefinedValue }];
    if (body.length === 0) {
      program.dropFn(fn);
      continue;
    }
    program.starts.push(fn);
  }
  const declarations = [...enumDeclarations(program), ...nestingDeclaration(program)];
  exportMembers(program);
  program.exceptionTypes();
  program.mentioned.add(messageMethod);
  program.extensionTypes();
  program.drain();
  const pending = eventLoop(program, "runPending");
  const begin = program.exports.length > 0 ? eventLoop(program, "beginCall") : undefined;
  if (pending && begin) program.exports.splice(0, program.exports.length, ...program.exports.map((one) => ({ ...one, fn: waitingExport(program, one.fn, begin, pending) })));
  const order = evaluationOrder(program);
  const inits = [...program.inits].sort((a, b) => (order.get(a.module) ?? 0) - (order.get(b.module) ?? 0) || a.at - b.at);
  entry.body = [...inits.flatMap((init) => init.body ?? []), ...declarations, ...runFiles(program.starts, pending)];
  return entry;
};
