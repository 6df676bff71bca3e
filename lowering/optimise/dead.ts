/** Declarations and assignments of variables that nobody reads. */
import type { Expr, IrFn, Stmt, Var } from "../ir/nodes.ts";
import { type Change, changeExpression, changeStatement } from "../ir/parts.ts";
import { isPure } from "./purity.ts";
import { findReads } from "./variables.ts";

const sweep = (body: readonly Stmt[], reads: ReadonlySet<Var>): readonly Stmt[] => {
  const change: Change = {
    expression: (value: Expr): Expr => {
      const made = changeExpression(value, change);
      return made.op === "seq" && made.body.length === 0 ? made.value : made;
    },
    body: (statements) => {
      const out = statements.flatMap((one): readonly Stmt[] => {
        if ((one.op === "let" || one.op === "assign") && !one.local.cell && !reads.has(one.local)) {
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

export const removeDead = (fn: IrFn): void => {
  for (let round = 0; round < 3; round++) {
    const { reads, unread } = findReads(fn.body);
    if (!unread) return;
    fn.body = sweep(fn.body, reads) as Stmt[];
  }
};
