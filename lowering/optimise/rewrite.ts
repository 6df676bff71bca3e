/**
 * One walk over a function's body that carries what is known of its variables forward: values of variables that are never assigned stand in for them, expressions
 * are folded, statements behind a jump go, and calls of known functions become their bodies (`inline.ts` decides which).
 */
import { coerce, initialOf } from "../coerce.ts";
import { type Expr, type IrFn, local, type Stmt, undefinedValue, type Var } from "../ir/nodes.ts";
import { type Change, changeExpression, changeStatement } from "../ir/parts.ts";
import { assignedIn } from "./assigned.ts";
import { flat, fold, foldStore, isCast } from "./fold.ts";
import { type Call, Inliner } from "./inline.ts";
import { Knowledge } from "./knowledge.ts";
import type { Passes } from "./passes.ts";
import type { ProgramFacts } from "./program-facts.ts";
import { isPure, leaves, mentions } from "./purity.ts";
import { bodyValue, hasReturn, mapReturns } from "./returns.ts";
import { Unroller } from "./unroll.ts";

/** Instructions whose first operand may be computed ahead of them. */
const first = { get_slot: "object", get_property: "object", call_closure: "callee", call_method: "receiver" } as const;

export class Rewriter {
  private readonly facts: ProgramFacts;
  private readonly passes: Passes;
  private readonly knowledge: Knowledge;
  /** Whether the turns of the innermost loop are being written out. */
  private unrolled = false;
  private readonly inliner: Inliner;
  private readonly unroller: Unroller;
  private readonly change: Change = { expression: (value) => this.expression(value), body: (body) => this.body(body) };

  constructor(facts: ProgramFacts, passes: Passes, fn: IrFn) {
    this.facts = facts;
    this.passes = passes;
    this.knowledge = new Knowledge(facts);
    this.inliner = new Inliner(facts, passes, fn, this.knowledge.lookup);
    this.unroller = new Unroller(facts, this.knowledge.lookup);
  }

  body(body: readonly Stmt[], straight?: (made: Stmt[]) => boolean): Stmt[] {
    return this.knowledge.within(() => {
      const out: Stmt[] = [];
      this.into(body, out);
      return out;
    }, straight);
  }

  private into(body: readonly Stmt[], out: Stmt[]): void {
    for (const one of body) {
      if (leaves(out[out.length - 1])) return;
      this.statement(one, out);
    }
  }

  /** The value with the statements ahead of it moved out. */
  private hoist(value: Expr, out: Stmt[]): Expr {
    let at = value;
    while (at.op === "seq") {
      for (const one of at.body) {
        if (leaves(out[out.length - 1])) break;
        out.push(one);
      }
      at = at.value;
    }
    return at;
  }

  private statement(one: Stmt, out: Stmt[]): void {
    switch (one.op) {
      case "let":
        if (one.value) this.declareAs(one, this.hoist(this.expression(one.value), out), out);
        else out.push(one);
        return;
      case "expr": {
        const value = this.hoist(this.expression(one.value), out);
        if (!isPure(value)) out.push({ ...one, value });
        return;
      }
      case "assign":
        this.assign(one, out);
        return;
      case "throw":
      case "set_global":
        out.push({ ...one, value: this.hoist(this.expression(one.value), out) });
        return;
      case "return":
        this.returnValue(one.value, one, (value) => value, out);
        return;
      case "if":
        this.conditional(one, out);
        return;
      case "block":
        this.block(one, out);
        return;
      case "loop":
        this.loop(one, out);
        return;
      case "switch": {
        const value = this.hoist(this.expression(one.value), out);
        if (value.op === "const") {
          this.into(one.cases.find((part) => part.values.includes(value.value as number))?.body ?? one.otherwise, out);
          return;
        }
        out.push(changeStatement({ ...one, value }, { expression: (part) => part, body: this.change.body }));
        return;
      }
      case "prim": {
        const made = changeStatement(one, this.change) as Stmt & { op: "prim" };
        out.push(this.passes.fold ? foldStore(made, this.knowledge.lookup) : made);
        return;
      }
      default:
        out.push(changeStatement(one, this.change));
    }
  }

  private block(one: Stmt & { op: "block" }, out: Stmt[]): void {
    let isStraight = false;
    const body = this.body(one.body, (made) => {
      const last = made[made.length - 1];
      if (last?.op === "break" && last.label === one.label) made.pop();
      isStraight = !made.some((inner) => mentions(inner, one.label));
      return isStraight;
    });
    if (isStraight) out.push(...body);
    else out.push({ ...one, body });
  }

  private loop(one: Stmt & { op: "loop" }, out: Stmt[]): void {
    const turns = this.passes.unroll ? this.unroller.turns(one) : 0;
    const { unrolled } = this;
    this.unrolled = true;
    for (let turn = 0; turn < turns && !leaves(out[out.length - 1]); turn++) this.block(this.unroller.turn(one), out);
    this.unrolled = false;
    if (!leaves(out[out.length - 1])) {
      this.knowledge.forget(assignedIn(one.body));
      out.push({ ...one, body: this.body(one.body) });
    }
    this.unrolled = unrolled;
  }

  private assign(one: Stmt & { op: "assign" }, out: Stmt[]): void {
    let value = this.hoist(this.expression(one.value), out);
    if (this.unrolled && !one.local.cell && !this.knowledge.isSteady(value)) {
      const held: Var = { ...one.local };
      this.declareAs({ ...one, op: "let", local: held, value }, value, out);
      value = local(held);
    }
    this.knowledge.hold(one.local, value);
    out.push({ ...one, value });
  }

  private conditional(one: Stmt & { op: "if" }, out: Stmt[]): void {
    const test = this.hoist(this.expression(one.test), out);
    if (test.op === "const") {
      this.into(test.value ? one.then : one.otherwise, out);
      return;
    }
    const then = this.knowledge.where(test, true, () => this.body(one.then));
    const otherwise = this.knowledge.where(test, false, () => this.body(one.otherwise));
    this.knowledge.nonNull.behind(test, then, otherwise);
    this.choose(one, test, then, otherwise, out);
  }

  private choose(one: Stmt & { op: "if" }, test: Expr, then: readonly Stmt[], otherwise: readonly Stmt[], out: Stmt[]): void {
    if (test.op === "prim" && test.mnemonic === "not_bool") {
      this.choose(one, test.args[0]!, otherwise, then, out);
      return;
    }
    if (test.op === "and" && test.right.op === "seq" && this.knowledge.nonNull.ends(otherwise)) {
      // `if (a && { …; true }) b else break` as `if (!a) break; …; b`
      const { body, value } = flat(test.right);
      if (value.op === "const" && value.value) {
        this.choose(one, test.left, [], otherwise, out);
        out.push(...body, ...then);
        return;
      }
    }
    if (then.length > 0) out.push({ ...one, test, then, otherwise });
    else if (otherwise.length > 0)
      out.push({ ...one, test: fold({ op: "prim", mnemonic: "not_bool", args: [test], ty: test.ty }, this.knowledge.lookup), then: otherwise, otherwise: [] });
    else if (!isPure(test)) out.push({ op: "expr", value: test, ...(one.pos ? { pos: one.pos } : {}) });
  }

  /** Arguments are done when the call that they belong to becomes a body: only conversions have come around them. */
  private declareDone(declared: readonly Stmt[], out: Stmt[]): void {
    for (const one of declared) {
      if (one.op === "let") this.declareAs(one, this.hoist(this.converted(one.value!), out), out);
      else if (one.op !== "expr" || !isPure(one.value)) out.push(one);
    }
  }

  /** Folds the casts around what is done. */
  private converted(value: Expr): Expr {
    if (isCast(value)) return this.finish({ ...value, args: [this.converted(value.args[0]!)] });
    if (value.op === "seq") return { ...value, value: this.converted(value.value) };
    return value.op === "cond" ? { ...value, then: this.converted(value.then), otherwise: this.converted(value.otherwise) } : value;
  }

  private declareAs(one: Stmt & { op: "let" }, value: Expr, out: Stmt[]): void {
    const kept = this.facts.variables.isFixed(one.local) ? this.spread(value, one.pos, out) : value;
    this.knowledge.hold(one.local, kept);
    out.push(kept === one.value ? one : { ...one, value: kept });
  }

  /** `to_any(e)` and `new T(e)` with each `e` in a variable of its own, so that what is known of it stays known. */
  private spread(value: Expr, pos: Stmt["pos"], out: Stmt[]): Expr {
    const hold = (part: Expr, name: string): Expr => {
      if (this.knowledge.isSteady(part)) return part;
      const held: Var = { name, ty: part.ty, cell: false };
      const inner = this.hoist(part, out);
      this.declareAs({ op: "let", local: held, value: inner, ...(pos ? { pos } : {}) }, inner, out);
      return local(held);
    };
    if (value.op === "prim" && value.mnemonic === "to_any") return { ...value, args: [hold(value.args[0]!, "typed")] };
    if (value.op === "object") return { ...value, slots: value.slots.map((slot, i) => hold(slot, value.info.slots[i]?.name ?? "slot")) };
    return value;
  }

  /** A return, through conditionals and casts to the calls in tail position, whose bodies may stand here as they are. */
  private returnValue(value: Expr, one: Stmt & { op: "return" }, wrap: (value: Expr) => Expr, out: Stmt[]): void {
    if (leaves(out[out.length - 1])) return;
    switch (value.op) {
      case "seq":
        this.into(value.body, out);
        this.returnValue(value.value, one, wrap, out);
        return;
      case "cond": {
        const branch = (part: Expr): Stmt => ({ ...one, value: wrap(part) });
        this.conditional({ op: "if", test: value.test, then: [branch(value.then)], otherwise: [branch(value.otherwise)], ...(one.pos ? { pos: one.pos } : {}) }, out);
        return;
      }
      case "prim":
        if (isCast(value) && ["seq", "cond", "call", "call_closure", "call_method", "prim"].includes(value.args[0]!.op)) {
          this.returnValue(value.args[0]!, one, (inner) => wrap({ ...value, args: [inner] }), out);
          return;
        }
        break;
      case "call":
      case "call_closure":
      case "call_method": {
        const call = this.inliner.resolve(this.hoist(this.operands(value), out));
        const parted = this.parted(call);
        if (parted) {
          const done = this.hoist(parted, out);
          this.returnDone(this.converted(wrap(done)), one, out);
          return;
        }
        const plan = this.inliner.plan(call);
        if (plan) {
          const from = out.length;
          this.inliner.enter(plan);
          this.declareDone(plan.before, out);
          const body = mapReturns(plan.body, (inner) => [{ ...inner, value: wrap(coerce(coerce(inner.value, plan.fn.result), value.ty)) }]);
          this.into(body, out);
          this.inliner.leave(plan, out.slice(from));
          return;
        }
        out.push({ ...one, value: this.converted(wrap(call)) });
        return;
      }
    }
    this.returnDone(this.expression(wrap(value)), one, out);
  }

  private returnDone(value: Expr, one: Stmt & { op: "return" }, out: Stmt[]): void {
    const done = this.hoist(value, out);
    if (leaves(out[out.length - 1])) return;
    if (done.op !== "cond") {
      out.push({ ...one, value: done });
      return;
    }
    const branch = (part: Expr): Stmt[] => {
      const inner: Stmt[] = [];
      this.returnDone(part, one, inner);
      return inner;
    };
    out.push({ op: "if", test: done.test, then: branch(done.then), otherwise: branch(done.otherwise), ...(one.pos ? { pos: one.pos } : {}) });
  }

  private operands(value: Expr): Expr {
    switch (value.op) {
      case "cond": {
        const test = this.expression(value.test);
        const then = this.knowledge.where(test, true, () => this.expression(value.then));
        const otherwise = this.knowledge.where(test, false, () => this.expression(value.otherwise));
        return { ...value, test, then, otherwise };
      }
      case "and":
      case "or": {
        const left = this.expression(value.left);
        return { ...value, left, right: this.knowledge.where(left, value.op === "and", () => this.expression(value.right)) };
      }
      default:
        return this.leadFirst(changeExpression(this.inliner.fused(value) ?? value, this.change));
    }
  }

  /** `op({ …; v })` as `{ …; op(v) }`. */
  private leadFirst(value: Expr): Expr {
    if (value.op === "prim" && value.args[0]?.op === "seq") {
      const [lead, ...rest] = value.args as [Expr & { op: "seq" }, ...Expr[]];
      return { ...lead, value: this.leadFirst({ ...value, args: [lead.value, ...rest] }), ty: value.ty };
    }
    if (value.op in first) {
      const name = first[value.op as keyof typeof first];
      const lead = (value as unknown as Record<string, Expr>)[name]!;
      if (lead.op === "seq") return { ...lead, value: this.leadFirst({ ...value, [name]: lead.value } as Expr), ty: value.ty };
    }
    return value;
  }

  expression(value: Expr): Expr {
    switch (value.op) {
      case "const":
      case "cell":
        return value;
      case "global":
        return this.facts.constants.valueOf(value.global) ?? value;
      case "local": {
        const known = this.knowledge.inPlaceOf(value.local);
        if (!known) return value;
        return value.pos ? { ...known, pos: value.pos } : known;
      }
      case "closure":
        if (value.captured.length === 0) return value;
        return { ...value, captured: value.captured.map((one) => this.sameVariable(one)) };
      case "seq": {
        const body: Stmt[] = [];
        this.into(value.body, body);
        const inner = this.hoist(this.expression(value.value), body);
        return body.length === 0 ? inner : { ...value, body, value: inner, ty: inner.ty };
      }
    }
    const made = this.operands(value);
    if (made.op === "seq") return { ...made, value: this.finish(made.value) };
    return this.finish(made);
  }

  private finish(value: Expr): Expr {
    const made = this.passes.fold ? this.knowledge.nonNull.fold(fold(value, this.knowledge.lookup)) : value;
    if (made !== value)
      return made.op === "seq" ? made : value.pos && !made.pos && made !== undefinedValue && made.op !== "const" && made.op !== "local" ? { ...made, pos: value.pos } : made;
    switch (value.op) {
      case "get_slot":
        return this.slot(value);
      case "call":
      case "call_closure":
      case "call_method": {
        const call = this.inliner.resolve(value);
        const parted = this.parted(call);
        if (parted) return parted;
        const plan = this.inliner.plan(call);
        return plan ? this.inlined(plan, call) : call;
      }
    }
    return value;
  }

  /** `f(c ? a : b)` as `c ? f(a) : f(b)`, and `f({ …; v })` as `{ …; f(v) }`, for a function that asks what its argument is. */
  private parted(call: Expr): Expr | undefined {
    if (!this.passes.inline || call.op !== "call" || !this.facts.summary(call.fn).asks.includes(0)) return undefined;
    const [subject, ...rest] = call.args as [Expr, ...Expr[]];
    const on = (value: Expr): Expr => this.finish({ ...call, args: [value, ...rest] });
    if (subject.op === "seq") return { ...subject, value: on(subject.value), ty: call.ty };
    if (subject.op !== "cond" || !rest.every(isPure)) return undefined;
    return this.finish({ ...subject, then: on(subject.then), otherwise: on(subject.otherwise), ty: call.ty });
  }

  private slot(value: Expr & { op: "get_slot" }): Expr {
    const object = this.knowledge.lookup(value.object);
    // What the other slots of an object that is made here would be is computed all the same.
    if (!this.passes.scalars || object.op !== "object" || (object === value.object && !isPure(object)) || !this.facts.keepsSlot(object, value.slot, value.object)) return value;
    const held = object.slots[value.slot] ?? initialOf(object.info.slots[value.slot]!.ty);
    if (!this.knowledge.isSteady(held) && !this.knowledge.isSimpleAsAny(held)) return value;
    return held.ty.kind === value.ty.kind ? (held.op === "local" ? this.expression(held) : held) : value;
  }

  private sameVariable(variable: Var): Var {
    const known = this.knowledge.inPlaceOf(variable);
    if (known?.op !== "local") return variable;
    this.facts.variables.captured.add(known.local);
    return known.local;
  }

  private inlined(plan: Call, call: Expr): Expr {
    this.inliner.enter(plan);
    const body: Stmt[] = [];
    const walk = (): void => {
      this.declareDone(plan.before, body);
      this.into(plan.body, body);
    };
    // Behind an early return nothing holds that was learnt after it.
    if (hasReturn(plan.body[plan.body.length - 1]?.op === "return" ? plan.body.slice(0, -1) : plan.body)) this.knowledge.within(walk);
    else walk();
    this.inliner.leave(plan, body);
    const value = bodyValue(body, plan.fn.result, plan.fn.name, (result) => this.facts.variables.assigned.add(result));
    return coerce(value, call.ty);
  }
}
