/**
 * What is computed twice and cannot have changed, once: slots, elements, lengths, casts, arithmetic. The first time the value is held, where it is computed, so
 * that nothing moves:
 *
 *     a[i].x = a[i].x + 1      (hold e = a[i]).x = e.x + 1
 *
 * It runs when all else is done: nothing but the emitter sees `hold`.
 */
import type { Expr, IrFn, Stmt, Var } from "../ir/nodes.ts";
import { local } from "../ir/nodes.ts";
import { type Change, changeExpression, changeStatement } from "../ir/parts.ts";
import { sameTy } from "../type-infos.ts";
import type { ProgramFacts } from "./program-facts.ts";
import { leaves } from "./purity.ts";
import { ValueNumbers } from "./value-numbers.ts";

const isLeaf = (value: Expr): boolean =>
  value.op === "const" || value.op === "local" || value.op === "global" || (value.op === "prim" && value.mnemonic === "to_any" && isLeaf(value.args[0]!));

/** Not worth a register: one cheap instruction on variables, and tests, which are branches as they stand. */
const isCheap = (value: Expr): boolean => {
  if (value.ty.kind === "bool") return true;
  if (value.op === "get_slot" || value.op === "builtin") return false;
  if (value.op !== "prim" || value.mnemonic === "to_any") return true;
  return /^(?:add|sub|neg|not|and|or|xor|shl|shr|i32|u32)_/.test(value.mnemonic) && value.ty.kind !== "i64" && value.ty.kind !== "u64" && value.args.every(isLeaf);
};

type Written = ReturnType<ValueNumbers["apart"]>;

interface Held {
  readonly variable: Var;
  /** Which of the expressions that could be held it is; -1 for a variable of the program. */
  readonly index: number;
}

class Sharing {
  private readonly numbers: ValueNumbers;
  private readonly facts: ProgramFacts;
  private readonly held = new Map<number, Held>();
  /** The numbers in `held`, in order of their coming. */
  private readonly added: number[] = [];
  /** Which of the expressions that could be held are used again; undefined while that is to be found out. */
  private readonly wanted: ReadonlySet<number> | undefined;
  readonly used = new Set<number>();
  found = false;
  private index = 0;
  /** The number of the expression that was walked last; those of the parts of expressions that are being walked. */
  private last = 0;
  private readonly numbersOfParts: number[] = [];
  private readonly change: Change = {
    expression: (part) => {
      const made = this.expression(part);
      this.numbersOfParts.push(this.last);
      return made;
    },
    body: (body) => this.body(body),
  };

  constructor(facts: ProgramFacts, wanted?: ReadonlySet<number>) {
    this.facts = facts;
    this.numbers = new ValueNumbers(facts);
    this.wanted = wanted;
  }

  walk(body: readonly Stmt[]): Stmt[] {
    return this.body(body) as Stmt[];
  }

  private hold(number: number, held: Held): void {
    this.held.set(number, held);
    this.added.push(number);
  }

  /** A part that may not run: what it holds is its own. */
  private apart(walk: () => void): Written {
    const from = this.added.length;
    const written = this.numbers.apart(walk);
    this.forget(from);
    return written;
  }

  /** Variables end with the statements that they stand in. */
  private forget(from: number): void {
    for (const number of this.added.splice(from)) this.held.delete(number);
  }

  private expression(value: Expr): Expr {
    switch (value.op) {
      case "const":
      case "local":
      case "global":
        this.last = this.numbers.of(value, []);
        return value;
      case "cond": {
        const test = this.expression(value.test);
        let [then, otherwise] = [value.then, value.otherwise];
        const first = this.apart(() => {
          then = this.expression(then);
        });
        const second = this.apart(() => {
          otherwise = this.expression(otherwise);
        });
        this.numbers.join(first, second);
        this.last = 0;
        return { ...value, test, then, otherwise };
      }
      case "and":
      case "or": {
        const left = this.expression(value.left);
        let { right } = value;
        const written = this.apart(() => {
          right = this.expression(right);
        });
        this.numbers.join(written);
        this.last = 0;
        return { ...value, left, right };
      }
      case "seq": {
        const from = this.added.length;
        const made = { ...value, body: this.body(value.body), value: this.expression(value.value) };
        this.forget(from);
        return made;
      }
    }
    const from = this.numbersOfParts.length;
    const made = changeExpression(value, this.change);
    const number = this.numbers.of(value, this.numbersOfParts.splice(from));
    this.numbers.pass(value);
    this.last = number;
    return number === 0 || isCheap(value) ? made : this.share(made, number);
  }

  private share(value: Expr, number: number): Expr {
    const known = this.held.get(number);
    if (known) {
      this.found = true;
      if (known.index >= 0) this.used.add(known.index);
      return value.pos ? { ...local(known.variable), pos: value.pos } : local(known.variable);
    }
    const index = this.index++;
    const variable: Var = { name: "held", ty: value.ty, cell: false };
    this.hold(number, { variable, index });
    return this.wanted?.has(index) ? { op: "hold", local: variable, value, ty: value.ty } : value;
  }

  private body(body: readonly Stmt[]): readonly Stmt[] {
    return body.map((one) => this.statement(one));
  }

  private scope(body: readonly Stmt[]): { made: readonly Stmt[]; written: Written } {
    let made = body;
    const written = this.apart(() => {
      made = this.body(body);
    });
    return { made, written };
  }

  private statement(one: Stmt): Stmt {
    switch (one.op) {
      case "let":
        return this.declare(one);
      case "if": {
        const test = this.expression(one.test);
        const then = this.scope(one.then);
        const otherwise = this.scope(one.otherwise);
        const ends = [then, otherwise].filter(({ made }) => !leaves(made[made.length - 1]));
        this.numbers.join(...ends.map(({ written }) => written));
        return { ...one, test, then: then.made, otherwise: otherwise.made };
      }
      case "block": {
        const { made, written } = this.scope(one.body);
        this.numbers.join(written);
        return { ...one, body: made };
      }
      case "loop": {
        const written = this.numbers.writes(one.body);
        this.numbers.join(written);
        const { made } = this.scope(one.body);
        this.numbers.join(written);
        return { ...one, body: made };
      }
      case "switch": {
        const value = this.expression(one.value);
        const cases = one.cases.map((part) => ({ values: part.values, ...this.scope(part.body) }));
        const otherwise = this.scope(one.otherwise);
        this.numbers.join(...[...cases, otherwise].map(({ written }) => written));
        return { ...one, value, cases: cases.map(({ values, made }) => ({ values, body: made })), otherwise: otherwise.made };
      }
      case "try": {
        const body = this.scope(one.body);
        this.numbers.join(body.written);
        const handler = this.scope(one.handler);
        this.numbers.join(handler.written);
        return { ...one, body: body.made, handler: handler.made };
      }
      default: {
        this.last = 0;
        const from = this.numbersOfParts.length;
        const made = changeStatement(one, this.change);
        this.numbersOfParts.length = from;
        this.numbers.passStatement(one, this.last);
        return made;
      }
    }
  }

  /** A variable that is never assigned holds what it is declared with. */
  private declare(one: Stmt & { op: "let" }): Stmt {
    if (!one.value) {
      this.numbers.passStatement(one, 0);
      return one;
    }
    const count = this.added.length;
    const value = this.expression(one.value);
    const number = this.last;
    const isNew = this.added.length > count && this.added[this.added.length - 1] === number;
    const keeps = isNew && this.facts.variables.isFixed(one.local) && sameTy(one.local.ty, value.ty);
    if (keeps) this.held.set(number, { variable: one.local, index: -1 });
    this.numbers.passStatement(one, number);
    return { ...one, value: keeps && value.op === "hold" ? value.value : value };
  }
}

export const shareValues = (fn: IrFn, facts: ProgramFacts): void => {
  const search = new Sharing(facts);
  search.walk(fn.body);
  if (!search.found) return;
  fn.body = new Sharing(facts, search.used).walk(fn.body);
};
