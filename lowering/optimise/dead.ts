/** Declarations and assignments of variables that nobody reads. */
import type { Expr, IrFn, Stmt, Var } from "../ir/nodes.ts";
import { type Change, changeExpression, changeStatement } from "../ir/parts.ts";
import { isPure } from "./purity.ts";
import { countReads } from "./variables.ts";

const sweep = (body: readonly Stmt[], reads: ReadonlyMap<Var, number>): { body: readonly Stmt[]; changed: boolean } => {
  let changed = false;
  const change: Change = {
    expression: (value: Expr): Expr => {
      const made = changeExpression(value, change);
      return made.op === "seq" && made.body.length === 0 ? made.value : made;
    },
    body: (statements) => {
      const out = statements.flatMap((one): readonly Stmt[] => {
        if ((one.op === "let" || one.op === "assign") && !one.local.cell && !reads.has(one.local)) {
          if (one.value && !isPure(one.value)) {
            changed = true;
            return [{ op: "expr", value: change.expression(one.value), ...(one.pos ? { pos: one.pos } : {}) }];
          }
          changed = true;
          return [];
        }
        return [changeStatement(one, change)];
      });
      return out.length === statements.length && out.every((one, i) => one === statements[i]) ? statements : out;
    },
  };
  return { body: change.body(body), changed };
};

export const removeDead = (fn: IrFn): void => {
  for (let round = 0; round < 3; round++) {
    const { body, changed } = sweep(fn.body, countReads(fn.body));
    fn.body = body as Stmt[];
    if (!changed) return;
  }
};
