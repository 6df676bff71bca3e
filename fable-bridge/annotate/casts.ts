/** Boxing, unboxing, casts and type tests with the F# type they are about. */
import { caseOf, type EntityRef, type Expr, type List, type Node, type SourceLocation, type Type, toArray } from "../tree.ts";
import { type Annotator, rangeOf, type Visitor } from "./annotator.ts";
import { conversionOf, convert } from "./conversions.ts";

export const visitTypeCast: Visitor = (expr, annotator) => {
  const operand = expr.fields[0] as Expr;
  const to = expr.fields[1] as Type;
  const from = annotator.typeOf(operand);
  const range = rangeOf(expr);
  const conversion = conversionOf(expr, annotator);
  if (conversion !== undefined) return conversion.from === conversion.to ? undefined : convert(conversion, range, annotator);
  if (caseOf(to) === "Unit") return undefined;
  if (isNumberConstant(operand) && isSpan(to)) return annotator.operation("literal_float64", [operand], to, range);
  if (caseOf(to) === "Any") {
    return losesType(from, annotator) ? annotator.operation("box", [annotator.observed(from), annotator.rewrite(operand)], to, range) : undefined;
  }
  if (caseOf(from) === "Array" && isUntypedCollection(to)) return annotator.operation("box", [annotator.observed(from), annotator.rewrite(operand)], to, range);
  if (caseOf(from) === "Any") return visitDowncast(operand, to, range, annotator);
  return undefined;
};

/** `0` as a span of time, which is a float though its literal reads as an int32: the default of one. */
const isSpan = (type: Type): boolean => caseOf(type) === "DeclaredType" && /^System\.Time(Span|Only)$/.test((type.fields[0] as EntityRef).FullName);
const isNumberConstant = (expr: Expr): boolean => caseOf(expr) === "Value" && caseOf(expr.fields[0] as Node) === "NumberConstant";

/** Types whose items are obj: an array that becomes one tells theirs. */
const isUntypedCollection = (type: Type): boolean =>
  caseOf(type) === "DeclaredType" && /^System\.(Array|Collections\.(IEnumerable|ICollection|IList))$/.test((type.fields[0] as EntityRef).FullName);

/** A value as obj. */
export const boxed = (value: Expr, type: Type, annotator: Annotator): Expr =>
  losesType(type, annotator) ? annotator.operation("box", [annotator.observed(type), value], annotator.factory.types.any, undefined) : value;

/** An obj becomes `to`: `unbox` where `to` is boxed as obj, `cast` between references. */
export const visitDowncast = (operand: Expr, to: Type, range: SourceLocation | undefined, annotator: Annotator): Expr | undefined => {
  if (caseOf(to) === "Any" || caseOf(to) === "Unit" || isDisposable(to)) return undefined;
  const name = isBoxed(to, annotator) ? "unbox" : "cast";
  return annotator.operation(name, [annotator.observed(to), annotator.rewrite(operand)], to, range);
};

/** Fable decides statically, or asks its library, whether something is disposable. */
const isDisposable = (type: Type): boolean => caseOf(type) === "DeclaredType" && (type.fields[0] as EntityRef).FullName === "System.IDisposable";

/** Types of objects that do not carry their arguments; interfaces are none that an object has. */
export const hasArguments = (type: Type): boolean => {
  if (caseOf(type) === "List") return true;
  if (caseOf(type) !== "DeclaredType" || toArray(type.fields[1] as List<Type>).length === 0) return false;
  return !/(^|[.+])I[A-Z][A-Za-z]*`\d$/.test((type.fields[0] as EntityRef).FullName);
};

/** Types of which an obj would not say all. */
const losesType = (type: Type, annotator: Annotator): boolean => isBoxed(type, annotator) || hasArguments(type);

/** Types whose values do not carry their type themselves. */
const isBoxed = (type: Type, annotator: Annotator): boolean => {
  switch (caseOf(type)) {
    case "Number":
    case "Char":
    case "Boolean":
    case "Option":
    case "Tuple":
    case "Array":
    case "Unit":
    case "GenericParam":
    case "Nullable":
      return true;
    case "DeclaredType": {
      const ref = type.fields[0] as EntityRef;
      return caseOf(ref.Path) !== "SourcePath" && (annotator.host.entity(ref)?.IsValueType ?? false);
    }
    default:
      return false;
  }
};

/** `:? T`; tests of options, lists and union cases stay as Fable prints them. */
export const visitTest: Visitor = (expr, annotator) => {
  const kind = expr.fields[1] as Node;
  if (caseOf(kind) !== "TypeTest") return undefined;
  const type = kind.fields[0] as Type;
  if (isDisposable(type)) return undefined;
  return annotator.operation(
    "is_type",
    [annotator.observed(type), annotator.rewrite(expr.fields[0] as Expr)],
    annotator.factory.types.boolean,
    expr.fields[2] as SourceLocation | undefined,
  );
};
