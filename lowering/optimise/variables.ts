/** What is known of variables beyond their types; copies of a variable share it. */
import type { Expr, Stmt, Var } from "../ir/nodes.ts";
import { type Visit, visitExpression, visitStatement } from "../ir/parts.ts";

export class Variables {
  /** Given a value other than by their declaration. */
  readonly assigned = new Set<Var>();
  /** Kept by closures, or passed on as cells. */
  readonly captured = new Set<Var>();

  /** A variable whose declaration says its value for good. */
  isFixed(variable: Var): boolean {
    return !variable.cell && !this.assigned.has(variable);
  }

  copy(variable: Var): Var {
    const copy: Var = { ...variable };
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

/** The variables that are read (an assignment is no reading), and whether others are given values. */
export const findReads = (body: readonly Stmt[]): { reads: Set<Var>; unread: boolean } => {
  const reads = new Set<Var>();
  const given: Var[] = [];
  const visit: Visit = {
    expression: (value) => {
      if (value.op === "local" || value.op === "cell") reads.add(value.local);
      else if (value.op === "closure") for (const one of value.captured) reads.add(one);
      else if (value.op !== "const") visitExpression(value, visit);
    },
    statement: (one) => {
      if (one.op === "renew" || one.op === "let_cell") reads.add(one.local);
      else if ((one.op === "let" || one.op === "assign") && !one.local.cell) given.push(one.local);
      visitStatement(one, visit);
    },
  };
  for (const one of body) visit.statement(one);
  return { reads, unread: given.some((variable) => !reads.has(variable)) };
};
