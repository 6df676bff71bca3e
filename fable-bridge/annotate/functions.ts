/**
 * Functions whose body is one operation on their parameters. Fable's printer takes `(a, b) => add_int64(a, b)` for `add_int64`, but an
 * operation is no function: written as an emission it keeps its call.
 */
import { type CallInfo, caseOf, type Expr, type Ident, type ImportInfo, type List, type Type, toArray, withNodeFields } from "../tree.ts";
import { operationModule, type Visitor } from "./annotator.ts";

export const visitFunction: Visitor = (expr, annotator) => {
  const now = annotator.rewriteChildren(expr);
  const parameters = caseOf(now) === "Lambda" ? [now.fields[0] as Ident] : toArray(now.fields[0] as List<Ident>);
  const body = now.fields[1] as Expr;
  if (caseOf(body) !== "Call" || caseOf(body.fields[0] as Expr) !== "Import") return now;
  if (((body.fields[0] as Expr).fields[0] as ImportInfo).Path !== operationModule) return now;
  const args = toArray((body.fields[1] as CallInfo).Args);
  const forwards = args.length === parameters.length && args.every((arg, at) => caseOf(arg) === "IdentExpr" && (arg.fields[0] as Ident).Name === parameters[at].Name);
  if (!forwards) return now;
  const macro = `$0(${args.map((_, at) => `$${at + 1}`).join(", ")})`;
  const emitted = annotator.factory.emit(macro, [body.fields[0] as Expr, ...args], body.fields[2] as Type);
  return withNodeFields(
    now,
    now.fields.map((field, at) => (at === 1 ? emitted : field)),
  );
};
