/**
 * Equality, comparison and hash by the type of what is asked about, `=`, `<`, Equals and the keys of collections apart: they differ where a NaN is inside.
 *
 *     equals(a, b)            equal("App.P", a, b)
 *     compare(a, b) < 0       lt_int32(below("App.P", a, b), 0)
 *     x.Equals(y)             same("App.P", x, y)
 */
import type { Operator } from "../../schemas/annotations.ts";
import {
  type CallInfo,
  caseOf,
  type Expr,
  type Ident,
  type List,
  type Node,
  type ObjectMember,
  type SourceLocation,
  type Type,
  toArray,
  withFields,
  withNodeFields,
} from "../tree.ts";
import type { Annotator } from "./annotator.ts";
import { operationCall } from "./checked.ts";
import { type CallRule, type LibraryCall, libraryCall } from "./conversions.ts";
import { uncast } from "./formats.ts";
import { timeHash } from "./times.ts";
import { primitiveOf } from "./type-text.ts";

type Question = "equal" | "same" | "compare" | "below" | "above" | "hash";

/** Equality, comparison and hash of what the first argument is. */
const byType =
  (primitive: Operator | undefined, general: Question, arity: number): CallRule =>
  (call, type, range, annotator) => {
    const args = call.args.slice(call.args.length - arity);
    if (args.length !== arity) return undefined;
    const subject = subjectType(args, annotator);
    const name = primitiveOf(subject);
    const operands = annotator.rewriteAll(args);
    if (primitive !== undefined && name !== undefined) return annotator.operation(`${primitive}_${name}`, operands, type, range);
    return annotator.operation(general, [annotator.text(annotator.print(subject)), ...operands], type, range);
  };

/** The first type that says something: `x = null` has one side of type obj only by Fable's default. */
const subjectType = (args: readonly Expr[], annotator: Annotator): Type => {
  const types = args.map((arg) => annotator.typeOf(arg));
  return types.find((type) => caseOf(type) !== "Any") ?? types[0];
};

export const equality = byType("eq", "equal", 2);
export const comparison: CallRule = (call, _type, range, annotator) => byType(undefined, "compare", 2)(call, annotator.factory.types.int32, range, annotator);
/** Primitives whose hash is not that of their value in any type. */
const ownHashes: ReadonlySet<string | undefined> = new Set(["int8", "int16", "uint32", "char", "float32", "float64"]);
export const hash: CallRule = (call, type, range, annotator) => {
  const subject = subjectType(call.args, annotator);
  const primitive = primitiveOf(subject);
  if (ownHashes.has(primitive)) return annotator.library("Util", `hash_${primitive}`, annotator.rewriteAll(call.args), type, range);
  return timeHash(subject, call.args, type, range, annotator) ?? byType(undefined, "hash", 1)(call, type, range, annotator);
};

/** `compare(a, b) < 0` is how Fable writes `a < b` on what is no primitive: false whatever meets a NaN, and so are the other three. */
export const ordering = (operator: string, left: Expr, annotator: Annotator): Expr | undefined => {
  const question = orderQuestions[operator];
  const call = question === undefined ? undefined : libraryCall(left, annotator);
  if (call === undefined || !comparers.has(`${call.module}.${call.selector}`)) return undefined;
  if (call.args.length < 2 || primitiveOf(subjectType(call.args.slice(-2), annotator)) !== undefined) return undefined;
  return byType(undefined, question, 2)(call, annotator.factory.types.int32, undefined, annotator);
};
const comparers = new Set(["Util.compare", "Util.compareArrays", "Array.compareTo"]);
const orderQuestions: Readonly<Record<string, Question>> = {
  BinaryLess: "below",
  BinaryLessOrEqual: "below",
  BinaryGreater: "above",
  BinaryGreaterOrEqual: "above",
};

/** `x.Equals(y)` and `Object.Equals(x, y)`, which the prelude has as `same`: of obj where the two differ in type. */
export const sameness = (expr: Expr, type: Type, range: SourceLocation | undefined, annotator: Annotator): Expr | undefined => {
  const call = operationCall(expr);
  if (call?.name !== "same" || call.args.length !== 2) return undefined;
  const parts = call.args.map(uncast);
  const texts = parts.map((part) => annotator.print(annotator.typeOf(part)));
  const operands = annotator.rewriteAll(parts);
  if (texts[0] === texts[1]) return annotator.operation("same", [annotator.text(texts[0]), ...operands], type, range);
  const boxed = operands.map((operand, at) =>
    texts[at] === "obj" ? operand : annotator.operation("box", [annotator.observed(annotator.typeOf(parts[at])), operand], annotator.factory.types.any, undefined),
  );
  return annotator.operation("same", [annotator.text("obj"), ...boxed], type, range);
};

/** Calls that Fable hands a comparer of its own, which answers as `=` and `compare` do, by what it should ask. */
const comparerQuestions: Readonly<Record<string, "same" | "below">> = {
  "MutableMap.Dictionary": "same",
  "MutableSet.HashSet": "same",
  "Array.contains": "same",
  "Array.indexOf": "same",
  "Array.removeInPlace": "same",
  "Util.max": "below",
  "Util.min": "below",
};

/** `new HashSet([], { Equals: (x, y) => equals(x, y), … })` -> `… same("App.P", x, y)`; the functions of F#'s modules, which have type arguments, ask `=`. */
export const comparing = (expr: Expr, call: LibraryCall, annotator: Annotator): Expr | undefined => {
  const question = comparerQuestions[`${call.module}.${call.selector}`];
  if (question === undefined || (call.selector === "contains" && call.generic)) return undefined;
  const args = call.args.map((arg) => (caseOf(arg) === "ObjectExpr" ? withEquals(arg, annotator) : caseOf(arg) === "Delegate" ? asking(question, arg, annotator) : arg));
  const info = withFields(expr.fields[1] as CallInfo, { Args: annotator.factory.list(args) });
  return annotator.rewriteChildren(withNodeFields(expr, [expr.fields[0], info, ...expr.fields.slice(2)]));
};

const withEquals = (comparer: Expr, annotator: Annotator): Expr => {
  const members = toArray(comparer.fields[0] as List<ObjectMember>).map((member) =>
    member.Name === "Equals" && caseOf(member.MemberRef) === "GeneratedMemberRef" ? withFields(member, { Body: asking("same", member.Body, annotator) }) : member,
  );
  return withNodeFields(comparer, [annotator.factory.list(members), ...comparer.fields.slice(1)]);
};

/** `(x, y) => …` -> `(x, y) => same("App.P", x, y)` */
const asking = (question: Question, comparer: Expr, annotator: Annotator): Expr => {
  const { factory } = annotator;
  const parameters = toArray(comparer.fields[0] as List<Ident>);
  const operands = parameters.map((parameter) => factory.expr("IdentExpr", [parameter]));
  const body = annotator.operation(question, [annotator.text(annotator.print(parameters[0].Type)), ...operands], factory.types.any, undefined);
  return withNodeFields(comparer, [comparer.fields[0], body, ...comparer.fields.slice(2)]);
};

/** `a.Equals(b)` on maps and sets, which is what F#'s `=` became. */
export const structuralEquals = (expr: Expr, type: Type, range: SourceLocation | undefined, annotator: Annotator): Expr | undefined => {
  const callee = expr.fields[0] as Expr;
  if (caseOf(callee) !== "Get" || caseOf(callee.fields[1] as Node) !== "FieldGet") return undefined;
  const { Name } = (callee.fields[1] as Node).fields[0] as { Name: string };
  const target = callee.fields[0] as Expr;
  const text = annotator.print(annotator.typeOf(target));
  const args = toArray((expr.fields[1] as CallInfo).Args);
  if (Name !== "Equals" || args.length !== 1 || !/^(map|set)\b/.test(text)) return undefined;
  return annotator.operation("equal", [annotator.text(text), annotator.rewrite(target), annotator.rewrite(args[0])], type, range);
};
