/** Integer division, which Fable writes `~~(a / b)`. */
import { caseOf, type Expr, type Factory, type Node, type Type, typeOf } from "../tree.ts";
import { primitiveOf } from "./type-text.ts";

/** `~~(a / b)` on integers, which Fable types int32 whatever the operands are -> the division. */
export const integerDivision = (expr: Expr, factory: Factory): Expr | undefined => {
  const inner = doubleNot(expr);
  if (inner === undefined || caseOf(inner) !== "Operation") return undefined;
  const kind = inner.fields[0] as Node;
  if (caseOf(kind) !== "Binary" || caseOf(kind.fields[0] as Node) !== "BinaryDivide") return undefined;
  const primitive = primitiveOf(inner.fields[2] as Type) ?? primitiveOf(typeOf(kind.fields[1] as Expr, factory));
  return primitive === undefined || primitive.startsWith("float") ? undefined : inner;
};

/** The operand of `~~e` as Fable's own truncation writes it (F#'s `~~~(~~~e)` has typed inner nodes). */
export const doubleNot = (expr: Expr): Expr | undefined => {
  const inner = notOperand(expr);
  if (inner === undefined || caseOf(inner) !== "Operation" || caseOf(inner.fields[2] as Type) !== "Any") return undefined;
  return notOperand(inner);
};

const notOperand = (expr: Expr): Expr | undefined => {
  if (caseOf(expr) !== "Operation") return undefined;
  const kind = expr.fields[0] as Node;
  return caseOf(kind) === "Unary" && caseOf(kind.fields[0] as Node) === "UnaryNotBitwise" ? (kind.fields[1] as Expr) : undefined;
};
