/**
 * The program under construction: modules are parsed, functions lowered and types laid out when something reachable first needs them, which is
 * what shakes the tree. `work` holds bodies still to be lowered.
 */
import type { ArrowFunctionExpression, FunctionDeclaration, Function as FunctionNode, Node, VariableDeclarator } from "@babel/types";
import type { Diagnostic } from "../schemas/diagnostics/diagnostic.ts";
import type { FableOutput } from "../schemas/fable-output.ts";
import type { Export } from "../schemas/fzb/module.ts";
import { exceptions } from "../schemas/isa/exceptions.ts";
import { Boundary, boundaryPath } from "./boundary/index.ts";
import { Classes } from "./classes.ts";
import { coerce } from "./coerce.ts";
import type { Visitors } from "./context.ts";
import { FSharpTypes } from "./fsharp-types.ts";
import { type LibrarySource, ModuleGraph, type Resolved, type SourceModule } from "./graph.ts";
import { any, constant, type Expr, type IrFn, type IrGlobal, type IrImport, type Pos, type Stmt, str, type Ty, undefinedValue } from "./ir/nodes.ts";
import { modulesOfTypes, platformModules, typedLibraryModules } from "./library-modules.ts";
import { positionIn, positionWithin } from "./positions.ts";
import type { Binding } from "./scope.ts";
import { Statics } from "./statics.ts";
import { Structural } from "./structural.ts";
import { builtinInfos, newTypeInfo, refTo, type TypeInfo } from "./type-infos.ts";
import { Calls } from "./visit/calls.ts";

export interface GlobalInit {
  readonly global: IrGlobal;
  readonly module: SourceModule;
  /** Source position: the order inside a module. */
  readonly at: number;
  body: Stmt[] | undefined;
}

export class Program {
  readonly boundary: Boundary;
  readonly graph: ModuleGraph;
  readonly output: FableOutput;
  readonly types: FSharpTypes;
  readonly classes: Classes;
  readonly statics: Statics;
  readonly structural: Structural;
  readonly calls: Calls;
  readonly visitors: Visitors;
  readonly diagnostics: Diagnostic[] = [];
  functions: IrFn[] = [];
  readonly globals: IrGlobal[] = [];
  readonly imports: IrImport[] = [];
  readonly exports: (Omit<Export, "fn"> & { readonly fn: IrFn })[] = [];
  /** Types that may have instances, in order of first need. */
  readonly liveTypes: TypeInfo[] = [];
  /** Members are lowered when their name is mentioned anywhere reachable. */
  readonly mentioned = new Set<string>();
  readonly inits: GlobalInit[] = [];
  /** What the project's files run first, in their order. */
  readonly starts: IrFn[] = [];
  /** Functions whose last parameter takes the remaining arguments as an array. */
  readonly restFns = new Set<IrFn>();
  /** Calls that give enumerators which have nothing to dispose of. */
  readonly undisposed = new Set<Node>();
  private readonly valueFns = new Map<string | Binding, IrFn>();
  private readonly formats = new Map<string, IrGlobal>();
  private readonly literals = new Map<string, TypeInfo>();
  readonly liftedFns = new Map<Binding, { readonly fn: IrFn; readonly along: readonly Binding[] }>();
  private readonly work: (() => void)[] = [];
  private readonly fns = new Map<Binding, IrFn>();
  private readonly wrappers = new Map<IrFn, IrFn>();
  private readonly globalsOf = new Map<Binding, IrGlobal>();
  private readonly refused = new Set<string>();
  private byNetName: Map<string, TypeInfo> | undefined;

  constructor(output: FableOutput, library: LibrarySource, visitors: Visitors) {
    this.output = output;
    this.boundary = new Boundary(output);
    this.graph = new ModuleGraph(output, library, this.boundary);
    this.visitors = visitors;
    this.types = new FSharpTypes(this);
    this.classes = new Classes(this);
    this.statics = new Statics(this);
    this.structural = new Structural(this);
    this.calls = new Calls(this);
  }

  newFn(name: string, result: Ty, receiver = false): IrFn {
    const fn: IrFn = { name, params: [], captures: [], result, receiver, body: [], pos: undefined, index: -1 };
    this.functions.push(fn);
    return fn;
  }

  /** A context's function that is only a place to lower statements in. */
  dropFn(fn: IrFn): void {
    this.functions.splice(this.functions.indexOf(fn), 1);
  }

  /** Only these are left. */
  keep(functions: IrFn[]): void {
    this.functions = functions;
  }

  /** A class that a module of the library exports. */
  libraryClass(path: string, name: string): TypeInfo | undefined {
    const found = this.graph.imported(this.graph.module("library/exceptions.ts")!, path, name);
    return this.classes.resolvedClass(found);
  }

  exceptionBase(): TypeInfo | undefined {
    return this.libraryClass("library/exceptions.ts", "Exception");
  }

  /** The types of the exceptions that the machine raises. */
  exceptionTypes(): void {
    for (const { type } of Object.values(exceptions)) {
      const info = this.libraryTypeNamed(type);
      if (info) this.live(info);
    }
  }

  /** What our library adds to the built-in types. */
  extensionTypes(): void {
    for (const path of platformModules) {
      const module = this.graph.module(path);
      for (const [name, binding] of module?.exports ?? []) {
        if (!name.startsWith("$extension_") || "from" in binding) continue;
        const info = this.classes.of(module!, binding);
        if (info) this.live(info);
      }
    }
  }

  /** What our library adds to arrays of any host class. */
  arrayMethods(): TypeInfo | undefined {
    return this.liveTypes.find((info) => info.name === "platform-array.$extension_array_any");
  }

  /** A class of our runtime library by the .NET name that its `$type` gives. */
  libraryTypeNamed(name: string): TypeInfo | undefined {
    if (!this.byNetName) {
      this.byNetName = new Map();
      for (const path of typedLibraryModules) this.nameTypesOf(path, this.byNetName);
    }
    const own = Object.hasOwn(modulesOfTypes, name) ? modulesOfTypes[name] : undefined;
    if (own !== undefined && !this.byNetName.has(name)) this.nameTypesOf(own, this.byNetName);
    return this.byNetName.get(name);
  }
  private nameTypesOf(path: string, names: Map<string, TypeInfo>): void {
    const module = this.graph.module(path);
    for (const [key, binding] of module?.exports ?? []) {
      if ("from" in binding || binding.kind !== "class") continue;
      const info = this.classes.of(module!, binding);
      if (info?.name.includes(".") && !key.startsWith("$")) names.set(info.name, info);
    }
  }

  /** The type of object literals with these names, in this order, that implement these interfaces. */
  literalType(names: readonly string[], interfaces: readonly string[]): TypeInfo {
    const key = [names.join(","), ...interfaces].join(" : ");
    let info = this.literals.get(key);
    if (!info) {
      info = newTypeInfo(`{${key}}`, "literal");
      info.interfaces = interfaces;
      info.slots = names.map((name) => ({ name, ty: any, fsharp: "", mutable: true }));
      this.literals.set(key, info);
    }
    return info;
  }

  later(task: () => void): void {
    this.work.push(task);
  }

  /** Lowers everything reachable. */
  drain(): void {
    for (;;) {
      const task = this.work.pop();
      if (task) {
        task();
        continue;
      }
      if (!this.lowerMentionedMembers()) return;
    }
  }

  private lowerMentionedMembers(): boolean {
    let found = false;
    for (const info of this.liveTypes) {
      for (const member of info.members) {
        if (!member.fn && this.mentioned.has(member.name)) {
          member.fn = member.make();
          found = true;
        }
      }
    }
    return found;
  }

  live(info: TypeInfo): TypeInfo {
    if (info.index < 0 && info.kind !== "builtin") {
      if (info.parent) this.live(info.parent);
      info.index = this.liveTypes.push(info) - 1;
      for (const slot of info.slots) if (slot.ty.type) this.live(slot.ty.type);
    }
    return info;
  }

  /** The function that a top-level binding is, if it is one. */
  functionNode(binding: Binding): FunctionNode | undefined {
    if (binding.kind === "function") return binding.node as FunctionDeclaration;
    if (binding.kind === "const" && binding.node.type === "VariableDeclarator") {
      const init = (binding.node as VariableDeclarator).init;
      if (init?.type === "ArrowFunctionExpression" || init?.type === "FunctionExpression") return init as ArrowFunctionExpression;
    }
    return undefined;
  }

  fnOf(module: SourceModule, binding: Binding, lowerBody: (fn: IrFn, node: FunctionNode) => void): IrFn | undefined {
    const known = this.fns.get(binding);
    if (known) return known;
    const node = this.functionNode(binding);
    if (!node) return undefined;
    const fn = this.newFn(this.qualified(module, binding.name), any);
    this.fns.set(binding, fn);
    fn.pos = this.positionOf(module, node);
    lowerBody(fn, node);
    return fn;
  }

  /** A function of any parameters and result around a typed one: what a closure of it runs. */
  wrapper(fn: IrFn): IrFn {
    const known = this.wrappers.get(fn);
    if (known) return known;
    if (!fn.receiver && fn.captures.length === 0 && fn.result.kind === "any" && fn.params.every((param) => param.ty.kind === "any" && !param.cell)) return fn;
    const wrapper = this.newFn(fn.name, any);
    this.wrappers.set(fn, wrapper);
    wrapper.pos = fn.pos;
    wrapper.params = fn.params.map((param) => ({ name: param.name, ty: any, cell: false }));
    this.later(() => {
      const args = wrapper.params.map((param, i): Expr => coerce({ op: "local", local: param, ty: any }, fn.params[i]!.ty));
      wrapper.body = [{ op: "return", value: coerce({ op: "call", fn, args, ty: fn.result }, any), ...(fn.pos ? { pos: fn.pos } : {}) }];
    });
    return wrapper;
  }

  /** The global of a top-level variable; `init` lowers its initialiser. */
  globalOf(module: SourceModule, binding: Binding, ty: () => Ty, init: (global: IrGlobal) => Stmt[]): IrGlobal {
    const known = this.globalsOf.get(binding);
    if (known) return known;
    const global: IrGlobal = { name: this.qualified(module, binding.name), ty: ty(), index: this.globals.length };
    this.globals.push(global);
    this.globalsOf.set(binding, global);
    if (!module.fable) {
      const entry: GlobalInit = { global, module, at: binding.node.start ?? 0, body: undefined };
      this.inits.push(entry);
      this.later(() => {
        entry.body = init(global);
      });
    }
    return global;
  }

  /** Where the reading of a format is kept. */
  formatGlobal(key: string): IrGlobal {
    let global = this.formats.get(key);
    if (!global) this.formats.set(key, (global = this.newGlobal(key, any)));
    return global;
  }

  newGlobal(name: string, ty: Ty): IrGlobal {
    const global: IrGlobal = { name, ty, index: this.globals.length };
    this.globals.push(global);
    return global;
  }

  importOf(wanted: Omit<IrImport, "index">): IrImport {
    const known = this.imports.find((one) => one.module === wanted.module && one.name === wanted.name);
    if (known) return known;
    const made: IrImport = { ...wanted, index: this.imports.length };
    this.imports.push(made);
    return made;
  }

  resolveIn(module: SourceModule, binding: Binding): Resolved {
    return this.graph.resolve(module, binding);
  }

  /** The F# name of a top-level binding where it is known, the file's name and its own otherwise. */
  qualified(module: SourceModule, name: string): string {
    const member = module.fable?.members?.find((one) => one.binding === name && !one.isEntryPoint);
    if (member) return member.name;
    if (module.path === boundaryPath) return this.boundary.nameOf(name);
    const file = module.path.replace(/^.*\//, "").replace(/\.[^.]*$/, "");
    return `${file}.${name}`;
  }

  positionOf(module: SourceModule, node: Node): Pos | undefined {
    if (module.path === boundaryPath) return undefined;
    return node.loc ? positionIn(module, node.loc.start.line, node.loc.start.column) : undefined;
  }

  /** The closure of what has no function of its own: an operation, by its name, or the reading of a mutable variable. */
  valueClosure(of: string | Binding, fill: (fn: IrFn) => void): Expr {
    let fn = this.valueFns.get(of);
    if (!fn) {
      fn = this.newFn(typeof of === "string" ? of : of.name, any);
      this.valueFns.set(of, fn);
      fill(fn);
    }
    return { op: "closure", fn, captured: [], ty: refTo(builtinInfos.closure) };
  }

  /** Throws System.NotSupportedException. */
  unsupported(what: string): Expr {
    const info = this.libraryTypeNamed("System.NotSupportedException");
    const thrown: Expr = info
      ? { op: "object", info: this.live(info), tag: 0, slots: [constant(`not supported: ${what}`, str)], ty: { kind: "ref", type: info } }
      : constant(what, any);
    return { op: "seq", body: [{ op: "throw", value: coerce(thrown, any) }], value: undefinedValue, ty: any };
  }

  refuse(module: SourceModule, node: Node, what: string, help?: string, known?: Pos): void {
    const pos = known ?? (node.loc ? positionWithin(module, node.loc) : undefined);
    const key = `${module.path}:${pos?.line}:${what}`;
    if (this.refused.has(key)) return;
    this.refused.add(key);
    this.diagnostics.push({
      code: "FZ0401",
      severity: "error",
      message: `not supported: ${what}`,
      file: module.path,
      ...(pos ? { range: { startLine: pos.line, startColumn: pos.column, endLine: pos.line, endColumn: pos.column + 1 } } : {}),
      ...(help ? { help } : {}),
    });
  }
}
