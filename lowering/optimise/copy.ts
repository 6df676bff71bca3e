/** A copy of statements with variables and labels of its own, so that it can stand in another function, or in the same one again. */
import { type Expr, type Label, local, type Pos, type Stmt, type Var } from "../ir/nodes.ts";
import { type Change, changeExpression, changeStatement } from "../ir/parts.ts";
import type { Variables } from "./variables.ts";

export class Copier {
  private readonly variables: Variables;
  private readonly values: Map<Var, Expr>;
  private readonly labels = new Map<Label, Label>();
  private readonly change: Change;
  private readonly pos: Pos | undefined;

  /** `values` says what stands for parameters and captured variables, `pos` where all of the copy is, if not where it was. */
  constructor(variables: Variables, values: Map<Var, Expr>, pos?: Pos) {
    this.variables = variables;
    this.values = values;
    this.pos = pos;
    this.change = { expression: (value) => this.expression(value), body: (body) => this.body(body) };
  }

  body(body: readonly Stmt[]): Stmt[] {
    return body.map((one) => this.placed(this.statement(one)));
  }

  private declare(variable: Var): Var {
    const copy = this.variables.copy(variable);
    this.values.set(variable, local(copy));
    return copy;
  }

  private variable(variable: Var): Var {
    const value = this.values.get(variable);
    return value?.op === "local" ? value.local : variable;
  }

  private declareLabel(label: Label): Label {
    const copy = { name: label.name };
    this.labels.set(label, copy);
    return copy;
  }

  expression(value: Expr): Expr {
    return this.placed(this.copied(value));
  }

  private placed<T extends Expr | Stmt>(made: T): T {
    return this.pos && made.pos ? { ...made, pos: this.pos } : made;
  }

  private copied(value: Expr): Expr {
    if (value.op === "local") {
      const made = this.values.get(value.local);
      return made ? (value.pos && made.op === "local" ? { ...made, pos: value.pos } : made) : value;
    }
    if (value.op === "cell") return { ...value, local: this.variable(value.local) };
    if (value.op === "closure") return value.captured.length === 0 ? value : { ...value, captured: value.captured.map((one) => this.variable(one)) };
    return changeExpression(value, this.change);
  }

  private statement(one: Stmt): Stmt {
    switch (one.op) {
      case "let":
        return { ...one, value: one.value && this.expression(one.value), local: this.declare(one.local) };
      case "let_cell":
        return { ...one, value: this.expression(one.value), local: this.declare(one.local) };
      case "assign":
        return { ...one, local: this.variable(one.local), value: this.expression(one.value) };
      case "renew":
        return { ...one, local: this.variable(one.local) };
      case "block":
      case "loop":
        return { ...one, label: this.declareLabel(one.label), body: this.body(one.body) };
      case "break":
      case "continue":
        return { ...one, label: this.labels.get(one.label) ?? one.label };
      case "try":
        return { ...one, caught: this.declare(one.caught), body: this.body(one.body), handler: this.body(one.handler) };
      default:
        return changeStatement(one, this.change);
    }
  }
}
