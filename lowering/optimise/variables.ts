/** What is known of variables beyond their types; copies of a variable share it. */
import type { Expr, Stmt, Var } from "../ir/nodes.ts";

export class Variables {
  /** Given a value other than by their declaration. */
  readonly assigned = new Set<Var>();
  /** Kept by closures, or passed on as cells. */
  readonly captured = new Set<Var>();

  /** A variable whose declaration says its value for good. */
  isFixed(variable: Var): boolean {
    return !variable.cell && !this.assigned.has(variable);
  }

  copy(variable: Var, ty = variable.ty): Var {
    const copy: Var = { ...variable, ty };
    if (this.assigned.has(variable)) this.assigned.add(copy);
    if (this.captured.has(variable)) this.captured.add(copy);
    return copy;
  }

  /** Learns from a function as it was lowered. */
  readExpression(value: Expr): void {
    if (value.op === "closure") for (const one of value.captured) this.captured.add(one);
    else if (value.op === "cell") this.captured.add(value.local);
  }

  readStatement(one: Stmt): void {
    if (one.op === "assign" || one.op === "renew" || (one.op === "let" && one.value === undefined)) this.assigned.add(one.local);
    else if (one.op === "let_cell") this.captured.add(one.local);
    else if (one.op === "try") this.assigned.add(one.caught);
  }
}
