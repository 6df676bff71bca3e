/**
 * New arrays, whose length Fable says twice where all elements are given a value, and never checks:
 *
 *     fill(new Array(n), 0, n, x)    filled(new Array(checkCount(n)), x)
 */
import { caseOf, type Expr, type Node, type SourceLocation, type Type, withNodeFields } from "../tree.ts";
import type { Annotator } from "./annotator.ts";
import type { CallRule } from "./conversions.ts";

/** Of these numbers Fable leaves the elements of a new array undefined. */
const zeroModules: Readonly<Record<string, string>> = { "array<decimal>": "Decimal", "array<bigint>": "BigInt" };

/** `new Array(n)`. */
export const newArray = (expr: Expr, type: Type, range: SourceLocation | undefined, annotator: Annotator): Expr | undefined => {
  const length = lengthOf(expr);
  if (length === undefined) return undefined;
  const plain = annotator.rewrite(length);
  const checked = isCount(constantOf(length)) ? plain : annotator.library("Array", "checkCount", [plain], annotator.factory.types.int32, undefined);
  const module = zeroModules[annotator.print(type)];
  if (module !== undefined) return annotator.library(module, "zeroArray", [checked], type, range);
  const value = expr.fields[0] as Node;
  const [kind, ...others] = value.fields;
  return withNodeFields(expr, [withNodeFields(value, [withNodeFields(kind as Node, [checked]), ...others]), ...expr.fields.slice(1)]);
};

/** `fill(new Array(n), 0, n, x)`, where an array of numbers has zeros already. */
export const filledArray: CallRule = (call, type, range, annotator) => {
  const [made, , , item] = call.args;
  if (item === undefined || lengthOf(made) === undefined) return undefined;
  const fresh = annotator.rewrite(made);
  return isZero(constantOf(item)) ? fresh : annotator.library("Array", "filled", [fresh, annotator.rewrite(item)], type, range);
};

const lengthOf = (expr: Expr): Expr | undefined => {
  if (caseOf(expr) !== "Value" || caseOf(expr.fields[0] as Node) !== "NewArray") return undefined;
  const kind = (expr.fields[0] as Node).fields[0] as Node;
  return caseOf(kind) === "ArrayAlloc" ? (kind.fields[0] as Expr) : undefined;
};

/** The number of a literal. */
const constantOf = (expr: Expr): unknown =>
  caseOf(expr) === "Value" && caseOf(expr.fields[0] as Node) === "NumberConstant" ? ((expr.fields[0] as Node).fields[0] as Node).fields[0] : undefined;

const isCount = (number: unknown): boolean => typeof number === "number" && number >= 0;
const isZero = (number: unknown): boolean => String(number) === "0" && !Object.is(number, -0);
