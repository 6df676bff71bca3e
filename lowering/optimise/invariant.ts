/**
 * Variables of a loop that every turn hands on unchanged: Fable writes a tail call as `const a = a_mut; … a_mut = a; continue`, also for arguments that stay the
 * same. Such an assignment does nothing, and without it the variable is known to be fixed.
 */
import type { Expr, IrFn, Stmt, Var } from "../ir/nodes.ts";
import { type Change, changeExpression, changeStatement, type Visit, visitExpression, visitStatement } from "../ir/parts.ts";
import type { Variables } from "./variables.ts";

export const removeInvariants = (fn: IrFn, variables: Variables): void => {
  if (!fn.params.some((param) => variables.assigned.has(param))) return;
  const copies = new Map<Var, Var>();
  const values = new Map<Var, Expr[]>();
  const visit: Visit = {
    expression: (value) => visitExpression(value, visit),
    statement: (one) => {
      if (one.op === "let" && one.value?.op === "local" && variables.isFixed(one.local)) copies.set(one.local, one.value.local);
      else if (one.op === "assign") values.set(one.local, [...(values.get(one.local) ?? []), one.value]);
      visitStatement(one, visit);
    },
  };
  for (const one of fn.body) visit.statement(one);
  const unchanged = new Set<Var>();
  for (const variable of fn.params) {
    const assigned = values.get(variable);
    if (!variable.cell && assigned?.every((value) => value.op === "local" && copies.get(value.local) === variable)) unchanged.add(variable);
  }
  if (unchanged.size === 0) return;
  for (const variable of unchanged) variables.assigned.delete(variable);
  const change: Change = {
    expression: (value) => changeExpression(value, change),
    body: (body) => body.flatMap((one): readonly Stmt[] => (one.op === "assign" && unchanged.has(one.local) ? [] : [changeStatement(one, change)])),
  };
  fn.body = change.body(fn.body) as Stmt[];
};
