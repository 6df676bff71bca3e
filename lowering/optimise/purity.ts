/** What leaving an expression out could tell: effects, exceptions, their order; and where control goes on. */
import { isa } from "../../schemas/isa/table.ts";
import type { Expr, Label, Stmt } from "../ir/nodes.ts";
import { type Visit, visitExpression, visitStatement } from "../ir/parts.ts";

/** Neither writes, raises, nor calls; it may read what others write. */
export const isPure = (value: Expr): boolean => {
  switch (value.op) {
    case "const":
    case "local":
    case "cell":
    case "global":
    case "closure":
      return true;
    case "prim": {
      const spec: { readonly flow: string; readonly raises?: readonly string[]; readonly charge?: string } = isa[value.mnemonic];
      return spec.flow === "next" && spec.raises === undefined && spec.charge === undefined && value.args.every(isPure);
    }
    case "object":
      return value.slots.every(isPure);
    case "array":
      return value.items.every(isPure);
    case "cond":
      return isPure(value.test) && isPure(value.then) && isPure(value.otherwise);
    case "and":
    case "or":
      return isPure(value.left) && isPure(value.right);
    default:
      return false;
  }
};

/** Whether control never goes on behind a statement. */
export const leaves = (one: Stmt | undefined): boolean => {
  switch (one?.op) {
    case "return":
    case "throw":
    case "break":
    case "continue":
      return true;
    case "if":
      return leaves(one.then[one.then.length - 1]) && leaves(one.otherwise[one.otherwise.length - 1]);
    default:
      return false;
  }
};

/** Whether a jump to a label stands in a statement, inside expressions too. */
export const mentions = (one: Stmt, label: Label): boolean => {
  if (one.op === "break" || one.op === "continue") return one.label === label;
  let found = false;
  const visit: Visit = {
    expression: (value) => {
      if (!found) visitExpression(value, visit);
    },
    statement: (inner) => {
      found ||= mentions(inner, label);
    },
  };
  visitStatement(one, visit);
  return found;
};
