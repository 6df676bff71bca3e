/** Arithmetic, comparison and bit operators by operand type: `b * 3` on bytes -> `mul_uint8(b, literal_uint8(3))`. */
import type { Operator, Primitive } from "../../schemas/annotations.ts";
import { caseOf, type Expr, type Node, type SourceLocation, type Type } from "../tree.ts";
import type { Annotator, Visitor } from "./annotator.ts";
import { conversionOf, convert, libraryCall } from "./conversions.ts";
import { integerDivision } from "./division.ts";
import { ordering } from "./equality.ts";
import { spanNegation, spanOperator } from "./times.ts";
import { isNumber, primitiveOf } from "./type-text.ts";

const binaryNames: Readonly<Record<string, Operator>> = {
  BinaryPlus: "add",
  BinaryMinus: "sub",
  BinaryMultiply: "mul",
  BinaryDivide: "div",
  BinaryModulus: "rem",
  BinaryAndBitwise: "and",
  BinaryOrBitwise: "or",
  BinaryXorBitwise: "xor",
  BinaryShiftLeft: "shl",
  BinaryShiftRightSignPropagating: "shr",
  BinaryShiftRightZeroFill: "shr",
  BinaryEqual: "eq",
  BinaryUnequal: "ne",
  BinaryLess: "lt",
  BinaryLessOrEqual: "le",
  BinaryGreater: "gt",
  BinaryGreaterOrEqual: "ge",
};
const comparisons = new Set<string>(["eq", "ne", "lt", "le", "gt", "ge"]);
/** Operators that Fable follows with `>>> 0` on uint32. */
const truncated = new Set(["BinaryShiftLeft", "BinaryAndBitwise", "BinaryOrBitwise", "BinaryXorBitwise"]);

export const visitOperation: Visitor = (expr, annotator) => {
  const kind = expr.fields[0] as Node;
  const type = expr.fields[2] as Type;
  const range = expr.fields[3] as SourceLocation | undefined;
  switch (caseOf(kind)) {
    case "Binary":
      return visitBinary(caseOf(kind.fields[0] as Node), kind.fields[1] as Expr, kind.fields[2] as Expr, type, range, annotator);
    case "Unary":
      return visitUnary(expr, caseOf(kind.fields[0] as Node), kind.fields[1] as Expr, type, range, annotator);
    default:
      return undefined;
  }
};

const visitBinary = (operator: string, left: Expr, right: Expr, type: Type, range: SourceLocation | undefined, annotator: Annotator): Expr | undefined => {
  const ordered = isZero(right) ? ordering(operator, left, annotator) : undefined;
  if (ordered !== undefined) return annotator.operation(`${binaryNames[operator]}_int32`, [ordered, annotator.int(0)], type, range);
  if (operator === "BinaryShiftRightZeroFill" && isZero(right) && isTruncated(left)) return annotator.rewrite(left);
  const name = binaryNames[operator];
  if (name === undefined) return undefined;
  const span = spanOperator(operator, left, right, type, range, annotator);
  if (span !== undefined) return span;
  const leftType = annotator.typeOf(left);
  const isComparison = comparisons.has(name);
  const big = isComparison && isZero(right) ? bigComparison(left, annotator) : undefined;
  if (big !== undefined) return annotator.operation(`${name}_${big.primitive}`, annotator.rewriteAll(big.args), type, range);
  // A comparison is of its operands, anything else of its result, which Fable knows better.
  const acting = (isComparison ? [leftType] : [type, leftType, annotator.typeOf(right)]).map(primitiveOf).find((candidate) => candidate !== undefined);
  if (acting === undefined || (isComparison && acting !== primitiveOf(annotator.typeOf(right)))) return undefined;
  const isShift = name === "shl" || name === "shr";
  return annotator.operation(`${name}_${acting}`, [operand(left, acting, annotator), isShift ? annotator.rewrite(right) : operand(right, acting, annotator)], type, range);
};

/** An operand as the operation's type: Fable divides a float by an int where F#'s `DivideByInt` converts. */
const operand = (expr: Expr, to: Primitive, annotator: Annotator): Expr => {
  const type = annotator.typeOf(expr);
  const from = primitiveOf(type);
  return from === undefined || from === to || !isNumber(type) || !isNumeric(to) ? annotator.rewrite(expr) : convert({ from, to, operand: expr }, undefined, annotator);
};

const isNumeric = (primitive: Primitive): boolean => primitive !== "char" && primitive !== "string" && primitive !== "bool";

/** `compare(a, b) < 0` is how Fable compares 64-bit integers. */
const bigComparison = (left: Expr, annotator: Annotator): { primitive: string; args: readonly Expr[] } | undefined => {
  const call = libraryCall(left, annotator);
  if (call?.module !== "BigInt" || call.selector !== "compare" || call.args.length !== 2) return undefined;
  const primitive = primitiveOf(annotator.typeOf(call.args[0]));
  return primitive === undefined ? undefined : { primitive, args: call.args };
};

const isZero = (expr: Expr): boolean => {
  if (caseOf(expr) !== "Value" || caseOf(expr.fields[0] as Node) !== "NumberConstant") return false;
  return ((expr.fields[0] as Node).fields[0] as Node).fields[0] === 0;
};

const isTruncated = (expr: Expr): boolean => {
  if (caseOf(expr) !== "Operation" || primitiveOf(expr.fields[2] as Type) !== "uint32") return false;
  const kind = expr.fields[0] as Node;
  const operator = caseOf(kind.fields[0] as Node);
  return caseOf(kind) === "Binary" ? truncated.has(operator) : operator === "UnaryNotBitwise";
};

const visitUnary = (expr: Expr, operator: string, operand: Expr, type: Type, range: SourceLocation | undefined, annotator: Annotator): Expr | undefined => {
  const quotient = integerDivision(expr, annotator.factory);
  if (quotient !== undefined) return annotator.rewrite(quotient);
  const conversion = conversionOf(expr, annotator);
  if (conversion !== undefined) return convert(conversion, range, annotator);
  const span = operator === "UnaryMinus" ? spanNegation(operand, type, range, annotator) : undefined;
  if (span !== undefined) return span;
  const primitive = primitiveOf(type) ?? primitiveOf(annotator.typeOf(operand));
  if (primitive === undefined || !isNumber(annotator.typeOf(operand))) return undefined;
  switch (operator) {
    case "UnaryMinus":
      return annotator.operation(`neg_${primitive}`, [annotator.rewrite(operand)], type, range);
    case "UnaryNotBitwise":
      return annotator.operation(`not_${primitive}`, [annotator.rewrite(operand)], type, range);
    case "UnaryPlus":
      return annotator.rewrite(operand);
    default:
      return undefined;
  }
};
