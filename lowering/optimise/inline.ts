/**
 * Which calls become the body of what they call: small functions, functions that are given closures or objects known at the call, and closures that are known where
 * they are called. A function's own text decides, and what is known of the arguments; never who else calls it.
 */
import { coerce, initialOf } from "../coerce.ts";
import { any, type Expr, type IrFn, local, type Stmt, type Var } from "../ir/nodes.ts";
import type { TypeInfo } from "../type-infos.ts";
import { slotIndex } from "../type-infos.ts";
import { Copier } from "./copy.ts";
import { typed } from "./fold.ts";
import type { Passes } from "./passes.ts";
import type { ProgramFacts } from "./program-facts.ts";

/** Nodes of a function that is always worth its place. */
const small = 10;
/** … of one whose arguments are closures or objects made for it. */
const worthKnowing = 120;
/** … that one function may grow by. */
const growth = 400;
const deepest = 16;

export interface Call {
  readonly fn: IrFn;
  /** Declares the arguments. */
  readonly before: readonly Stmt[];
  readonly body: readonly Stmt[];
}

const methodOf = (info: TypeInfo, name: string): IrFn | undefined => {
  for (let at: TypeInfo | undefined = info; at; at = at.parent) {
    const own = at.members.find((one) => one.name === name);
    if (own) return own.kind === "method" ? own.fn : undefined;
  }
  return undefined;
};

export class Inliner {
  private readonly facts: ProgramFacts;
  private readonly passes: Passes;
  private readonly known: (value: Expr) => Expr;
  private readonly running: IrFn[];
  private grown = 0;

  constructor(facts: ProgramFacts, passes: Passes, fn: IrFn, known: (value: Expr) => Expr) {
    this.facts = facts;
    this.passes = passes;
    this.known = known;
    this.running = [fn];
  }

  enter(call: Call): void {
    this.running.push(call.fn);
  }

  leave(): void {
    this.running.pop();
  }

  /** What a value is, through `to_any` and variables. */
  private exact(value: Expr): Expr {
    return this.known(typed(value, this.known) ?? value);
  }

  /** A method of an object made here as a call of its function; a closure in a slot as a call of the closure. */
  resolve(call: Expr): Expr {
    if (!this.passes.inline) return call;
    if (call.op === "call_method") {
      const object = this.exact(call.receiver);
      if (object.op !== "object") return call;
      const receiver = typed(call.receiver, this.known)!;
      const slot = slotIndex(object.info, call.name);
      if (slot >= 0) {
        const held = object.slots[slot];
        if (!held || !this.facts.isFixedSlot(object.info, slot) || held.op === "const") return call;
        const closure = this.exact(held);
        if (closure.op !== "closure" || closure.fn.receiver) return call;
        return this.resolve({ op: "call_closure", callee: held, args: call.args, ty: call.ty, ...(call.pos ? { pos: call.pos } : {}) });
      }
      const fn = methodOf(object.info, call.name);
      return fn ? this.fixed(call, fn, [coerce(receiver, any), ...call.args]) : call;
    }
    if (call.op === "call_closure") {
      const closure = this.exact(call.callee);
      if (closure.op !== "closure" || closure.fn.receiver || closure.captured.length > 0) return call;
      return this.fixed(call, closure.fn, call.args);
    }
    return call;
  }

  /** A direct call with as many arguments as there are parameters. */
  private fixed(call: Expr, fn: IrFn, given: readonly Expr[]): Expr {
    const extra = given.slice(fn.params.length);
    if (extra.some((one) => one.op !== "const" && one.op !== "local")) return call;
    const args = fn.params.map((param, i) => given[i] ?? initialOf(param.ty));
    return { op: "call", fn, args, ty: call.ty, ...(call.pos ? { pos: call.pos } : {}) };
  }

  /** How to put the body of what is called in the call's place, if that is worth it. */
  plan(call: Expr): Call | undefined {
    if (!this.passes.inline) return undefined;
    if (call.op === "call") return this.planFor(call.fn, call.args, [], call);
    if (call.op !== "call_closure") return undefined;
    const closure = this.exact(call.callee);
    if (closure.op !== "closure" || closure.fn.receiver || call.args.length < closure.fn.params.length) return undefined;
    return this.planFor(closure.fn, call.args, closure.captured, call);
  }

  private planFor(fn: IrFn, args: readonly Expr[], captured: readonly Var[], call: Expr): Call | undefined {
    if (fn.body.length === 0 || this.running.includes(fn) || this.running.length > deepest) return undefined;
    if (captured.length !== fn.captures.length) return undefined;
    const { size, isRecursive, raises } = this.facts.summary(fn);
    if (isRecursive || raises || this.grown + size > growth) return undefined;
    if (size > small && (size > worthKnowing || !(captured.length > 0 || call.op === "call_closure" || args.some((arg) => this.isWorthKnowing(arg))))) return undefined;
    if (fn.params.some((param, i) => param.cell !== (args[i]?.op === "cell"))) return undefined;
    this.grown += size;
    return this.expand(fn, args, captured, call);
  }

  private isWorthKnowing(arg: Expr): boolean {
    const { op } = this.exact(arg);
    return op === "closure" || op === "object";
  }

  private expand(fn: IrFn, args: readonly Expr[], captured: readonly Var[], call: Expr): Call {
    const { variables } = this.facts;
    const values = new Map<Var, Expr>();
    const before: Stmt[] = [];
    for (const [i, inner] of fn.captures.entries()) values.set(inner, local(captured[i]!));
    args.forEach((arg, i) => {
      const param = fn.params[i];
      if (param?.cell && arg.op === "cell") values.set(param, local(arg.local));
      else if (param && arg.op === "const" && arg.ty.kind === param.ty.kind && !variables.assigned.has(param) && !variables.captured.has(param)) values.set(param, arg);
      else if (param) {
        const held = variables.copy(param);
        values.set(param, local(held));
        before.push({ op: "let", local: held, value: coerce(arg, param.ty), ...(call.pos ? { pos: call.pos } : {}) });
      } else if (arg.op !== "const" && arg.op !== "local") before.push({ op: "expr", value: arg });
    });
    return { fn, before, body: new Copier(variables, values).body(fn.body) };
  }
}
