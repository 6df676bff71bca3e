/** What a visitor works in: one function being lowered, inside one module of one program. */
import type { Function as FunctionNode, Node, VariableDeclarator } from "@babel/types";
import { coerce } from "./coerce.ts";
import type { SourceModule } from "./graph.ts";
import { any, type Expr, type IrFn, type Label, type Pos, type Stmt, type Ty, undefinedValue, type Var } from "./ir/nodes.ts";
import type { Program } from "./program.ts";
import type { Binding } from "./scope.ts";
import type { TypeInfo } from "./type-infos.ts";

/** Where `break`, `continue` and `return` go. A `finally` entry catches whatever crosses it. */
export type Control =
  | { readonly kind: "loop"; readonly name: string | undefined; readonly breaks: Label; readonly continues: Label; readonly continueIsLoop: boolean }
  | { readonly kind: "block"; readonly name: string | undefined; readonly breaks: Label; readonly isSwitch: boolean }
  | { readonly kind: "finally"; readonly end: Label; readonly completion: Var; readonly value: Var; readonly exits: Stmt[][] };

export interface Visitors {
  expression(ctx: FnContext, node: Node, want: Ty | undefined): Expr;
  statement(ctx: FnContext, node: Node, out: Stmt[]): void;
}

export class FnContext {
  readonly program: Program;
  readonly module: SourceModule;
  readonly fn: IrFn;
  readonly node: FunctionNode | undefined;
  readonly vars = new Map<Binding, Var>();
  readonly controls: Control[] = [];
  thisVar: Var | undefined;
  /** The class whose member this is, for `super`. */
  cls: TypeInfo | undefined;
  /** In a constructor: what runs right after `super(…)`. */
  afterSuper: (() => Stmt[]) | undefined;
  hasSuper = false;
  private lastPos: Pos | undefined;

  constructor(program: Program, module: SourceModule, fn: IrFn, node: FunctionNode | undefined, outer?: FnContext) {
    this.program = program;
    this.module = module;
    this.fn = fn;
    this.node = node;
    this.cls = outer?.cls;
  }

  /** Assignments that declare their variable, and what would have declared it. */
  readonly deferred = new Map<Node, VariableDeclarator>();

  /** Values that stand in for nodes which have no text: the parameters of an operation used as a value. */
  readonly given = new Map<Node, Expr>();

  expr(node: Node, want?: Ty): Expr {
    const given = this.given.get(node);
    if (given) return given;
    const pos = this.position(node);
    const value = this.program.visitors.expression(this, node, want);
    if (pos && !value.pos && value !== undefinedValue) value.pos = pos;
    return value;
  }

  to(node: Node, ty: Ty): Expr {
    return coerce(this.expr(node, ty), ty);
  }

  statements(nodes: readonly Node[]): Stmt[] {
    const out: Stmt[] = [];
    for (const node of nodes) this.statement(node, out);
    return out;
  }

  statement(node: Node, out: Stmt[]): void {
    const from = out.length;
    const pos = this.position(node);
    this.program.visitors.statement(this, node, out);
    if (pos) for (let i = from; i < out.length; i++) out[i]!.pos ??= pos;
  }

  /** F# position of a node; a node without one has that of the last node of the function that had one. */
  position(node: Node): Pos | undefined {
    const found = this.program.positionOf(this.module, node);
    if (found) this.lastPos = found;
    return found ?? this.lastPos;
  }

  temp(name: string, ty: Ty): Var {
    return { name, ty, cell: false };
  }

  declare(binding: Binding, ty: Ty): Var {
    const variable: Var = { name: binding.name, ty, cell: binding.cell };
    this.vars.set(binding, variable);
    return variable;
  }

  /**
   * A construct outside the accepted subset: a diagnostic in the project's code; in library code, which may never run, NotSupportedException when it does.
   */
  refuse(node: Node, what: string, help?: string): Expr {
    if (!this.module.fable) return this.program.unsupported(`${what} (${this.module.path})`);
    this.program.refuse(this.module, node, what, help, this.position(node));
    return undefinedValue;
  }

  binding(node: Node): Binding | undefined {
    return this.module.scopes.bindings.get(node);
  }

  /** The annotation (schemas/annotations) that a callee names; undefined for anything else. */
  annotation(callee: Node): string | undefined {
    const binding = callee.type === "Identifier" ? this.binding(callee) : undefined;
    const found = binding?.kind === "import" ? this.program.resolveIn(this.module, binding) : undefined;
    return found?.kind === "vm" && found.from === "fusabi:op" ? found.name : undefined;
  }

  get resultTy(): Ty {
    return this.fn.result ?? any;
  }
}
