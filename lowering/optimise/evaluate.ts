/**
 * Runs an expression when the program is built: calls of functions included, as long as everything in it is known, neither touches what others see nor raises, and
 * the equations of `fold` say what each operation gives. Whatever else it meets, or too many steps, leave the expression as it is.
 */
import { coerce } from "../coerce.ts";
import { constant, type Expr, type IrFn, type IrGlobal, i32, type Label, type Stmt, type Ty, type Var } from "../ir/nodes.ts";
import { changeExpression } from "../ir/parts.ts";
import { fold } from "./fold.ts";

/** How a list of statements ended, where control does not go on behind it. */
type End = { readonly value: Expr } | { readonly label: Label; readonly again: boolean };

/** Thrown where something is not known. */
const unknownValue = new Error("not known");

const unknown = (): never => {
  throw unknownValue;
};

const same = (value: Expr): Expr => value;

/** Calls inside calls. */
const deepest = 200;
/** Expressions and statements that are looked at for one value, and for all of a program. */
const mostSteps = 10_000;
const mostStepsOfProgram = 50_000;

export class Evaluation {
  private left = 0;
  private leftOfProgram = mostStepsOfProgram;
  private depth = 0;
  private readonly known: (global: IrGlobal) => Expr | undefined;

  constructor(known: (global: IrGlobal) => Expr | undefined) {
    this.known = known;
  }

  /** The constant that an expression gives, or an object of such values, which stands for what it holds only; undefined where that is not known. */
  resultOf(value: Expr): Expr | undefined {
    this.depth = 0;
    const given = Math.min(mostSteps, this.leftOfProgram);
    this.left = given;
    try {
      return this.value(value, new Map());
    } catch (error) {
      if (error === unknownValue) return undefined;
      throw error;
    } finally {
      this.leftOfProgram -= given - this.left;
    }
  }

  private value(from: Expr, variables: Map<Var, Expr>): Expr {
    if (this.left-- <= 0) unknown();
    return this.as(this.part(from, variables), from.ty);
  }

  /** What is kept in a place of a type. */
  private as(value: Expr, ty: Ty): Expr {
    return value.op !== "const" || value.ty.kind === ty.kind ? value : this.operation(coerce(value, ty));
  }

  /** A constant, an object of such values, or a case without fields. */
  private part(from: Expr, variables: Map<Var, Expr>): Expr {
    const part = (one: Expr): Expr => this.value(one, variables);
    switch (from.op) {
      case "const":
        return from;
      case "local":
        return variables.get(from.local) ?? unknown();
      case "global":
        return this.known(from.global) ?? unknown();
      case "cond":
        return part(this.truth(from.test, variables) ? from.then : from.otherwise);
      case "and":
        return this.truth(from.left, variables) ? part(from.right) : constant(false, from.ty);
      case "or":
        return this.truth(from.left, variables) ? constant(true, from.ty) : part(from.right);
      case "seq":
        if (this.run(from.body, variables)) unknown();
        return part(from.value);
      case "call":
        return this.call(from.fn, from.args.map(part));
      case "object":
        return { ...from, slots: from.slots.map(part) };
      case "get_slot": {
        const object = part(from.object);
        return (object.op === "object" && object.slots[from.slot]) || unknown();
      }
      case "prim":
      case "builtin":
        return this.operation(changeExpression(from, { expression: part, body: (body) => body }));
      default:
        return unknown();
    }
  }

  private operation(from: Expr): Expr {
    if (from.op === "prim" && from.mnemonic === "const_case") return from;
    if (from.op === "prim" && from.mnemonic === "get_tag") {
      const of = from.args[0]!;
      return of.op === "object" ? constant(of.tag, i32) : of.op === "prim" && of.mnemonic === "const_case" ? constant(of.imm!, i32) : unknown();
    }
    if (from.op === "const") return from;
    const made = fold(from, same);
    if (made.op === "const" || made.op === "object") return made;
    // An equation may give another operation.
    return made === from || made.op !== "prim" ? unknown() : this.operation(made);
  }

  private truth(test: Expr, variables: Map<Var, Expr>): boolean {
    const made = this.value(test, variables);
    return made.op === "const" ? Boolean(made.value) : unknown();
  }

  private call(fn: IrFn, args: readonly Expr[]): Expr {
    if (fn.captures.length > 0 || fn.params.some((param) => param.cell) || ++this.depth > deepest) unknown();
    const end = this.run(fn.body, new Map(fn.params.map((param, i) => [param, this.as(args[i]!, param.ty)])));
    this.depth--;
    return end && "value" in end ? this.as(end.value, fn.result) : unknown();
  }

  private run(body: readonly Stmt[], variables: Map<Var, Expr>): End | undefined {
    for (const one of body) {
      const end = this.statement(one, variables);
      if (end) return end;
    }
    return undefined;
  }

  private statement(one: Stmt, variables: Map<Var, Expr>): End | undefined {
    if (this.left-- <= 0) unknown();
    switch (one.op) {
      case "expr":
        this.value(one.value, variables);
        return undefined;
      case "let":
      case "assign":
        if (one.local.cell) unknown();
        if (one.value) variables.set(one.local, this.as(this.value(one.value, variables), one.local.ty));
        else variables.delete(one.local);
        return undefined;
      case "if":
        return this.run(this.truth(one.test, variables) ? one.then : one.otherwise, variables);
      case "block": {
        const end = this.run(one.body, variables);
        return end && "label" in end && end.label === one.label ? undefined : end;
      }
      case "loop":
        for (;;) {
          const end = this.run(one.body, variables);
          if (!end || "value" in end || end.label !== one.label) return end;
          if (!end.again) return undefined;
        }
      case "break":
      case "continue":
        return { label: one.label, again: one.op === "continue" };
      case "switch": {
        const at = this.value(one.value, variables);
        if (at.op !== "const") return unknown();
        return this.run(one.cases.find(({ values }) => values.includes(at.value as number))?.body ?? one.otherwise, variables);
      }
      case "return":
        return { value: this.value(one.value, variables) };
      default:
        return unknown();
    }
  }
}
