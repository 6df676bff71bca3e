/**
 * `for i in first .. last`: F# evaluates both ends once, Fable prints the last one where JavaScript evaluates it in every turn. An end that another evaluation could
 * change, or has to repeat, gets a name before the loop. What a function in the body captures is a name of its turn, not the variable that counts.
 */
import { caseOf, type Expr, type Factory, type Ident, type Node, withNodeFields } from "../tree.ts";
import type { Annotator, Visitor } from "./annotator.ts";
import { mapChildren } from "./children.ts";

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

const functions: ReadonlySet<string> = new Set(["Lambda", "Delegate", "ObjectExpr"]);

/** Whether a function stands anywhere in an expression. */
const hasFunction = (expr: Expr, factory: Factory): boolean => {
  let found = functions.has(caseOf(expr));
  const look = (child: Expr): Expr => {
    found ||= hasFunction(child, factory);
    return child;
  };
  if (!found) mapChildren(expr, look, factory);
  return found;
};

const named = (stem: string, value: Expr, annotator: Annotator): Ident => annotator.factory.ident(annotator.freshName(stem), annotator.typeOf(value), undefined);

export const visitForLoop: Visitor = (expr, annotator) => {
  const [ident, first, last, body, ...rest] = expr.fields as [Ident, Expr, Expr, Expr, ...unknown[]];
  const { factory } = annotator;
  const nameOf = (name: Ident): Expr => factory.expr("IdentExpr", [name]);
  const bound: (readonly [Ident, Expr])[] = [];
  const once = (stem: string, value: Expr): Expr => {
    const now = annotator.rewrite(value);
    if (isFixed(value)) return now;
    const name = named(stem, value, annotator);
    bound.push([name, now]);
    return nameOf(name);
  };
  const from = isFixed(last) ? annotator.rewrite(first) : once("first", first);
  const to = once("last", last);
  const captured = hasFunction(body, factory);
  const counter = captured ? factory.ident(annotator.freshName(ident.Name), ident.Type, ident.Range) : ident;
  const turn = annotator.rewrite(body);
  const loop = withNodeFields(expr, [counter, from, to, captured ? factory.expr("Let", [ident, nameOf(counter), turn]) : turn, ...rest]);
  return bound.reduceRight((inner, [name, value]) => factory.expr("Let", [name, value, inner]), loop);
};
