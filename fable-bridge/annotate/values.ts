/** Literals and constructions: `new_union("App.Shape", 1, w, h)`, `new_record("App.P", 1, "n")`, `literal_float64(0.5)`. */
import type { Primitive } from "../../schemas/annotations.ts";
import { caseOf, type EntityRef, type Expr, type List, type Node, type SourceLocation, type Type, toArray, withNodeFields } from "../tree.ts";
import type { Annotator, Visitor } from "./annotator.ts";
import { newArray } from "./arrays.ts";
import { annotateTemplate } from "./formats.ts";
import { primitiveOf } from "./type-text.ts";

export const visitValue: Visitor = (expr, annotator) => {
  const value = expr.fields[0] as Node;
  const type = annotator.typeOf(expr);
  const range = expr.fields[1] as SourceLocation | undefined;
  const construct = (name: string, fixed: readonly Expr[], items: List<Expr>): Expr =>
    annotator.operation(name, [annotator.text(annotator.print(type)), ...fixed, ...toArray(items).map((item) => annotator.rewrite(item))], type, range);
  switch (caseOf(value)) {
    case "NumberConstant":
    case "CharConstant":
      return literal(expr, type, range, annotator);
    case "NewTuple":
      return construct("new_tuple", [], value.fields[0] as List<Expr>);
    case "NewAnonymousRecord":
      return construct("new_anon", [], value.fields[0] as List<Expr>);
    case "NewRecord":
      return isReferenceCell(value.fields[1] as EntityRef) || !annotator.laidOut(value.fields[1] as EntityRef)
        ? undefined
        : construct("new_record", [], value.fields[0] as List<Expr>);
    case "NewUnion":
      return annotator.laidOut(value.fields[2] as EntityRef) ? construct("new_union", [annotator.int(value.fields[1] as number)], value.fields[0] as List<Expr>) : undefined;
    case "NewArray":
      return newArray(expr, type, range, annotator);
    case "TypeInfo":
      return annotator.operation("type_of", [annotator.observed(value.fields[0] as Type)], type, range);
    case "StringTemplate":
      return annotateTemplate(expr, value, annotator);
    default:
      return undefined;
  }
};

export const isReferenceCell = (ref: EntityRef): boolean => ref.FullName === "Microsoft.FSharp.Core.FSharpRef`1";

/**
 * A literal that does not read as an int32 says its type. Fable folds `Int32.MaxValue + 1` without cutting it, and gives a float32 its digits' double;
 * the sign of a zero is an operation, since Fable prints none.
 */
const literal = (expr: Expr, type: Type, range: SourceLocation | undefined, annotator: Annotator): Expr => {
  const primitive = primitiveOf(type);
  const number = ((expr.fields[0] as Node).fields[0] as Node | undefined)?.fields?.[0];
  if (primitive === undefined) {
    const decimal = annotator.print(type) === "decimal";
    return decimal ? annotator.library("Decimal", "decimalOf", [annotator.text(String(number))], type, range) : expr;
  }
  const cut = typeof number === "number" || typeof number === "bigint" ? cutTo(primitive, number) : number;
  const exact = Object.is(cut, number) ? expr : withNumber(expr, cut);
  if (primitive === "int32") return exact;
  const made = annotator.operation(`literal_${primitive}`, [exact], type, range);
  return Object.is(number, -0) ? annotator.operation(`neg_${primitive}`, [made], type, range) : made;
};

const integer = /^(u?)int(8|16|32|64)$/;

/** The value of the type that a constant's value wraps to. */
const cutTo = (primitive: Primitive, value: number | bigint): number | bigint => {
  if (primitive === "float32") return Math.fround(Number(value));
  const [, unsigned, width] = integer.exec(primitive) ?? [];
  if (width === undefined || (typeof value === "number" && !Number.isInteger(value))) return value;
  const whole = unsigned === "u" ? BigInt.asUintN(Number(width), BigInt(value)) : BigInt.asIntN(Number(width), BigInt(value));
  return typeof value === "bigint" ? whole : Number(whole);
};

const withNumber = (expr: Expr, number: unknown): Expr => {
  const value = expr.fields[0] as Node;
  const constant = withNodeFields(value.fields[0] as Node, [number]);
  return withNodeFields(expr, [withNodeFields(value, [constant, ...value.fields.slice(1)]), ...expr.fields.slice(1)]);
};
