/** printf formats and interpolated strings with the types of their arguments. */
import { caseOf, type EntityRef, type Expr, type List, type Node, type SourceLocation, type Type, toArray } from "../tree.ts";
import type { Annotator } from "./annotator.ts";
import { boxed } from "./casts.ts";
import type { LibraryCall } from "./conversions.ts";

/** `printf("%d %A")` of type `PrintfFormat<int -> P -> string, …>` -> `format("fn<int32,App.P,string>", printf("%d %A"))`. */
export const annotateFormat = (call: LibraryCall, type: Type, range: SourceLocation | undefined, annotator: Annotator): Expr | undefined => {
  if (caseOf(type) !== "DeclaredType" || !(type.fields[0] as EntityRef).FullName.startsWith("Microsoft.FSharp.Core.PrintfFormat")) return undefined;
  const printer = toArray(type.fields[1] as List<Type>)[0];
  const inner = annotator.library("String", call.selector, annotator.rewriteAll(call.args), type, range);
  return annotator.operation("format", [annotator.observed(printer), inner], type, range);
};

/** `interpolate("%A%P()", [x])` -> `interpolate(format("fn<list<float64>,string>", "%A%P()"), [x])`: the types that the holes have before they become obj. */
export const annotateInterpolation = (call: LibraryCall, type: Type, range: SourceLocation | undefined, annotator: Annotator): Expr | undefined => {
  const values = call.args[1];
  if (call.args.length !== 2 || caseOf(type) !== "String" || caseOf(values) !== "Value") return undefined;
  const array = values.fields[0] as Node;
  const kind = caseOf(array) === "NewArray" ? (array.fields[0] as Node) : undefined;
  if (kind === undefined || caseOf(kind) !== "ArrayValues") return undefined;
  const holes = toArray(kind.fields[0] as List<Expr>).map((hole) => annotator.typeOf(uncast(hole)));
  const printer = annotator.factory.type("DelegateType", [annotator.factory.list(holes), type]);
  const template = annotator.operation("format", [annotator.observed(printer), annotator.rewrite(call.args[0])], type, range);
  return annotator.library("String", call.selector, [template, annotator.rewrite(values)], type, range);
};

/** Holes of `$"…"` that are no strings are converted as .NET does, `${x}` -> `${to_string("float64", x)}`; those of a FormattableString are kept as obj. */
export const annotateTemplate = (expr: Expr, value: Node, annotator: Annotator): Expr => {
  const { factory } = annotator;
  const tag = value.fields[0] as Expr | undefined;
  const holes = toArray(value.fields[2] as List<Expr>).map((hole) => {
    const inner = uncast(hole);
    const type = annotator.typeOf(inner);
    const now = annotator.rewrite(inner);
    if (tag !== undefined) return boxed(now, type, annotator);
    return caseOf(type) === "String" ? now : annotator.operation("to_string", [annotator.observed(type), now], factory.types.string, undefined);
  });
  const Kind = value.constructor as new (tag: number, fields: readonly unknown[]) => Node;
  return factory.expr("Value", [new Kind(value.tag, [tag === undefined ? undefined : annotator.rewrite(tag), value.fields[1], factory.list(holes)]), expr.fields[1]]);
};

/** An interpolated value without its cast to obj. */
export const uncast = (expr: Expr): Expr => (caseOf(expr) === "TypeCast" && caseOf(expr.fields[1] as Type) === "Any" ? (expr.fields[0] as Expr) : expr);
