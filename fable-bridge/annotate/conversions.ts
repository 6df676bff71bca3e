/**
 * Numeric and char conversions, recovered from what Fable made of them before the tree was ours:
 *
 *     int f    ~~f                                     convert_float64_int32(f)
 *     byte c   c.charCodeAt(0) & 0xFF                  convert_char_uint8(c)
 *     int64 n  toInt64_unchecked(fromInt32(n))         convert_int32_int64(n)
 *     char n   String.fromCharCode(n & 0xFFFF)         convert_int32_char(n)
 */
import type { Primitive } from "../../schemas/annotations.ts";
import { type CallInfo, caseOf, type Expr, type FieldInfo, type ImportInfo, type Node, type SourceLocation, type Type, toArray } from "../tree.ts";
import type { Annotator } from "./annotator.ts";
import { doubleNot } from "./division.ts";
import { isNumber, primitiveOf } from "./type-text.ts";

export interface Conversion {
  readonly from: Primitive;
  readonly to: Primitive;
  readonly operand: Expr;
}

const macros: Readonly<Record<string, Primitive>> = {
  "($0 + 0x80 & 0xFF) - 0x80": "int8",
  "($0 + 0x8000 & 0xFFFF) - 0x8000": "int16",
  "$0 & 0xFF": "uint8",
  "$0 & 0xFFFF": "uint16",
  "$0 >>> 0": "uint32",
};
/** `toInt32_unchecked` and its kin of the BigInt module. */
const fromBigInt = /^to(U?Int(?:8|16|32|64)|U?NativeInt)_unchecked$/;
const intoBigInt = /^from(U?Int(?:8|16|32|64)|Float(?:32|64)|U?NativeInt|Char)$/;

export const convert = ({ from, to, operand }: Conversion, range: SourceLocation | undefined, annotator: Annotator): Expr => {
  const now = annotator.rewrite(operand);
  return from === to ? now : annotator.operation(`convert_${from}_${to}`, [now], typeNamed(to, annotator), range);
};

const typeNamed = (primitive: Primitive, annotator: Annotator): Type => {
  const { factory } = annotator;
  if (primitive === "char") return factory.type("Char", []);
  if (primitive === "string") return factory.types.string;
  if (primitive === "bool") return factory.types.boolean;
  return factory.numberType(
    primitive
      .replace("nativeint", "nativeInt")
      .replace(/^u/, "U")
      .replace(/^(U?)([a-z])/, (_, u: string, first: string) => u + first.toUpperCase()),
  );
};

/** What an expression converts, if it is a conversion. */
export const conversionOf = (expr: Expr, annotator: Annotator): Conversion | undefined => {
  switch (caseOf(expr)) {
    case "Operation": {
      const operand = doubleNot(expr);
      return operand === undefined ? undefined : through(operand, "int32", annotator);
    }
    case "Emit": {
      const info = expr.fields[0] as { Macro: string; CallInfo: CallInfo };
      const args = toArray(info.CallInfo.Args);
      const to = macros[info.Macro];
      return to === undefined || args.length !== 1 || primitiveOf(expr.fields[1] as Type) !== to ? undefined : through(args[0], to, annotator);
    }
    case "TypeCast": {
      const to = primitiveOf(expr.fields[1] as Type);
      const operand = expr.fields[0] as Expr;
      const from = primitiveOf(annotator.typeOf(operand));
      if (to === undefined || from === undefined) return undefined;
      if (isNumber(annotator.typeOf(operand)) && isNumber(expr.fields[1] as Type)) return through(operand, to, annotator);
      return (from === "char" && to === "string") || (from === "string" && to === "char") ? { from, to, operand } : undefined;
    }
    case "Call":
      return callConversion(expr, annotator);
    default:
      return undefined;
  }
};

/** A cut to `to` around `operand`: looks through a char code and through the cut of a big integer. */
const through = (operand: Expr, to: Primitive, annotator: Annotator): Conversion | undefined => {
  const char = charCodeOf(operand, annotator);
  if (char !== undefined) return { from: "char", to, operand: char };
  const call = libraryCall(operand, annotator);
  if (call !== undefined && fromBigInt.test(call.selector) && call.args.length === 1) {
    const from = primitiveOf(annotator.typeOf(call.args[0]));
    if (from !== undefined) return { from, to, operand: call.args[0] };
  }
  const from = primitiveOf(annotator.typeOf(operand));
  return from === undefined || !isNumber(annotator.typeOf(operand)) ? undefined : { from, to, operand };
};

const callConversion = (expr: Expr, annotator: Annotator): Conversion | undefined => {
  const char = charCodeOf(expr, annotator);
  if (char !== undefined) return { from: "char", to: "int32", operand: char };
  const code = fromCharCode(expr);
  if (code !== undefined) {
    const cut = conversionOf(code, annotator);
    if (cut !== undefined && (cut.to === "uint16" || cut.from === "uint16")) return { ...cut, to: "char" };
    const from = primitiveOf(annotator.typeOf(code));
    return from === undefined ? undefined : { from, to: "char", operand: code };
  }
  const call = libraryCall(expr, annotator);
  if (call?.module !== "BigInt" || call.args.length !== 1) return undefined;
  const [operand] = call.args;
  const to = primitiveOf(expr.fields[2] as Type);
  if (to === undefined) return undefined;
  if (fromBigInt.test(call.selector)) {
    const inner = libraryCall(operand, annotator);
    if (inner?.module === "BigInt" && intoBigInt.test(inner.selector)) {
      const from = primitiveOf(annotator.typeOf(inner.args[0]));
      return from === undefined ? undefined : { from, to, operand: inner.args[0] };
    }
    const from = primitiveOf(annotator.typeOf(operand));
    return from === undefined || from === to || !isNumber(annotator.typeOf(operand)) ? undefined : { from, to, operand };
  }
  const from = primitiveOf(annotator.typeOf(operand));
  return from !== undefined && call.selector === "toFloat64" ? { from, to, operand } : undefined;
};

/** The char of `c.charCodeAt(0)`. */
const charCodeOf = (expr: Expr, annotator: Annotator): Expr | undefined => {
  const target = methodTarget(expr, "charCodeAt");
  return target !== undefined && caseOf(annotator.typeOf(target)) === "Char" ? target : undefined;
};

/** The code of `String.fromCharCode(code)`. */
const fromCharCode = (expr: Expr): Expr | undefined => {
  const target = methodTarget(expr, "fromCharCode");
  if (target === undefined || caseOf(target) !== "IdentExpr") return undefined;
  const args = toArray((expr.fields[1] as CallInfo).Args);
  return args.length === 1 && caseOf(expr.fields[2] as Type) === "Char" ? args[0] : undefined;
};

/** The object of a call of its method `name`. */
export const methodTarget = (expr: Expr, name: string): Expr | undefined => {
  if (caseOf(expr) !== "Call") return undefined;
  const callee = expr.fields[0] as Expr;
  if (caseOf(callee) !== "Get" || caseOf(callee.fields[1] as Node) !== "FieldGet") return undefined;
  return ((callee.fields[1] as Node).fields[0] as FieldInfo).Name === name ? (callee.fields[0] as Expr) : undefined;
};

export interface LibraryCall {
  readonly module: string;
  readonly selector: string;
  readonly args: readonly Expr[];
  /** Whether it has type arguments: the functions of F#'s modules have, members that Fable gives the same function have not. */
  readonly generic: boolean;
}

/** What stands for a call of a function of Fable's library; undefined leaves it. */
export type CallRule = (call: LibraryCall, type: Type, range: SourceLocation | undefined, annotator: Annotator) => Expr | undefined;

/** A plain call of a function of Fable's library. */
export const libraryCall = (expr: Expr, annotator: Annotator): LibraryCall | undefined => {
  if (caseOf(expr) !== "Call") return undefined;
  const callee = expr.fields[0] as Expr;
  const info = expr.fields[1] as CallInfo;
  if (caseOf(callee) !== "Import" || info.ThisArg !== undefined) return undefined;
  const { Path, Selector } = callee.fields[0] as ImportInfo;
  if (!Path.startsWith(`${annotator.host.library}/`)) return undefined;
  return {
    module: Path.slice(annotator.host.library.length + 1).replace(/\.[jt]s$/, ""),
    selector: Selector,
    args: toArray(info.Args),
    generic: toArray(info.GenericArgs).length > 0,
  };
};
