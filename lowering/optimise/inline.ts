/**
 * Which calls become the body of what they call: small functions, functions that are given closures or objects known at the call, and closures that are known where
 * they are called. A function's own text decides, and what is known of the arguments; never who else calls it.
 */
import { coerce, initialOf } from "../coerce.ts";
import { any, anyArray, type Expr, type IrFn, local, type Pos, type Stmt, type Var } from "../ir/nodes.ts";
import type { TypeInfo } from "../type-infos.ts";
import { slotIndex } from "../type-infos.ts";
import { Copier } from "./copy.ts";
import { flat, isArray, typed } from "./fold.ts";
import type { Passes } from "./passes.ts";
import { type ProgramFacts, sizeOf } from "./program-facts.ts";
import { Stages } from "./stages.ts";

/** Nodes of a function that is always worth its place. */
const small = 10;
/** … of one whose arguments are closures or objects made for it. */
const worthKnowing = 120;
/** … that one function may grow by, as far as calls in its own text are put in place. */
const growth = 400;
/** … that may be put in place of one such call, before anything is folded. */
const trial = 1500;
const deepest = 40;
/** Nodes that a pipeline's loop may take: without room for it, its stages are better off as they are. */
const pipeline = 250;
/** How often a function may stand in itself, for the objects that hold each other: the stages of a sequence. */
const nested = 8;

export interface Call {
  readonly fn: IrFn;
  /** Declares the arguments. */
  readonly before: readonly Stmt[];
  readonly body: readonly Stmt[];
  /** It asks for a type that is not known: its branches all stay, so that nothing more of that sort is put into them. */
  readonly blind: boolean;
  /** What it is called on, as far as that is known: a function stands in itself only for another one. */
  readonly subject: Expr | undefined;
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
  private readonly running: Pick<Call, "fn" | "subject">[];
  /** What the function has grown by; within a call of its own text `before` that. */
  private grown = 0;
  private before = 0;
  /** Direct calls of what was given as a closure. */
  private readonly ofClosures = new WeakSet<Expr>();
  /** How many of `running` are blind. */
  private blind = 0;
  private readonly stages: Stages;

  constructor(facts: ProgramFacts, passes: Passes, fn: IrFn, known: (value: Expr) => Expr) {
    this.facts = facts;
    this.passes = passes;
    this.known = known;
    this.running = [{ fn, subject: undefined }];
    this.stages = new Stages(facts, (value) => this.exact(value));
  }

  enter(call: Call): void {
    this.running.push(call);
    if (call.blind) this.blind++;
  }

  /** `made` is what has become of the call, folded. */
  leave(call: Call, made: readonly Stmt[]): void {
    this.running.pop();
    if (call.blind) this.blind--;
    if (this.running.length === 1) this.grown = this.before + sizeOf(made);
  }

  /** What a value is, through `to_any` and variables. */
  private exact(value: Expr): Expr {
    return this.known(typed(value, this.known) ?? value);
  }

  /** What an argument is, behind the statements ahead of it. */
  private given(arg: Expr): Expr {
    return this.exact(flat(arg).value);
  }

  /** What stands in place of a call that ends a pipeline, if its stages become one loop. */
  fused(call: Expr): Expr | undefined {
    if (!this.passes.inline || call.op !== "call" || !call.stage) return undefined;
    const hasRoom = this.running.length === 1 ? this.grown + pipeline <= growth : this.grown + pipeline <= this.before + trial;
    return hasRoom ? this.stages.fused(call) : undefined;
  }

  /** A method of an object made here as a call of its function; a closure in a slot as a call of the closure. */
  resolve(call: Expr): Expr {
    if (!this.passes.inline) return call;
    if (call.op === "call_method") {
      const { arrayMethods } = this.facts.given;
      const ofArrays = arrayMethods && isArray(call.receiver, this.known) ? methodOf(arrayMethods, call.name) : undefined;
      if (ofArrays) return this.fixed(call, ofArrays, [coerce(call.receiver, any), ...call.args]);
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
      const direct = this.fixed(call, closure.fn, call.args);
      this.ofClosures.add(direct);
      return direct;
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
    if (fn.body.length === 0 || this.running.length > deepest) return undefined;
    if (captured.length !== fn.captures.length) return undefined;
    const { size, raises, asks, asksExactly } = this.facts.summary(fn);
    if (raises || this.facts.isRecursive(fn)) return undefined;
    if (this.running.length === 1) this.before = this.grown;
    if (this.running.length === 1 ? this.grown + size > growth : this.grown + size > this.before + trial) return undefined;
    const knownTypes = asks.every((i) => this.isTyped(args[i]!)) && asksExactly.every((i) => this.isExact(args[i]!));
    const worth = (asks.length + asksExactly.length > 0 && knownTypes) || call.op === "call_closure" || this.ofClosures.has(call) || args.some((arg) => this.isWorthKnowing(arg));
    if (size > small && (size > worthKnowing || !worth)) return undefined;
    const subject = this.subject(args, call);
    const outer = this.running.filter((one) => one.fn === fn);
    if (outer.length > nested || outer.some((one) => one.subject === subject)) return undefined;
    if (fn.params.some((param, i) => param.cell !== (args[i]?.op === "cell"))) return undefined;
    const blind = size > small && !knownTypes;
    if (blind && this.blind > 0) return undefined;
    this.grown += size;
    return { ...this.expand(fn, args, captured, call), blind, subject };
  }

  /** The closure that is called, or the first argument of which it is known where it was made. */
  private subject(args: readonly Expr[], call: Expr): Expr | undefined {
    if (call.op === "call_closure") return this.exact(call.callee);
    const known = args.find((arg) => this.isWorthKnowing(arg));
    return known && this.given(known);
  }

  /** Whether it is known what a function that asks for its type would hear. */
  private isTyped(arg: Expr): boolean {
    return isArray(arg, this.known) || typed(arg, this.known) !== undefined;
  }

  private isExact(arg: Expr): boolean {
    const from = typed(arg, this.known);
    return from !== undefined && (from.ty.kind !== "ref" || this.isWorthKnowing(from));
  }

  private isWorthKnowing(arg: Expr): boolean {
    const { op } = this.given(arg);
    return op === "closure" || op === "object";
  }

  private expand(fn: IrFn, args: readonly Expr[], captured: readonly Var[], call: Expr): Omit<Call, "blind" | "subject"> {
    const { variables } = this.facts;
    const values = new Map<Var, Expr>();
    const before: Stmt[] = [];
    for (const [i, inner] of fn.captures.entries()) values.set(inner, local(captured[i]!));
    args.forEach((arg, i) => {
      const param = fn.params[i];
      if (param?.cell && arg.op === "cell") values.set(param, local(arg.local));
      else if (param && arg.op === "const" && arg.ty.kind === param.ty.kind && !variables.assigned.has(param) && !variables.captured.has(param)) values.set(param, arg);
      else if (param) {
        const held = variables.copy(param, isArray(arg, this.known) && param.ty.kind === "any" ? anyArray : param.ty);
        values.set(param, local(held));
        before.push({ op: "let", local: held, value: coerce(arg, param.ty), ...(call.pos ? { pos: call.pos } : {}) });
      } else if (arg.op !== "const" && arg.op !== "local") before.push({ op: "expr", value: arg });
    });
    return { fn, before, body: new Copier(variables, values, this.placeOf(fn, call)).body(fn.body) };
  }

  /** Where a body of the library is that stands in the project's code: nobody asks for the library's lines. */
  private placeOf(fn: IrFn, call: Expr): Pos | undefined {
    const { given } = this.facts;
    return fn.pos && call.pos && given.isProject(call.pos) && !given.isProject(fn.pos) ? call.pos : undefined;
  }
}
