/** Declarations and assignments of variables that nobody reads, and of those that only they read. */
import type { Expr, IrFn, Stmt, Var } from "../ir/nodes.ts";
import { type Change, changeExpression, changeStatement, type Visit, visitExpression, visitStatement } from "../ir/parts.ts";
import { isPure } from "./purity.ts";

const sweep = (body: readonly Stmt[], dead: ReadonlySet<Var>): readonly Stmt[] => {
  const change: Change = {
    expression: (value: Expr): Expr => {
      const made = changeExpression(value, change);
      return made.op === "seq" && made.body.length === 0 ? made.value : made;
    },
    body: (statements) => {
      const out = statements.flatMap((one): readonly Stmt[] => {
        if ((one.op === "let" || one.op === "assign") && dead.has(one.local)) {
          if (one.value && !isPure(one.value)) {
            return [{ op: "expr", value: change.expression(one.value), ...(one.pos ? { pos: one.pos } : {}) }];
          }
          return [];
        }
        return [changeStatement(one, change)];
      });
      return out.length === statements.length && out.every((one, i) => one === statements[i]) ? statements : out;
    },
  };
  return change.body(body);
};

/** How often each variable is read (an assignment is no reading), and what variables outside cells are given. */
const countReads = (body: readonly Stmt[]): { reads: Map<Var, number>; given: Map<Var, Expr[]>; count: (value: Expr, by: number) => void } => {
  const reads = new Map<Var, number>();
  const given = new Map<Var, Expr[]>();
  let by = 1;
  const read = (variable: Var): void => void reads.set(variable, (reads.get(variable) ?? 0) + by);
  const visit: Visit = {
    expression: (value) => {
      if (value.op === "local" || value.op === "cell") read(value.local);
      else if (value.op === "closure") value.captured.forEach(read);
      else if (value.op !== "const") visitExpression(value, visit);
    },
    statement: (one) => {
      if (one.op === "renew" || one.op === "let_cell") read(one.local);
      else if ((one.op === "let" || one.op === "assign") && !one.local.cell) {
        const values = given.get(one.local) ?? [];
        if (one.value) values.push(one.value);
        given.set(one.local, values);
      }
      visitStatement(one, visit);
    },
  };
  for (const one of body) visit.statement(one);
  const count = (value: Expr, times: number): void => {
    by = times;
    visit.expression(value);
  };
  return { reads, given, count };
};

export const removeDead = (fn: IrFn): void => {
  const { reads, given, count } = countReads(fn.body);
  const dead = new Set<Var>();
  const work = [...given.keys()];
  for (let variable = work.pop(); variable; variable = work.pop()) {
    if (dead.has(variable) || (reads.get(variable) ?? 0) > 0) continue;
    dead.add(variable);
    for (const value of given.get(variable)!) {
      if (!isPure(value)) continue;
      count(value, -1);
      const less = (one: Expr): void => {
        if (one.op === "local" && given.has(one.local)) work.push(one.local);
        else if (one.op === "closure") for (const held of one.captured) if (given.has(held)) work.push(held);
        visitExpression(one, { expression: less, statement: () => {} });
      };
      less(value);
    }
  }
  if (dead.size > 0) fn.body = sweep(fn.body, dead) as Stmt[];
};
