/** What variables that are assigned hold where a walk is: a constant or a fixed variable, as long as nothing on the way may have given them something else. */
import type { Expr, Stmt, Var } from "../ir/nodes.ts";
import { type Visit, visitExpression, visitStatement } from "../ir/parts.ts";

/** The variables that statements assign. */
export const assignedIn = (body: readonly Stmt[]): Set<Var> => {
  const found = new Set<Var>();
  const visit: Visit = {
    expression: (value) => visitExpression(value, visit),
    statement: (one) => {
      if (one.op === "assign") found.add(one.local);
      visitStatement(one, visit);
    },
  };
  for (const one of body) visit.statement(one);
  return found;
};

export class Assigned {
  private held: Map<Var, Expr> = new Map();
  private written: Set<Var> = new Set();

  get(variable: Var): Expr | undefined {
    return this.held.get(variable);
  }

  set(variable: Var, value: Expr | undefined): void {
    this.written.add(variable);
    if (value) this.held.set(variable, value);
    else this.held.delete(variable);
  }

  forget(variables: Iterable<Var>): void {
    for (const variable of variables) this.set(variable, undefined);
  }

  /** What is assigned meanwhile is unknown behind it, unless `straight` says of the result that all of it was passed. */
  within<T>(walk: () => T, straight: (made: T) => boolean = () => false): T {
    const { held, written } = this;
    this.held = new Map(held);
    this.written = new Set();
    const made = walk();
    const inner = this.written;
    this.written = written;
    if (straight(made)) for (const variable of inner) written.add(variable);
    else {
      this.held = held;
      this.forget(inner);
    }
    return made;
  }
}
