/**
 * `for i in first .. last`: F# evaluates both ends once, Fable prints the last one where JavaScript evaluates it in every turn. An end that another evaluation could
 * change, or has to repeat, gets a name before the loop.
 */
import { caseOf, type Expr, type Ident, type Node, withNodeFields } from "../tree.ts";
import type { Annotator, Visitor } from "./annotator.ts";

/** Whether an expression is a number, maybe behind a sign, or a name that always means the same. */
const isFixed = (expr: Expr): boolean => {
  switch (caseOf(expr)) {
    case "IdentExpr":
      return !(expr.fields[0] as Ident).IsMutable;
    case "Value":
      return caseOf(expr.fields[0] as Node) === "NumberConstant";
    case "Operation": {
      const kind = expr.fields[0] as Node;
      return caseOf(kind) === "Unary" && isFixed(kind.fields[1] as Expr);
    }
    default:
      return false;
  }
};

const named = (stem: string, value: Expr, annotator: Annotator): Ident => annotator.factory.ident(annotator.freshName(stem), annotator.typeOf(value), undefined);

export const visitForLoop: Visitor = (expr, annotator) => {
  const [ident, first, last, body, ...rest] = expr.fields as [Ident, Expr, Expr, Expr, ...unknown[]];
  if (isFixed(last)) return undefined;
  const { factory } = annotator;
  const bound: (readonly [Ident, Expr])[] = [];
  const once = (stem: string, value: Expr): Expr => {
    const now = annotator.rewrite(value);
    if (isFixed(value)) return now;
    const name = named(stem, value, annotator);
    bound.push([name, now]);
    return factory.expr("IdentExpr", [name]);
  };
  const loop = withNodeFields(expr, [ident, once("first", first), once("last", last), annotator.rewrite(body), ...rest]);
  return bound.reduceRight((inner, [name, value]) => factory.expr("Let", [name, value, inner]), loop);
};
