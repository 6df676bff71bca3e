/** TimeSpan and TimeOnly, which are numbers that Fable adds and subtracts as such: `a + b` -> `op_Addition(a, b)` of the library's TimeSpan. */
import { caseOf, type Expr, type SourceLocation, type Type } from "../tree.ts";
import type { Annotator } from "./annotator.ts";
import type { LibraryCall } from "./conversions.ts";
import { primitiveOf } from "./type-text.ts";

const timeTypes: ReadonlySet<string> = new Set(["System.TimeSpan", "System.TimeOnly"]);
const operators: Readonly<Record<string, string>> = {
  BinaryPlus: "op_Addition",
  BinaryMinus: "op_Subtraction",
  BinaryMultiply: "op_Multiply",
  BinaryDivide: "op_Division",
};

const isSpan = (expr: Expr, annotator: Annotator): boolean => nameOf(annotator.typeOf(expr)) === "System.TimeSpan";
const nameOf = (type: Type): string => (caseOf(type) === "DeclaredType" ? (type.fields[0] as { FullName: string }).FullName : "");

export const spanOperator = (operator: string, left: Expr, right: Expr, type: Type, range: SourceLocation | undefined, annotator: Annotator): Expr | undefined => {
  const name = operators[operator];
  if (name === undefined || !(isSpan(left, annotator) || isSpan(right, annotator))) return undefined;
  return quotient(name, [left, right], type, range, annotator) ?? annotator.library("TimeSpan", name, annotator.rewriteAll([left, right]), type, range);
};
export const spanNegation = (operand: Expr, type: Type, range: SourceLocation | undefined, annotator: Annotator): Expr | undefined =>
  isSpan(operand, annotator) ? annotator.library("TimeSpan", "negate", annotator.rewriteAll([operand]), type, range) : undefined;

/** A span over a span is a float. */
const quotient = (name: string, args: readonly Expr[], type: Type, range: SourceLocation | undefined, annotator: Annotator): Expr | undefined => {
  if ((name !== "op_Division" && name !== "divide") || args.length !== 2 || primitiveOf(type) !== "float64") return undefined;
  return annotator.library("TimeSpan", "ratio", annotator.rewriteAll(args), type, range);
};
export const spanQuotient = (call: LibraryCall, type: Type, range: SourceLocation | undefined, annotator: Annotator): Expr | undefined =>
  quotient(call.selector, call.args, type, range, annotator);

/** The hash of the ticks. */
export const timeHash = (subject: Type, args: readonly Expr[], type: Type, range: SourceLocation | undefined, annotator: Annotator): Expr | undefined =>
  timeTypes.has(nameOf(subject)) ? annotator.library("TimeSpan", "getHashCode", annotator.rewriteAll(args), type, range) : undefined;

/** UtcDateTime, for which Fable calls ToUniversalTime. */
export const utcDateTime = (call: LibraryCall, type: Type, range: SourceLocation | undefined, annotator: Annotator): Expr | undefined =>
  nameOf(type) === "System.DateTime" ? annotator.library("Date", "fromDateTimeOffset", annotator.rewriteAll([...call.args, annotator.int(1)]), type, range) : undefined;
