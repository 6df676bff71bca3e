/**
 * Chains of tests of one value against constants stay as they are, so that Fable prints a `switch`:
 *
 *     if x = 1 then a elif x = 2 then b else c        switch (x) { case 1: … case 2: … default: … }
 */
import { caseOf, type Expr, type FieldInfo, type Ident, type Node, type SourceLocation, type UnionFieldInfo, withNodeFields } from "../tree.ts";
import { rangeOf, type Visitor } from "./annotator.ts";

interface Test {
  readonly subject: Expr;
  /** The same test of another subject. */
  of(subject: Expr): Expr;
}

export const visitIfThenElse: Visitor = (expr, annotator) => {
  const first = testOf(expr.fields[0] as Expr);
  if (first === undefined) return undefined;
  const chain: { readonly expr: Expr; readonly test: Test }[] = [];
  let rest = expr;
  while (caseOf(rest) === "IfThenElse") {
    const test = testOf(rest.fields[0] as Expr);
    if (test === undefined || !sameSubject(first.subject, test.subject)) break;
    chain.push({ expr: rest, test });
    rest = rest.fields[2] as Expr;
  }
  if (chain.length < 2) return undefined;
  const plain = caseOf(first.subject) === "IdentExpr";
  const range = rangeOf(first.subject);
  const subjectType = annotator.typeOf(first.subject);
  const ident = plain ? undefined : annotator.factory.ident(annotator.freshName("subject"), subjectType, range);
  const subject = ident === undefined ? first.subject : annotator.factory.expr("IdentExpr", [ident]);
  const switched = chain.reduceRight((otherwise, link) => {
    const [, then, , place] = link.expr.fields;
    return withNodeFields(link.expr, [link.test.of(subject), annotator.rewrite(then as Expr), otherwise, place]);
  }, annotator.rewrite(rest));
  return ident === undefined ? switched : annotator.factory.expr("Let", [ident, annotator.rewrite(first.subject), switched]);
};

const constants = new Set(["CharConstant", "StringConstant", "NumberConstant"]);

/** What Fable itself takes for the case of a switch. */
const testOf = (guard: Expr): Test | undefined => {
  if (caseOf(guard) === "Test") {
    const [subject, kind, range] = guard.fields as [Expr, Node, SourceLocation | undefined];
    return caseOf(kind) === "UnionCaseTest" ? { subject, of: (now) => withNodeFields(guard, [now, kind, range]) } : undefined;
  }
  if (caseOf(guard) !== "Operation") return undefined;
  const kind = guard.fields[0] as Node;
  if (caseOf(kind) !== "Binary" || caseOf(kind.fields[0] as Node) !== "BinaryEqual") return undefined;
  const [operator, left, right] = kind.fields as [Node, Expr, Expr];
  const make = (a: Expr, b: Expr): Expr => withNodeFields(guard, [withNodeFields(kind, [operator, a, b]), ...guard.fields.slice(1)]);
  if (isConstant(right)) return { subject: left, of: (now) => make(now, right) };
  if (isConstant(left)) return { subject: right, of: (now) => make(left, now) };
  return undefined;
};

const isConstant = (expr: Expr): boolean => caseOf(expr) === "Value" && constants.has(caseOf(expr.fields[0] as Node));

/** Whether two subjects read the same thing. */
const sameSubject = (left: Expr, right: Expr): boolean => {
  if (caseOf(left) !== caseOf(right)) return false;
  if (caseOf(left) === "IdentExpr") return (left.fields[0] as Ident).Name === (right.fields[0] as Ident).Name;
  if (caseOf(left) !== "Get") return false;
  const [a, b] = [left.fields[1] as Node, right.fields[1] as Node];
  return caseOf(a) === caseOf(b) && sameKey(a, b) && sameSubject(left.fields[0] as Expr, right.fields[0] as Expr);
};

const sameKey = (a: Node, b: Node): boolean => {
  switch (caseOf(a)) {
    case "UnionTag":
    case "ListHead":
    case "ListTail":
    case "OptionValue":
      return true;
    case "TupleIndex":
      return a.fields[0] === b.fields[0];
    case "FieldGet":
      return (a.fields[0] as FieldInfo).Name === (b.fields[0] as FieldInfo).Name;
    case "UnionField": {
      const [x, y] = [a.fields[0] as UnionFieldInfo, b.fields[0] as UnionFieldInfo];
      return x.CaseIndex === y.CaseIndex && x.FieldIndex === y.FieldIndex;
    }
    default:
      return false;
  }
};
