/** Invariants of the IR, checked between passes in tests: operand kinds, declared variables, open labels, results. Gives what is wrong, nothing when all is well. */
import { builtins } from "../../schemas/isa/builtins.ts";
import { shapeOf } from "../../schemas/isa/instruction.ts";
import type { Kind } from "../../schemas/isa/kinds.ts";
import { isDerived } from "../type-infos.ts";
import type { Expr, IrFn, Label, Stmt, Ty, Var } from "./nodes.ts";

/** Whether a value of one type may stand where another is expected without a conversion. */
const fits = (from: Ty, to: Ty): boolean => from.kind === to.kind && (to.kind !== "ref" || isDerived(from.type, to.type));

class Verifier {
  readonly wrong: string[] = [];
  private readonly fn: IrFn;
  private readonly declared = new Set<Var>();
  private readonly labels: Label[] = [];

  constructor(fn: IrFn) {
    this.fn = fn;
    for (const param of fn.params) this.declared.add(param);
    for (const one of fn.captures) this.declared.add(one);
  }

  private report(what: string): void {
    this.wrong.push(`${this.fn.name}: ${what}`);
  }

  private expect(value: Expr, ty: Ty, where: string): void {
    this.expression(value);
    if (!fits(value.ty, ty)) this.report(`${where} needs ${ty.kind}, found ${value.ty.kind} (${value.op})`);
  }

  private kind(value: Expr, kind: Kind, where: string): void {
    this.expression(value);
    if (value.ty.kind !== kind) this.report(`${where} needs ${kind}, found ${value.ty.kind} (${value.op})`);
  }

  private known(variable: Var): void {
    if (!this.declared.has(variable)) this.report(`variable ${variable.name} is not declared`);
  }

  private operands(value: Expr & { op: "prim" }): void {
    const uses = shapeOf(value.mnemonic).operands.filter(({ kind }) => kind.startsWith("use."));
    if (uses.length !== value.args.length) this.report(`${value.mnemonic} takes ${uses.length} operands, found ${value.args.length}`);
    uses.forEach(({ kind }, i) => {
      const arg = value.args[i];
      if (!arg) return;
      const needed = kind.slice("use.".length);
      if (needed === "t") this.expression(arg);
      else if (needed === "v") {
        this.expression(arg);
        if (arg.ty.kind !== "any" && arg.ty.kind !== "ref") this.report(`${value.mnemonic} needs any or ref, found ${arg.ty.kind}`);
      } else this.kind(arg, needed as Kind, value.mnemonic);
    });
  }

  expression(value: Expr): void {
    switch (value.op) {
      case "const":
      case "global":
        return;
      case "closure":
        if (value.captured.length !== value.fn.captures.length) this.report(`${value.fn.name} captures ${value.fn.captures.length} variables, found ${value.captured.length}`);
        for (const one of value.captured) this.known(one);
        return;
      case "local":
      case "cell":
        this.known(value.local);
        return;
      case "prim":
        this.operands(value);
        return;
      case "builtin": {
        const { params } = builtins[value.builtin];
        for (const [i, arg] of value.args.entries()) this.kind(arg, params[i] ?? "any", value.builtin);
        return;
      }
      case "call":
        if (value.args.length !== value.fn.params.length) this.report(`${value.fn.name} takes ${value.fn.params.length} arguments, found ${value.args.length}`);
        value.args.forEach((arg, i) => {
          const param = value.fn.params[i];
          if (param && !param.cell) this.expect(arg, param.ty, `parameter ${param.name} of ${value.fn.name}`);
          else this.expression(arg);
        });
        return;
      case "call_closure":
        this.expression(value.callee);
        for (const arg of value.args) this.kind(arg, "any", "an argument of a closure");
        return;
      case "call_method":
        this.expression(value.receiver);
        for (const arg of value.args) this.kind(arg, "any", `an argument of ${value.name}`);
        return;
      case "call_import":
        for (const [i, arg] of value.args.entries()) this.kind(arg, value.import.params[i] ?? "any", value.import.name);
        return;
      case "get_property":
        this.expression(value.object);
        return;
      case "set_property":
        this.expression(value.object);
        this.kind(value.value, "any", `property ${value.name}`);
        return;
      case "object":
        value.slots.forEach((slot, i) => {
          const declared = value.info.slots[i];
          if (declared) this.expect(slot, declared.ty, `slot ${declared.name} of ${value.info.name}`);
          else this.report(`${value.info.name} has no slot ${i}`);
        });
        return;
      case "get_slot":
        this.kind(value.object, "ref", `slot ${value.slot}`);
        return;
      case "array":
        for (const item of value.items) this.expression(item);
        return;
      case "cond":
        this.kind(value.test, "bool", "a condition");
        this.expect(value.then, value.ty, "a branch");
        this.expect(value.otherwise, value.ty, "a branch");
        return;
      case "and":
      case "or":
        this.kind(value.left, "bool", value.op);
        this.kind(value.right, "bool", value.op);
        return;
      case "seq":
        this.statements(value.body);
        this.expression(value.value);
        return;
      case "hold":
        this.expect(value.value, value.local.ty, `variable ${value.local.name}`);
        this.declared.add(value.local);
        return;
    }
  }

  statements(body: readonly Stmt[]): void {
    for (const one of body) this.statement(one);
  }

  private inside(label: Label, body: readonly Stmt[]): void {
    this.labels.push(label);
    this.statements(body);
    this.labels.pop();
  }

  private statement(one: Stmt): void {
    switch (one.op) {
      case "expr":
        this.expression(one.value);
        return;
      case "let":
        if (one.value) this.expect(one.value, one.local.ty, `variable ${one.local.name}`);
        this.declared.add(one.local);
        return;
      case "let_cell":
        this.expression(one.value);
        this.declared.add(one.local);
        return;
      case "assign":
        this.known(one.local);
        this.expect(one.value, one.local.ty, `variable ${one.local.name}`);
        return;
      case "renew":
        this.known(one.local);
        return;
      case "set_global":
        this.expect(one.value, one.global.ty, `global ${one.global.name}`);
        return;
      case "set_slot":
        this.kind(one.object, "ref", `slot ${one.slot}`);
        this.expression(one.value);
        return;
      case "prim":
        for (const arg of one.args) this.expression(arg);
        return;
      case "if":
        this.kind(one.test, "bool", "a condition");
        this.statements(one.then);
        this.statements(one.otherwise);
        return;
      case "block":
      case "loop":
        this.inside(one.label, one.body);
        return;
      case "break":
      case "continue":
        if (!this.labels.includes(one.label)) this.report(`${one.op} to ${one.label.name}, which is not open`);
        return;
      case "switch":
        this.kind(one.value, "i32", "a switch");
        for (const part of one.cases) this.statements(part.body);
        this.statements(one.otherwise);
        return;
      case "return":
        this.expression(one.value);
        return;
      case "throw":
        this.expression(one.value);
        return;
      case "try":
        this.statements(one.body);
        this.declared.add(one.caught);
        this.statements(one.handler);
        return;
    }
  }
}

export const verifyFunction = (fn: IrFn): string[] => {
  const verifier = new Verifier(fn);
  verifier.statements(fn.body);
  return verifier.wrong;
};
